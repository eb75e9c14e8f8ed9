"""Where one edit ends and the next begins, in a run that differs on both sides.

Readers do not call every such run one replacement. What they mark depends on whether the two sides answer each other:

1. the good harbour → the fine harbour                     one replacement
2. This shows … → As the table has it, which shows …       added "As the table has it,", replaced "This" by "which"
3. To this end, … → Where no form is given, …              one thing cut, another added: nothing answers anything

So a run may stay whole, or be taken apart, or lose a piece at one of its ends that only one side has. All these readings
are given points, and the best is taken. The points are a linear model, its weights learned as a conditional logit
(McFadden 1974) from edits that people marked (training/borders.py). It knows letters, units and the opening of the
sentence, no language.
"""

from collections.abc import Iterator
from itertools import accumulate
from operator import mul

from rapidfuzz.distance import Indel

from app.compare.border_weights import WEIGHTS
from app.compare.runs import Pair, Run

MAX_UNITS = 80
"""Units of both sides together beyond which a run is taken apart unseen: what is so long was written anew."""
KIN_LETTERS = 3
"""Least letters with which words of one stem begin alike; it is also half of the longer at least."""
FEATURES = tuple(WEIGHTS)
_WEIGHTS = tuple(WEIGHTS.values())


def split(run: Run, pair: Pair) -> list[Run]:
    """The edits that a run, different on both sides, is made of: one or two runs, in order."""
    if run.size == 2:
        return [run]
    if run.size > MAX_UNITS:
        return _apart(run)
    best, most = [run], float("-inf")
    for edits, features in readings(run, pair):
        points = sum(map(mul, _WEIGHTS, features))
        if points > most:
            best, most = edits, points
    return best


def readings(run: Run, pair: Pair) -> Iterator[tuple[list[Run], tuple[float, ...]]]:
    """Every way to read a run as edits, with its features in the order of `FEATURES`.

    `kin`: the last words of what is replaced share a stem. `likeness`: of its letters, 0 to 1. `distance`: letters to be
    struck and added, in fifties. `beside`: a piece of one side stands beside it; `alone`: that piece is a single unit.
    `apart`: nothing is replaced; `opening`: its letters, if that is at the opening of the sentence, in fifties, up to 1.
    """
    sides = _Sides(run, pair)
    yield [run], sides.features(run)
    opening = min(sum(map(len, sides.letters)) / 50, 1.0) if run.a0 == 0 or run.b0 == 0 else 0.0
    yield _apart(run), (0.0, 0.0, 0.0, 0.0, 0.0, 1.0, opening)
    _, a0, a1, b0, b1 = run
    for k in range(a0 + 1, a1):
        yield _cut(run, k, b0), sides.features(Run(False, k, a1, b0, b1), k - a0)
        yield _cut(run, k, b1), sides.features(Run(False, a0, k, b0, b1), a1 - k)
    for k in range(b0 + 1, b1):
        yield _cut(run, a0, k), sides.features(Run(False, a0, a1, k, b1), k - b0)
        yield _cut(run, a1, k), sides.features(Run(False, a0, a1, b0, k), b1 - k)


def _apart(run: Run) -> list[Run]:
    _, a0, a1, b0, b1 = run
    return [Run(False, a0, a1, b0, b0), Run(False, a1, a1, b0, b1)]


def _cut(run: Run, a: int, b: int) -> list[Run]:
    _, a0, a1, b0, b1 = run
    return [Run(False, a0, a, b0, b), Run(False, a, a1, b, b1)]


class _Sides:
    """The letters of both sides of a run, in one string each, so that any part of it is a slice."""

    def __init__(self, run: Run, pair: Pair) -> None:
        self.keys = pair.in_a.keys, pair.in_b.keys
        self.firsts = run.a0, run.b0
        parts = self.keys[0][run.a0 : run.a1], self.keys[1][run.b0 : run.b1]
        self.letters = "".join(parts[0]), "".join(parts[1])
        self.at = tuple([0, *accumulate(map(len, part))] for part in parts)

    def features(self, replaced: Run, beside: int = 0) -> tuple[float, ...]:
        """Those of a reading in which this is replaced, beside a piece of so many units."""
        a = self._part(0, replaced.a0, replaced.a1)
        b = self._part(1, replaced.b0, replaced.b1)
        distance = Indel.distance(a, b)
        kin = is_kin(self.keys[0][replaced.a1 - 1], self.keys[1][replaced.b1 - 1])
        likeness = 1 - distance / max(1, len(a) + len(b))  # invisible signs have no letters
        return (float(kin), likeness, distance / 50, float(beside > 0), float(beside == 1), 0.0, 0.0)

    def _part(self, side: int, start: int, end: int) -> str:
        first, at = self.firsts[side], self.at[side]
        return self.letters[side][at[start - first] : at[end - first]]


def is_kin(one: str, other: str) -> bool:
    """Whether two keys may be inflections of one word: they begin with the same letters."""
    if one[:1] != other[:1]:
        return False
    same = max(KIN_LETTERS, (max(len(one), len(other)) + 1) // 2)
    return (one[:same] == other[:same] and min(len(one), len(other)) >= same) or one == other
