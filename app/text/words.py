"""Words, figures and punctuation marks, with code-point offsets.

What was tried before: splitting at spaces glues punctuation to words, so that an added comma marks a whole word as
changed; Unicode word boundaries (UAX 29) keep runs of Chinese, Japanese and Thai whole or need a dictionary. So:

1. letters with their combining marks form a word, with inner apostrophes:     don't · l'eau · O’Neill
2. a figure keeps its separators and takes letters that follow it:             1,250.5 · 16th · 5km
3. initials with full stops are one word:                                      U.S. · e.g.
4. scripts written without spaces fall into single signs (Han, kana) or        東|京|都 · ก|รุ|ง
   single grapheme clusters (Thai, Lao, Khmer, Burmese)
5. any other visible sign stands alone:                                        “ · — · $ · %

`regex` knows the classes that this takes, but reads slowly. So the same pattern is also made for the standard `re`, with
every class spelled out as the code points that `regex` finds in it, for texts that keep to an alphabet of limited size.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import count
from typing import NamedTuple, TypeVar

import numpy as np
import regex
from numpy.typing import NDArray

from app.text.normalize import match_form

_SPACELESS = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
_CLASSES = {
    "letter": rf"[[\p{{L}}\p{{M}}]--[{_SPACELESS}]]",
    "capital": r"\p{Lu}",
    "digit": r"\p{N}",
    "spaceless": f"[{_SPACELESS}]",
    "mark": r"\p{M}",
    "visible": r"[^\s\x1c-\x1f]",  # what str.isspace calls a sign
}
_SIGNS = r"""
    (?:{capital}\.){{2,}}                                                   # U.S.  J.R.R.
  | {digit}+(?:[.,:’']{digit}+)*{letter}*                                   # 1,250.5  16th  10:05
  | {spaceless}{mark}*                                                      # one sign, or one cluster
  | {letter}(?:{letter}|{digit}|[\u00ad\u200c\u200d])*(?:['’ʼ‘`´]{letter}+)*   # don't  l’eau
  | {visible}
"""
_TOKEN = regex.compile(_SIGNS.format_map(_CLASSES), regex.VERBOSE | regex.VERSION1)

# The same with what most words are first, and without ever going back.
_QUICK_SIGNS = (
    r"\s*+(?:[{letter}][{letter}{digit}\u00ad\u200c\u200d]*+(?!['’ʼ‘`´.])"
    r"|[{capital}]\.(?:[{capital}]\.)++"
    r"|[{letter}][{letter}{digit}\u00ad\u200c\u200d]*+(?:['’ʼ‘`´][{letter}]++)*+"
    r"|[{digit}]++(?:[.,:’'][{digit}]++)*+[{letter}]*+"
    r"|[{spaceless}][{mark}]*+"
    r"|[{visible}])"
)
Ranges = tuple[tuple[int, int], ...]
_ALPHABETS: tuple[Ranges, ...] = (
    (
        (0, 0x6FF),
        (0x1E00, 0x21FF),
        (0x3041, 0x3041),
    ),  # Latin to Arabic, and marks; a kana, as no class may be empty
    ((0, 0xD7FF), (0xE000, 0xFFFF)),
)
"""First to last code points, from the small and soon ready to the wide."""
_GLIMPSE = 200
"""Code points by which an alphabet is tried before the text is read with it."""


Numbers = NDArray[np.int64]
Flags = NDArray[np.bool_]
LONGEST_WORD = 100
"""Signs of the longest word of a language; of a text that has longer ones nothing is remembered."""
KNOWN_WORDS = 50_000
"""Words that are remembered from one text to the next, at most."""


class _Known(NamedTuple):
    """A word as printed, its match form, its length; whether it holds a letter or digit, has a capital first, is ASCII."""

    printed: str
    form: str
    length: int
    plain: bool
    capital: bool
    ascii: bool


@dataclass(frozen=True, eq=False)
class Words:
    """The words, figures and marks of a text.

    `prints` are the words as printed, most of them once; `forms` are their match forms (see app.text.normalize). `plain`
    says whether they hold a letter or digit, `capital` whether they begin with a capital, `ascii` whether all of a word is
    ASCII. One entry for each word of the text have `print_of`, which of them it is, by index, and `start_of` and `end_of`,
    code-point offsets into the text.

    `starts`, `ends` and `keys`, the match forms, are the same for every word as tuples. They are made when they are first
    asked for, as a comparison does without them.
    """

    prints: tuple[str, ...]
    forms: tuple[str, ...]
    plain: Flags
    capital: Flags
    ascii: Flags
    print_of: Numbers
    start_of: Numbers
    end_of: Numbers

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where every word starts."""
        return tuple(self.start_of.tolist())

    @cached_property
    def ends(self) -> tuple[int, ...]:
        """Where every word ends."""
        return tuple(self.end_of.tolist())

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The match form of every word."""
        return tuple(map(self.forms.__getitem__, self.print_of.tolist()))

    def __len__(self) -> int:
        return len(self.print_of)


def split_words(text: str) -> Words:
    """Every word, figure and punctuation mark of `text` in order; only white space lies between them."""
    pieces = _pieces(text)
    if pieces is None:
        spans = [match.span() for match in _TOKEN.finditer(text)]
        ends = np.array([end for _, end in spans], np.int64)
        return _words([text[start:end] for start, end in spans], ends)
    if len(pieces) == len(text):  # every sign is a word of its own, as in Chinese
        return _words(pieces, np.arange(1, len(text) + 1))
    return _words(pieces)


def split_prints(text: str) -> tuple[str, ...]:
    """The words, figures and marks of `text` as printed: as `split_words` parts them, for texts of a few words quicker."""
    pieces = _pieces(text)
    return tuple(_TOKEN.findall(text) if pieces is None else map(str.lstrip, pieces))


def is_word(key: str) -> bool:
    """Whether a key holds a letter or digit; False for punctuation marks and symbols."""
    return any(map(str.isalnum, key))


def _pieces(text: str) -> list[str] | None:
    """The words of a text that keeps to one of the alphabets, each with the white space before it; None for any other."""
    whole = len(text.rstrip())
    for alphabet in _ALPHABETS:
        pattern = _pattern(alphabet)
        if whole > _GLIMPSE and _length(pattern.findall(text[:_GLIMPSE])) < len(text[:_GLIMPSE].rstrip()):
            continue
        pieces = pattern.findall(text)
        if _length(pieces) == whole:  # nothing was passed over
            return pieces
    return None


def numbered(texts: Sequence[str]) -> tuple[tuple[str, ...], Numbers]:
    """The distinct ones of some texts, in order, and for every one of them its index there."""
    numbers: defaultdict[str, int] = defaultdict(count().__next__)
    number_of = np.fromiter(map(numbers.__getitem__, texts), np.int64, len(texts))
    return tuple(numbers), number_of


def _words(pieces: list[str], ends: Numbers | None = None) -> Words:
    """The words that end at `ends`; without these, every piece begins where the one before it ends."""
    distinct, print_of = numbered(pieces)
    if not distinct:
        none = np.zeros(0, bool)
        return Words((), (), none, none, none, print_of, print_of, print_of)
    sizes = np.fromiter(map(len, distinct), np.int64, len(distinct))
    prints, forms, lengths, *flags = zip(*_KNOWN.of(distinct), strict=True)
    ends = np.cumsum(sizes[print_of]) if ends is None else ends
    starts = ends - np.fromiter(lengths, np.int64, len(distinct))[print_of]
    plain, capital, is_ascii = (np.fromiter(told, bool, len(distinct)) for told in flags)
    return Words(prints, forms, plain, capital, is_ascii, print_of, starts, ends)


Told = TypeVar("Told")


class Memory(dict[str, Told]):
    """What was told of words, kept from one text to the next; when it would grow too large, all is forgotten.

    To forget word by word (an LRU cache) would mean to note the order in which words were asked for, which takes longer
    than the looking up.
    """

    def __init__(self, tell: Callable[[str], Told]) -> None:
        super().__init__()
        self._tell = tell

    def __missing__(self, word: str) -> Told:
        told = self[word] = self._tell(word)
        return told

    def of(self, words: Sequence[str]) -> Iterator[Told]:
        """What is told of each of some words. Nothing is kept of a text with more than `KNOWN_WORDS`, or endless ones."""
        if len(words) > KNOWN_WORDS or max(map(len, words), default=0) > LONGEST_WORD:
            return map(self._tell, words)
        if len(self) + len(words) > KNOWN_WORDS:
            self.clear()
        return map(self.__getitem__, words)


def _known(piece: str) -> _Known:
    printed = piece.lstrip()
    form = match_form(printed)
    return _Known(printed, form, len(printed), is_word(form), printed[:1].isupper(), printed.isascii())


_KNOWN = Memory(_known)


def _length(pieces: list[str]) -> int:
    return sum(map(len, pieces))


@cache
def _pattern(alphabet: Ranges) -> re.Pattern[str]:
    """The pattern of `_SIGNS` for texts of this alphabet: it matches neither a sign outside nor white space alone."""
    # No class holds a line break, so none of its runs goes over from one range to the next.
    signs = "\n".join("".join(map(chr, range(first, last + 1))) for first, last in alphabet)
    return re.compile(_QUICK_SIGNS.format_map({name: _members(of, signs) for name, of in _CLASSES.items()}))


def _members(property_class: str, signs: str) -> str:
    """The ranges of those `signs` that belong to a class of `regex`, as a class of `re` is written."""
    runs = regex.findall(f"{property_class}+", signs, flags=regex.VERSION1)
    return "".join(f"{re.escape(run[0])}-{re.escape(run[-1])}" for run in runs)
