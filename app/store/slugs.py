"""The name of a story in addresses."""

import unicodedata
from collections.abc import Iterator
from itertools import count, groupby

from app.store.tables import SLUG_LIMIT


def slug_of(title: str, limit: int = SLUG_LIMIT) -> str:
    """Write a title in lower case: letters (with their marks) and digits of any script, hyphens between.

    At most `limit` code points; `story` for a title without any letter or digit.

    >>> slug_of("Flood: Tide «Élan» rises, 3rd time!")
    'flood-tide-élan-rises-3rd-time'
    """
    lowered = unicodedata.normalize("NFC", title.lower())
    runs = groupby(lowered, key=_kept)
    slug = "-".join("".join(run) for kept, run in runs if kept)
    return slug[:limit].rstrip("-") or "story"


def slugs_of(title: str) -> Iterator[str]:
    """Give the title's slug, then the same with -2, -3, … at its end, without end."""
    yield slug_of(title)
    for number in count(2):
        ending = f"-{number}"
        yield slug_of(title, SLUG_LIMIT - len(ending)) + ending


def could_be_slug(text: str) -> bool:
    """Tell whether a text looks like a slug: at most `SLUG_LIMIT` letters, marks, digits and hyphens."""
    return 0 < len(text) <= SLUG_LIMIT and all(sign == "-" or _kept(sign) for sign in text)


def _kept(character: str) -> bool:
    category = unicodedata.category(character)
    return category[0] in "LM" or category == "Nd"
