"""The row of a comparison that an address names, by an id of one of its sentences."""

from dataclasses import dataclass

from app.web.comparison_view import Cell, RowView
from app.web.pages import Shown
from app.web.runs import Run


@dataclass(frozen=True, slots=True)
class ChosenRow:
    """A row that an address names; `id` is its own, `left` and `right` are its texts, empty where a side has none.

    `marked` are the same texts, what was cut as `[-…-]` and what was added as `{+…+}`.
    """

    id: str
    row: RowView
    left: str
    right: str
    marked: tuple[str, str]


def find_row(shown: Shown, name: str) -> ChosenRow | None:
    """The row in which the sentence of this id stands; None where there is none (any more)."""
    if not name:
        return None
    for item in shown.items:
        for row in item.rows:
            if name in sentence_ids(row):
                return as_chosen(row)
    return None


def sentence_ids(row: RowView) -> tuple[str, ...]:
    """The ids of the sentences of both cells, left first."""
    cells = [cell for cell in (row.left, row.right) if cell]
    return tuple([one.id for cell in cells for paragraph in cell.paragraphs for one in paragraph.sentences])


def as_chosen(row: RowView) -> ChosenRow:
    """A row as if an address named it."""
    return ChosenRow(
        id=row.id,
        row=row,
        left=_text(row.left, "", ""),
        right=_text(row.right, "", ""),
        marked=(_text(row.left, "[-", "-]"), _text(row.right, "{+", "+}")),
    )


def _text(cell: Cell | None, opens: str, closes: str) -> str:
    """The sentences of a cell in one line, changed words between two signs."""
    if cell is None:
        return ""
    sentences = [one.runs for paragraph in cell.paragraphs for one in paragraph.sentences]
    return " ".join(["".join(_marked(runs, opens, closes)) for runs in sentences])


def _marked(runs: tuple[Run, ...], opens: str, closes: str) -> list[str]:
    texts: list[str] = []
    inside = False
    for run in runs:
        if run.changed != inside:
            texts.append(opens if run.changed else closes)
            inside = run.changed
        texts.append(run.text)
    return [*texts, closes if inside else ""]
