"""Which sentences of two documents correspond: runs of sentences on both sides, with a score.

Sentences printed the same come first; other pairs are scored (app.compare.scores) and linked where the score reaches
`LINKED` and the pair is the best of one of its sentences, or comes near it. Where one sentence answers to several
neighbouring ones word for word, they are one link: a split sentence.
"""

from collections.abc import Iterator
from typing import NamedTuple

from app.compare.candidates import Pair, candidates
from app.compare.reading import Line
from app.compare.scores import score_pairs
from app.compare.similarity import weigh, wording
from app.compare.verbatim import verbatim_pairs

LINKED = 0.5
"""Least score of a link."""
NEAR = 0.85
"""Share of the best score at which a further counterpart is linked too."""
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
    same = dict.fromkeys(verbatim_pairs(a, b), 1.0)
    scores = _scores(a, b, same)
    chosen = _chosen(scores | same)
    found = _runs(a, b, scores, {pair for pair in chosen if pair not in same})
    found += [Alignment((i,), (j,), 1.0, 1.0, True) for i, j in same]
    return sorted(found)


def _scores(a: tuple[Line, ...], b: tuple[Line, ...], same: dict[Pair, float]) -> dict[Pair, float]:
    weights = weigh(a, b)
    done_a, done_b = {i for i, _ in same}, {j for _, j in same}
    pairs = {
        pair: shared
        for pair, shared in candidates(a, b, weights).items()
        if pair[0] not in done_a and pair[1] not in done_b
    }
    scores = score_pairs(a, b, weights, pairs, same)
    return {pair: min(score, HIGHEST) for pair, score in scores.items()}


def _chosen(scores: dict[Pair, float]) -> list[Pair]:
    best_a: dict[int, float] = {}
    best_b: dict[int, float] = {}
    for (i, j), score in scores.items():
        best_a[i] = max(score, best_a.get(i, 0.0))
        best_b[j] = max(score, best_b.get(j, 0.0))
    return [
        (i, j)
        for (i, j), score in scores.items()
        if score >= LINKED and score >= NEAR * min(best_a[i], best_b[j])
    ]


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
