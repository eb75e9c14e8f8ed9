"""What a figure is about: the words around it."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, groupby
from operator import attrgetter, itemgetter
from typing import Any, NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from app.compare.figures.figure import Figure
from app.compare.figures.lexicon import base, lexicon
from app.compare.figures.outcomes import Outcome, outcome_of
from app.compare.figures.tolls import Toll, tells_of_people, toll_of
from app.text.document import Document
from app.text.rarity import word_rarity
from app.text.stems import stem_words
from app.text.words import Numbers, is_word

WINDOW = 12
"""Content words of the sentence, nearest first, that say what a figure is about."""
REACH = 60
"""Words on either side among which those are."""
NEAREST = 5
"""Of these, those that say it most."""
CONTENT, COUNTABLE = 0.28, 0.2
"""Least rarity (app.text.rarity) of a content word; and of one that may be counted, as “people” is."""
WHOLE = 1000
"""The weight of a word that stands by figures of one sentence alone in each version: an integer, so that sums are exact."""
LEAST_WEIGHT = 2500
"""Least weight that the words around a figure are taken to have: one or two shared words are no likeness."""
USUAL_WORDS = 200
"""Words and marks of a sentence, up to which it is remembered."""
AT_ONCE = 8192
"""Pairs of sets that are held against each other in one step."""
NAMING = frozenset({"count", "ordinal"})
"""Kinds of figures whose own words name what they count."""


@dataclass(frozen=True, slots=True)
class Subject:
    """Stems of content words around a figure: `words` within its sentence, `near` the nearest, `counted` those behind it.

    `names` are those of the nearest that have a capital inside their sentence; `head` is its first word, if it has one and
    is among them. `frame`: `words` as they come, before the figure and behind it. `ranks`: those that its sentence tells in
    words, but for its own. `outcome`: what became of who is counted, by `toll`, if the figure counts people in general,
    else by the nearest word that tells of one (app.compare.figures.outcomes).
    """

    words: frozenset[str]
    near: frozenset[str]
    names: frozenset[str]
    head: frozenset[str]
    frame: tuple[tuple[str, ...], tuple[str, ...]]
    ranks: frozenset[str | float | int]
    counted: tuple[str, ...]
    outcome: Outcome | None
    toll: Toll | None


class _Word(NamedTuple):
    """A word that may say what a figure is about: its place, its stem, and whether it is rare enough to tell by itself."""

    at: int
    stem: str
    tells: bool


class _Said(NamedTuple):
    """A sentence: its words but for figures, the names inside it, its first word, its ranks and outcomes, each by place."""

    words: list[_Word]
    names: frozenset[str]
    head: frozenset[str]
    ranks: list[tuple[int, str | float | int]]
    outcomes: list[tuple[int, Outcome]]


@lru_cache(maxsize=65536)
def _stem(key: str, language: str) -> tuple[str, bool]:
    """The stem of a word that may be counted, and whether it tells something by itself; nothing for any other word."""
    rarity = word_rarity((key,), language)[0] if is_word(key) and not any(map(str.isdecimal, key)) else 0.0
    return (stem_words((key,), language)[0] if rarity >= COUNTABLE else "", rarity >= CONTENT)


def telling(keys: Iterable[str], language: str) -> frozenset[str]:
    """The stems of those words that tell something by themselves."""
    return frozenset([stem for stem, tells in (_stem(key, language) for key in set(keys)) if tells])


@lru_cache(maxsize=65536)
def _rank(key: str, language: str) -> str | float | int | None:
    """The rank that a word tells: 1 for “first”."""
    letter, value = lexicon(base(language)).words.get(key, ("", ""))
    return value if letter == "o" else None


def find_subjects(document: Document, figures: Sequence[Figure]) -> tuple[Subject, ...]:
    """What each of a version's figures is about; these come by place.

    The words of a figure say nothing of that, but for what it counts. Versions have many sentences in common, so those of
    usual length are remembered.
    """
    found: list[Subject] = []
    print_of = document.words.print_of
    capital = document.words.capital
    for number, group in groupby(figures, key=attrgetter("sentence")):
        sentence = document.sentences[number]
        spans = [(*words_of(document, figure), figure.kind in NAMING) for figure in group]
        at = sentence.first_word
        keys = document.words.keys[at : sentence.last_word]
        capitals = np.flatnonzero(capital[print_of[at : sentence.last_word]]).tolist()
        found += (_remembered if len(keys) <= USUAL_WORDS else _subjects)(
            keys,
            tuple(capitals),
            document.language,
            tuple([(first - at, last - at, naming) for first, last, naming in spans]),
        )
    return tuple(found)


def _subjects(
    keys: tuple[str, ...],
    capitals: tuple[int, ...],
    language: str,
    spans: tuple[tuple[int, int, bool], ...],
) -> list[Subject]:
    """The subjects of a sentence's figures; `spans` are their words, as a range, and whether these name what is counted.

    `capitals` are the words with a capital.
    """
    spoken = base(language)
    masked: set[int] = set()
    for first, last, naming in spans:
        masked.update(range(first, max(first + 1, last - naming)))
    words = [_Word(k, *_stem(key, language)) for k, key in enumerate(keys) if k not in masked]
    told = [word for word in words if word.stem]
    inside = {k for k in capitals if k and not tells_of_people(keys[k], spoken)}
    said = _Said(
        told,
        frozenset([word.stem for word in told if word.at in inside]),
        frozenset([word.stem for word in told if word.tells and not word.at and 0 in capitals]),
        [(k, rank) for k, key in enumerate(keys) if (rank := _rank(key, language)) is not None],
        [(k, outcome) for k, key in enumerate(keys) if (outcome := outcome_of(key, spoken))],
    )
    return [
        _subject(said, first, last, toll_of(keys, first, last, spoken) if naming and said.outcomes else None)
        for first, last, naming in spans
    ]


_remembered = lru_cache(maxsize=4096)(_subjects)


def words_of(document: Document, figure: Figure) -> tuple[int, int]:
    """The words of a figure, as a range."""
    words = document.words
    return bisect_right(words.ends, figure.start), bisect_left(words.starts, figure.end)


def _subject(said: _Said, first: int, last: int, toll: Toll | None) -> Subject:
    def distance(k: int) -> int:
        return first - k if k < first else max(0, k - last + 1)

    words = _within(said.words, first - REACH, last + REACH)
    outcomes = _within(said.outcomes, first - REACH, last + REACH)
    ranks = _within(said.ranks, first - REACH, last + REACH)
    near = sorted([(distance(word.at), word.at, word.stem) for word in words if word.tells])[:WINDOW]
    nearest = frozenset([stem for _, _, stem in near[:NEAREST]])
    in_order = sorted([(at, stem) for _, at, stem in near])
    return Subject(
        words=frozenset([stem for _, stem in in_order]),
        near=nearest,
        names=nearest & said.names,
        head=nearest & said.head,
        frame=(
            tuple([stem for at, stem in in_order if at < first]),
            tuple([stem for at, stem in in_order if at >= first]),
        ),
        ranks=frozenset([rank for k, rank in ranks if not first <= k < last]),
        counted=tuple(_phrase(words, first, last)),
        outcome=toll.outcome
        if toll
        else min([(distance(k), k, one) for k, one in outcomes], default=(0, 0, None))[2],
        toll=toll,
    )


_Placed = TypeVar("_Placed", bound=tuple[Any, ...])
_at = itemgetter(0)


def _within(placed: list[_Placed], first: int, last: int) -> list[_Placed]:
    """Those that begin with a place in `[first, last]`, of some in order."""
    return placed[bisect_left(placed, first, key=_at) : bisect_right(placed, last, key=_at)]


def _phrase(words: list[_Word], first: int, last: int) -> Iterator[str]:
    """The words that follow a number without another between them: the name of what it counts."""
    at = None
    for word in words:
        if word.at >= first and (word.at <= last if at is None else word.at == at + 1):
            at = word.at
            yield word.stem


class Weights:
    """How much a shared word says: the seldomer it stands by figures of one version, the more; names of a story recur."""

    def __init__(self, subjects: Sequence[Sequence[Subject]], sentences: Sequence[Sequence[int]]) -> None:
        times: Counter[str] = Counter()
        versions: Counter[str] = Counter()
        for of_version, numbers in zip(subjects, sentences, strict=True):
            said: defaultdict[int, set[str]] = defaultdict(set)
            for subject, number in zip(of_version, numbers, strict=True):
                said[number] |= subject.words
            counts = Counter(chain.from_iterable(said.values()))
            times.update(counts)
            versions.update(counts.keys())
        self._of = {stem: WHOLE * versions[stem] // count for stem, count in times.items()}
        self._number = {stem: number for number, stem in enumerate(self._of)}

    def table(self, sets: Sequence[frozenset[str]]) -> "StemTable":
        """Sets of stems, to be held against each other."""
        size, width = len(sets), max(map(len, sets), default=0)
        numbers, weights = np.full((size, width), -1), np.zeros((size, width), np.int64)
        for row, stems in enumerate(sets):
            numbers[row, : len(stems)] = [self._number[stem] for stem in stems]
            weights[row, : len(stems)] = [self._of[stem] for stem in stems]
        return StemTable(numbers, weights)


class StemTable:
    """Sets of stems, a row each: the number of every stem, or -1, and its weight, at most `WHOLE`."""

    def __init__(self, numbers: Numbers, weights: Numbers) -> None:
        self._numbers = numbers
        self._weights = weights
        self._whole = np.maximum(LEAST_WEIGHT, weights.sum(1))

    def overlaps(self, one: Numbers, other: Numbers) -> tuple[NDArray[np.float64], Numbers]:
        """For each of some pairs of rows: the share of the lighter set that is in the other, and how many stems are in both.

        A set that is lighter than `LEAST_WEIGHT` counts as that.
        """
        shares, counts = [np.empty(0)], [np.empty(0, np.int64)]
        for start in range(0, len(one), AT_ONCE):
            first, second = one[start : start + AT_ONCE], other[start : start + AT_ONCE]
            mine, theirs = self._numbers[first], self._numbers[second]
            shared = (mine[:, :, None] == theirs[:, None, :]).any(2) & (mine >= 0)
            lighter = np.minimum(self._whole[first], self._whole[second])
            shares.append((self._weights[first] * shared).sum(1) / lighter)
            counts.append(shared.sum(1))
        return np.concatenate(shares), np.concatenate(counts)
