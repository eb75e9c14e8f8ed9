"""Text of any direction within a line that runs from left to right."""

from unicodedata import bidirectional

_TURNS = frozenset({"R", "AL", "RLE", "RLO", "RLI"})
_OPENS, _CLOSES = "\u2068", "\u2069"


def isolated(text: str) -> str:
    """The text; where any of it may run from right to left, between the signs that keep it apart from what is around it.

    >>> isolated("The Ledger")
    'The Ledger'
    """
    if any(bidirectional(sign) in _TURNS for sign in text):
        return f"{_OPENS}{text}{_CLOSES}"
    return text
