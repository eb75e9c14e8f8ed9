"""Which rows of a comparison an embed page holds, cut to the room that it has."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from app.compare.anchors import anchors
from app.web.comparison_view import Cell, RowView
from app.web.formats.subject import Compared
from app.web.one_column import Part
from app.web.pages import Shown
from app.web.runs import Run
from app.web.sharing.addresses import comparison_address
from app.web.sharing.chosen import ChosenRow, sentence_ids
from app.web.sharing.cut import border
from app.web.switches import BY_ITSELF, Switches
from app.web.tellings import tellings

MOST_ROWS = 4
"""Rows of an embed page; it says how many changes more there are, and leads to them."""
HEADLINE_LENGTH = 200
"""Code points of a headline."""
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
    def elsewhere(self) -> bool:
        """Whether the side that has nothing here has it in another row."""
        return any(cell.also for cell in (self.row.left, self.row.right) if cell)


def embedded_rows(
    seen: Shown, compared: Compared, chosen: ChosenRow | None = None, switches: Switches = BY_ITSELF
) -> tuple[tuple[EmbeddedRow, ...], int]:
    """The chosen row, or else the most telling ones, as they stand in the texts; and how many changes are left out."""
    changes = changed_rows(seen)
    rows = [chosen.row] if chosen else _most_telling(changes, compared)
    shown = {row.id for row in rows}
    return tuple([_embedded(seen, row, switches) for row in rows]), sum(
        row.id not in shown for row in changes
    )


def changed_rows(seen: Shown) -> list[RowView]:
    """The rows that differ, in reading order."""
    return [row for item in seen.items for row in item.rows if row.is_change]


def _most_telling(changes: list[RowView], compared: Compared) -> list[RowView]:
    """At most `MOST_ROWS` rows, in reading order; the first ones where none is known to tell more."""
    at = {name: number for number, row in enumerate(changes) for name in sentence_ids(row)}
    told = [at[name] for name in _told(compared) if name in at]
    places = list(dict.fromkeys([*told, *range(len(changes))]))[:MOST_ROWS]
    return [changes[place] for place in sorted(places)]


def _told(compared: Compared) -> Iterator[str]:
    """The ids of a sentence of the most telling changes, in order; headlines stand at the head in any case."""
    left, right = anchors(compared.comparison.a), anchors(compared.comparison.b)
    for one in tellings(compared):
        if one.a:
            yield f"l-{left[one.a[0]]}"
        elif one.b:
            yield f"r-{right[one.b[0]]}"


def _embedded(seen: Shown, row: RowView, switches: Switches) -> EmbeddedRow:
    length = sum(len(run.text) for part in row.merged for run in part.runs)
    return EmbeddedRow(
        row=row,
        address=comparison_address(seen.left.id, seen.right.id, row.id, switches),
        left=cut_runs(_runs(row.left), CELL_LENGTH),
        right=cut_runs(_runs(row.right), CELL_LENGTH),
        merged=row.merged if length <= CELL_LENGTH else (),
    )


def _runs(cell: Cell | None) -> tuple[Run, ...]:
    """The sentences of a cell, parted by a space."""
    runs: list[Run] = []
    for paragraph in cell.paragraphs if cell else ():
        for sentence in paragraph.sentences:
            if runs:
                runs.append(Run(" ", changed=False))
            runs += sentence.runs
    return tuple(runs)


def cut_runs(runs: tuple[Run, ...], room: int) -> tuple[Run, ...]:
    """The first code points that there is room for; an ellipsis stands for the rest."""
    kept: list[Run] = []
    for run in runs:
        if len(run.text) > room:
            return (*kept, replace(run, text=run.text[: border(run.text, room)]), Run(" …", changed=False))
        kept.append(run)
        room -= len(run.text)
    return tuple(kept)
