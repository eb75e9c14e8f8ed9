"""The figures from which the likelihood of a link is told: how alike two sentences are, and in what setting.

What two sentences share is set against each of them (containment, Broder 1997), so that a short telling of a long sentence
is found. Figures look at words, clauses, quotations, names, figures, common order, the sentences around, and the rivals.
"""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from rapidfuzz.distance import LCSseq
from rapidfuzz.process import cpdist

from app.compare.meaning import Meanings
from app.compare.reading import Weights
from app.compare.sharing import Cells, Meetings
from app.compare.terms import Side, Texts, added
from app.text.words import Numbers

OPENING_SENTENCES = 2
"""Sentences at the head of an article, which tell its news in every version."""
PRIOR = 2.0
"""Weight added to a clause's or quotation's own, so that a short one that is wholly shared counts less than a long one."""
AROUND = 0.5
"""What the sentences beside a sentence count in its surroundings."""
_ROWS, _COLUMNS = np.repeat([-1, 0, 1], 3)[:, None], np.tile([-1, 0, 1], 3)[:, None]
"""Steps to a pair's neighbours and to itself; `_NEAR` is what each counts."""
_NEAR = AROUND ** (abs(_ROWS) + abs(_COLUMNS)).ravel()


@dataclass(frozen=True, slots=True, eq=False)
class Candidates:
    """The pairs to be scored: sentence `i` of `a` and `j` of `b`, and what they share.

    `pair_of` gives the pair, by index, of each of `shared`; `cells` what every pair of sentences of the two texts shares;
    `verbatim` the share of the sentences that have a verbatim counterpart: in a revision, what is left is mostly new.
    """

    texts: Texts
    i: Numbers
    j: Numbers
    shared: Meetings
    pair_of: Numbers
    cells: Cells
    verbatim: float

    def sums(self, values: Weights) -> Weights:
        """Values of everything shared, added up by pair."""
        return added(self.pair_of, values, len(self.i))

    @property
    def weights(self) -> tuple[Weights, Weights]:
        """What the two sentences of every pair weigh."""
        return self.texts.a.weights[self.i], self.texts.b.weights[self.j]


def cosine(c: Candidates) -> Weights:
    """The weight in common against both sentences alike."""
    own, other = c.weights
    return c.cells.at(c.i, c.j) / np.sqrt(own * other)


def overlap(c: Candidates, likeness: Weights) -> list[Weights]:
    """The weight in common: as such, against both (`likeness`, by the lesser length), against the heavier and the lighter.

    Then the length of the longer.
    """
    worth = c.texts.weights[c.shared.term]
    common, (own, other) = c.sums(worth), c.weights
    words_a, words_b = _lengths(c.texts.a)[c.i], _lengths(c.texts.b)[c.j]
    lesser, longer = np.log1p(np.minimum(words_a, words_b)), np.log1p(np.maximum(words_a, words_b))
    return [
        np.log1p(common),
        likeness * lesser,
        common / np.maximum(own, other),
        common / np.minimum(own, other),
        longer,
    ]


def rarest(c: Candidates) -> list[Weights]:
    """The weights of the two rarest terms in common that are no names."""
    term = c.shared.term
    worth = np.where(c.texts.names[term], 0.0, c.texts.weights[term])
    first, second = np.zeros(len(c.i)), np.zeros(len(c.i))
    np.maximum.at(first, c.pair_of, worth)
    at = np.full(len(c.i), -1)
    highest = np.flatnonzero(worth == first[c.pair_of])
    at[c.pair_of[highest]] = highest
    rest = np.ones(len(worth), bool)
    rest[at[at >= 0]] = False
    np.maximum.at(second, c.pair_of[rest], worth[rest])
    return [first, second]


def names_and_figures(c: Candidates) -> list[Weights]:
    """Names in common, by weight; figures in common, by number."""
    term = c.shared.term
    names = c.sums(np.where(c.texts.names[term], c.texts.weights[term], 0.0))
    return [np.log1p(names), np.log1p(c.sums(c.texts.figures[term].astype(float)))]


