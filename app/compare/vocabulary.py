"""What is known of words, whatever text they stand in: stem and rarity, remembered from one document to the next."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from app.text.normalize import match_form
from app.text.rarity import word_rarity
from app.text.stems import stem_words
from app.text.words import LONGEST_WORD, Memory, is_word

KNOWN_LANGUAGES = 4
"""Languages whose words are remembered, with stems and without."""


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
    return Known(*zip(*_words_in(language, stemmed).of(prints), strict=True)) if prints else NOTHING


NOTHING = Known((), (), (), ())


@lru_cache(maxsize=KNOWN_LANGUAGES)
def _words_in(language: str, stemmed: bool) -> Memory[Word]:
    def word(printed: str) -> Word:
        key = match_form(printed)
        plain = is_word(key)
        # what is no word of any language is its own stem
        cut = stemmed and plain and len(printed) <= LONGEST_WORD
        (stem,) = stem_words((key,), language) if cut else (key,)
        (rarity,) = word_rarity((key,), language)
        return Word(plain, printed[:1].isupper(), stem, rarity)

    return Memory(word)
