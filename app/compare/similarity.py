"""How likely it is that two sentences correspond: a logistic regression over the figures of app.compare.features.

Its coefficients (app.compare.weights) were learned from pairs of news articles whose sentences people had linked; see
training/alignment.py, which also measures how well the likelihoods are calibrated.
"""

from typing import NamedTuple

import numpy as np

from app.compare import weights
from app.compare.features import Candidates, features, from_the_middle
from app.compare.limits import Limits
from app.compare.meaning import Meanings
from app.compare.reading import Weights
from app.compare.sharing import MAX_CELLS, Cells, candidates, meetings
from app.compare.terms import Texts
from app.text.words import Flags, Numbers

PLACES = 6
"""Decimal places of a likelihood: what machines may compute differently lies far beyond them."""

NEAREST = 4
"""Candidates that each sentence has for its meaning, besides those it has for its words."""


class Scored(NamedTuple):
    """Pairs of sentences, `i` of `a` and `j` of `b`, by place, and the likelihood, in [0, 1], that each corresponds."""

    i: Numbers
    j: Numbers
    likelihood: Weights


def pairs_to_score(
    texts: Texts, left_a: Flags, left_b: Flags, limits: Limits, meanings: Meanings | None = None
) -> Candidates:
    """The pairs of sentences that are left and share most, or mean nearly the same.

    `left_a`, `left_b` say which are left, for every sentence.
    """
    met = meetings(texts, left_a, left_b, limits)
    cells = Cells(met.i, met.j, texts.weights[met.term], len(left_a), len(left_b))
    i, j = candidates(texts, cells, limits)
    codes = i * len(left_b) + j
    if meanings is not None and len(left_a) * len(left_b) <= MAX_CELLS:
        codes = np.union1d(codes, _near(meanings, left_a, left_b))
        i, j = codes // len(left_b), codes % len(left_b)
    met_codes = met.i * len(left_b) + met.j
    places = np.searchsorted(codes, met_codes)
    kept = places < len(codes)
    kept[kept] = codes[places[kept]] == met_codes[kept]
    gone = (~left_a).sum() + (~left_b).sum()
    return Candidates(
        texts, i, j, met.chosen(kept), places[kept], cells, float(gone / max(texts.sentences, 1))
    )


def _near(meanings: Meanings, left_a: Flags, left_b: Flags) -> Numbers:
    """The pairs of sentences that are left and nearest in meaning, for each sentence: their numbers, row by row."""
    a, b = from_the_middle(meanings)
    near = np.round(a.sentences @ b.sentences.T, PLACES)
    near[~left_a], near[:, ~left_b] = -1, -1
    kept = np.zeros(near.shape, bool)
    for table, chosen in ((near, kept), (near.T, kept.T)):
        if table.size:
            least = np.sort(table, axis=1)[:, -min(NEAREST, table.shape[1])]
            chosen |= table >= least[:, None]
    return np.flatnonzero(kept & left_a[:, None] & left_b)


def score(found: Candidates, meanings: Meanings | None) -> Scored:
    """The likelihood of every pair."""
    learned = weights.WORDS if meanings is None else weights.MEANING
    values = features(found, meanings) @ np.array(learned[1:]) + learned[0]
    return Scored(found.i, found.j, np.round(1 / (1 + np.exp(-np.clip(values, -500, 500))), PLACES))
