"""The words of a quotation as they are held against another's, and how two wordings differ.

What typesetting, closing punctuation and house style change is left out: “U.S.” is “US”, “organise” is “organize”, “per
cent” is “percent”, “two” is “2”, and marks and case do not count.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from math import fsum

from rapidfuzz.distance import LCSseq

from app.compare.quotes.quotation import Quotation, QuoteAgreement
from app.text.document import Document, read_sentence
from app.text.rarity import word_rarity
from app.text.stems import stem_words

COMMON = 0.36
"""Rarity (app.text.rarity) up to which a word says nothing of what was said."""
REMEMBERED = 16_384
"""Wordings, and words, that are kept from one call to the next."""
_STYLE = str.maketrans("", "", ".'’-")
_SPELLING = re.compile(r"(?<=[a-z]{3})(?:is(?=e|ed|es|ing|ation)|our(?=$|s|ed|ing|ful|able))")
_FIGURES = {
    word: str(number)
    for number, word in enumerate(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"], start=1
    )
}
_SAME = {"%": "percent", "&": "and"} | _FIGURES


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a quotation and their stems.

    `weights` are those of the stems that say something, in (0, 1]; `gaps`: before which words something was left out.
    """

    words: tuple[str, ...]
    stems: tuple[str, ...]
    weights: tuple[tuple[str, float], ...]
    gaps: frozenset[int]
    weight: float
    """Of all stems together."""


def read_wording(document: Document, quotations: Iterable[Quotation], *, whole: bool = False) -> Wording:
    """Read the words of quotations of a document, one after another.

    Between two of them something may be left out, but not where they make one saying, which is `whole`.
    """
    keys: list[str] = []
    starts = document.words.starts
    for one in quotations:
        first = bisect_left(starts, one.start)
        keys += [
            *(["..."] if keys and not whole else []),
            *document.words.keys[first : bisect_left(starts, one.end, lo=first)],
        ]
    return _read(tuple(keys), document.language)


def read_text(text: str, language: str) -> Wording:
    """Read the words of a quotation, or of a part of one, by itself."""
    return _read(tuple(read_sentence(text, language=language).words.keys), language)


@lru_cache(maxsize=REMEMBERED)
def _read(keys: tuple[str, ...], language: str) -> Wording:
    words: list[str] = []
    gaps: set[int] = set()
    english = language.startswith("en")
    for at, key in enumerate(keys):
        if key == "..." or (key == "." and keys[at + 1 : at + 3] == (".", ".")):
            gaps.add(len(words))
            continue
        plain = _plain(key)
        if plain:
            words.append(_spelled(plain) if english else plain)
    joined = _joined(words)
    stems = stem_words(joined, language)
    weights: dict[str, float] = {}
    for stem, one in zip(stems, word_rarity(joined, language), strict=True):
        if one > COMMON:
            weights[stem] = max(one, weights.get(stem, 0.0))
    total = fsum(weights.values())
    return Wording(joined, stems, tuple(sorted(weights.items())), frozenset(gaps), total)


@lru_cache(maxsize=REMEMBERED)
def _plain(key: str) -> str:
    """A word in one style; nothing of a mark."""
    plain = _SAME.get(key, key.translate(_STYLE))
    return plain if any(map(str.isalnum, plain)) else ""


def _joined(words: list[str]) -> tuple[str, ...]:
    """The words, with “per cent” as one."""
    if "per" not in words:
        return tuple(words)
    return tuple(" ".join(words).replace("per cent", "percent").split())


@lru_cache(maxsize=REMEMBERED)
def _spelled(plain: str) -> str:
    return _SPELLING.sub(lambda match: "iz" if match[0] == "is" else "or", plain)


def differ(one: Wording, other: Wording) -> QuoteAgreement:
    """How two wordings differ: not, by what was left out at an end or at an ellipsis, or in words."""
    if one.words == other.words:
        return "identical"
    equal = [op for op in LCSseq.opcodes(one.words, other.words) if op.tag == "equal"]
    if not equal:
        return "trimmed"  # two parts of what a third version has whole
    ends = [(0, 0), *[(op.src_end, op.dest_end) for op in equal]]
    starts = [*[(op.src_start, op.dest_start) for op in equal], (len(one.words), len(other.words))]
    for number, ((a, b), (a_end, b_end)) in enumerate(zip(ends, starts, strict=True)):
        omitted = (a_end - a > b_end - b and b in other.gaps) or (b_end - b > a_end - a and a in one.gaps)
        inside = 0 < number < len(equal)
        if not omitted and ((a < a_end and b < b_end) or (inside and (a, b) != (a_end, b_end))):
            return "reworded"
    return "trimmed"


def longest_run(one: Wording, other: Wording) -> int:
    """Words of the longest run that both have, stem by stem."""
    blocks = LCSseq.opcodes(one.stems, other.stems)
    return max((op.src_end - op.src_start for op in blocks if op.tag == "equal"), default=0)


def in_step(one: Wording, other: Wording) -> int:
    """Words that both have in the same order, stem by stem."""
    return int(LCSseq.similarity(one.stems, other.stems))
