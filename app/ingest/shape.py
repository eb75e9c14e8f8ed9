"""What a paragraph looks like: how long, closed like a sentence or not, which words it turns on."""

from functools import lru_cache

import regex

LOOKED_AT = 2000
"""Code points of a paragraph that its shape is judged by, so that the cost stays flat on a paragraph of megabytes."""

_CLOSED = regex.compile(r"[.!?…。！？؟۔।][\"'”’»«“)\]›」』*_]*$")
_ASKING = regex.compile(r"[?？؟!！][\"'”’»«“)\]›]*$")
_ABBREVIATED = regex.compile(r"(?:\b\p{Lu}\.){2,}[\"'”’]?$")
_QUOTED = regex.compile(r"^[\"“„«‘'「『]")
_CJK = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}]")
_WORD = regex.compile(r"[\p{L}\p{N}][\p{L}\p{M}\p{N}'’]*")
_PROSE_STOP = regex.compile(r"[.!?…][\"'”’»)]*\s+\S|[。！？]\S")
_STEM = 5
"""Letters by which two inflections of a word are taken as one: good enough to see a restatement."""


def is_closed(text: str) -> bool:
    """Whether the text ends as a sentence does, quotes and brackets aside."""
    return _CLOSED.search(text[-12:]) is not None


def is_asking(text: str) -> bool:
    """Whether the text ends in a question or exclamation mark."""
    return _ASKING.search(text[-12:]) is not None


def ends_abbreviated(text: str) -> bool:
    """Whether the final full stop belongs to initials, as in U.S."""
    return _ABBREVIATED.search(text[-12:]) is not None


def is_quoted(text: str) -> bool:
    """Whether the text opens with a quotation mark."""
    return _QUOTED.match(text) is not None


def has_several_sentences(text: str) -> bool:
    """Whether a sentence ends before the text does."""
    return _PROSE_STOP.search(text[:LOOKED_AT]) is not None


def count_words(text: str) -> int:
    """The number of words in the first `LOOKED_AT` code points; two Chinese or Japanese signs count as one word."""
    return _count_words(text[:LOOKED_AT])


@lru_cache(maxsize=64)  # the rules ask of one paragraph, and of its neighbours, again and again
def _count_words(sample: str) -> int:
    signs = 0 if sample.isascii() else len(_CJK.findall(sample))
    if not signs:
        return len(_WORD.findall(sample))
    return (signs + 1) // 2 + len(_WORD.findall(_CJK.sub(" ", sample)))


def key_words(text: str) -> frozenset[str]:
    """The stems of the words of four letters and more: what two tellings of one thing share."""
    words = _WORD.findall(text[:LOOKED_AT].casefold())
    return frozenset(word[:_STEM] for word in words if len(word) > 3)


def share_of(part: frozenset[str], whole: frozenset[str]) -> float:
    """How much of `part` stands in `whole`, 0 to 1; 0 for nothing."""
    return len(part & whole) / len(part) if part else 0.0
