"""Which rows of a comparison an embed page holds, cut to the room that it has."""

from dataclasses import dataclass, replace

from app.web.comparison_view import Cell, Paragraph, RowView
from app.web.one_column import Part
from app.web.pages import Shown
from app.web.runs import Run
from app.web.sharing.addresses import comparison_address
from app.web.sharing.chosen import ChosenRow
from app.web.sharing.cut import border

MOST_ROWS = 6
"""Rows of an embed page; it says how many changes more there are, and leads to them."""
CELL_LENGTH = 400
"""Code points of one side of a row; the rest is one click away."""


@dataclass(frozen=True, slots=True)
class EmbeddedRow:
    """A row in runs, or in one text where `merged` has parts; `address` is the row's in the whole comparison."""

    row: RowView
    address: str
    left: tuple[Run, ...]
    right: tuple[Run, ...]
    merged: tuple[Part, ...]

    @property
    def left_text(self) -> str:
        """The left side as it is shown."""
        return "".join([run.text for run in self.left])

    @property
    def right_text(self) -> str:
        """The right side as it is shown."""
        return "".join([run.text for run in self.right])


def embedded_rows(seen: Shown, chosen: ChosenRow | None) -> tuple[tuple[EmbeddedRow, ...], int]:
    """The chosen row, or else the first changes in reading order; and how many changes are not among them."""
    changes = [row for item in seen.items for row in item.rows if row.is_change]
    rows = [chosen.row] if chosen else changes[:MOST_ROWS]
    return tuple([_embedded(seen, row) for row in rows]), sum(row not in rows for row in changes)


def _embedded(seen: Shown, row: RowView) -> EmbeddedRow:
    length = sum(len(run.text) for part in row.merged for run in part.runs)
    return EmbeddedRow(
        row=row,
        address=comparison_address(seen.left.id, seen.right.id, row.id),
        left=_cut(_runs(row.left)),
        right=_cut(_runs(row.right)),
        merged=row.merged if length <= CELL_LENGTH else (),
    )


def _runs(cell: Cell | None) -> tuple[Run, ...]:
    """The sentences of a cell, parted by a space."""
    paragraphs: tuple[Paragraph, ...] = cell.paragraphs if cell else ()
    runs: list[Run] = []
    for paragraph in paragraphs:
        for sentence in paragraph.sentences:
            if runs:
                runs.append(Run(" ", changed=False))
            runs += sentence.runs
    return tuple(runs)


def _cut(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """The first `CELL_LENGTH` code points; an ellipsis stands for the rest."""
    kept: list[Run] = []
    room = CELL_LENGTH
    for run in runs:
        if len(run.text) > room:
            return (*kept, replace(run, text=run.text[: border(run.text, room)]), Run(" …", changed=False))
        kept.append(run)
        room -= len(run.text)
    return tuple(kept)
