"""When a version appeared, as exactly as is known, and which of two certainly came first."""

from collections.abc import Sequence
from math import inf
from typing import NamedTuple

SLACK = 14 * 3_600.0
"""Seconds by which two clocks may differ where only one of them says its zone: the widest offset from UTC."""
WIDE_SLACK = 26 * 3_600.0
"""Seconds by which they may differ where neither does: from twelve hours behind UTC to fourteen ahead of it."""


class Period(NamedTuple):
    """`[start, end)` in seconds since 1970, UTC: a day where the source says a day. `zoned`: whether it says its zone.

    Without an end (infinite) where all that is known is what it came after (`of_revisions`).
    """

    start: float
    end: float
    zoned: bool

    @property
    def ended(self) -> bool:
        """Whether it is known by when the version had appeared."""
        return self.end < inf


NEVER = Period(0.0, 0.0, zoned=True)
"""Stands for a period that is not known, where all or none are known."""


def certainly_before(one: Period | None, other: Period | None, *, one_clock: bool = False) -> bool:
    """Whether all of one period lies before the other; never where one of them is not known.

    `one_clock`: both were printed by the same source, so that two without a zone are of one zone.
    """
    if one is None or other is None:
        return False
    return one.end + (0.0 if one_clock and one.zoned == other.zoned else slack(one, other)) <= other.start


def slack(one: Period, other: Period) -> float:
    """Seconds by which the clocks of two periods may differ."""
    if one.zoned and other.zoned:
        return 0.0
    return SLACK if one.zoned or other.zoned else WIDE_SLACK


def of_revisions(periods: Sequence[Period | None]) -> list[Period | None]:
    """When the versions of one article appeared, in their order, by the dates that they bear.

    A revision that bears the date of a version before it, or an earlier one, appeared at some moment after that: its source
    gives the day that the article was first published, and what it added was not there yet. Its period has no end.
    """
    made: list[Period | None] = []
    latest = -inf
    for one in periods:
        if one is None or one.start > latest:
            made.append(one)
        else:
            made.append(one._replace(end=inf))
        latest = max(latest, one.start) if one else latest
    return made
