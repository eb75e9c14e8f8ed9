"""Which sentences of two documents correspond: runs of sentences on both sides, with a score.

Sentences printed the same come first and have no other counterpart. Other pairs are scored (app.compare.similarity) and
linked where the score reaches `LINKED` and no other pair of either of the two sentences has a higher one. A pair that
is not the best one of both its sentences must add something: what one of them has in common with its partner must not
be what the partner's better counterpart says already.

Sentences that stand together and answer to one on the other side word for word are one link: a split sentence, a
join, or a quotation of which a sentence was dropped:

    “It jammed. It was due for repair,” she said.    “It jammed,” she said.
"""

from collections.abc import Iterable
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from app.compare.candidates import Pair, candidates
from app.compare.comparison import LinkKind
from app.compare.limits import SENTENCE_CUT, Limits
from app.compare.meaning import Meanings
from app.compare.reading import Reading
from app.compare.similarity import Similarity, in_order, prepare
from app.compare.verbatim import verbatim_pairs

LINKED = 0.33
"""Least score of a link."""
EDITED = 0.6
"""Least share of words in common order (see `wording`) at which two sentences count as one, edited."""
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
TOLD = 0.9
"""Share of a sentence that its best counterpart says from which it needs no other."""
ADDED = 0.1
"""Least share of a further counterpart, unless it stands near the best one, that goes into what that one leaves over."""
NEAR = 5
"""Sentences between two counterparts of one sentence that may be telling it together."""
Run = tuple[int, ...]


class Alignment(NamedTuple):
    """Runs of sentences that correspond."""

    a: tuple[int, ...]
    b: tuple[int, ...]
    score: float
    kind: LinkKind


def align(a: Reading, b: Reading, limits: Limits, meanings: Meanings | None = None) -> list[Alignment]:
    """The alignments of two documents' sentences, by place in `a`, then in `b`."""
    same = verbatim_pairs(a.lines, b.lines, limits)
    found = []
    if len(same) < min(len(a.lines), len(b.lines)):
        found = _Aligner(a, b, same, limits, meanings).runs()
    return sorted([*found, *(Alignment((i,), (j,), 1.0, "verbatim") for i, j in same)])


class _Aligner:
    """The sentences of two documents that have no verbatim counterpart, while they are aligned.

    Of a pair of values the first is for `a`, the second for `b`; `side` is 0 for `a`, 1 for `b`.
    """

    def __init__(
        self, a: Reading, b: Reading, same: list[Pair], limits: Limits, meanings: Meanings | None
    ) -> None:
        done_a, done_b = {i for i, _ in same}, {j for _, j in same}
        left_a = {i: line for i, line in enumerate(a.lines) if i not in done_a}
        left_b = {j: line for j, line in enumerate(b.lines) if j not in done_b}
        if any(line.cut for side in (left_a, left_b) for line in side.values()):
            limits.hit(SENTENCE_CUT)
        self.lines = left_a, left_b
        self.numbers: dict[str, int] = {}
        self.numbered: tuple[dict[int, list[int]], dict[int, list[int]]] = {}, {}
        similarity = prepare(a, b, len(same), meanings)
        self.scores = self._scores(similarity, candidates(left_a, left_b, similarity.weights, limits))
        self.chosen = self._chosen(similarity)
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

    def _scores(self, similarity: Similarity, pairs: Iterable[Pair]) -> dict[Pair, float]:
        """The pairs whose score reaches `LINKED`."""
        a, b = self.lines
        scores = {}
        for i, j in pairs:
            score = similarity.score(i, j, floor=LINKED)
            if score >= LINKED and (a[i].heading == b[j].heading or self._wording((i,), (j,)) >= HEADED):
                scores[i, j] = score * HIGHEST
        return scores

    def _chosen(self, similarity: Similarity) -> set[Pair]:
        """The pairs that are the best one of both their sentences, or of one and add something to the other."""
        a, b = self.lines
        best_a: dict[int, float] = {}
        best_b: dict[int, float] = {}
        for (i, j), score in self.scores.items():
            best_a[i] = max(score, best_a.get(i, 0.0))
            best_b[j] = max(score, best_b.get(j, 0.0))
        mutual = {(i, j) for (i, j), score in self.scores.items() if score >= max(best_a[i], best_b[j])}
        told_a = dict(sorted(mutual, reverse=True))
        told_b = {j: i for i, j in sorted(mutual, reverse=True)}

        def adds(i: int, j: int, score: float) -> bool:
            if score >= best_a[i]:
                told = told_b.get(j)
                return told is None or _adds(similarity.beyond(a[i], b[j], a[told]), abs(i - told))
            told = told_a.get(i)
            return told is None or _adds(similarity.beyond(b[j], a[i], b[told]), abs(j - told))

        further = {
            (i, j): score
            for (i, j), score in self.scores.items()
            if (i, j) not in mutual and score >= min(best_a[i], best_b[j])
        }
        return mutual | {(i, j) for (i, j), score in further.items() if adds(i, j, score)}

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
                if new not in self.lines[side]:
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
        if self.lines[side][new].heading or self.lines[1 - side][whole].heading:
            return False
        words, before, after = self._words(1 - side, (whole,)), self._words(side, run), self._words(side, way)
        held = LCSseq.similarity(words, after)
        gained = held - LCSseq.similarity(words, before)
        end = -1 if way[-1] == new else 0
        ends = bool(words) and bool(after) and words[end] == after[end]
        return held >= COVERED * len(words) and gained >= (GAINED if ends else GAINED_INSIDE)

    def _wording(self, a: Run, b: Run) -> float:
        return in_order(self._words(0, a), self._words(1, b))

    def _words(self, side: int, run: Run) -> list[int]:
        """The words of a run as numbers, so that no two words ever share a hash."""
        made = self.numbered[side]
        for k in run:
            if k not in made:
                words = self.lines[side][k].words
                made[k] = [self.numbers.setdefault(word, len(self.numbers)) for word in words]
        return made[run[0]] if len(run) == 1 else [number for k in run for number in made[k]]


def _adds(beyond: tuple[float, float], distance: int) -> bool:
    """Whether a further counterpart, so far from the better one, says enough that that one does not."""
    new, rest = beyond
    return rest > 1 - TOLD and (new >= ADDED or distance <= NEAR)


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
