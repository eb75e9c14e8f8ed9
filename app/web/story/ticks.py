"""What is written along a clock: round times, UTC, as many as a drawing of some width has room for.

Widths are ems, so that what fits at one size of text fits at every other. Times stand as close as their words allow. Where
words touch at every distance, a time gives way to the one before it; one in every stretch that is kept stays even where
others have to give way.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from app.web.story.axis import DAY, HOUR, MINUTE, Axis, Gap

MOST_TICKS = 7
TICK_ROOM = 5.0
"""Ems that a tick has at least."""
SIGN, SLIM, SMALLER = 0.64, 0.35, 0.93
"""Ems of a sign in the widest of the faces that systems have, of a colon or space; and how much smaller days are written."""
CLEAR = 0.5
"""Ems between two words."""
EDGE = 2.0
"""Per cent beyond the ends of the line within which words stay."""
_STEPS: tuple[float, ...] = (
    *(minutes * MINUTE for minutes in (1, 2, 5, 10, 15, 30)),
    *(hours * HOUR for hours in (1, 2, 3, 6, 12)),
    *(days * DAY for days in (1, 2, 7, 14)),
)
_MONTHS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200)
_MONTH = 30.4 * DAY
_MONDAY = 3 * DAY
"""From a Monday to the Thursday on which 1970 began."""

Span = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Tick:
    """A time at `x`: `label`, and the day, month or year beneath where another one begins. `anchor` keeps it inside."""

    x: float
    label: str
    below: str
    anchor: str


@dataclass(frozen=True, slots=True)
class _Step:
    """The distance from one time to the next: in seconds, or in months."""

    seconds: float = 0.0
    months: int = 0

    def times(self, start: float, end: float) -> Iterable[float]:
        """The round times about a stretch."""
        if self.months:
            return _months(start, end, self.months)
        offset = _MONDAY if self.seconds >= 7 * DAY else 0.0
        first = -(-(start + offset) // self.seconds)
        last = (end + offset) // self.seconds
        return [number * self.seconds - offset for number in range(int(first), int(last) + 1)]

    def written(self, time: float) -> tuple[str, str, str]:
        """A time as it is written above, beneath, and its year."""
        at = datetime.fromtimestamp(time, UTC)
        if self.months:
            return (f"{at:%b}", "", str(at.year)) if self.months < 12 else (str(at.year), "", "")
        if self.seconds < DAY:
            return f"{at:%H:%M}", f"{at.day} {at:%b}", str(at.year)
        return f"{at.day} {at:%b}", "", str(at.year)


class Ticker:
    """Writes along an axis in a drawing that is `room` ems wide."""

    def __init__(self, axis: Axis, room: float) -> None:
        self._axis, self._room = axis, room
        self._most = min(MOST_TICKS, room / TICK_ROOM)

    def ticks(self) -> tuple[Tick, ...]:
        """The times that are written above."""
        made = [self._at(step) for step in self._steps()]
        whole = (ticks for ticks, complete in made if complete and len(ticks) > 1)
        return next(whole, made[0][0])

    def _steps(self) -> list[_Step]:
        """The distances from one time to the next that leave each enough room, the least one first."""
        total = self._axis.total
        steps = [_Step(seconds=step) for step in _STEPS if total / step <= self._most]
        months = [_Step(months=step) for step in _MONTHS if total / step / _MONTH <= self._most]
        return [*steps, *months] or [_Step(months=_MONTHS[-1])]

    def _at(self, step: _Step) -> tuple[tuple[Tick, ...], bool]:
        """What is written at a distance, and whether nothing had to give way."""
        times: list[float] = []
        firsts: set[float] = set()
        complete = True
        for start, end in self._axis.kept:
            for time in [time for time in step.times(start, end) if start <= time <= end] or [start]:
                first = not any(start <= other for other in times)
                while first and times and not self._fits(times, time, step) and times[-1] not in firsts:
                    times.pop()
                    complete = False
                if self._fits(times, time, step):
                    times.append(time)
                    firsts.update([time] if first else [])
                else:
                    complete = False
        return self._labelled(times, step), complete

    def gaps(self) -> tuple[Gap, ...]:
        """The stretches that are cut out whose lengths can be written beneath."""
        made: list[Gap] = []
        for gap in self._axis.gaps():
            spans = [self._span(one.x, SMALLER * _width(one.words), "middle") for one in (*made, gap)]
            if self._clear(spans):
                made.append(gap)
        return tuple(made)

    def _fits(self, times: Sequence[float], time: float, step: _Step) -> bool:
        """Whether a time can be written behind others."""
        ticks = self._labelled([*times, time], step)
        above = [self._span(one.x, _width(one.label), one.anchor) for one in ticks]
        below = [
            self._span(one.x, SMALLER * _width(one.below), one.anchor)
            for one in ticks
            if one.below or one is ticks[-1]
        ]
        return self._clear(above) and self._clear(below)

    def _clear(self, spans: Sequence[Span]) -> bool:
        """Whether the last words touch none before them."""
        ends = [end for _, end in spans[:-1]]
        return not ends or spans[-1][0] - max(ends) >= 100 * CLEAR / self._room

    def _span(self, x: float, width: float, anchor: str) -> Span:
        share = 100 * width / self._room
        start = {"start": x, "middle": x - share / 2, "end": x - share}[anchor]
        return start, start + share

    def _labelled(self, times: Sequence[float], step: _Step) -> tuple[Tick, ...]:
        """What is written: the day, month or year only where it is another one, the year of a day only then."""
        made: list[Tick] = []
        last, last_year = ("", ""), ""
        for time in times:
            label, below, year = step.written(time)
            whole = " ".join(filter(None, [below, year if year != last_year else ""]))
            seen = whole if (below, year) != last else ""
            x = self._axis.x(time)
            made.append(Tick(x, label, seen, self._anchor(x, label, seen)))
            last, last_year = (below, year), year
        return tuple(made)

    def _anchor(self, x: float, label: str, below: str) -> str:
        start, end = self._span(x, max(_width(label), SMALLER * _width(below)), "middle")
        if start < self._axis.left - EDGE:
            return "start"
        return "end" if end > self._axis.right + EDGE else "middle"


def _width(words: str) -> float:
    """How wide words are at most, in ems."""
    return sum(SLIM if sign in ": " else SIGN for sign in words)


def _months(start: float, end: float, step: int) -> Iterable[float]:
    one, other = (datetime.fromtimestamp(at, UTC) for at in (start, end))
    first = -(-(one.year * 12 + one.month - 1) // step) * step
    for number in range(first, other.year * 12 + other.month, step):
        yield datetime(number // 12, number % 12 + 1, 1, tzinfo=UTC).timestamp()
