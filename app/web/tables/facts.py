"""Tables of what is quoted and stated: a row for each place where a version prints it."""

from collections.abc import Sequence

from pydantic import Field

from app.compare.figures.figure import FactAgreement, FigureKind
from app.compare.quotes.quotation import QuoteAgreement, Utterance
from app.web.formats.collation_subject import Collated
from app.web.tables.table import Row, Table


class QuoteRow(Row):
    """A quotation, where a version prints it."""

    utterance: int = Field(description="rows of one number are one utterance")
    speaker: str | None = Field(description="of the utterance: the fullest name that a version gives")
    agreement: QuoteAgreement = Field(description="how its wordings differ at most")
    attributed_differently: bool = Field(description="whether two versions name different speakers")
    version: str = Field(description="id of the version")
    outlet: str | None = Field(description="as the source names it; nothing where it does not")
    sentence: int = Field(description="index of the sentence in which it begins")
    start: int = Field(description="code points into the compared text, marks left out")
    end: int = Field(description="one beyond its last code point")
    said_by: str | None = Field(description="the speaker that this version gives")
    text: str = Field(description="as the version prints it")


class FigureRow(Row):
    """A figure or date, where a version states it."""

    fact: int = Field(description="rows of one number are one fact")
    kind: FigureKind = Field(description="what kind of figure it is")
    agreement: FactAgreement = Field(description="conflict: two versions give values that exclude each other")
    version: str = Field(description="id of the version")
    outlet: str | None = Field(description="as the source names it; nothing where it does not")
    sentence: int = Field(description="index of its sentence")
    start: int = Field(description="code points into the compared text")
    end: int = Field(description="one beyond its last code point")
    value: str = Field(description="normalised: equal for equal values")
    resolved: bool = Field(description="worked out from words such as “Thursday” and the version's date")
    text: str = Field(description="as the version prints it")


def quote_rows(collated: Collated) -> Sequence[QuoteRow]:
    """A row for every quotation, by utterance; terms that are held up with quotation marks are left out."""
    return _rows(collated, [one for one in collated.collation.quotes if not one.scare])


def scare_rows(collated: Collated) -> Sequence[QuoteRow]:
    """A row for every term that is held up with quotation marks, by term."""
    return _rows(collated, [one for one in collated.collation.quotes if one.scare])


def _rows(collated: Collated, utterances: Sequence[Utterance]) -> Sequence[QuoteRow]:
    return [
        QuoteRow(
            utterance=number,
            speaker=utterance.speaker,
            agreement=utterance.agreement,
            attributed_differently=utterance.attributed_differently,
            version=collated.ids[member.version],
            outlet=collated.versions[member.version].outlet,
            sentence=member.quotation.sentence,
            start=member.quotation.start,
            end=member.quotation.end,
            said_by=member.quotation.speaker,
            text=member.quotation.text,
        )
        for number, utterance in enumerate(utterances, start=1)
        for member in utterance.members
    ]


def figure_rows(collated: Collated) -> Sequence[FigureRow]:
    """A row for every figure, by fact."""
    return [
        FigureRow(
            fact=number,
            kind=fact.kind,
            agreement=fact.agreement,
            version=collated.ids[member.version],
            outlet=collated.versions[member.version].outlet,
            sentence=member.figure.sentence,
            start=member.figure.start,
            end=member.figure.end,
            value=member.figure.value,
            resolved=member.figure.resolved,
            text=member.figure.text,
        )
        for number, fact in enumerate(collated.collation.figures, start=1)
        for member in fact.members
    ]


QUOTES = Table("quotes", "Every quotation, those of one utterance together.", QuoteRow, quote_rows)
SCARE_QUOTES = Table("scare_quotes", "Every term held up with quotation marks.", QuoteRow, scare_rows)
FIGURES = Table("figures", "Every figure and date, those of one fact together.", FigureRow, figure_rows)
