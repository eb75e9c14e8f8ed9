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

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from app.compare.comparison import Reuse
from app.compare.grams import Numbers, Seeds, shared_grams
from app.compare.limits import REPEATED_RUNS, Limits
from app.text.document import Document
from app.text.words import numbered

LEAST = 6
"""Words of a run, at least."""
LEAST_SIGNS = 12
"""Likewise, of signs in a language written without spaces, where a word is one to four of them."""
PLACES = 16
"""Places looked at where a passage stands on the other side: those nearest to its own place, as a share of the text."""
_SPACELESS = frozenset({"zh", "ja", "th", "lo", "km", "my"})
_MEANINGFUL = frozenset("%‰‱#&@§")

_STEP, _STRIDE = 4, 1024
"""Words that are compared at once, at first and at most: twice as many while they are alike, then half as many."""

# Numbers of keys that only one side has, or neither needs: no two of different sides are alike.
_MARK, _LEFT_WORD, _RIGHT_WORD, _LEFT_SYMBOL, _RIGHT_SYMBOL = range(-1, -6, -1)


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
    """A side's words and symbols, by number (the same for the same key), and where `document.words` has them.

    `before[k]` is how many words stand before number `k`; the symbols among the numbers are no words.
    """

    document: Document
    numbers: Numbers
    places: Numbers
    before: Numbers

    def spans(self, starts: Numbers, stops: Numbers) -> list[tuple[int, int]]:
        """Where stretches of the numbers stand in the text, in code points."""
        words = self.document.words
        firsts, lasts = self.places[starts], self.places[stops - 1]
        return list(zip(words.start_of[firsts].tolist(), words.end_of[lasts].tolist(), strict=True))


def find_reuse(a: Document, b: Document, limits: Limits) -> Reused:
    """What two documents share verbatim. Swapping the sides swaps the sides of the answer, and nothing else."""
    least = LEAST_SIGNS if {a.language.split("-")[0], b.language.split("-")[0]} & _SPACELESS else LEAST
    one, other, size = _sides(a, b)
    runs = np.array(_runs(one, other, size, least, limits), np.int64).reshape(-1, 3)
    counts = one.before[runs[:, 0] + runs[:, 2]] - one.before[runs[:, 0]]
    starts_a, starts_b, lengths = runs[counts >= least].T
    if not len(lengths):
        return Reused((), 0.0, 0.0)
    spans_a, spans_b = (
        one.spans(starts_a, starts_a + lengths),
        other.spans(starts_b, starts_b + lengths),
    )
    words = counts[counts >= least].tolist()
    return Reused(
        tuple(
            [Reuse(*left, *right, held) for left, right, held in zip(spans_a, spans_b, words, strict=True)]
        ),
        _share(one, starts_a, lengths),
        _share(other, starts_b, lengths),
    )


def _sides(a: Document, b: Document) -> tuple[_Side, _Side, int]:
    """Both sides, with numbers from 0 on for what both have; and what those numbers stay below."""
    forms, number_of = numbered((*a.words.forms, *b.words.forms))
    in_a, in_b = np.split(number_of, [len(a.words.forms)])
    common, plain = np.zeros((2, len(forms)), bool)
    common[in_b] = True
    common &= np.bincount(in_a, minlength=len(forms)) > 0
    plain[in_a], plain[in_b] = a.words.plain, b.words.plain
    others = np.flatnonzero(~plain)
    marks = others[[is_passed_over(forms[one]) for one in others.tolist()]]
    common[marks] = False
    numbers = np.cumsum(common) - 1
    left, right = (
        np.where(common, numbers, np.where(plain, word, symbol))
        for word, symbol in ((_LEFT_WORD, _LEFT_SYMBOL), (_RIGHT_WORD, _RIGHT_SYMBOL))
    )
    left[marks] = right[marks] = _MARK
    return _side(a, left[in_a]), _side(b, right[in_b]), int(common.sum())


def _side(document: Document, numbers: Numbers) -> _Side:
    """One side, given the number of each of its distinct words."""
    words = document.words
    places = np.flatnonzero((numbers != _MARK)[words.print_of])
    distinct = words.print_of[places]
    return _Side(document, numbers[distinct], places, np.concatenate(([0], np.cumsum(words.plain[distinct]))))


