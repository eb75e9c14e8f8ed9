"""The words of two texts in numbers, and what each term is worth.

A term weighs by how few sentences of the two texts hold it (inverse document frequency, Spärck Jones 1972), and by how rare
it is in the language at large (app.text.rarity). What then weighs next to nothing says nothing, and is left out.
"""

from dataclasses import dataclass
from itertools import pairwise
from math import log
from typing import NamedTuple

import numpy as np

from app.compare.reading import Reading, Weights
from app.text.words import Flags, Numbers, numbered

FINENESS = 2.0**20
"""Weights are whole multiples of one over this, so that sums of them are exact, in whatever order they are made."""
LEAST_SHARE = 0.04
"""Of the weight of a word that the language hardly has and one sentence holds, what a term must weigh to count at all."""
_PLANE = 0x10000
"""The first code point that stands for a term: above it lies no surrogate."""
_CODE_POINTS = 0x110000 - _PLANE


@dataclass(frozen=True, slots=True, eq=False)
class Side:
    """One text's words: `lines` has a sign for each term of every sentence, which is how rapidfuzz reads fastest.

    The words of sentence `k` are `[first[k], first[k + 1])` of all. `held_*` list every sentence's
    distinct terms by sentence, with the place where the first of each stands; `weights` are those of each sentence's
    distinct terms together, and not less than a little.
    """

    reading: Reading
    first: Numbers
    lines: tuple[str, ...]
    held_sentence: Numbers
    held_term: Numbers
    held_place: Numbers
    weights: Weights


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
    terms, number_of = numbered((*a.terms, *b.terms))  # those of `a` keep their numbers
    number_b, count = number_of[len(a.terms) :], len(terms)
    of_a, of_b = _numbered(a, a.term_of, count), _numbered(b, number_b[b.term_of], count)
    held = np.bincount(of_a.held_term, minlength=count) + np.bincount(of_b.held_term, minlength=count)
    sentences = len(a) + len(b) + 1
    # logarithms by Python: numpy's may differ from one processor to the next
    logs = np.array([0.0, *[log(sentences / n) for n in range(1, int(held.max(initial=0)) + 1)]])
    rarity, names = np.ones(count), np.zeros(count, bool)
    rarity[: len(a.terms)], names[: len(a.terms)] = a.rarity, a.names
    rarity[number_b], names[number_b] = np.minimum(rarity[number_b], b.rarity), names[number_b] | b.names
    weights = np.rint(logs[held] * rarity * FINENESS) / FINENESS
    weights[weights < LEAST_SHARE * log(sentences)] = 0.0
    figures = np.array([term[0].isdigit() for term in terms], bool)
    return Texts(_side(a, of_a, weights), _side(b, of_b, weights), weights, names, figures)


def added(groups: Numbers, values: Weights, count: int = 0) -> Weights:
    """The values of each group added up, for groups from 0, as many as there are but `count` at least."""
    return np.bincount(groups, values, count).astype(np.float64, copy=False)


class _Numbered(NamedTuple):
    """The number of every word's term; the sentence, term and first place of every distinct one of a sentence."""

    numbers: Numbers
    held_sentence: Numbers
    held_term: Numbers
    held_place: Numbers


def _numbered(reading: Reading, numbers: Numbers, count: int) -> _Numbered:
    size = max(count, 1)
    codes, places = np.unique(reading.sentence_of * size + numbers, return_index=True)
    return _Numbered(numbers, codes // size, codes % size, places)


def _side(reading: Reading, numbered: _Numbered, weights: Weights) -> Side:
    first = np.searchsorted(reading.sentence_of, np.arange(len(reading) + 1))
    signs = (numbered.numbers % _CODE_POINTS + _PLANE).astype("<u4").tobytes().decode("utf-32-le")
    lines = tuple([signs[start:end] for start, end in pairwise(first.tolist())])
    sums = added(numbered.held_sentence, weights[numbered.held_term], len(reading))
    return Side(reading, first, lines, *numbered[1:], np.maximum(sums, 1 / FINENESS))
