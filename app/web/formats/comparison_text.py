"""A comparison as text: the rows in reading order, with marks that need no colour.

= verbatim    ~ reworded    < only left    > only right    ! edited, words marked [-cut-] {+added+}
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from app.compare.comparison import Change, Comparison
from app.compare.rows import Row, rows
from app.text.content import Content, display_title, first_words
from app.text.document import Document
from app.text.normalize import visible_form
from app.web.counts import percent
from app.web.dates import display_date
from app.web.formats.subject import Compared

QUOTED_WORDS = 8
"""Words of a sentence that is shown elsewhere."""

Style = Literal["plain", "head", "quiet", "cut", "added", "left", "right"]


@dataclass(frozen=True, slots=True)
class Piece:
    """Text with the style in which a terminal may show it; the text alone says everything."""

    text: str
    style: Style = "plain"


Line = tuple[Piece, ...]


def comparison_text(compared: Compared, address: str = "") -> str:
    """The whole comparison as text, ending in a line break; with an `address`, the last line says that it stands there."""
    lines = ["".join(piece.text for piece in line) for line in comparison_lines(compared)]
    if address:
        lines += ["", f"Variorum, {address}"]
    return "".join(f"{line}\n" for line in lines)


def comparison_lines(compared: Compared) -> Iterator[Line]:
    """The same, line by line, with styles."""
    yield _head("<", compared.a, "left")
    yield _head(">", compared.b, "right")
    yield (Piece(_summary(compared), "head"),)
    for reason in compared.comparison.coarse:
        yield (Piece(f"coarser than usual: {reason}", "quiet"),)
    if compared.identical:
        yield (Piece("exactly the same", "head"),)
        return
    yield ()
    yield from _titles(compared)
    for row in rows(compared.comparison):
        yield from _row(compared.comparison, row)


def _head(sign: str, content: Content, style: Style) -> Line:
    headline = () if content.title else ("no headline: first words",)
    facts = " · ".join((*headline, content.outlet or "outlet not given", display_date(content.published)))
    return (
        Piece(f"{sign} {visible_form(display_title(content))}", style),
        Piece(f" ({visible_form(facts)}) {content.id()}", "quiet"),
    )


def _summary(compared: Compared) -> str:
    summary, comparison = compared.comparison.summary, compared.comparison
    return (
        f"{percent(summary.shared)} shared · {percent(summary.verbatim)} verbatim · sentences: "
        f"{len(comparison.only_a)} only left, {len(comparison.only_b)} only right, {summary.moved} moved"
    )


def _titles(compared: Compared) -> Iterator[Line]:
    changes = compared.headline_changes
    if any(change.op != "equal" for change in changes):
        a, b = compared.comparison.a.title or "", compared.comparison.b.title or ""
        yield Piece("! "), *_marked(a, b, changes)
        yield ()


def _row(comparison: Comparison, row: Row) -> Iterator[Line]:
    a, b = _joined(comparison.a, row.a), _joined(comparison.b, row.b)
    moved = (Piece(" (moved)", "quiet"),) if row.moved else ()
    if row.kind == "verbatim":
        yield Piece("= " + a), *moved
    elif row.kind == "edited" and row.link and a and b:
        yield Piece("! "), *_marked(comparison.a.text, comparison.b.text, row.link.changes), *moved
    elif row.kind == "reworded" and a and b:
        yield Piece("~< " + a, "left"), *moved
        yield Piece("~> " + b, "right"), *moved
    elif row.kind in {"edited", "reworded"}:
        yield Piece(f"~< {a}" if a else f"~> {b}", "left" if a else "right"), *_elsewhere(comparison, row)
    elif row.kind == "only_a":
        yield (Piece("< " + a, "left"),)
    elif row.kind == "only_b":
        yield (Piece("> " + b, "right"),)


def _elsewhere(comparison: Comparison, row: Row) -> Iterator[Piece]:
    """Where the counterpart of a row with one cell is shown."""
    document, others = (comparison.b, row.also_b) if row.a else (comparison.a, row.also_a)
    for other in others[:1]:
        yield Piece(
            f" (see “{visible_form(first_words(document.sentence_text(other), QUOTED_WORDS))}”)", "quiet"
        )


def _marked(a: str, b: str, changes: tuple[Change, ...]) -> Iterator[Piece]:
    for change in _cuts_first(changes):
        cut, added = (
            visible_form(a[change.a_start : change.a_end]),
            visible_form(b[change.b_start : change.b_end]),
        )
        if change.op == "equal":
            yield Piece(cut)
            continue
        if cut:
            yield Piece(f"[-{cut}-]", "cut")
        if added:
            yield Piece(f"{{+{added}+}}", "added")


def _cuts_first(changes: tuple[Change, ...]) -> list[Change]:
    """The changes, where one adds and the next cuts, the cut first, as in a replacement."""
    ordered = list(changes)
    for k in range(1, len(ordered)):
        if (ordered[k - 1].op, ordered[k].op) == ("insert", "delete"):
            ordered[k - 1 : k + 1] = ordered[k], ordered[k - 1]
    return ordered


def _joined(document: Document, indices: tuple[int, ...]) -> str:
    return " ".join(visible_form(document.sentence_text(index)) for index in indices)
