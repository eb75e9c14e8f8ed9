"""The addresses of the cards: `/compare/{a}/{b}.png`, and with `?row=` the card of one row."""

from collections.abc import Hashable
from threading import Condition, Lock

from cachetools import LRUCache, cached
from cachetools.keys import hashkey
from fastapi import Request
from starlette.responses import Response

from app.web.cards.card import card_of
from app.web.cards.drawing import draw
from app.web.library import StoredPair
from app.web.permanent import permanent

KEPT = 128
"""Cards that are remembered: some 50 kB each."""
HEADERS = {"Cross-Origin-Resource-Policy": "cross-origin", "Content-Disposition": "inline"}
"""Other sites may show a card; nothing else of the site."""

_one_at_a_time = Lock()
"""So that pages are answered meanwhile."""


def as_card(request: Request, a: str, b: str, row: str | None = None) -> Response:
    """The picture card of a comparison, or of the row in which a sentence with the id `row` stands.

    Raises NotFoundError for a version that is not stored, and for an id that no sentence of the two has.
    """

    def picture(pair: StoredPair) -> Response:
        return Response(_made(pair, row), media_type="image/png")

    return permanent(request, a, b, picture, HEADERS)


def _key(pair: StoredPair, row: str | None) -> Hashable:
    """What decides on a card: ids are hashes of content."""
    return hashkey(pair.comparison.engine, pair.a.id, pair.b.id, row)


@cached(LRUCache(KEPT), key=_key, condition=Condition())
def _made(pair: StoredPair, row: str | None) -> bytes:
    """The card as a PNG; whoever asks for one that is just being drawn waits for it."""
    with _one_at_a_time:
        return draw(card_of(pair.compared(), row))
