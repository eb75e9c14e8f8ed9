"""What is found in a version by itself, whatever it is collated with: its quotations, and its figures and dates."""

from collections.abc import Sequence
from typing import NamedTuple

from app.compare.figures.figure import Fact, Figure
from app.compare.figures.finding import find_figures
from app.compare.quotes.finding import find_quotations
from app.compare.quotes.quotation import Quotation, Utterance
from app.text.document import Document


class Found(NamedTuple):
    """The quotations and figures of one version, each by place."""

    quotations: tuple[Quotation, ...]
    figures: tuple[Figure, ...]


def find(document: Document, published: str | None) -> Found:
    """Find them; `published` is the version's date (ISO 8601), if known, on which dates such as “Thursday” rest."""
    return Found(find_quotations(document), find_figures(document, published))


def found_before(quotes: Sequence[Utterance], figures: Sequence[Fact], versions: int) -> list[Found]:
    """What was found in each version of a collation that has these: every quotation and figure stands there, once."""
    quotations: list[list[Quotation]] = [[] for _ in range(versions)]
    figures_of: list[list[Figure]] = [[] for _ in range(versions)]
    for utterance in quotes:
        for said in utterance.members:
            quotations[said.version].append(said.quotation)
    for fact in figures:
        for told in fact.members:
            figures_of[told.version].append(told.figure)
    return [
        Found(tuple(sorted(said, key=_start)), tuple(sorted(told, key=_start)))
        for said, told in zip(quotations, figures_of, strict=True)
    ]


def _start(one: Quotation | Figure) -> int:
    return one.start
