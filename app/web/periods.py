"""When versions appeared, from what their sources printed."""

import re
from collections.abc import Iterable
from datetime import datetime

from app.compare.story.periods import Period, of_revisions
from app.store.records import ArticleVersions
from app.text.published import moment

DAY = 86_400.0
_MINUTE, _MONTH, _YEAR = 60.0, 31 * DAY, 366 * DAY
_COARSE = {4: _YEAR, 7: _MONTH}
_TIME = re.compile(r"[0-9][T ][0-9]")


def period(published: str | None) -> Period | None:
    """When a version appeared, from ISO 8601 and as exactly as that says: a minute, a day, a month, a year.

    >>> period("2031-05-16")
    Period(start=1936656000.0, end=1936742400.0, zoned=False)
    """
    at = moment(published)
    if published is None or at is None:
        return None
    text = published.strip()
    start = at.timestamp()
    if _TIME.search(text):
        return Period(start, start + _MINUTE, zoned=datetime.fromisoformat(text).tzinfo is not None)
    return Period(start, start + _COARSE.get(len(text), DAY), zoned=False)


def periods_of(articles: Iterable[ArticleVersions]) -> dict[str, Period | None]:
    """When each version of some articles appeared, by its id.

    All versions of an article count, whichever a page shows: whether a date is a version's own is seen beside those before.
    """
    return {
        head.id: known
        for article in articles
        for head, known in zip(
            article.versions, of_revisions([period(one.published) for one in article.versions]), strict=True
        )
    }
