"""Dates that are told from the day of publication: “Thursday”, “last week”, “March”.

Until they are resolved they keep a value in which X stands for what is not said, or an offset:

    XXXX-WXX-4   Thursday (ISO 8601 counts Monday as 1)        day-1     yesterday
    XXXX-05-16   May 16                                        week+0    this week
    XXXX-03      March                                         month-1   last month
    XXXX-XX-16   the 16th (as Chinese and Japanese write)      year-2    two years ago, the year before last

A weekday is the last one up to the day of publication, or, where the sentence says what will be, the next one from it; a
month likewise, unless it was more than `LONG_AGO` months ago; a day of a month is taken in the year in which it is nearest
to publication.
"""

import re
from datetime import date, timedelta
from functools import lru_cache

_OFFSET = re.compile(r"(day|week|month|year)([+-]\d+)")
_WEEKDAY = re.compile(r"XXXX-WXX-(\d)")
_MONTH = re.compile(r"XXXX-(\d\d)")
_DAY = re.compile(r"XXXX-(\d\d)-(\d\d)")
_DAY_ALONE = re.compile(r"XXXX-XX-(\d\d)")
_FULL = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
LONG_AGO = 8
"""Months from which a month is rather the next one of its name, whatever the sentence says."""
WEEK, MONTHS_A_YEAR = 7, 12
FARTHEST = 3000
"""Years from publication beyond which nothing is resolved."""


@lru_cache(maxsize=512)
def day_of(published: str | None) -> date | None:
    """The day of an ISO 8601 date or time, as printed; None where it names none."""
    try:
        return date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None


def resolved(value: str, published: date, *, ahead: bool) -> str | None:
    """A value told from the day of publication as a date (ISO 8601, as precise as it was told); None for any other value."""
    if match := _OFFSET.fullmatch(value):
        return _offset(match[1], int(match[2]), published)
    if match := _WEEKDAY.fullmatch(value):
        days = (int(match[1]) - published.isoweekday()) % WEEK
        return str(published + timedelta(days if ahead or not days else days - WEEK))
    if match := _MONTH.fullmatch(value):
        month = int(match[1])
        back = (published.month - month) % MONTHS_A_YEAR
        ahead = ahead or back > LONG_AGO
        turned = int(month < published.month) if ahead else -(month > published.month)
        return f"{published.year + turned:04}-{month:02}"
    if match := _DAY.fullmatch(value):
        return nearest(int(match[1]), int(match[2]), published)
    if match := _DAY_ALONE.fullmatch(value):
        return _day_alone(int(match[1]), published)
    return None


def _offset(unit: str, count: int, published: date) -> str | None:
    if abs(count) > FARTHEST:
        return None
    try:
        if unit == "day":
            return str(published + timedelta(count))
        if unit == "week":
            year, week, _ = (published + timedelta(WEEK * count)).isocalendar()
            return f"{year:04}-W{week:02}"
        months = (
            published.year * MONTHS_A_YEAR
            + published.month
            - 1
            + (count if unit == "month" else MONTHS_A_YEAR * count)
        )
        year, month = divmod(months, MONTHS_A_YEAR)
        day = date(year, month + 1, 1)
    except (ValueError, OverflowError):
        return None
    return f"{day:%Y-%m}" if unit == "month" else f"{day.year:04}"


def nearest(month: int, day: int, published: date) -> str | None:
    """The day in the year in which it is nearest to another; None for a day that no calendar has."""
    made = [made_date(year, month, day) for year in (published.year - 1, published.year, published.year + 1)]
    found = [(abs((one - published).days), one) for one in made if one]
    return str(min(found)[1]) if found else None


def _day_alone(day: int, published: date) -> str | None:
    """The day of the month nearest to publication."""
    months = [_offset("month", count, published) for count in (-1, 0, 1)]
    days = [made_date(int(month[:4]), int(month[5:]), day) for month in months if month]
    found = [(abs((one - published).days), one) for one in days if one]
    return str(min(found)[1]) if found else None


def made_date(year: int, month: int, day: int) -> date | None:
    """The day, if there is such a one."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


@lru_cache(maxsize=4096)
def span(value: str) -> tuple[int, int] | None:
    """The first and last day of an absolute value, as day numbers; None for any other."""
    if match := _FULL.fullmatch(value):
        made = made_date(int(match[1]), int(match[2]), int(match[3]))
        return (made.toordinal(), made.toordinal()) if made else None
    try:
        if re.fullmatch(r"\d{4}", value):
            return date(int(value), 1, 1).toordinal(), date(int(value), 12, 31).toordinal()
        if re.fullmatch(r"\d{4}-\d\d", value):
            year, month = int(value[:4]), int(value[5:])
            after = date(year + month // MONTHS_A_YEAR, month % MONTHS_A_YEAR + 1, 1)
            return date(year, month, 1).toordinal(), after.toordinal() - 1
        if re.fullmatch(r"\d{4}-W\d\d", value):
            first = date.fromisocalendar(int(value[:4]), int(value[6:]), 1).toordinal()
            return first, first + WEEK - 1
        if re.fullmatch(r"\d{3}X", value):
            return date(int(value[:3] + "0"), 1, 1).toordinal(), date(
                int(value[:3] + "9"), 12, 31
            ).toordinal()
    except ValueError:
        return None
    return None
