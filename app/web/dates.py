"""Dates as a reader reads them. What is shown is exactly as precise as what the source said."""

from datetime import date, datetime

from app.web.directions import isolated


def display_date(published: str | None) -> str:
    """ISO 8601 in, the same moment in words out: `16 May 2026`, `16 May 2026, 10:05 UTC`, `… 10:05 UTC+2`.

    Text that is not ISO 8601 comes back as it is; None as `undated`.
    """
    if published is None:
        return "undated"
    try:
        if len(published) <= 10:
            return _day(date.fromisoformat(published))
        moment = datetime.fromisoformat(published)
    except ValueError:
        return published
    return f"{_day(moment)}, {moment:%H:%M}{_zone(moment)}"


def _day(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"


def _zone(moment: datetime) -> str:
    offset = moment.utcoffset()
    if offset is None:
        return ""
    minutes = int(offset.total_seconds()) // 60
    if minutes == 0:
        return " UTC"
    hours, rest = divmod(abs(minutes), 60)
    return f" UTC{'+' if minutes > 0 else '−'}{hours}" + (f":{rest:02}" if rest else "")


def apart(dates: list[str]) -> list[str]:
    """Dates in words (see `display_date`), without the day where all have the same one and a time each."""
    days, _, times = zip(*(date.partition(", ") for date in dates), strict=True) if dates else ((), (), ())
    return list(times) if len(set(days)) == 1 and all(times) else dates


def dated(name: str, date: str) -> str:
    """A name with a date behind it; a name that is written from right to left is isolated, so that the date stays whole.

    >>> dated("The Ledger", "16 May 2026")
    'The Ledger, 16 May 2026'
    """
    return f"{isolated(name)}, {date}"
