"""Which sentences of two documents correspond: runs of sentences on both sides, with a score.

Sentences printed the same come first and have no other counterpart. Other pairs are scored (app.compare.similarity) and
linked where the likelihood reaches `LINKED` and no other pair of one of the two sentences has a higher one.

Sentences that stand together and answer to one on the other side word for word are one link: a split sentence, a
join, or a quotation of which a sentence was dropped:

    “It jammed. It was due for repair,” she said.    “It jammed,” she said.
"""

from typing import NamedTuple

import numpy as np
from rapidfuzz.distance import LCSseq

from app.compare.comparison import LinkKind
from app.compare.limits import SENTENCE_CUT, Limits
from app.compare.meaning import Meanings
from app.compare.reading import Reading
from app.compare.similarity import Scored, pairs_to_score, score
from app.compare.terms import number_terms
from app.compare.verbatim import Pair, verbatim_pairs

LINKED = 0.36
"""Least score of a link."""
EDITED = 0.6
"""Least share of words in common order (`wording`) at which two sentences count as one, edited."""
MAX_RUN = 3
"""Sentences that a split sentence may fall into."""
HIGHEST = 0.999
"""Scores of what is not verbatim stay below 1."""
COVERED = 0.9
"""Least share of a sentence's words, in order, that several on the other side hold if they are its counterpart together."""
GAINED = 2
"""Least words of the sentence that each of those adds, if both sides then begin, or end, with the same word."""
GAINED_INSIDE = 4
"""Likewise, if they do not."""
HEADED = 0.8
"""Least share of words in common order at which a heading and a sentence that is none may be a pair."""
Run = tuple[int, ...]


class Alignment(NamedTuple):
    """Runs of sentences that correspond."""

    a: tuple[int, ...]
    b: tuple[int, ...]
    score: float
    kind: LinkKind


def align(a: Reading, b: Reading, limits: Limits, meanings: Meanings | None = None) -> list[Alignment]:
    """The alignments of two documents' sentences, by place in `a`, then in `b`. `meanings` are those of the two."""
    same = verbatim_pairs(a.prints, b.prints, limits)
    found = _Aligner(a, b, same, limits, meanings).runs() if len(same) < min(len(a), len(b)) else []
    return sorted([*found, *(Alignment((i,), (j,), 1.0, "verbatim") for i, j in same)])


