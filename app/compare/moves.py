"""Which links are out of order: the least set, by words, without which the rest stand in the same order on both sides.

Method: heaviest increasing subsequence (Fredman 1975, with weights; a Fenwick tree of maxima makes it n log n).
"""

from collections.abc import Sequence
from typing import NamedTuple


class Place(NamedTuple):
    """Where a link stands on each side (its first sentence), and how heavy it is (its words on both sides)."""

    a: int
    b: int
    weight: int


def out_of_order(places: Sequence[Place]) -> set[int]:
    """The indices of the places that moved: everything outside the heaviest chain that ascends on both sides.

    Two places that share a sentence on one side are in order. Of two chains of equal weight the one found first wins.
    """
    order = sorted(range(len(places)), key=lambda k: (places[k].a, places[k].b, k))
    ranks = {b: rank for rank, b in enumerate(sorted({place.b for place in places}), start=1)}
    tree: list[tuple[int, int]] = [(0, -1)] * (len(ranks) + 1)
    before: dict[int, int] = {}
    best = (0, -1)
    for k in order:
        rank = ranks[places[k].b]
        weight, before[k] = _highest(tree, rank)
        end = (weight + places[k].weight, k)
        _raise(tree, rank, end)
        if end[0] > best[0]:
            best = end
    at = best[1]
    moved = set(order)
    while at >= 0:
        moved.discard(at)
        at = before[at]
    return moved


def _highest(tree: list[tuple[int, int]], rank: int) -> tuple[int, int]:
    best = (0, -1)
    while rank > 0:
        if tree[rank][0] > best[0]:
            best = tree[rank]
        rank -= rank & -rank
    return best


def _raise(tree: list[tuple[int, int]], rank: int, value: tuple[int, int]) -> None:
    while rank < len(tree):
        if value[0] > tree[rank][0]:
            tree[rank] = value
        rank += rank & -rank
