"""From when until when, as a reader reads it: what both dates say is said once."""

from collections.abc import Iterable
from itertools import takewhile

from app.text.published import moment
from app.web.dates import display_date


def span(first: str | None, last: str | None) -> tuple[str, str]:
    """The words for an earliest and a latest date (ISO 8601), to stand around “to”; the second is empty where one says all.

    Times are told where both fall on one day, and nowhere else. Which of the two is earlier is for the caller to know.

    >>> span("2031-05-16T10:05+00:00", "2031-05-16T14:30+00:00")
    ('16 May 2031, 10:05', '14:30 UTC')
    >>> span("2031-05-16T10:05+00:00", "2031-05-18")
    ('16', '18 May 2031')
    >>> span("2031-05-16", "2031-06-02")
    ('16 May', '2 June 2031')
    """
    start, end = display_date(first or last), display_date(last or first)
    if start == end:
        return start, ""
    if moment(first) is None or moment(last) is None:
        return start, end
    (day, _, time), (last_day, _, last_time) = start.partition(", "), end.partition(", ")
    if day == last_day:
        return _times(day, time, last_time)
    return _days(day.split(), last_day.split())


def _times(day: str, time: str, last_time: str) -> tuple[str, str]:
    """Two times of one day; without both, the day. A zone that both name is named behind the second."""
    if not time or not last_time:
        return day, ""
    clock, _, zone = time.partition(" ")
    last_zone = last_time.partition(" ")[2]
    return f"{day}, {clock if zone == last_zone else time}", last_time


def _days(day: list[str], last: list[str]) -> tuple[str, str]:
    """Two days (number, month, year), the first without what the second says again."""
    pairs = zip(reversed(day), reversed(last), strict=False)
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    return " ".join(day[: max(1, len(day) - shared)]), " ".join(last)


def extremes(dates: Iterable[str | None]) -> tuple[str | None, str | None]:
    """The earliest and the latest of some dates (ISO 8601), of those that can be read; None twice where there is none.

    >>> extremes(["2031-05-17", None, "2031-05-16T10:05+00:00"])
    ('2031-05-16T10:05+00:00', '2031-05-17')
    """
    read = sorted((at, date) for date in dates if date and (at := moment(date)))
    return (read[0][1], read[-1][1]) if read else (None, None)
