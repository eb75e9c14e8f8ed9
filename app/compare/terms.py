"""The words of two texts in numbers, and what each term is worth.

A term weighs by how few sentences of the two texts hold it (inverse document frequency, Spärck Jones 1972), and by how rare
it is in the language at large (app.text.rarity).
"""

from dataclasses import dataclass
from math import log
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from app.compare.reading import Flags, Numbers, Reading

Weights = NDArray[np.float64]

FINENESS = 2.0**20
"""Weights are whole multiples of one over this, so that sums of them are exact, in whatever order they are made."""
_PLANE = 0x10000
"""The first code point that stands for a term: above it lies no surrogate."""
_CODE_POINTS = 0x110000 - _PLANE


@dataclass(frozen=True, slots=True, eq=False)
class Side:
    """One text's words in order, as a sign for each term in `line`, which is how rapidfuzz reads fastest.

    Those of sentence `k` are `[first[k], first[k + 1])` of them. `held_*` list every sentence's
    distinct terms by sentence, with the place where the first of each stands; `weights` are those of each sentence's
    distinct terms together, and not less than a little.
    """

    reading: Reading
    first: Numbers
    line: str
    held_sentence: Numbers
    held_term: Numbers
    held_place: Numbers
    weights: Weights

    def words(self, sentence: int) -> str:
        """The words of a sentence, a sign each."""
        return self.line[self.first[sentence] : self.first[sentence + 1]]


@dataclass(frozen=True, slots=True, eq=False)
class Texts:
    """Two texts and their terms: what each weighs, whether it is a name (weighs as much, tells less) or a figure."""

    a: Side
    b: Side
    weights: Weights
    names: Flags
    figures: Flags

    @property
    def sentences(self) -> int:
        """Of both texts together."""
        return len(self.a.reading) + len(self.b.reading)


def number_terms(a: Reading, b: Reading) -> Texts:
    """Number the terms of two texts, the same in both, and weigh them."""
    vocabulary = {term: number for number, term in enumerate(dict.fromkeys((*a.terms, *b.terms)))}
    of_a, of_b = _numbered(a, vocabulary), _numbered(b, vocabulary)
    held = np.bincount(of_a.held_term, minlength=len(vocabulary)) + np.bincount(
        of_b.held_term, minlength=len(vocabulary)
    )
    # logarithms by Python: numpy's may differ from one processor to the next
    logs = np.array(
        [0.0, *(log((len(a) + len(b) + 1) / count) for count in range(1, int(held.max(initial=0)) + 1))]
    )
    names = a.names | b.names
    rarity = [min(a.rarity.get(term, 1.0), b.rarity.get(term, 1.0)) for term in vocabulary]
    weights = np.rint(logs[held] * np.array(rarity, float) * FINENESS) / FINENESS
    return Texts(
        _side(a, of_a, weights),
        _side(b, of_b, weights),
        weights,
        names=np.fromiter(map(names.__contains__, vocabulary), bool, len(vocabulary)),
        figures=np.array([term[0].isdigit() for term in vocabulary], bool),
    )


def added(groups: Numbers, values: Weights, count: int = 0) -> Weights:
    """The values of each group added up, for groups from 0, as many as there are but `count` at least."""
    return np.bincount(groups, values, count).astype(np.float64, copy=False)


class _Numbered(NamedTuple):
    """The number of every word's term; the sentence, term and first place of every distinct one of a sentence."""

    numbers: Numbers
    held_sentence: Numbers
    held_term: Numbers
    held_place: Numbers


def _numbered(reading: Reading, vocabulary: dict[str, int]) -> _Numbered:
    numbers = np.fromiter(map(vocabulary.__getitem__, reading.terms), np.int64, len(reading.terms))
    size = max(len(vocabulary), 1)
    codes, places = np.unique(reading.sentence_of * size + numbers, return_index=True)
    return _Numbered(numbers, codes // size, codes % size, places)


def _side(reading: Reading, numbered: _Numbered, weights: Weights) -> Side:
    first = np.searchsorted(reading.sentence_of, np.arange(len(reading) + 1))
    line = (numbered.numbers % _CODE_POINTS + _PLANE).astype("<u4").tobytes().decode("utf-32-le")
    sums = added(numbered.held_sentence, weights[numbered.held_term], len(reading))
    return Side(reading, first, line, *numbered[1:], np.maximum(sums, 1 / FINENESS))
