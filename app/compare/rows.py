"""A comparison as rows to show: left and right cells that stand beside each other, in the left version's order.

Read down the left cells to have all of `a` once and in order; read down the right cells, taking stubs for what stands
elsewhere, to have all of `b` likewise:

    a0   b0    edited
    a1   b3    reworded, moved
         b1    only_b
    a2   b2    verbatim
         (b3)  stub: shown in row 1
"""

from dataclasses import dataclass, replace
from typing import Literal

from app.compare.comparison import Comparison, Link, LinkKind
from app.compare.primary import beside_each_other, primaries

RowKind = Literal[LinkKind, "only_a", "only_b", "stub"]
FOLD_LENGTH = 4
"""Rows alike in a stretch, from which it is worth folding."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: sentence indices of either side.

    A row with one cell has the kind `only_a` or `only_b` if nothing answers to its sentence; if what answers is shown in
    another row, it has the kind of its primary link, `link` is that link and `also_a` or `also_b` say where. A `reworded`
    row may hold more sentences than its `link`: those next to them that answer to the same ones.

    A `stub` holds the right-hand sentences that stand here in `b` and are shown elsewhere, beside the left sentences they
    answer to: in row `refers_to` and, if it holds more than that one's, in the rows that follow it. `link` is that of row
    `refers_to`. `also_a` are further sentences of `a` that this row's right cell also answers to, shown in
    other rows; `also_b` likewise for the left cell.
    """

    kind: RowKind
    a: tuple[int, ...]
    b: tuple[int, ...]
    link: Link | None = None
    moved: bool = False
    refers_to: int | None = None
    also_a: tuple[int, ...] = ()
    also_b: tuple[int, ...] = ()


def rows(comparison: Comparison) -> tuple[Row, ...]:
    """The rows of a comparison, top to bottom.

    Every sentence of `a` stands in one row; every sentence of `b` in one row that is no stub.
    """
    beside = beside_each_other(comparison.links)
    merged = _merge(comparison, _left_rows(comparison, beside))
    others = _Others(comparison.links)
    return _with_runs_of_stubs(_gathered([others.add(row) for row in merged]))


def folds(shown: tuple[Row, ...], *, least: int = FOLD_LENGTH, context: int = 1) -> tuple[range, ...]:
    """The stretches of rows that a page may fold: verbatim, unmoved rows, at least `least` on end.

    Each range leaves `context` rows at either end of its stretch out of it.
    """
    found = []
    start = 0
    for k in range(len(shown) + 1):
        if k < len(shown) and shown[k].kind == "verbatim" and not shown[k].moved:
            continue
        if k - start >= max(least, 2 * context + 1):
            found.append(range(start + context, k - context))
        start = k + 1
    return tuple(found)


def _left_rows(comparison: Comparison, beside: list[int]) -> list[Row]:
    """The rows that have a left cell, in order."""
    starts = {comparison.links[k].a[0]: comparison.links[k] for k in beside}
    best_a, _ = primaries(comparison.links)
    made = []
    i = 0
    while i < len(comparison.a.sentences):
        link = starts.get(i)
        if link is None:
            made.append(_alone(comparison, i, best_a.get(i), left=True))
            i += 1
        else:
            made.append(Row(link.kind, link.a, link.b, link, link.moved))
            i = link.a[-1] + 1
    return made


def _alone(comparison: Comparison, sentence: int, primary: int | None, *, left: bool) -> Row:
    """A row with one cell: nothing answers to its sentence, or what does is shown in another row."""
    a, b = ((sentence,), ()) if left else ((), (sentence,))
    if primary is None:
        return Row("only_a" if left else "only_b", a, b)
    return Row(comparison.links[primary].kind, a, b, comparison.links[primary])


