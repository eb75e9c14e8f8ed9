"""The colours of the cards: those of the pages in the light (static/tokens.css), and all that lies between them."""

from types import MappingProxyType

Rgb = tuple[int, int, int]

COLOURS = MappingProxyType(
    {
        "paper": "#fdfcf9",
        "ink": "#1c1b19",
        "quiet": "#625d54",
        "rule": "#dfdacf",
        "left": "#1b5289",
        "cut": "#cadff4",
        "right": "#924300",
        "added": "#f8d9b3",
    }
)
"""By the names that they have on the pages."""
_EDGES = (
    ("paper", "ink", 32), ("paper", "quiet", 12), ("paper", "rule", 4), ("paper", "left", 20), ("paper", "right", 20),
    ("paper", "cut", 6), ("paper", "added", 6), ("cut", "ink", 20), ("added", "ink", 20),
    ("cut", "left", 12), ("added", "right", 12), ("left", "ink", 8), ("right", "ink", 8),
)  # fmt: skip
"""Which colours meet on a card, and in how many steps the edge of a letter goes from one to the other."""


def palette() -> tuple[Rgb, ...]:
    """Every colour that is seen on a card, as near as one can tell: at most 256."""
    steps = (
        _between(rgb(one), rgb(other), part / (count - 1))
        for one, other, count in _EDGES
        for part in range(count)
    )
    return tuple(dict.fromkeys(steps))


def rgb(name: str) -> Rgb:
    """A colour by its name, in three numbers up to 255."""
    red, green, blue = bytes.fromhex(COLOURS[name][1:])
    return red, green, blue


def _between(one: Rgb, other: Rgb, share: float) -> Rgb:
    red, green, blue = (round(x + (y - x) * share) for x, y in zip(one, other, strict=True))
    return red, green, blue
