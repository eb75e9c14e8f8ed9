"""What word changes are made of: words, with what is glued to them.

What was tried before: single words and marks alone. A hyphen then stands as unchanged between two changed halves
("one-day" against "two-week"), and a bracket or currency sign is kept where everything in it changed. So a unit is

1. words joined by a hyphen, slash, ampersand, apostrophe or the like without a space:    one-day · and/or · AT&T
2. a figure or word with its sign:                                                        $5 · 40% · -5
3. a reference in square brackets:                                                        [12] · [sic]
4. any other word or mark by itself.
"""

from bisect import bisect_left
from typing import NamedTuple

import regex

from app.text.normalize import match_form, typographic_form
from app.text.words import Words

_GLUE = regex.compile(
    r"""(?<=\w)[-‐‑/&@_+='’]+(?=\w)
    | (?P<following>[$£€¥#](?=\d) | (?<!\S)-(?=\w) | \[(?=\w+\]))
    | (?P<preceding>(?<=\d)[%‰] | (?<=\[\w+)\])""",
    regex.VERBOSE,
)
"""Signs that join what stands on both sides of them, or only what follows, or only what precedes them."""
_OPENS_SENTENCE = frozenset('.!?:“”"„«')


class Passage(NamedTuple):
    """A stretch `[start, end)` of a text, and its words `[first, last)`; no word stands across its borders."""

    text: str
    start: int
    end: int
    words: Words
    first: int
    last: int


class Units(NamedTuple):
    """The units of a passage: code-point offsets into its text, match form, and print (with case)."""

    starts: list[int]
    ends: list[int]
    keys: list[str]
    prints: list[str]


def split_units(passage: Passage) -> Units:
    """Every unit of a passage, in order; only white space lies between them."""
    text, words, span = passage.text, passage.words, slice(passage.first, passage.last)
    starts, ends, keys = list(words.starts[span]), list(words.ends[span]), list(words.keys[span])
    for at in reversed(
        _glued(text, passage.start, passage.end)
    ):  # from the end, so that the indices before stay
        k = bisect_left(starts, at)
        if 0 < k < len(starts) and starts[k] == at == ends[k - 1]:
            starts[k - 1 : k + 1] = [starts[k - 1]]
            ends[k - 1 : k + 1] = [ends[k]]
            keys[k - 1 : k + 1] = [match_form(text[starts[k - 1] : ends[k - 1]])]
    texts = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    return Units(starts, ends, keys, texts if text.isascii() else list(map(typographic_form, texts)))


def _glued(text: str, start: int, end: int) -> list[int]:
    """Where what stands before and what stands after are one, ascending."""
    places: list[int] = []
    for match in _GLUE.finditer(text, start, end):
        if match["following"] is None:
            places.append(match.start())
        if match["preceding"] is None:
            places.append(match.end())
    return places


def begins_sentence(units: Units, index: int) -> bool:
    """Whether a unit's capital may be owed to its place: the first one, or one after a full stop, colon or quote."""
    return index == 0 or units.keys[index - 1] in _OPENS_SENTENCE
