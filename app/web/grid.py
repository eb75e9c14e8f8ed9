"""The similarity of every pair of a story's versions, as a grid."""

from collections.abc import Sequence

from app.store.records import VersionHead
from app.text.content import NAME_WORDS, first_words
from app.web.dates import display_date
from app.web.library import Library
from app.web.pages import Grid, GridCell, GridLine

LIMIT = 12
"""Versions across. Work and width grow with the square and the count; the rest is said to be left out."""


def similarity_grid(library: Library, heads: Sequence[VersionHead]) -> Grid:
    """Every pair of the first `LIMIT` versions; a cell's left version is its row's, its right one its column's."""
    shown = heads[:LIMIT]
    labels = version_labels(shown)
    rows = []
    for a, label in zip(shown, labels, strict=True):
        cells = tuple(
            None if a.id == b.id else _cell(library, a, b, other)
            for b, other in zip(shown, labels, strict=True)
        )
        rows.append(GridLine(label, cells))
    return Grid(columns=tuple(rows), rows=tuple(rows), left_out=len(heads) - len(shown))


def _cell(library: Library, a: VersionHead, b: VersionHead, label: str) -> GridCell:
    first, second = sorted((a.id, b.id))  # what is shared is the same both ways, so it is computed once
    shared = library.summary(first, second).shared
    return GridCell(a.id, b.id, shared, round(shared * 10), label)


def version_labels(heads: Sequence[VersionHead]) -> list[str]:
    """A short name per version: its outlet or first words, with the date where one outlet has several."""
    names = [head.outlet or first_words(head.display_title, NAME_WORDS) for head in heads]
    return [
        f"{name}, {display_date(head.published)}" if names.count(name) > 1 else name
        for name, head in zip(names, heads, strict=True)
    ]