class _Aligner:
    """The sentences of two documents that have no verbatim counterpart, while they are aligned.

    Of a pair of values the first is for `a`, the second for `b`; `side` is 0 for `a`, 1 for `b`.
    """

    def __init__(
        self, a: Reading, b: Reading, same: list[Pair], limits: Limits, meanings: Meanings | None
    ) -> None:
        left = np.ones(len(a), bool), np.ones(len(b), bool)
        for side in (0, 1):
            left[side][[pair[side] for pair in same]] = False
        self.left_over = left
        if any(left[side][at] for side, reading in enumerate((a, b)) for at in reading.cut):
            limits.hit(SENTENCE_CUT)
        self.texts = number_terms(a, b)
        self.sides = self.texts.a, self.texts.b
        self.scores = self._scores(score(pairs_to_score(self.texts, *left, limits, meanings), meanings))
        self.chosen = self._chosen()
        self.left = set(self.chosen)
        self.answers = _answers(self.chosen)
        self.taken: tuple[set[int], set[int]] = set(), set()

    def runs(self) -> list[Alignment]:
        """Chosen pairs as alignments; pairs that a split or joined sentence takes in are part of it."""
        found: list[Alignment] = []
        for pair in sorted(self.chosen, key=lambda pair: (-self.scores[pair], pair)):
            if pair in self.left:
                run = self._grown(pair)
                self.left -= {(i, j) for i in run.a for j in run.b}
                self.taken[0].update(run.a)
                self.taken[1].update(run.b)
                found.append(run)
        return found

    def _scores(self, scored: Scored) -> dict[Pair, float]:
        """The pairs whose likelihood reaches `LINKED`."""
        likely = np.flatnonzero(scored.likelihood >= LINKED)
        pairs = zip(scored.i[likely].tolist(), scored.j[likely].tolist(), strict=True)
        likelihoods = scored.likelihood[likely].tolist()
        heads = self.texts.a.reading.headings, self.texts.b.reading.headings
        return {
            (i, j): min(likelihood, HIGHEST)
            for (i, j), likelihood in zip(pairs, likelihoods, strict=True)
            if heads[0][i] == heads[1][j] or self._wording((i,), (j,)) >= HEADED
        }

    def _chosen(self) -> set[Pair]:
        """The pairs that no other pair of one of their two sentences exceeds."""
        best: tuple[dict[int, float], dict[int, float]] = {}, {}
        for pair, likelihood in self.scores.items():
            for side in (0, 1):
                best[side][pair[side]] = max(likelihood, best[side].get(pair[side], 0.0))
        return {
            (i, j) for (i, j), likelihood in self.scores.items() if likelihood >= min(best[0][i], best[1][j])
        }

    def _grown(self, pair: Pair) -> Alignment:
        """The run around a pair: neighbours join while the two sides come nearer word for word."""
        runs: tuple[Run, Run] = (pair[0],), (pair[1],)
        edited = self._wording(*runs) >= EDITED
        while wider := self._wider(runs):
            runs, edited = wider, True
        score = max(self.scores[i, j] for i in runs[0] for j in runs[1] if (i, j) in self.chosen)
        if edited:
            return Alignment(*runs, max(score, self._wording(*runs) * HIGHEST), "edited")
        return Alignment(*runs, score, "reworded")

    def _wider(self, runs: tuple[Run, Run]) -> tuple[Run, Run] | None:
        """The run with one more sentence on the side that may have several, if that is better; the other side has one."""
        for side in (0, 1):
            run, other = runs[side], runs[1 - side]
            if len(other) > 1 or len(run) == MAX_RUN:
                continue
            for way, new in _longer(run):
                wider = (other, way) if side else (way, other)
                pair = (other[0], new) if side else (new, other[0])
                if not (0 <= new < len(self.left_over[side]) and self.left_over[side][new]):
                    continue
                if pair in self.left and self._wording(*wider) > max(self._wording(*runs), EDITED):
                    return wider
                if self._completes(side, run, way, new, other[0]):
                    return wider
        return None

    def _completes(self, side: int, run: Run, way: Run, new: int, whole: int) -> bool:
        """Whether a run with sentence `new` holds nearly all of `whole`, in order, and without it does not."""
        if new in self.taken[side] or not self.answers[side].get(new, set()) <= {whole}:
            return False
        if self.sides[side].reading.headings[new] or self.sides[1 - side].reading.headings[whole]:
            return False
        words, after = self._words(1 - side, (whole,)), self._words(side, way)
        if len(after) < COVERED * len(words) or (held := LCSseq.similarity(words, after)) < COVERED * len(
            words
        ):
            return False
        gained = held - LCSseq.similarity(words, self._words(side, run))
        end = -1 if way[-1] == new else 0
        ends = bool(words) and bool(after) and words[end] == after[end]
        return gained >= (GAINED if ends else GAINED_INSIDE)

    def _wording(self, a: Run, b: Run) -> float:
        return wording(self._words(0, a), self._words(1, b))

    def _words(self, side: int, run: Run) -> str:
        """The words of a run, a sign each."""
        lines = self.sides[side].lines
        return lines[run[0]] if len(run) == 1 else "".join([lines[k] for k in run])


def wording(a: str, b: str) -> float:
    """Words in common order, a sign each, against the mean length: 1.0 for the same words, 0.0 for none in common."""
    return 2 * LCSseq.similarity(a, b) / (len(a) + len(b)) if a and b else 0.0


def _answers(chosen: set[Pair]) -> tuple[dict[int, set[int]], dict[int, set[int]]]:
    """Every sentence's counterparts, for both sides."""
    answers: tuple[dict[int, set[int]], dict[int, set[int]]] = {}, {}
    for i, j in chosen:
        answers[0].setdefault(i, set()).add(j)
        answers[1].setdefault(j, set()).add(i)
    return answers


def _longer(run: Run) -> tuple[tuple[Run, int], tuple[Run, int]]:
    """The run with the sentence before it, and with the one after it."""
    before, after = run[0] - 1, run[-1] + 1
    return ((before, *run), before), ((*run, after), after)
