"""Draws cards: Typst sets their text, as `card.typ` says, and gives the picture."""

import json
from collections.abc import Iterable
from functools import cache
from io import BytesIO
from pathlib import Path
from threading import Lock
from typing import Any
from unicodedata import bidirectional

from PIL import Image
from PIL.PngImagePlugin import PngInfo
from typst import Compiler

from app.web.cards.card import TAGLINE, Card, Half, card_alt
from app.web.cards.colours import COLOURS, palette
from app.web.cards.excerpt import Passage, Piece
from app.web.cards.faces import fonts, is_eastern, stack
from app.web.cards.legible import legible, longest_words, unseen_share

TEMPLATE = Path(__file__).with_name("card.typ")
PIXELS_PER_INCH = 144.0
"""Two pixels a point."""
UNSEEN_SHARE = 0.1
"""The share of signs that no face has, beyond which a passage is not shown but said to be missing."""
MOST_LETTERS = 2
"""Letters of what is not struck through, as there is little but signs that a line could hide."""
NO_FACE = "(in a script that this card has no face for)"

_one_at_a_time = Lock()


def draw(card: Card) -> bytes:
    """The card as a PNG of `card.WIDTH` by `card.HEIGHT` pixels; the same bytes for the same card. It carries `card_alt`."""
    data = json.dumps(as_data(card), ensure_ascii=True, sort_keys=True)
    with _one_at_a_time:
        made = _compiler().compile(format="png", ppi=PIXELS_PER_INCH, sys_inputs={"card": data})
    pages = made if isinstance(made, list) else [made or b""]  # Typst gives a list of pages
    return _with_few_colours(pages[0], card_alt(card))


def _with_few_colours(png: bytes, words: str) -> bytes:
    """The same picture at a quarter of the size, its few hues numbered, and with its description in words."""
    with Image.open(BytesIO(png)) as picture:
        few = picture.convert("RGB").quantize(palette=_palette(), dither=Image.Dither.NONE)
    packed = BytesIO()
    told = PngInfo()
    told.add_itxt("Description", words, lang="en")
    few.save(packed, "PNG", pnginfo=told)
    return packed.getvalue()


@cache
def _palette() -> Image.Image:
    holder = Image.new("P", (1, 1))
    holder.putpalette([part for colour in palette() for part in colour])
    return holder


@cache
def _compiler() -> Compiler:
    return Compiler(str(TEMPLATE), font_paths=fonts(), ignore_system_fonts=True)


Data = dict[str, Any]


def as_data(card: Card) -> Data:
    """What the template is told."""
    return {
        "left": _half(card.left, cut=card.edited),
        "right": _half(card.right, cut=False),
        "faces": stack("", "en"),
        "interface": ("Noto Sans", *stack("", "en")),
        "colours": dict(COLOURS),
        "label": legible_line(card.label),
        "headlines": card.headlines,
        "statement": card.statement,
        "tagline": TAGLINE,
        "shares": card.shares,
    }


def legible_line(text: str) -> str:
    """A line of the card's own words with names in it, each of which is isolated from what stands around it."""
    return "".join(part if part in "\u2068\u2069" else legible(part) for part in _parted(text))


def _parted(text: str) -> Iterable[str]:
    for part in text.replace("\u2068", "\n\u2068\n").replace("\u2069", "\n\u2069\n").split("\n"):
        if part:
            yield part


def _half(half: Half, *, cut: bool) -> Data:
    return {
        "name": _offered(half.name, half.language) | {"known": half.named},
        "date": legible(half.date),
        "headline": _offered(half.headline, half.language) | {"cut": cut, "titled": half.titled},
        "body": _offered(half.passages, half.language) | {"cut": cut, "note": legible_line(half.note)},
    }


def _offered(offered: tuple[Passage, ...], language: str) -> Data:
    """A passage at all its lengths, with how it is set; none of them where too much of it cannot be shown."""
    text = "".join(piece.text for piece in offered[0]) if offered else ""
    shown: list[list[Data]] = [[_piece(one) for one in passage] for passage in offered]
    if unseen_share(legible(text)) > UNSEEN_SHARE:
        shown = [[_piece(Piece(NO_FACE, marked=False))]]
    return {
        "passages": shown,
        "faces": stack(text, language),
        "lang": _tag(language),
        "rtl": _is_right_to_left(text),
        "eastern": is_eastern(text),
        "longest": longest_words(legible(text)),
    }


def _piece(piece: Piece) -> Data:
    """`fine`: a line through it could hide what it says, as it does the bar of a 4: figures, and a letter or two."""
    fine = sum(map(str.isalpha, piece.text)) <= MOST_LETTERS
    return {"text": legible(piece.text), "marked": piece.marked, "fine": fine}


def _tag(language: str) -> str:
    """The language as Typst takes it: two or three letters."""
    first = language.split("-")[0].lower()
    return first if first.isascii() and first.isalpha() and 2 <= len(first) <= 3 else "en"


def _is_right_to_left(text: str) -> bool:
    """Whether the first letter that has a direction runs to the left (the first strong character, UAX 9)."""
    strong = (bidirectional(sign) for sign in text)
    return next((kind in {"R", "AL"} for kind in strong if kind in {"L", "R", "AL"}), False)
