"""The addresses of the cards: `/compare/{a}/{b}.png`, and with `?row=` the card of one row."""

from fastapi import Request
from starlette.responses import Response

from app.web.cards.card import card_of
from app.web.cards.drawing import draw
from app.web.cards.easel import easel_of
from app.web.library import StoredPair
from app.web.permanent import permanent
from app.web.switches import RowName

HEADERS = {"Cross-Origin-Resource-Policy": "cross-origin", "Content-Disposition": "inline"}
"""Other sites may show a card."""


async def as_card(request: Request, a: str, b: str, row: RowName = "") -> Response:
    """The picture card of a comparison, or of the row in which a sentence with the id `row` stands.

    Raises NotFoundError for a version that is not stored, and for an id that no sentence of the two has; HTTPException
    (503) where too many cards are waited for.
    """
    easel = easel_of(request)

    def picture(pair: StoredPair) -> Response:
        key = pair.comparison.engine, pair.a.id, pair.b.id, row  # ids are hashes of content
        png = easel.drawn(key, lambda: draw(card_of(pair.compared(), row)))
        return Response(png, media_type="image/png")

    return await easel.run(lambda: permanent(request, a, b, picture, HEADERS))
