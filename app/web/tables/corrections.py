"""The table of corrections that did not spread."""

from collections.abc import Sequence

from pydantic import Field

from app.compare.story.corrections import Carrier, Correction, CorrectionKind, unspread_corrections
from app.text.document import Document
from app.web.formats.collation_subject import Collated
from app.web.tables.table import Row, Table
from app.web.tables.times import appearances_of


class CorrectionRow(Row):
    """A later version that still has what a revision of another article changed or cut."""

    correction: int = Field(description="rows of one number are one correction")
    kind: CorrectionKind = Field(description="figure: another value; cut: left out; wording: said otherwise")
    before: str = Field(description="id of the version that was revised")
    after: str = Field(description="id of the version that corrects it")
    old: str = Field(description="what stood before")
    new: str = Field(description="what stands now; empty where it was cut")
    value_before: str | None = Field(description="of a figure, normalised")
    value_after: str | None = Field(description="of a figure, normalised")
    version: str = Field(
        description="id of the version that still has it, the latest of its article that does"
    )
    outlet: str | None = Field(description="as the source names it; nothing where it does not")
    sentences: str = Field(description="indices, parted by spaces")
    latest: bool = Field(description="whether the article has no later version")
    text: str = Field(description="its sentences that still have it")


def correction_rows(collated: Collated) -> Sequence[CorrectionRow]:
    """A row for every article that still has what was corrected, by correction."""
    found = unspread_corrections(collated.collation, appearances_of(collated))
    return [
        _row(collated, number, one, carrier)
        for number, one in enumerate(found, start=1)
        for carrier in one.carriers
    ]


def _row(collated: Collated, number: int, one: Correction, carrier: Carrier) -> CorrectionRow:
    documents = collated.collation.documents
    old = documents[one.before]
    return CorrectionRow(
        correction=number,
        kind=one.kind,
        before=collated.ids[one.before],
        after=collated.ids[one.after],
        old=old.text[slice(*one.passage)] if one.passage else _text(old, one.old),
        new=_text(documents[one.after], one.new),
        value_before=one.figure.before.value if one.figure else None,
        value_after=one.figure.after.value if one.figure else None,
        version=collated.ids[carrier.version],
        outlet=collated.versions[carrier.version].outlet,
        sentences=" ".join(map(str, carrier.sentences)),
        latest=carrier.latest,
        text=_text(documents[carrier.version], carrier.sentences),
    )


def _text(document: Document, sentences: Sequence[int]) -> str:
    return " ".join([document.sentence_text(at) for at in sentences])


CORRECTIONS = Table(
    "corrections", "Corrections that later versions do not have.", CorrectionRow, correction_rows
)
