"""The timeline as a drawing: a track for each article, marks for its versions."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.compare.story.periods import Period
from app.compare.story.timeline import Appearance, Revision, articles
from app.web.story.axis import DAY, Axis, Gap
from app.web.story.columns import Column
from app.web.story.ticks import Tick, Ticker

LEFT, RIGHT, RIGHT_OF_DATED = 2.0, 98.0, 80.0
"""Per cent of the width: the line of time, which ends earlier where versions without a date stand behind it."""
APART = 4.0
"""Per cent of the width from which two marks of a track stand beside each other; nearer ones stand on lanes."""
LANE, HEAD, LABEL, FOOT = 1.2, 3.3, 1.75, 0.9
"""Heights, in ems: of a lane, of the times above, of a track's name, and of the space beneath a track."""
MOST_LANES = 6
LONG_NAME = 32
BESIDE = 2
"""Marks without a date that stand beside each other."""
ROOMS = {"narrow": 20.0, "middle": 25.0, "broad": 36.0}
"""Widths of the drawing, in ems, from which on there is room for more times; static/timeline.css has the same."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A version at `x` per cent and `y` ems, moved by `dx` ems.

    `bar` is the width of what is known no better than a day, else None.
    `shape` is `first` for the first version of an article, `revised`, or `retitled` where its headline changed.
    """

    x: float
    y: float
    dx: float
    bar: float | None
    shape: str
    column: Column


@dataclass(frozen=True, slots=True)
class Joint:
    """What joins a version with the next of its article."""

    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(frozen=True, slots=True)
class Track:
    """An article: its name at `y`, its line at `line`, its marks."""

    name: str
    y: float
    line: float
    marks: tuple[Mark, ...]
    joints: tuple[Joint, ...]


@dataclass(frozen=True, slots=True)
class Scale:
    """What is written above and beneath in a drawing of a width: `room` is its name in `ROOMS`."""

    room: str
    ticks: tuple[Tick, ...]
    gaps: tuple[Gap, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """The drawing, its heights in ems; one of its scales is seen at a time.

    `end` is where the line of time ends, `apart` whether versions without a date stand behind it.
    """

    height: float
    scales: tuple[Scale, ...]
    gaps: tuple[Gap, ...]
    tracks: tuple[Track, ...]
    end: float
    apart: bool
    dense: bool


def draw(
    columns: Sequence[Column], appearances: Sequence[Appearance], revisions: Sequence[Revision]
) -> Chart | None:
    """The drawing of some versions; None where none of them has a date."""
    known = [one.period for one in appearances if one.period is not None]
    if not known:
        return None
    apart = len(known) < len(appearances)
    end = RIGHT_OF_DATED if apart else RIGHT
    axis = Axis(known, LEFT, end)
    shapes = {one.after: "retitled" if one.headline else "revised" for one in revisions}
    tracks: list[Track] = []
    y = HEAD
    for versions in _by_time(appearances):
        made = _Tracker(axis, columns, appearances, shapes, y + LABEL, end).draw(versions)
        name = columns[versions[0]].head.outlet or columns[versions[0]].label
        tracks.append(Track(_short(name), _em(y + FOOT), _em(y + LABEL), made, _joints(made)))
        y = max(mark.y for mark in made) + LANE + FOOT
    dense = any(len(track.marks) > 8 for track in tracks)
    gaps = axis.gaps()
    return Chart(_em(y + (LANE if gaps else 0)), _scales(axis), gaps, tuple(tracks), end, apart, dense)


def _scales(axis: Axis) -> tuple[Scale, ...]:
    tickers = {name: Ticker(axis, room) for name, room in ROOMS.items()}
    return tuple([Scale(name, one.ticks(), one.gaps()) for name, one in tickers.items()])


class _Tracker:
    """Places the marks of one article."""

    def __init__(
        self,
        axis: Axis,
        columns: Sequence[Column],
        appearances: Sequence[Appearance],
        shapes: dict[int, str],
        y: float,
        end: float,
    ) -> None:
        self.axis, self.columns, self.appearances, self.shapes = axis, columns, appearances, shapes
        self.y, self.end = y, end
        self.lanes: list[float] = []
        self.undated = 0

    def draw(self, versions: Sequence[int]) -> tuple[Mark, ...]:
        return tuple([self._mark(version) for version in versions])

    def _mark(self, version: int) -> Mark:
        period = self.appearances[version].period
        shape, column = self.shapes.get(version, "first"), self.columns[version]
        if period is None:
            row, beside = divmod(self.undated, BESIDE)
            self.undated += 1
            return Mark(self.end, _em(self.y + row * LANE), _em((1.3 + beside) * LANE), None, shape, column)
        x = self.axis.x(period.start)
        y = _em(self.y + self._lane(x) * LANE)
        return Mark(x, y, 0, self._bar(period, x), shape, column)

    def _lane(self, x: float) -> int:
        """The first lane on which no mark is near."""
        for lane, taken in enumerate(self.lanes):
            if abs(x - taken) >= APART:
                self.lanes[lane] = x
                return lane
        if len(self.lanes) < MOST_LANES:
            self.lanes.append(x)
        return len(self.lanes) - 1

    def _bar(self, period: Period, x: float) -> float | None:
        return round(self.axis.x(period.end) - x, 2) if period.end - period.start >= DAY else None


def _em(length: float) -> float:
    return round(length, 2)


def _by_time(appearances: Sequence[Appearance]) -> list[list[int]]:
    """The articles, by their first moment; those without one last, as they come."""

    def first(versions: list[int]) -> tuple[float, int]:
        starts = [period.start for version in versions if (period := appearances[version].period)]
        return min(starts, default=float("inf")), min(versions)

    return sorted(articles(appearances), key=first)


def _joints(marks: Sequence[Mark]) -> tuple[Joint, ...]:
    dated = [mark for mark in marks if not mark.dx]
    return tuple([Joint(a.x, a.y, b.x, b.y) for a, b in pairwise(dated)])


def _short(name: str) -> str:
    return name if len(name) <= LONG_NAME else name[: LONG_NAME - 1].rstrip() + "…"
