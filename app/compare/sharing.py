"""Which pairs of sentences share terms, with the steps counted, and which of them are candidates for a link.

What was tried before: looking at every pair is quadratic, which 5,000 paragraphs cannot afford. An index of terms leads to
pairs that share something; common terms, which lead everywhere, are followed only while the budget of steps lasts, and
then only from the k-th sentence that holds them to the k-th on the other side.
"""

from typing import NamedTuple

import numpy as np

from app.compare.limits import FEWER_KEPT, IN_STEP, Limits
from app.compare.reading import Weights
from app.compare.terms import Side, Texts, added
from app.text.words import Flags, Numbers

STEPS_PER_SENTENCE = 100
"""Pairs of sentences visited for each sentence, once for every term that they share; common terms add a few."""
MAX_STEPS = 400_000
"""Pairs visited altogether."""
PER_SENTENCE = 5
"""Candidates kept for each sentence on each side."""
MAX_KEPT = 40_000
"""Candidates kept altogether; of very many sentences each keeps fewer, but one at least."""
MAX_CELLS = 4_000_000
"""Sentences times sentences up to which there is a place for every pair; beyond, only for those that share something."""


class Meetings(NamedTuple):
    """Every term that a sentence of `a` and one of `b` share: the two sentences, the term, its first place on both sides.

    Common terms come before rare ones.
    """

    i: Numbers
    j: Numbers
    term: Numbers
    place_a: Numbers
    place_b: Numbers

    def chosen(self, which: Flags) -> "Meetings":
        """Those of them."""
        return Meetings(*(array[which] for array in self))


class Cells:
    """A value for each pair of sentences; 0 where nothing was said.

    A pair goes by one number, its place in a table with a row and a column to spare on every side. So the neighbours of
    every pair are in the table too.
    """

    def __init__(self, i: Numbers, j: Numbers, values: Weights, rows: int, columns: int) -> None:
        self._width = columns + 2
        numbers = self._numbers(i, j)
        self._table: Weights | None = None
        if rows * columns <= MAX_CELLS:
            self._table = added(numbers, values, (rows + 2) * self._width)
        else:
            self._filled, inverse = np.unique(numbers, return_inverse=True)
            self._values = added(inverse, values, len(self._filled))

    def filled(self) -> tuple[Numbers, Numbers, Weights]:
        """The pairs that have a value, row by row, and their values."""
        if self._table is None:
            filled, values = self._filled, self._values
        else:
            filled = np.flatnonzero(self._table)
            values = self._table[filled]
        return filled // self._width - 1, filled % self._width - 1, values

    def at(self, i: Numbers, j: Numbers) -> Weights:
        """The values of pairs; 0 for places outside, which are next to one inside."""
        numbers = self._numbers(i, j)
        if self._table is not None:
            return self._table[numbers]
        places = np.minimum(np.searchsorted(self._filled, numbers), len(self._filled) - 1)
        return np.where(self._filled[places] == numbers, self._values[places], 0.0)

    def _numbers(self, i: Numbers, j: Numbers) -> Numbers:
        return (i + 1) * self._width + (j + 1)


def meetings(texts: Texts, left_a: Flags, left_b: Flags, limits: Limits) -> Meetings:
    """What the sentences that are left on both sides share."""
    order = np.argsort(texts.weights, kind="stable")
    rank = np.empty(len(order), np.int64)
    rank[order] = np.arange(len(order))
    rank_a, held_a = _by_rank(texts.a, rank, left_a, texts.weights)
    rank_b, held_b = _by_rank(texts.b, rank, left_b, texts.weights)
    count_a = np.bincount(rank_a, minlength=len(order))
    count_b = np.bincount(rank_b, minlength=len(order))
    followed = _affordable(count_a * count_b, texts.sentences, limits)
    nth = np.arange(len(rank_a)) - (np.cumsum(count_a) - count_a)[rank_a]
    follow, number = followed[rank_a], count_b[rank_a]
    times = np.where(follow, number, nth < number)
    step = np.arange(times.sum()) - np.repeat(np.cumsum(times) - times, times)
    partner = np.repeat((np.cumsum(count_b) - count_b)[rank_a] + np.where(follow, 0, nth), times) + step
    own, other = np.repeat(held_a, times), held_b[partner]
    return Meetings(
        texts.a.held_sentence[own],
        texts.b.held_sentence[other],
        texts.a.held_term[own],
        texts.a.held_place[own],
        texts.b.held_place[other],
    )


def candidates(texts: Texts, shared: Cells, limits: Limits) -> tuple[Numbers, Numbers]:
    """The pairs that share most, for each sentence, by place: against what both weigh."""
    i, j, values = shared.filled()
    share = values / np.sqrt(texts.a.weights[i] * texts.b.weights[j])
    count = max(1, min(PER_SENTENCE, MAX_KEPT // (texts.sentences + 1)))
    order = np.argsort(-share, kind="stable")
    rank_a, rank_b = _rank_within(i, order), _rank_within(j, order)
    if count < PER_SENTENCE and max(rank_a.max(initial=0), rank_b.max(initial=0)) >= count:
        limits.hit(FEWER_KEPT)
    kept = (rank_a < count) | (rank_b < count)
    return i[kept], j[kept]


def _by_rank(side: Side, rank: Numbers, left: Flags, weights: Weights) -> tuple[Numbers, Numbers]:
    """The distinct terms that weigh anything, of the sentences that are left, by rank, then sentence: ranks, and indices."""
    held = np.flatnonzero(left[side.held_sentence] & (weights[side.held_term] > 0))
    ranks = rank[side.held_term[held]]
    order = np.argsort(ranks, kind="stable")
    return ranks[order], held[order]


def _affordable(costs: Numbers, sentences: int, limits: Limits) -> Flags:
    """Which terms are followed everywhere: the cheapest, while the steps last."""
    steps = min(MAX_STEPS, STEPS_PER_SENTENCE * sentences)
    order = np.argsort(costs, kind="stable")
    followed = np.zeros(len(costs), bool)
    followed[order] = np.cumsum(costs[order]) <= steps
    if steps == MAX_STEPS and not followed.all():
        limits.hit(IN_STEP)
    return followed


def _rank_within(groups: Numbers, order: Numbers) -> Numbers:
    """The place of everything in its group, from 0, where `order` has all by index."""
    grouped = order[np.argsort(groups[order], kind="stable")]
    counts = np.bincount(groups)
    ranks = np.empty(len(order), np.int64)
    ranks[grouped] = np.arange(len(order)) - np.repeat(np.cumsum(counts) - counts, counts)
    return ranks
