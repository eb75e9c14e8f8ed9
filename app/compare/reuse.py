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
from itertools import chain, compress, count, repeat
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from app.compare.comparison import Reuse
from app.compare.limits import REPEATED_RUNS, Limits
from app.text.document import Document
from app.text.words import is_word

LEAST = 6
"""Words of a run, at least."""
LEAST_SIGNS = 12
"""Likewise, of signs in a language written without spaces, where a word is one to four of them."""
PLACES = 16
"""Places looked at where a passage stands on the other side: those nearest to its own place, as a share of the text."""
_SPACELESS = frozenset({"zh", "ja", "th", "lo", "km", "my"})
_MEANINGFUL = frozenset("%‰‱#&@§")

_OTHERS = bytes([1, *[0] * 255])
_MOST = 2**62
"""What a packed number stays below."""

_STEP, _STRIDE = 4, 1024
"""Words that are compared at once, at first and at most: twice as many while they are alike, then half as many."""

Keys = tuple[str, ...]
Numbers = NDArray[np.int64]


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


class _Grams(NamedTuple):
    """Where the grams of a side begin, ascending, and their numbers: the same for the same words."""

    starts: Numbers
    numbers: Numbers


class _Seeds(NamedTuple):
    """Where shared grams begin in one side; the other side has gram `k` at `places[first[k]:stop[k]]`. Both ascend."""

    starts: list[int]
    first: list[int]
    stop: list[int]
    places: list[int]


class Strand(NamedTuple):
    """A document's words and symbols: their keys, and where `document.words` has them; `symbols`: keys that are no words.

    `distinct` holds every key once.
    """

    document: Document
    keys: tuple[str, ...]
    places: tuple[int, ...]
    distinct: frozenset[str]
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


def read_strand(document: Document) -> Strand:
    """A document without its punctuation: what `find_reuse` needs of it, whatever it is held against."""
    keys = document.words.keys
    distinct = frozenset(keys)
    no_words = [key for key in distinct if not (key.isalnum() or is_word(key))]
    marks = frozenset([key for key in no_words if _is_punctuation(key)])
    kept = bytes(map(marks.__contains__, keys)).translate(_OTHERS)
    return Strand(
        document,
        tuple(compress(keys, kept)),
        tuple(compress(range(len(keys)), kept)),
        distinct - marks,
        frozenset(no_words) - marks,
    )


def find_reuse(a: Strand, b: Strand, limits: Limits) -> Reused:
    """What two documents share verbatim. Swapping the sides swaps the sides of the answer, and nothing else."""
    least = LEAST_SIGNS if _spaceless(a) or _spaceless(b) else LEAST
    runs = [run for run in _runs(a, b, least, limits) if a.word_count(run.a, run.a + run.length) >= least]
    return Reused(
        tuple([_reuse(a, b, run) for run in runs]),
        _share(a, [(run.a, run.a + run.length) for run in runs]),
        _share(b, sorted([(run.b, run.b + run.length) for run in runs])),
    )


def _spaceless(strand: Strand) -> bool:
    return strand.document.language.split("-")[0] in _SPACELESS


def _is_punctuation(key: str) -> bool:
    return all(unicodedata.category(sign)[0] == "P" and sign not in _MEANINGFUL for sign in key)


def _runs(a: Strand, b: Strand, least: int, limits: Limits) -> list[_Run]:
    """The runs that hold every word of a shared gram, on both sides."""
    grams_a, grams_b = _grams(a, b, least)
    seeds = _seeds(grams_a, grams_b)
    if not seeds.starts:
        return []
    found = set(_cover(a.keys, b.keys, seeds, least, limits))
    turned = _cover(b.keys, a.keys, _seeds(grams_b, grams_a), least, limits)
    return sorted(found.union([_Run(run.b, run.a, run.length) for run in turned]))


def _grams(a: Strand, b: Strand, least: int) -> tuple[_Grams, _Grams]:
    """The grams of `least` keys, all of which both sides have.

    Their numbers are packed, not hashed: when the next key's would not fit, those so far are numbered anew, one by one.
    """
    numbers: dict[str | None, int] = dict(zip(a.distinct & b.distinct, count(), strict=False))
    keys = chain(a.keys, (None,), b.keys)  # no gram goes from one side to the other
    ids = np.fromiter(map(numbers.get, keys, repeat(-1)), np.int64, len(a.keys) + 1 + len(b.keys))
    unknown = np.concatenate(([0], np.cumsum(ids < 0)))
    starts = np.flatnonzero(unknown[least:] == unknown[:-least])
    packed, size = np.zeros(len(starts), np.int64), 1
    for step in range(least if len(starts) else 0):
        if size * len(numbers) > _MOST:
            distinct, packed = np.unique(packed, return_inverse=True)
            size = len(distinct)
        packed = packed * len(numbers) + ids[starts + step]
        size *= len(numbers)
    border = int(np.searchsorted(starts, len(a.keys)))
    return (
        _Grams(starts[:border], packed[:border]),
        _Grams(starts[border:] - len(a.keys) - 1, packed[border:]),
    )


def _seeds(a: _Grams, b: _Grams) -> _Seeds:
    """The grams of `a` that `b` has too."""
    order = np.argsort(b.numbers, kind="stable")
    numbers = b.numbers[order]
    first, stop = np.searchsorted(numbers, a.numbers, "left"), np.searchsorted(numbers, a.numbers, "right")
    shared = stop > first
    return _Seeds(
        a.starts[shared].tolist(), first[shared].tolist(), stop[shared].tolist(), b.starts[order].tolist()
    )


def _cover(a: Keys, b: Keys, seeds: _Seeds, least: int, limits: Limits) -> Iterator[_Run]:
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


def _nearest(seeds: _Seeds, k: int, wanted: int, limits: Limits) -> list[int]:
    """Where the other side has seed `k`: all places, or `PLACES` of them around the one that is wanted."""
    first, stop = seeds.first[k], seeds.stop[k]
    if stop - first > PLACES:
        limits.hit(REPEATED_RUNS)
        middle = bisect_left(seeds.places, wanted, first, stop)
        first = max(first, min(middle - PLACES // 2, stop - PLACES))
        stop = first + PLACES
    return seeds.places[first:stop]


def _longest(a: Keys, b: Keys, start: int, places: list[int], length: int) -> _Run:
    """The longest run from word `start` of `a` and one of `places` in `b`, of which `length` words are known to be alike.

    Of equally long ones, the one whose places in the two texts are most alike.
    """
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


def _widened(a: Keys, b: Keys, run: _Run) -> _Run:
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


def _reuse(a: Strand, b: Strand, run: _Run) -> Reuse:
    return Reuse(
        *a.span(run.a, run.length), *b.span(run.b, run.length), a.word_count(run.a, run.a + run.length)
    )


def _share(side: Strand, spans: list[tuple[int, int]]) -> float:
    """The share of a side's words that stand in the spans, which come by their beginnings; each word counts once."""
    held = done = 0
    for start, stop in spans:
        if stop > done:
            held += side.word_count(max(start, done), stop)
            done = stop
    total = side.word_count(0, len(side.keys))
    return held / total if total else 0.0
