"""Which sentences of two documents correspond: runs of sentences on both sides, with a score.

Sentences printed the same come first and have no other counterpart. Other pairs are scored (app.compare.similarity) and
linked where the score reaches `LINKED` and no other pair of either of the two sentences has a higher one. Where one
sentence answers to several neighbouring ones word for word, they are one link: a split sentence.
"""

from collections.abc import Iterator
from typing import NamedTuple

from app.compare.candidates import Pair, candidates
from app.compare.reading import Line
from app.compare.similarity import prepare, wording
from app.compare.verbatim import verbatim_pairs

LINKED = 0.33
"""Least score of a link."""
EDITED = 0.6
"""Least share of words in common order (see `wording`) at which two sentences count as one, edited."""
MAX_RUN = 3
"""Sentences that a split sentence may fall into."""
HIGHEST = 0.999
"""Scores of what is not verbatim stay below 1."""
Run = tuple[int, ...]


class Alignment(NamedTuple):
    """Runs of sentences that correspond. `wording` is the share of words in common order, 1.0 for verbatim ones."""

    a: tuple[int, ...]
    b: tuple[int, ...]
    score: float
    wording: float
    verbatim: bool


def align(a: tuple[Line, ...], b: tuple[Line, ...]) -> list[Alignment]:
    """The alignments of two documents' sentences, by place in `a`, then in `b`."""
    same = verbatim_pairs(a, b)
    scores = _scores(a, b, same)
    found = _runs(a, b, scores, _best(scores))
    return sorted([*found, *(Alignment((i,), (j,), 1.0, 1.0, True) for i, j in same)])


def _scores(a: tuple[Line, ...], b: tuple[Line, ...], same: list[Pair]) -> dict[Pair, float]:
    """The pairs whose score reaches `LINKED`, of sentences that have no verbatim counterpart."""
    done_a, done_b = {i for i, _ in same}, {j for _, j in same}
    left_a = {i: line for i, line in enumerate(a) if i not in done_a}
    left_b = {j: line for j, line in enumerate(b) if j not in done_b}
    if not left_a or not left_b:
        return {}
    similarity = prepare(a, b, len(same))
    pairs = candidates(left_a, left_b, similarity.weights)
    scores = {(i, j): similarity.score(i, j, floor=LINKED) for i, j in pairs}
    return {pair: score * HIGHEST for pair, score in scores.items() if score >= LINKED}


def _best(scores: dict[Pair, float]) -> set[Pair]:
    """The pairs that are the highest-scored one of at least one of their sentences."""
    best_a: dict[int, float] = {}
    best_b: dict[int, float] = {}
    for (i, j), score in scores.items():
        best_a[i] = max(score, best_a.get(i, 0.0))
        best_b[j] = max(score, best_b.get(j, 0.0))
    return {(i, j) for (i, j), score in scores.items() if score >= min(best_a[i], best_b[j])}


def _runs(
    a: tuple[Line, ...], b: tuple[Line, ...], scores: dict[Pair, float], chosen: set[Pair]
) -> list[Alignment]:
    """Chosen pairs as alignments; pairs that a split or joined sentence takes in are part of it."""
    found: list[Alignment] = []
    left = set(chosen)
    for pair in sorted(chosen, key=lambda pair: (-scores[pair], pair)):
        if pair not in left:
            continue
        run = _grown(a, b, pair, left)
        left -= {(i, j) for i in run.a for j in run.b}
        score = max(scores[i, j] for i in run.a for j in run.b if (i, j) in chosen)
        found.append(
            run._replace(score=max(score, run.wording * HIGHEST) if run.wording >= EDITED else score)
        )
    return found


def _grown(a: tuple[Line, ...], b: tuple[Line, ...], pair: Pair, left: set[Pair]) -> Alignment:
    """The run around a pair: neighbours join while the two sides come nearer word for word."""
    i, j = pair
    best = Alignment((i,), (j,), 0.0, wording(a[i].words, b[j].words), verbatim=False)
    grew = True
    while grew:
        grew = False
        for run_a, run_b in _wider(best, left):
            alike = wording(_words(a, run_a), _words(b, run_b))
            if alike >= EDITED and alike > best.wording:
                best = Alignment(run_a, run_b, 0.0, alike, verbatim=False)
                grew = True
                break
    return best


def _wider(run: Alignment, left: set[Pair]) -> Iterator[tuple[Run, Run]]:
    """The run with one more sentence on the side that may have several; the other side has one."""
    if len(run.b) == 1 and len(run.a) < MAX_RUN:
        for way, i in _longer(run.a):
            if (i, run.b[0]) in left:
                yield way, run.b
    if len(run.a) == 1 and len(run.b) < MAX_RUN:
        for way, j in _longer(run.b):
            if (run.a[0], j) in left:
                yield run.a, way


def _longer(run: Run) -> tuple[tuple[Run, int], tuple[Run, int]]:
    """The run with the sentence before it, and with the one after it."""
    before, after = run[0] - 1, run[-1] + 1
    return ((before, *run), before), ((*run, after), after)


def _words(lines: tuple[Line, ...], run: tuple[int, ...]) -> tuple[str, ...]:
    return tuple(word for k in run for word in lines[k].words)