def _merge(comparison: Comparison, left: list[Row]) -> list[Row]:
    """Left rows in order, the right side's own rows and stubs where they stand in `b`. Stubs refer to left rows."""
    _, best_b = primaries(comparison.links)
    shown = {row.b[0]: k for k, row in enumerate(left) if row.b}
    merged: list[Row] = []
    done, j = 0, 0
    while j < len(comparison.b.sentences):
        k = shown.get(j)
        if k is None:
            row = _alone(comparison, j, best_b.get(j), left=False)
            while row.kind == "only_b" and done < len(left) and (left[done].moved or not left[done].b):
                merged.append(left[done])  # what the left has here stands before what only the right has
                done += 1
            merged.append(row)
            j += 1
            continue
        if left[k].moved:
            merged.append(Row("stub", (), left[k].b, left[k].link, moved=True, refers_to=k))
        else:
            stop = k + 1
            while stop < len(left) and _answers_to(left[stop], left[k]):
                stop += 1
            merged += left[done:stop]
            done = stop
        j = left[k].b[-1] + 1
    return _pointed(merged + left[done:])


def _answers_to(part: Row, whole: Row) -> bool:
    """Whether a row with a left cell alone belongs to what stands in the right cell of the row before it."""
    return not part.b and part.link is not None and set(part.link.b) <= set(whole.b)


def _pointed(merged: list[Row]) -> list[Row]:
    """Stubs' references, from the number of the left row to the number of the row."""
    numbers = [k for k, row in enumerate(merged) if row.a]
    return [
        row if row.refers_to is None else replace(row, refers_to=numbers[row.refers_to]) for row in merged
    ]


def _gathered(merged: list[Row]) -> tuple[Row, ...]:
    """A one-celled row joins the row before or after it that its sentences answer to: one sentence retold in two.

    Only where no words are marked; marks would leave the joined sentence looking unchanged.
    """
    made: list[Row] = []
    numbers = []
    for row in merged:
        joined = _joined(made[-1], row) if made else None
        made[-1:] = [joined] if joined else [*made[-1:], row]
        numbers.append(len(made) - 1)
    return tuple(
        row if row.refers_to is None else replace(row, refers_to=numbers[row.refers_to]) for row in made
    )


def _with_runs_of_stubs(shown: tuple[Row, ...]) -> tuple[Row, ...]:
    """Stubs on end whose sentences are shown in rows on end become one stub."""
    made: list[Row] = []
    numbers = []
    following = None  # the row that a next stub must refer to
    for row in shown:
        if row.refers_to is not None and row.refers_to == following:
            made[-1] = replace(made[-1], b=made[-1].b + row.b)
        else:
            made.append(row)
        following = None if row.refers_to is None else row.refers_to + 1
        numbers.append(len(made) - 1)
    return tuple(
        [row if row.refers_to is None else replace(row, refers_to=numbers[row.refers_to]) for row in made]
    )


def _joined(first: Row, second: Row) -> Row | None:
    """Two rows as one, where one of them has both cells and the other's sentences stand next to its own."""
    whole, part = (first, second) if first.a and first.b else (second, first)
    if not (whole.a and whole.b and whole.kind == part.kind == "reworded" and first.moved == second.moved):
        return None
    if (part.a and part.b) or not (_next_to(first.a, second.a) and _next_to(first.b, second.b)):
        return None
    if not (set(part.also_a) | set(part.also_b)) & {*(whole.b if part.a else whole.a)}:
        return None
    a, b = first.a + second.a, first.b + second.b
    also_a = tuple(sorted({*whole.also_a, *part.also_a} - {*a}))
    also_b = tuple(sorted({*whole.also_b, *part.also_b} - {*b}))
    return replace(whole, a=a, b=b, also_a=also_a, also_b=also_b)


def _next_to(first: tuple[int, ...], second: tuple[int, ...]) -> bool:
    return not first or not second or first[-1] + 1 == second[0]


class _Others:
    """Every sentence's counterparts, whichever link they stand in."""

    def __init__(self, links: tuple[Link, ...]) -> None:
        self.of_a: dict[int, set[int]] = {}
        self.of_b: dict[int, set[int]] = {}
        for link in links:
            for i in link.a:
                self.of_a.setdefault(i, set()).update(link.b)
            for j in link.b:
                self.of_b.setdefault(j, set()).update(link.a)

    def add(self, row: Row) -> Row:
        """The row with what its cells answer to beyond it."""
        if row.kind == "stub":
            return row
        also_a = {i for j in row.b for i in self.of_b.get(j, ())} - set(row.a)
        also_b = {j for i in row.a for j in self.of_a.get(i, ())} - set(row.b)
        return replace(row, also_a=tuple(sorted(also_a)), also_b=tuple(sorted(also_b)))
