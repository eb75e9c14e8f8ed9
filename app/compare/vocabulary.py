"""What is known of words, whatever text they stand in: stem and rarity, remembered from one document to the next."""

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

from app.text.normalize import match_form
from app.text.rarity import word_rarity
from app.text.stems import stem_words
from app.text.words import LONGEST_WORD, is_word

KNOWN_LANGUAGES, KNOWN_WORDS = 4, 50_000
"""Languages, and words of each, that are remembered."""


class Word(NamedTuple):
    """Whether a text is a word, whether it has a capital, its stem, its rarity in the language at large."""

    plain: bool
    capital: bool
    stem: str
    rarity: float


class Known(NamedTuple):
    """What is known of some words: as `Word` has it, an entry each."""

    plain: Sequence[bool]
    capital: Sequence[bool]
    stem: Sequence[str]
    rarity: Sequence[float]


def look_up(prints: Sequence[str], language: str, *, stemmed: bool) -> Known:
    """What is known of some words as printed; `stemmed`: with stems by the language's rules."""
    word = _words_in(language, stemmed)
    if max(map(len, prints), default=0) <= LONGEST_WORD:
        return Known(*zip(*map(word, prints), strict=True)) if prints else Known((), (), (), ())
    return Known(
        *zip(*[word(one) if len(one) <= LONGEST_WORD else _endless(one) for one in prints], strict=True)
    )


@lru_cache(maxsize=KNOWN_LANGUAGES)
def _words_in(language: str, stemmed: bool) -> Callable[[str], Word]:
    # a memory for each language, as one that is told the language with every word takes twice as long
    @lru_cache(maxsize=KNOWN_WORDS)
    def word(printed: str) -> Word:
        key = match_form(printed)
        plain = is_word(key)
        (stem,) = stem_words((key,), language) if stemmed and plain else (key,)
        (rarity,) = word_rarity((key,), language)
        return Word(plain, printed[:1].isupper(), stem, rarity)

    return word


def _endless(printed: str) -> Word:
    """What is no word of any language is its own stem, and rare."""
    key = match_form(printed)
    return Word(is_word(key), printed[:1].isupper(), key, 1.0)
