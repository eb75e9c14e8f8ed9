"""What other sites show of an address that is passed on: Open Graph (ogp.me), which all networks read."""

from dataclasses import dataclass
from typing import Literal

from app.web.pages import Shown
from app.web.sharing.addresses import card_address, view_address
from app.web.sharing.chosen import ChosenRow
from app.web.sharing.naming import description_of, title_of

CARD_WIDTH, CARD_HEIGHT = 1200, 630
"""Of every picture card, in pixels."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture card, by its path, and what stands on it in words."""

    path: str
    alt: str
    width: int = CARD_WIDTH
    height: int = CARD_HEIGHT


@dataclass(frozen=True, slots=True)
class Preview:
    """A title, a description and a picture for the address `path`."""

    title: str
    description: str
    path: str
    kind: Literal["article", "website"]
    picture: Picture


def comparison_preview(shown: Shown, chosen: ChosenRow | None = None, *, card_says: str) -> Preview:
    """The preview of a comparison, or of one of its rows, the card of which shows what `card_says` (app.web.cards.card).

    A row's own address is named, not that of its comparison: networks fetch what they are told to be the address.
    """
    sides = shown.left.id, shown.right.id, chosen.id if chosen else ""
    return Preview(
        title_of(shown, chosen),
        description_of(shown, chosen),
        view_address(*sides),
        "article",
        Picture(card_address(*sides), f"Picture card. {card_says}"),
    )