def quotations(c: Candidates) -> list[Weights]:
    """What is quoted on both sides, against the lesser quotation; whether both quote."""
    a, b = c.texts.a, c.texts.b
    both = a.reading.quoted[c.shared.place_a] & b.reading.quoted[c.shared.place_b]
    common = c.sums(np.where(both, c.texts.weights[c.shared.term], 0.0))
    own, other = _quoted_weight(a, c.texts.weights)[c.i], _quoted_weight(b, c.texts.weights)[c.j]
    return [common / (np.minimum(own, other) + PRIOR), ((own > 0) & (other > 0)).astype(float)]


def clauses(c: Candidates) -> list[Weights]:
    """The best pair of clauses: the weight in common against both."""
    best = np.zeros(len(c.i))
    if len(c.pair_of):
        i = c.texts.a.reading.clause_of[c.shared.place_a]
        j = c.texts.b.reading.clause_of[c.shared.place_b]
        own, other = _clause_weight(c.texts.a, c.texts.weights), _clause_weight(c.texts.b, c.texts.weights)
        common = Cells(i, j, c.texts.weights[c.shared.term], len(own), len(other)).at(i, j)
        np.maximum.at(best, c.pair_of, common / (np.sqrt(own[i] * other[j]) + PRIOR))
    return [best]


def order(c: Candidates) -> list[Weights]:
    """Words in common order, against the shorter sentence and against both together."""
    a, b = c.texts.a, c.texts.b
    lines_a, lines_b = [a.lines[i] for i in c.i.tolist()], [b.lines[j] for j in c.j.tolist()]
    common = cpdist(lines_a, lines_b, scorer=LCSseq.similarity, dtype=np.int32).astype(np.float64)
    words_a, words_b = _lengths(a)[c.i], _lengths(b)[c.j]
    return [
        common / np.maximum(np.minimum(words_a, words_b), 1),
        2 * common / np.maximum(words_a + words_b, 1),
    ]


def surroundings(c: Candidates) -> list[Weights]:
    """What the two sentences, with those beside them, share, against both."""
    around = _NEAR @ c.cells.at(c.i + _ROWS, c.j + _COLUMNS)
    own, other = _with_neighbours(c.texts.a.weights)[c.i], _with_neighbours(c.texts.b.weights)[c.j]
    return [around / np.sqrt(own * other)]


def best_rival(c: Candidates, likeness: Weights) -> Weights:
    """The highest likeness that either sentence has to any."""
    best_a, best_b = np.full(len(c.texts.a.weights), -1.0), np.full(len(c.texts.b.weights), -1.0)
    np.maximum.at(best_a, c.i, likeness)
    np.maximum.at(best_b, c.j, likeness)
    highest: Weights = np.maximum(best_a[c.i], best_b[c.j])
    return highest


def setting(c: Candidates) -> list[Weights]:
    """Where the two stand: both at the opening, how far on; whether the texts are revisions."""
    depth_a = (c.i + 0.5) / max(len(c.texts.a.reading), 1)
    depth_b = (c.j + 0.5) / max(len(c.texts.b.reading), 1)
    opening = (c.i < OPENING_SENTENCES) & (c.j < OPENING_SENTENCES)
    return [
        opening.astype(float),
        np.maximum(depth_a, depth_b),
        np.full(len(c.i), c.verbatim),
    ]


WORD_FEATURES = (
    "common", "cosine_by_length", "lesser_share", "fuller_share", "longer", "rarest", "second_rarest", "names", "figures",
    "quoted", "both_quote", "clause", "in_order", "wording", "around", "best_rival", "opening", "depth", "verbatim",
)  # fmt: skip
MEANING_FEATURES = (
    "meaning", "from_the_middle", "clauses", "clause_in_both", "clause_in_either", "best_rival_in_meaning", "meaning_around",
)  # fmt: skip


