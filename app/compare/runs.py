"""Runs of units of two passages: what matching finds, and what the steps after it join, slide and split."""

from typing import NamedTuple

from app.compare.units import Passage, Units


class Run(NamedTuple):
    """Units `[a0, a1)` against `[b0, b1)`, the same or not."""

    same: bool
    a0: int
    a1: int
    b0: int
    b1: int

    @property
    def one_sided(self) -> bool:
        """Whether this is a deletion or an insertion."""
        return not self.same and (self.a0 == self.a1 or self.b0 == self.b1)

    @property
    def size(self) -> int:
        """Its units on both sides together."""
        return self.a1 - self.a0 + self.b1 - self.b0


class Pair(NamedTuple):
    """Two passages and their units."""

    a: Passage
    b: Passage
    in_a: Units
    in_b: Units


def join(runs: list[Run]) -> list[Run]:
    """Neighbours of the same sort joined, empty runs dropped; so equal and other runs take turns."""
    joined: list[Run] = []
    for run in runs:
        same, a0, a1, b0, b1 = run
        if a0 == a1 and b0 == b1:
            continue
        if joined and joined[-1].same == same:
            last = joined[-1]
            joined[-1] = Run(same, last.a0, a1, last.b0, b1)
        else:
            joined.append(run)
    return joined
