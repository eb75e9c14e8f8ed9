"""The feeds, as a feed reader takes them: twice."""

from collections.abc import Iterator

import feedparser
import httpx2

from benchmarks.audit.figure import Figure, count
from tests.web.every_page.window import Site

FEEDS = ("/atom.xml", "/stories/{story}/atom.xml", "/articles/{article}/atom.xml")


def feeds(site: Site) -> list[Figure]:
    """Flags that the parser raises, and entries whose ids are others the second time."""
    first, second = ([_read(site, feed) for feed in FEEDS] for _ in range(2))
    return [
        count(
            "feeds with a bozo flag",
            (f"{url}: {found.bozo_exception}" for url, found in zip(FEEDS, first, strict=True) if found.bozo),
        ),
        count("entries of feeds without a stable id of their own", _unstable(first, second)),
    ]


def _read(site: Site, feed: str) -> "feedparser.FeedParserDict":
    return feedparser.parse(httpx2.get(site.address + feed.format(**site.places)).content)


def _unstable(
    first: list["feedparser.FeedParserDict"], second: list["feedparser.FeedParserDict"]
) -> Iterator[str]:
    for name, one, other in zip(FEEDS, first, second, strict=True):
        ids = [entry.id for entry in one.entries]
        if not ids or len(set(ids)) != len(ids) or ids != [entry.id for entry in other.entries]:
            yield name