@lru_cache(maxsize=4096)
def is_passed_over(key: str) -> bool:
    """Whether a sign, by its match form, is a mark that runs pass over; what else is no word is a symbol."""
    return all(unicodedata.category(sign)[0] == "P" and sign not in _MEANINGFUL for sign in key)


def _runs(a: _Side, b: _Side, size: int, least: int, limits: Limits) -> list[_Run]:
    """The runs that hold every word of a shared gram, on both sides."""
    seeds_a, seeds_b = shared_grams(a.numbers, b.numbers, size, least)
    if not seeds_a.starts:
        return []
    left, right = a.numbers.tolist(), b.numbers.tolist()
    found = set(_cover(left, right, seeds_a, least, limits))
    turned = _cover(right, left, seeds_b, least, limits)
    return sorted(found.union([_Run(run.b, run.a, run.length) for run in turned]))


def _cover(a: list[int], b: list[int], seeds: Seeds, least: int, limits: Limits) -> Iterator[_Run]:
    """Runs that hold every word of `a` in a shared gram, in as few runs as can be."""
    covered = k = 0
    while k < len(seeds.starts):
        k = max(k, bisect_right(seeds.starts, covered) - 1)
        start = seeds.starts[k]
        if start + least > covered:
            places = _nearest(seeds, k, start * len(b) // len(a), limits)
            run = _longest(a, b, start, places, least)
            covered = start + run.length
            yield _widened(a, b, run)
        k += 1


def _nearest(seeds: Seeds, k: int, wanted: int, limits: Limits) -> list[int]:
    """Where the other side has seed `k`: all places, or `PLACES` of them around the one that is wanted."""
    first, stop = seeds.first[k], seeds.stop[k]
    if stop - first > PLACES:
        limits.hit(REPEATED_RUNS)
        middle = bisect_left(seeds.places, wanted, first, stop)
        first = max(first, min(middle - PLACES // 2, stop - PLACES))
        stop = first + PLACES
    return seeds.places[first:stop]


def _longest(a: list[int], b: list[int], start: int, places: list[int], length: int) -> _Run:
    """The longest run from word `start` of `a` and one of `places` in `b`, of which `length` words are known to be alike.

    Of equally long ones, the one whose places in the two texts are most alike.
    """
    if len(places) == 1:
        return _Run(start, places[0], length + _alike(a, b, start + length, places[0] + length))
    step, growing = _STEP, True
    while step:
        wanted = a[start + length : start + length + step]
        longer = [place for place in places if b[place + length : place + length + step] == wanted]
        if longer and len(wanted) == step:
            places = longer
            length += step
        else:
            growing = False
        step = min(2 * step, _STRIDE) if growing else step // 2
    place = min(places, key=lambda place: (abs(start * len(b) - place * len(a)), place))
    return _Run(start, place, length)


def _alike(a: list[int], b: list[int], i: int, j: int) -> int:
    """How many numbers are alike from `i` and `j` on."""
    first, step, growing = i, _STEP, True
    while step:
        wanted = a[i : i + step]
        if len(wanted) == step and b[j : j + step] == wanted:
            i, j = i + step, j + step
        else:
            growing = False
        step = min(2 * step, _STRIDE) if growing else step // 2
    return i - first


def _widened(a: list[int], b: list[int], run: _Run) -> _Run:
    """The run with all that is alike before it."""
    i, j, _ = run
    step, growing = 1, True
    while step:
        if min(i, j) >= step and a[i - step : i] == b[j - step : j]:
            i, j = i - step, j - step
        else:
            growing = False
        step = min(2 * step, _STRIDE) if growing else step // 2
    return _Run(i, j, run.length + run.a - i)


def _share(side: _Side, starts: Numbers, lengths: Numbers) -> float:
    """The share of a side's words that stand in runs; each word counts once."""
    borders = np.zeros(len(side.before), np.int64)
    np.add.at(borders, starts, 1)
    np.add.at(borders, starts + lengths, -1)
    held = np.cumsum(borders)[:-1] > 0
    return int(np.diff(side.before)[held].sum()) / int(side.before[-1])
