"""The timeline as a drawing: a track for each article, marks for its versions."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.compare.story.periods import Period
from app.compare.story.timeline import Appearance, Revision, articles
from app.web.story.axis import DAY, Axis, Gap, Tick
from app.web.story.columns import Column

LEFT, RIGHT, RIGHT_OF_DATED = 2.0, 98.0, 80.0
"""Per cent of the width: the line of time, which ends earlier where versions without a date stand behind it."""
APART = 4.0
"""Per cent of the width from which two marks of a track stand beside each other; nearer ones stand on lanes."""
LANE, HEAD, LABEL, FOOT = 16, 46, 24, 12
"""Heights: of a lane, of the times above, of a track's name, and of the space beneath a track."""
MOST_LANES = 6
LONG_NAME = 34
BESIDE = 3
"""Marks without a date that stand beside each other."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A version at `x` per cent and `y`, moved by `dx`; `bar`: the width of what is known no better than a day, else None.

    `shape` is `first` for the first version of an article, `revised`, or `retitled` where its headline changed.
    """

    x: float
    y: int
    dx: int
    bar: float | None
    shape: str
    column: Column


@dataclass(frozen=True, slots=True)
class Joint:
    """What joins a version with the next of its article."""

    x1: float
    y1: int
    x2: float
    y2: int


@dataclass(frozen=True, slots=True)
class Track:
    """An article: its name at `y`, its line at `line`, its marks."""

    name: str
    y: int
    line: int
    marks: tuple[Mark, ...]
    joints: tuple[Joint, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """The drawing. `end` is where the line of time ends, `apart` whether versions without a date stand behind it."""

    height: int
    ticks: tuple[Tick, ...]
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
        lanes = 1 + max(mark.y - y - LABEL for mark in made) // LANE
        tracks.append(Track(_short(name), y + 12, y + LABEL, made, _joints(made)))
        y += LABEL + lanes * LANE + FOOT
    dense = any(len(track.marks) > 8 for track in tracks)
    gaps = axis.gaps()
    return Chart(y + (LANE if gaps else 0), axis.ticks(), gaps, tuple(tracks), end, apart, dense)


class _Tracker:
    """Places the marks of one article."""

    def __init__(
        self,
        axis: Axis,
        columns: Sequence[Column],
        appearances: Sequence[Appearance],
        shapes: dict[int, str],
        y: int,
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
            return Mark(self.end, self.y + row * LANE, 24 + beside * LANE, None, shape, column)
        x = self.axis.x(period.start)
        y = self.y + self._lane(x) * LANE
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
