"""What a figure is about: the words around it."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import fsum

from app.compare.figures.figure import Figure
from app.text.document import Document
from app.text.rarity import word_rarity
from app.text.stems import stem_words
from app.text.words import is_word

WINDOW = 12
"""Content words of the sentence, nearest first, that say what a figure is about."""
NEAREST = 5
"""Of these, those that say it most."""
CONTENT = 0.28
"""Least rarity (app.text.rarity) of a content word."""
LEAST_WEIGHT = 2.5
"""Least weight that the words around a figure are taken to have: one or two shared words are no likeness."""
COUNTED = 2
"""Words behind a number among which the one that is counted stands."""


@dataclass(frozen=True, slots=True)
class Subject:
    """Stems of content words around a figure: `words` within its sentence, `near` the nearest, `counted` those behind it."""

    words: frozenset[str]
    near: frozenset[str]
    counted: tuple[str, ...]


@lru_cache(maxsize=65536)
def _stem(key: str, language: str) -> str:
    """The stem of a content word; nothing for any other."""
    if not is_word(key) or any(map(str.isdecimal, key)) or word_rarity((key,), language)[0] < CONTENT:
        return ""
    return stem_words((key,), language)[0]


def find_subjects(document: Document, figures: Sequence[Figure]) -> tuple[Subject, ...]:
    """What each of a version's figures is about."""
    masked = _of_figures(document, figures)
    return tuple([_subject(document, figure, masked) for figure in figures])


def _of_figures(document: Document, figures: Sequence[Figure]) -> frozenset[int]:
    """Words that dates, shares and sums are made of, which say nothing of what others are about."""
    masked: set[int] = set()
    for figure in figures:
        if figure.kind != "count" and figure.kind != "ordinal":
            first, last = _range(document, figure)
            masked.update(range(first, last))
    return frozenset(masked)


def _range(document: Document, figure: Figure) -> tuple[int, int]:
    sentence, words = document.sentences[figure.sentence], document.words
    first = next(
        (k for k in range(sentence.first_word, sentence.last_word) if words.ends[k] > figure.start),
        sentence.last_word,
    )
    last = next(
        (k for k in range(first, sentence.last_word) if words.starts[k] >= figure.end), sentence.last_word
    )
    return first, last


def _subject(document: Document, figure: Figure, masked: frozenset[int]) -> Subject:
    sentence, keys = document.sentences[figure.sentence], document.words.keys
    first, last = _range(document, figure)
    at = [
        (k, _stem(keys[k], document.language))
        for k in range(sentence.first_word, sentence.last_word)
        if k not in masked
    ]
    near = sorted(
        ((min(abs(k - first), abs(k - last + 1)), k, stem) for k, stem in at if stem), key=lambda one: one[:2]
    )
    counted = [stem for k, stem in at if k >= first and stem][:COUNTED]
    stems = [stem for _, _, stem in near]
    return Subject(frozenset(stems[:WINDOW]), frozenset(stems[:NEAREST]), tuple(counted))


class Weights:
    """How much a shared word says: the seldomer it stands by figures of one version, the more; names of a story recur."""

    def __init__(self, subjects: Sequence[Sequence[Subject]], sentences: Sequence[Sequence[int]]) -> None:
        times: Counter[str] = Counter()
        versions: Counter[str] = Counter()
        for of_version, numbers in zip(subjects, sentences, strict=True):
            said: defaultdict[int, set[str]] = defaultdict(set)
            for subject, number in zip(of_version, numbers, strict=True):
                said[number] |= subject.words
            counts = Counter(stem for stems in said.values() for stem in stems)
            times.update(counts)
            versions.update(counts.keys())
        self._of = {stem: versions[stem] / count for stem, count in times.items()}

    def of(self, stems: frozenset[str]) -> float:
        """The weight of some stems together: of each at most 1."""
        return fsum(sorted(map(self._of.__getitem__, stems)))

    def overlap(self, one: frozenset[str], other: frozenset[str]) -> float:
        """The share of the lighter of two sets that is in the other; one lighter than `LEAST_WEIGHT` counts as that."""
        shared = one & other
        return self.of(shared) / max(LEAST_WEIGHT, min(self.of(one), self.of(other))) if shared else 0.0
