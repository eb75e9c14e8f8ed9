"""The map of a comparison: where its changes stand, from top to bottom. Scripts put them where the rows really are."""

from collections.abc import Sequence

from app.web.comparison_view import Cell, Item, RowView
from app.web.pages import Mark

WHOLE = 1000
FOLDED = 60
"""Signs that a fold takes the room of."""
LEAST = 3
SIDES = {"only-a": (1, 4), "only-b": (5, 4)}
"""Where the marks of what one side alone has begin, and how wide they are, in tenths; others take both halves."""
BOTH = (1, 8)


def map_marks(items: Sequence[Item]) -> tuple[Mark, ...]:
    """A mark for each row that differs, by the length of the texts above it, as if every sign took the same room."""
    sizes = [FOLDED if item.folded else sum(map(_size, item.rows)) for item in items]
    whole = max(sum(sizes), 1)
    marks = []
    above = 0
    for item, size in zip(items, sizes, strict=True):
        at = above
        for row in () if item.folded else item.rows:
            if row.is_change:
                top = at * WHOLE // whole
                left, width = SIDES.get(row.css, BOTH)
                height = max(LEAST, _size(row) * WHOLE // whole)
                marks.append(Mark(row.id, row.css, left, width, top, height))
            at += _size(row)
        above += size
    return tuple(marks)


def _size(row: RowView) -> int:
    return max(_signs(row.left), _signs(row.right), FOLDED)


def _signs(cell: Cell | None) -> int:
    if cell is None:
        return 0
    return sum(
        len(run.text) for paragraph in cell.paragraphs for one in paragraph.sentences for run in one.runs
    )
