"""The most telling changes of a comparison, remembered: cards, embed pages and previews ask for the same again and again."""

from collections.abc import Hashable
from threading import Condition

from cachetools import LRUCache, cached
from cachetools.keys import hashkey

from app.compare.telling import Telling, by_telling
from app.web.formats.subject import Compared

KEPT = 256
"""Comparisons whose choice is remembered: some 10 kB each."""
MOST_PLACES = 32
"""Places that are remembered of each."""


def _key(compared: Compared) -> Hashable:
    """What decides on the choice: ids are hashes of content."""
    return hashkey(compared.comparison.engine, compared.id)


@cached(LRUCache(KEPT), key=_key, condition=Condition())
def tellings(compared: Compared) -> tuple[Telling, ...]:
    """The first of `app.compare.telling.by_telling`, one of every place; whoever asks meanwhile waits for it."""
    published = compared.a.published, compared.b.published
    by_place: dict[Hashable, Telling] = {}
    for one in by_telling(compared.comparison, published):
        by_place.setdefault((one.a, one.b, one.in_headline), one)
    return tuple(by_place.values())[:MOST_PLACES]
