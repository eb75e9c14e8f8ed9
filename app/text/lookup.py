r"""Words as they are looked for: the units that an index of any database holds, and that a query is read into.

Case, accents and typesetting are set aside. What stands apart from a word of app.text.words, and why:

1. accents of scripts with case, and the vowel points of Hebrew and Arabic:       café → cafe · Ёлка → елка · أحمد → احمد
   the marks of other scripts are letters to their readers, and stay:              ไม่ · हिन्दी · が
2. a word falls apart at its apostrophes, so that each part is found:              l’eau → l eau · O’Neill → o neill
3. Korean falls into syllables, as particles are written onto words:               서울에서 → 서 울 에 서
   and with Han, kana and Thai, which are single signs already, a run of signs is then looked for as a phrase
4. a figure loses the separators of its thousands:                                 1,250.5 → 1250.5
5. punctuation is no unit:                                                         “storm-surge” → storm surge
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from app.text.normalize import INVISIBLE, QUOTES
from app.text.words import is_word, split_words

UNIT_LIMIT = 64
"""Code points of a unit; what is longer is found by its first ones."""
REMEMBERED, WORDS_REMEMBERED = 32, 50_000
"""Code points of a word whose units are remembered, and how many words are: some 20 MB at most."""

_APOSTROPHES = "'’" + QUOTES
_PART = re.compile(rf"[\uac00-\ud7a3]|[^{_APOSTROPHES}\uac00-\ud7a3]+")
_ACCENTS = re.compile(
    "[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0640\u064b-\u065f\u0670]+"
)
_LETTERS = str.maketrans("øłđħıŧ", "oldhit", INVISIBLE) | {ord("æ"): "ae", ord("œ"): "oe"}
_THOUSANDS = re.compile(r"(?<=\d)[,.](?=\d{3}(?!\d))")
_NOISE = re.compile(r"[\x00- !-,\-/;-@\[-`{-\x7f]+|(?<!\d)[.:]+|[.:]+(?!\d)")


@dataclass(frozen=True, slots=True)
class Units:
    """The units of a text in order, parallel tuples: code-point offsets `[start, end)`, and what is matched."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    keys: tuple[str, ...]


def split_units(text: str) -> Units:
    """The units of a text: none for what is neither letter nor digit."""
    words = split_words(text)
    parts = [_parts(one) for one in words.prints]
    found = [
        (start + first, start + last, key)
        for start, number in zip(words.starts, words.print_of.tolist(), strict=True)
        for first, last, key in parts[number]
    ]
    return Units(*zip(*found, strict=True)) if found else Units((), (), ())


def unit_text(text: str) -> str:
    """The keys of `split_units`, a space between them: what an index keeps."""
    words = split_words(text)
    joined = [" ".join([key for _, _, key in _parts(one)]) for one in words.prints]
    return " ".join(filter(None, map(joined.__getitem__, words.print_of.tolist())))


def folded(text: str) -> str:
    """A text without case, accents and widths.

    >>> folded("Café ÆRØ Ｗide")
    'cafe aero wide'
    """
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text).casefold())
    return unicodedata.normalize("NFC", _ACCENTS.sub("", apart).translate(_LETTERS))


def _parts(word: str) -> tuple[tuple[int, int, str], ...]:
    """The units of one word as printed, with their offsets in it; a ligature may hold several in one place."""
    return _known_parts(word) if len(word) <= REMEMBERED else _read_parts(word)


@lru_cache(WORDS_REMEMBERED)
def _known_parts(word: str) -> tuple[tuple[int, int, str], ...]:
    return _read_parts(word)


def _read_parts(word: str) -> tuple[tuple[int, int, str], ...]:
    if word[0].isdigit():
        plain = _THOUSANDS.sub("", word.translate(dict.fromkeys(map(ord, _APOSTROPHES))))
        return tuple([(0, len(word), key) for key in _keys(plain.replace(",", "."))])
    return tuple([(part.start(), part.end(), key) for part in _PART.finditer(word) for key in _keys(part[0])])


def _keys(text: str) -> list[str]:
    keys = [text.lower()] if text.isascii() and text.isalnum() else _clean(folded(text))
    return [key[:UNIT_LIMIT] for key in keys if is_word(key)]


def _clean(text: str) -> list[str]:
    """What a fold leaves, without signs of ASCII that an index takes for borders; initials close up."""
    joined = re.sub(r"(?<!\d)\.|\.(?!\d)", "", text)
    return _NOISE.sub(" ", joined).split()