def features(c: Candidates, meanings: Meanings | None) -> Weights:
    """The figures of every pair, a row each; columns are `WORD_FEATURES`, then `MEANING_FEATURES` if there are meanings."""
    likeness = cosine(c)
    columns = [
        *overlap(c, likeness),
        *rarest(c),
        *names_and_figures(c),
        *quotations(c),
        *clauses(c),
        *order(c),
        *surroundings(c),
        best_rival(c, likeness),
        *setting(c),
    ]
    if meanings is not None:
        columns += meaning(c, meanings)
    return np.stack(columns, axis=1)


def meaning(c: Candidates, meanings: Meanings) -> list[Weights]:
    """Cosines of vectors: of the sentences; the same from the middle of both texts, and so of clauses; and around them."""
    plain = np.einsum("pd,pd->p", meanings[0].sentences[c.i], meanings[1].sentences[c.j], dtype=float)
    a, b = from_the_middle(meanings)
    centred = np.einsum("pd,pd->p", a.sentences[c.i], b.sentences[c.j])
    best, in_a, in_b = (np.full(len(c.i), -1.0) for _ in range(3))
    for at, (i, j) in enumerate(zip(c.i.tolist(), c.j.tolist(), strict=True)):
        mine, other = a.clauses[a.first[i] : a.first[i + 1]], b.clauses[b.first[j] : b.first[j + 1]]
        best[at] = (mine @ other.T).max()
        in_b[at] = (mine @ b.sentences[j]).max()
        in_a[at] = (other @ a.sentences[i]).max()
    around = np.zeros(len(c.i))
    for step in (-1, 1):
        i, j = c.i + step, c.j + step
        inside = (i >= 0) & (i < len(a.sentences)) & (j >= 0) & (j < len(b.sentences))
        around[inside] += np.einsum("pd,pd->p", a.sentences[i[inside]], b.sentences[j[inside]])
    return [
        plain,
        centred,
        best,
        np.minimum(in_a, in_b),
        np.maximum(in_a, in_b),
        best_rival(c, centred),
        around,
    ]


class Centred(NamedTuple):
    """A text's vectors from the middle of both texts, of length 1; sentence `k` has clauses `[first[k], first[k + 1])`."""

    sentences: Weights
    clauses: Weights
    first: Numbers


def from_the_middle(meanings: Meanings) -> tuple[Centred, Centred]:
    """The vectors without what all sentences of the two texts have in common, their subject."""
    count = sum(len(one.sentences) for one in meanings)
    middle = sum(one.sentences.sum(0, dtype=float) for one in meanings) / max(count, 1)
    a, b = (
        Centred(
            _unit(one.sentences - middle),
            _unit(one.clauses - middle),
            np.searchsorted(one.clause_of, np.arange(len(one.sentences) + 1)),
        )
        for one in meanings
    )
    return a, b


def _unit(vectors: Weights) -> Weights:
    """Vectors of length 1; 0 stays 0."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    unit: Weights = np.divide(vectors, lengths, out=np.zeros_like(vectors), where=lengths > 0)
    return unit


def _lengths(side: Side) -> Weights:
    return np.diff(side.first).astype(float)


def _quoted_weight(side: Side, weights: Weights) -> Weights:
    """The weight of every sentence's distinct terms that it quotes where it first has them."""
    quoted = side.reading.quoted[side.held_place]
    return added(side.held_sentence, weights[side.held_term] * quoted, len(side.reading))


def _clause_weight(side: Side, weights: Weights) -> Weights:
    """The weight of the distinct terms that every clause has first in its sentence."""
    return added(side.reading.clause_of[side.held_place], weights[side.held_term])


def _with_neighbours(weights: Weights) -> Weights:
    return weights + AROUND * (_shifted(weights, -1) + _shifted(weights, 1))


def _shifted(weights: Weights, by: int) -> Weights:
    """Each sentence's neighbour's weight, 0 beyond the ends."""
    shifted = np.zeros(len(weights))
    if by < 0:
        shifted[-by:] = weights[:by]
    else:
        shifted[: len(weights) - by] = weights[by:]
    return shifted
