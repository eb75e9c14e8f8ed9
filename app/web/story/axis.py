"""A clock drawn as a line: where a moment stands on it, where it is cut, and what is written beneath.

Positions are per cent of the drawing's width, so that the drawing fits any screen without its letters shrinking.

1. what is known to a day or better sets the two ends; where nothing is, what is known less well does;
2. stretches without any moment that are longer than `CUT` of the whole are cut out, where each is `LONGER` times as long
   as any that is left;
3. ticks stand at round times, UTC, as close as `MOST_TICKS` of them allow.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import pairwise

from app.compare.story.periods import Period

MINUTE, HOUR, DAY = 60.0, 3_600.0, 86_400.0
CUT = 0.25
LONGER = 4.0
MOST_TICKS = 7
CUT_WIDTH = 6.0
"""Per cent that stand for a stretch that is cut out."""
LEAST_APART = 9.0
"""Per cent between two ticks."""
EDGE = 9.0
"""Per cent from an end within which a tick's words would stand out of the drawing on a phone."""
_STEPS = (
    *(minutes * MINUTE for minutes in (1, 2, 5, 10, 15, 30)),
    *(hours * HOUR for hours in (1, 2, 3, 6, 12)),
    *(days * DAY for days in (1, 2, 7, 14)),
)
_MONTHS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200)
_MONTH = 30.4 * DAY
_MONDAY = 3 * DAY
"""From a Monday to the Thursday on which 1970 began."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A time at `x`: `label`, and the day, month or year beneath where another one begins. `anchor` keeps it inside."""

    x: float
    label: str
    below: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch that is cut out, centred at `x`, and its length in words."""

    x: float
    words: str


class Axis:
    """Periods on a line from `left` to `right` (per cent)."""

    def __init__(self, periods: Sequence[Period], left: float, right: float) -> None:
        fine = [one for one in periods if one.end - one.start <= DAY] or list(periods)
        self._kept = _with_cuts(_merged(fine))
        self._left, self._right = left, right
        total = sum(end - start for start, end in self._kept)
        self._scale = (right - left - CUT_WIDTH * (len(self._kept) - 1)) / total
        self._step = next((step for step in _STEPS if total / step <= MOST_TICKS), None)
        self._months = next((step for step in _MONTHS if total / step / _MONTH <= MOST_TICKS), _MONTHS[-1])

    def x(self, moment: float) -> float:
        """Where a moment stands; what lies beyond an end, or in a cut, stands at its border."""
        at = self._left
        for start, end in self._kept:
            if moment <= end:
                return round(at + max(0.0, moment - start) * self._scale, 2)
            at += (end - start) * self._scale + CUT_WIDTH
        return round(at - CUT_WIDTH, 2)

    def gaps(self) -> tuple[Gap, ...]:
        """The stretches that are cut out."""
        return tuple(
            [
                Gap(round((self.x(end) + self.x(start)) / 2, 2), duration(start - end))
                for (_, end), (start, _) in pairwise(self._kept)
            ]
        )

    def ticks(self) -> tuple[Tick, ...]:
        """The times that are written above, one in every stretch that is kept even where others have to give way."""
        times: list[float] = []
        firsts: set[float] = set()
        for start, end in self._kept:
            for time in [time for time in self._round(start, end) if start <= time <= end] or [start]:
                first = not any(start <= other for other in times)
                while first and times and not self._apart(times[-1], time) and times[-1] not in firsts:
                    times.pop()
                if not times or self._apart(times[-1], time):
                    times.append(time)
                    firsts.update([time] if first else [])
        return self._labelled(times)

    def _apart(self, one: float, other: float) -> bool:
        return self.x(other) - self.x(one) >= LEAST_APART

    def _labelled(self, times: Sequence[float]) -> tuple[Tick, ...]:
        """What is written: the day, month or year only where it is another one, the year of a day only then."""
        made: list[Tick] = []
        last, last_year = ("", ""), ""
        for time in times:
            label, below, year = self._written(time)
            whole = " ".join(filter(None, [below, year if year != last_year else ""]))
            x = self.x(time)
            made.append(Tick(x, label, whole if (below, year) != last else "", self._anchor(x)))
            last, last_year = (below, year), year
        return tuple(made)

    def _anchor(self, x: float) -> str:
        return "start" if x < self._left + EDGE else "end" if x > self._right - EDGE else "middle"

    def _round(self, start: float, end: float) -> Iterable[float]:
        if self._step is None:
            return _months(start, end, self._months)
        offset = _MONDAY if self._step >= 7 * DAY else 0.0
        first = -(-(start + offset) // self._step)
        last = (end + offset) // self._step
        return [number * self._step - offset for number in range(int(first), int(last) + 1)]

    def _written(self, time: float) -> tuple[str, str, str]:
        at = datetime.fromtimestamp(time, UTC)
        if self._step is None:
            return (f"{at:%b}", "", str(at.year)) if self._months < 12 else (str(at.year), "", "")
        if self._step < DAY:
            return f"{at:%H:%M}", f"{at.day} {at:%b}", str(at.year)
        return f"{at.day} {at:%b}", "", str(at.year)


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


def _months(start: float, end: float, step: int) -> Iterable[float]:
    one, other = (datetime.fromtimestamp(at, UTC) for at in (start, end))
    first = -(-(one.year * 12 + one.month - 1) // step) * step
    for number in range(first, other.year * 12 + other.month, step):
        yield datetime(number // 12, number % 12 + 1, 1, tzinfo=UTC).timestamp()
