"""Reuse: runs of words that two versions share verbatim, across sentences and paragraphs.

Words are matched by their keys (app.text.normalize), so that case, accents' composition and kinds of quote do not count;
punctuation marks are passed over, symbols that carry meaning ($ % & + …) are not. What stands in a run of at least `LEAST`
words that the other side has too is reused. Of the runs, each as long as both sides allow, so many are given as it takes
to hold every reused word of either side:

    a: w x y 1 2 3 4 5 6 7 8 z        (1 … 8), once; a second 1 … 8 on one side alone makes a second run
    b: 1 2 3 4 5 6 7 8, w             with the same partner

Method: shared n-grams as seeds, extended (Broder 1997; Wise 1993 for runs as long as can be). From left to right, the
run that begins at the last seed in reach is the one that goes furthest, so the runs of a side overlap at most two deep
where they are sought, and the work is linear.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from app.compare.comparison import Reuse
from app.compare.limits import REPEATED_RUNS, Limits
from app.text.document import Document
from app.text.words import is_word

LEAST = 6
"""Words of a run, at least."""
LEAST_SIGNS = 12
"""Likewise, of signs in a language written without spaces, where a word is one to four of them."""
PLACES = 32
"""Places looked at where a passage stands on the other side: those nearest to its own place, as a share of the text."""
_SPACELESS = frozenset({"zh", "ja", "th", "lo", "km", "my"})
_MEANINGFUL = frozenset("%‰‱#&@§")

Grams = dict[tuple[str, ...], list[int]]


class Reused(NamedTuple):
    """The runs, by place in `a`, then in `b`; the shares of each side's words that stand in one, in [0, 1]."""

    runs: tuple[Reuse, ...]
    share_a: float
    share_b: float


class _Run(NamedTuple):
    """`length` words from word `a` of one side and word `b` of the other."""

    a: int
    b: int
    length: int


class _Side(NamedTuple):
    """A side's words and symbols: their keys, and where `document.words` has them; `symbols`: keys that are no words."""

    document: Document
    keys: tuple[str, ...]
    places: tuple[int, ...]
    symbols: frozenset[str]

    def word_count(self, first: int, stop: int) -> int:
        """The words among the keys `[first, stop)`."""
        if not self.symbols:
            return stop - first
        return stop - first - sum(map(self.symbols.__contains__, self.keys[first:stop]))

    def span(self, first: int, length: int) -> tuple[int, int]:
        """Where so many keys stand in the text, in code points."""
        words = self.document.words
        return words.starts[self.places[first]], words.ends[self.places[first + length - 1]]


def find_reuse(a: Document, b: Document, limits: Limits) -> Reused:
    """What two documents share verbatim. Swapping the sides swaps the sides of the answer, and nothing else."""
    sides = _side(a), _side(b)
    least = LEAST_SIGNS if _spaceless(a) or _spaceless(b) else LEAST
    runs = [
        run for run in _runs(*sides, least, limits) if sides[0].word_count(run.a, run.a + run.length) >= least
    ]
    return Reused(
        tuple([_reuse(*sides, run) for run in runs]),
        _share(sides[0], [(run.a, run.a + run.length) for run in runs]),
        _share(sides[1], sorted([(run.b, run.b + run.length) for run in runs])),
    )


def _spaceless(document: Document) -> bool:
    return document.language.split("-")[0] in _SPACELESS


def _side(document: Document) -> _Side:
    keys = document.words.keys
    no_words = [key for key in set(keys) if not (key.isalnum() or is_word(key))]
    symbols = frozenset([key for key in no_words if not _is_punctuation(key)])
    marks = frozenset(no_words) - symbols
    places = tuple([place for place, key in enumerate(keys) if key not in marks])
    return _Side(document, tuple([key for key in keys if key not in marks]), places, symbols)


def _is_punctuation(key: str) -> bool:
    return all(unicodedata.category(sign)[0] == "P" and sign not in _MEANINGFUL for sign in key)


