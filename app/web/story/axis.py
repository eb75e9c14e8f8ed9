"""A clock drawn as a line: where a moment stands on it, and where it is cut.

Positions are per cent of the drawing's width, so that the drawing fits any screen without its letters shrinking.

1. what is known to a day or better sets the two ends; where nothing is, what is known less well does;
2. stretches without any moment that are longer than `CUT` of the whole are cut out, where each is `LONGER` times as long
   as any that is left.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.compare.story.periods import Period

MINUTE, HOUR, DAY = 60.0, 3_600.0, 86_400.0
CUT = 0.25
LONGER = 4.0
CUT_WIDTH = 6.0
"""Per cent that stand for a stretch that is cut out."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch that is cut out, centred at `x`, and its length in words."""

    x: float
    words: str


class Axis:
    """Periods on a line from `left` to `right` (per cent)."""

    def __init__(self, periods: Sequence[Period], left: float, right: float) -> None:
        fine = [one for one in periods if one.end - one.start <= DAY] or list(periods)
        self.kept = tuple(_with_cuts(_merged(fine)))
        """The stretches of time that are drawn."""
        self.left, self.right = left, right
        self.total = sum(end - start for start, end in self.kept)
        self._scale = (right - left - CUT_WIDTH * (len(self.kept) - 1)) / self.total

    def x(self, moment: float) -> float:
        """Where a moment stands; what lies beyond an end, or in a cut, stands at its border."""
        at = self.left
        for start, end in self.kept:
            if moment <= end:
                return round(at + max(0.0, moment - start) * self._scale, 2)
            at += (end - start) * self._scale + CUT_WIDTH
        return round(at - CUT_WIDTH, 2)

    def gaps(self) -> tuple[Gap, ...]:
        """The stretches that are cut out."""
        return tuple(
            [
                Gap(round((self.x(end) + self.x(start)) / 2, 2), duration(start - end))
                for (_, end), (start, _) in pairwise(self.kept)
            ]
        )


def duration(seconds: float) -> str:
    """A length of time in words, as exactly as its size asks for.

    >>> duration(2700), duration(9000), duration(90000), duration(700000)
    ('45 min', '2 h 30 min', '25 h', '8 days')
    """
    minutes = round(seconds / MINUTE)
    hours, rest = divmod(minutes, 60)
    if hours < 1:
        return f"{minutes} min"
    if hours < 24:
        return f"{hours} h {rest} min" if rest else f"{hours} h"
    return f"{round(seconds / HOUR)} h" if hours < 48 else f"{round(seconds / DAY)} days"


def _merged(periods: Iterable[Period]) -> list[tuple[float, float]]:
    """The stretches that the periods cover, in order."""
    made: list[tuple[float, float]] = []
    for one in sorted(periods):
        if made and one.start <= made[-1][1]:
            made[-1] = (made[-1][0], max(made[-1][1], one.end))
        else:
            made.append((one.start, one.end))
    return made


def _with_cuts(covered: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """The stretches of time that are drawn: all from first to last, left out the longest in which nothing happens."""
    gaps = sorted([(other[0] - one[1], one[1]) for one, other in pairwise(covered)], reverse=True)
    whole = covered[-1][1] - covered[0][0]
    ratios = [
        (one / other, number)
        for number, ((one, _), (other, _)) in enumerate(pairwise(gaps), start=1)
        if one > CUT * whole and one >= LONGER * other
    ]
    cuts = {end for _, end in gaps[: max(ratios)[1]]} if ratios else set()
    kept = [covered[0]]
    for stretch in covered[1:]:
        if kept[-1][1] in cuts:
            kept.append(stretch)
        else:
            kept[-1] = (kept[-1][0], stretch[1])
    return kept
