"""When a version appeared, as exactly as is known, and which of two certainly came first."""

from typing import NamedTuple

SLACK = 14 * 3_600.0
"""Seconds by which two clocks may differ where only one of them says its zone: the widest offset from UTC."""


class Period(NamedTuple):
    """`[start, end)` in seconds since 1970, UTC: a day where the source says a day. `zoned`: whether it says its zone."""

    start: float
    end: float
    zoned: bool


NEVER = Period(0.0, 0.0, zoned=True)
"""Stands for a period that is not known, where all or none are known."""


def certainly_before(one: Period | None, other: Period | None) -> bool:
    """Whether all of one period lies before the other; never where one of them is not known."""
    if one is None or other is None:
        return False
    slack = 0.0 if one.zoned == other.zoned else SLACK
    return one.end + slack <= other.start