def _runs(a: _Side, b: _Side, least: int, limits: Limits) -> list[_Run]:
    """The runs that hold every word of a shared gram, on both sides."""
    common = set(a.keys) & set(b.keys)
    grams_a, grams_b = _grams(a.keys, common, least), _grams(b.keys, common, least)
    shared = grams_a.keys() & grams_b.keys()
    if not shared:
        return []
    found = set(_cover(a.keys, b.keys, _begins(grams_a, shared), grams_b, limits))
    turned = _cover(b.keys, a.keys, _begins(grams_b, shared), grams_a, limits)
    return sorted(found.union([_Run(run.b, run.a, run.length) for run in turned]))


def _grams(keys: tuple[str, ...], common: set[str], least: int) -> Grams:
    """Every run of `least` keys that are all in `common`, with the places where it begins, ascending."""
    grams: Grams = {}
    known = bytes(map(common.__contains__, keys))
    for stretch in re.finditer(b"\x01{%d,}" % least, known):
        for place in range(stretch.start(), stretch.end() - least + 1):
            grams.setdefault(keys[place : place + least], []).append(place)
    return grams


def _begins(grams: Grams, shared: set[tuple[str, ...]]) -> list[int]:
    """Where the shared grams begin, ascending."""
    return sorted(chain.from_iterable([grams[gram] for gram in shared]))


def _cover(
    a: tuple[str, ...], b: tuple[str, ...], seeds: list[int], grams: Grams, limits: Limits
) -> Iterator[_Run]:
    """Runs that hold every word of `a` in a shared gram, in as few runs as can be.

    `seeds`: where those grams begin in `a`; `grams`: those of `b`.
    """
    least = len(next(iter(grams)))
    covered = k = 0
    while k < len(seeds):
        k = max(k, bisect_right(seeds, covered) - 1)
        start = seeds[k]
        if start + least > covered:
            places = _nearest(grams[a[start : start + least]], start * len(b) // len(a), limits)
            run = _longest(a, b, start, places, least)
            covered = start + run.length
            yield _widened(a, b, run)
        k += 1


def _nearest(places: list[int], wanted: int, limits: Limits) -> list[int]:
    if len(places) <= PLACES:
        return places
    limits.hit(REPEATED_RUNS)
    first = bisect_left(places, wanted) - PLACES // 2
    first = max(0, min(first, len(places) - PLACES))
    return places[first : first + PLACES]


def _longest(a: tuple[str, ...], b: tuple[str, ...], start: int, places: list[int], length: int) -> _Run:
    """The longest run from word `start` of `a` and one of `places` in `b`, of which `length` words are known to be alike.

    Of equally long ones, the one whose places in the two texts are most alike.
    """
    while len(places) > 1 and start + length < len(a):
        key = a[start + length]
        longer = [place for place in places if place + length < len(b) and b[place + length] == key]
        if not longer:
            break
        places = longer
        length += 1
    place = min(places, key=lambda place: (abs(start * len(b) - place * len(a)), place))
    if len(places) == 1:
        length += _alike(a, b, start + length, place + length)
    return _Run(start, place, length)


def _alike(a: tuple[str, ...], b: tuple[str, ...], i: int, j: int) -> int:
    """How many words are alike from `i` and `j` on."""
    first, most, step = i, min(len(a), i + len(b) - j), 64
    while i + step <= most and a[i : i + step] == b[j : j + step]:
        i, j = i + step, j + step
    while i < most and a[i] == b[j]:
        i, j = i + 1, j + 1
    return i - first


def _widened(a: tuple[str, ...], b: tuple[str, ...], run: _Run) -> _Run:
    """The run with all that is alike before it."""
    i, j = run.a, run.b
    while i and j and a[i - 1] == b[j - 1]:
        i, j = i - 1, j - 1
    return _Run(i, j, run.length + run.a - i)


def _reuse(a: _Side, b: _Side, run: _Run) -> Reuse:
    return Reuse(
        *a.span(run.a, run.length), *b.span(run.b, run.length), a.word_count(run.a, run.a + run.length)
    )


def _share(side: _Side, spans: list[tuple[int, int]]) -> float:
    """The share of a side's words that stand in the spans, which come by their beginnings; each word counts once."""
    held = done = 0
    for start, stop in spans:
        if stop > done:
            held += side.word_count(max(start, done), stop)
            done = stop
    total = side.word_count(0, len(side.keys))
    return held / total if total else 0.0
