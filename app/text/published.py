"""The moment that a version's published date says."""

import re
from datetime import UTC, datetime

_YEAR_OR_MONTH = re.compile(r"[0-9]{4}(-[0-9]{2})?", re.ASCII)


def moment(published: str | None) -> datetime | None:
    """Read the moment (aware, UTC) that an ISO 8601 text says; None where none can be read.

    A year, month or date stands for its beginning; a time without an offset is taken as UTC.

    >>> moment("2031-05-16T10:05:00+02:00")
    datetime.datetime(2031, 5, 16, 8, 5, tzinfo=datetime.timezone.utc)
    """
    if published is None:
        return None
    text = published.strip()
    if _YEAR_OR_MONTH.fullmatch(text):
        text = (text + "-01-01")[:10]
    try:
        read = datetime.fromisoformat(text)
        return read.replace(tzinfo=UTC) if read.tzinfo is None else read.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
