"""A comparison as a table: a row for the headlines, for each link and for each sentence without a counterpart."""

from pydantic import Field

from app.compare.comparison import Comparison, Link
from app.text.document import Document
from app.web.formats.comparison_json import rounded
from app.web.formats.subject import Compared
from app.web.tables.table import Row, as_csv


class ComparisonRow(Row):
    """The headlines; a link, or a sentence that only one side has, in the order of the left; what only the right has."""

    kind: str = Field(description="headline, verbatim, edited, reworded, only_a or only_b")
    moved: bool
    score: float | None
    a: str = Field(description="the left's sentences by index, parted by spaces")
    b: str
    text_a: str | None
    text_b: str | None


def comparison_csv(compared: Compared) -> str:
    """The comparison as CSV; text that a spreadsheet would take for a formula has an apostrophe before it."""
    comparison = compared.comparison
    rows = [(link.a[0], _linked(comparison, link)) for link in comparison.links]
    rows += [(at, _alone("only_a", comparison.a, at)) for at in comparison.only_a]
    rows.sort(key=lambda row: row[0])
    return as_csv(
        ComparisonRow,
        [
            *_headlines(comparison),
            *[row for _, row in rows],
            *[_alone("only_b", comparison.b, at) for at in comparison.only_b],
        ],
    )


def _headlines(comparison: Comparison) -> list[ComparisonRow]:
    """A row with both, unless neither side has one."""
    titles = comparison.a.title, comparison.b.title
    if not any(titles):
        return []
    return [
        ComparisonRow(
            kind="headline", moved=False, score=None, a="", b="", text_a=titles[0], text_b=titles[1]
        )
    ]


def _linked(comparison: Comparison, link: Link) -> ComparisonRow:
    return ComparisonRow(
        kind=link.kind,
        moved=link.moved,
        score=rounded(link.score),
        a=" ".join(map(str, link.a)),
        b=" ".join(map(str, link.b)),
        text_a=_text(comparison.a, link.a),
        text_b=_text(comparison.b, link.b),
    )


def _alone(kind: str, document: Document, sentence: int) -> ComparisonRow:
    number, text = str(sentence), document.sentence_text(sentence)
    left = kind == "only_a"
    return ComparisonRow(
        kind=kind,
        moved=False,
        score=None,
        a=number if left else "",
        b="" if left else number,
        text_a=text if left else None,
        text_b=None if left else text,
    )


def _text(document: Document, sentences: tuple[int, ...]) -> str:
    return document.text[document.sentences[sentences[0]].start : document.sentences[sentences[-1]].end]
