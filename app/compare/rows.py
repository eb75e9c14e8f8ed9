"""A comparison as rows to show: left and right cells that stand beside each other, in the left version's order.

Read down the left cells to have all of `a` once and in order; read down the right cells, taking stubs for what stands
elsewhere, to have all of `b` likewise:

    a0   b0    edited
    a1   b3    reworded, moved
         b1    only_b
    a2   b2    verbatim
         (b3)  stub: shown in row 1
"""

from dataclasses import dataclass
from typing import Literal

from app.compare.comparison import Comparison, Link, LinkKind
from app.compare.primary import primaries

RowKind = Literal[LinkKind, "only_a", "only_b", "stub"]
FOLD_LENGTH = 4
"""Rows alike in a stretch, from which it is worth folding."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: sentence indices of either side.

    A `stub` holds the right-hand sentences that stand here in `b` and are shown in row `refers_to`, beside the left
    sentences they answer to. `also_a` are further sentences of `a` that this row's right cell also answers to, shown in
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
    beside = _beside(comparison)
    left = _left_rows(comparison, beside)
    merged = _merge(left, _right_places(comparison, left))
    return tuple(_with_others(comparison, row) for row in merged)


def folds(shown: tuple[Row, ...]) -> tuple[range, ...]:
    """The stretches of rows that a page may fold: verbatim, unmoved rows, at least `FOLD_LENGTH` on end.

    Each range leaves the stretch's first and last row out of it, to stand as context.
    """
    found = []
    start = 0
    for k in range(len(shown) + 1):
        if k < len(shown) and shown[k].kind == "verbatim" and not shown[k].moved:
            continue
        if k - start >= FOLD_LENGTH:
            found.append(range(start + 1, k - 1))
        start = k + 1
    return tuple(found)


def _beside(comparison: Comparison) -> list[int]:
    """The links that make a row, by index: each sentence stands in one at most, the highest-scored come first.

    Sentences go to their primary link; where two links claim a sentence, the one that is primary for more of its own
    sentences, then the higher-scored, has it.
    """
    links = comparison.links
    best_a, best_b = primaries(links)
    mutual = [
        sum(best_a[i] == k for i in link.a) + sum(best_b[j] == k for j in link.b) for k, link in enumerate(links)
    ]
    order = sorted(
        (k for k in range(len(links)) if mutual[k]),
        key=lambda k: (-links[k].score, -mutual[k], links[k].a, links[k].b),
    )
    taken_a: set[int] = set()
    taken_b: set[int] = set()
    made = []
    for k in order:
        if taken_a.isdisjoint(links[k].a) and taken_b.isdisjoint(links[k].b):
            taken_a.update(links[k].a)
            taken_b.update(links[k].b)
            made.append(k)
    return made


def _left_rows(comparison: Comparison, beside: list[int]) -> list[Row]:
    """The rows that have a left cell, in order."""
    starts = {comparison.links[k].a[0]: comparison.links[k] for k in beside}
    made = []
    i = 0
    while i < len(comparison.a.sentences):
        link = starts.get(i)
        if link is None:
            made.append(Row("only_a", (i,), ()))
            i += 1
        else:
            made.append(Row(link.kind, link.a, link.b, link, link.moved))
            i = link.a[-1] + 1
    return made


def _right_places(comparison: Comparison, left: list[Row]) -> list[tuple[int, ...] | int]:
    """`b` from top to bottom: the index of the left row that shows the sentences, or a sentence of its own row."""
    shown = {row.b[0]: k for k, row in enumerate(left) if row.b}
    places: list[tuple[int, ...] | int] = []
    j = 0
    while j < len(comparison.b.sentences):
        k = shown.get(j)
        if k is None:
            places.append((j,))
            j += 1
        else:
            places.append(k)
            j = left[k].b[-1] + 1
    return places
