"""The score of every pair of sentences: how alike they are, how they rank among their competitors, what stands beside them.

Two passes. The first sees the two sentences alone. The second adds what the first says of their competitors (the best
rival in the same row and column) and of their neighbours (the sentences before and after on both sides).
"""

from math import log1p

from app.compare.candidates import Pair
from app.compare.reading import Line
from app.compare.similarity import Likeness, Weights, likeness, logistic

# Weights of a logistic regression, in the order of `_alone` and `_among`; the last is the constant.
ALONE = (2.0, 4.0, 3.0, 1.0, 3.0, 0.3, 0.5, 0.2, -5.0)
AMONG = (2.0, 4.0, 3.0, 1.0, 3.0, 0.3, 0.5, 0.2, 2.0, 1.0, 1.0, -6.5)


def score_pairs(
    a: tuple[Line, ...],
    b: tuple[Line, ...],
    weights: Weights,
    pairs: dict[Pair, float],
    verbatim: dict[Pair, float],
) -> dict[Pair, float]:
    """The score, in (0, 1), of every pair in `pairs`; `verbatim` pairs are known and count as rivals and neighbours."""
    likes = {(i, j): likeness(a[i], b[j], weights.a[i], weights.b[j], weights.terms) for i, j in pairs}
    alone = {pair: logistic(_dot(ALONE, figures(like))) for pair, like in likes.items()}
    known = alone | verbatim
    rows, columns = best_two(known, side=0), best_two(known, side=1)
    return {
        pair: logistic(_dot(AMONG, (*figures(like), *context(pair, known, rows, columns))))
        for pair, like in likes.items()
    }


def figures(like: Likeness) -> tuple[float, ...]:
    """What two sentences share, as the numbers that the score weighs; the same whichever side comes first."""
    return (
        max(like.share_a, like.share_b),
        min(like.share_a, like.share_b),
        like.run,
        log1p(like.shared),
        like.wording,
        log1p(like.names),
        min(like.figures, 2.0),
        log1p(like.quoted),
    )


def context(
    pair: Pair, known: dict[Pair, float], rows: dict[int, list[float]], columns: dict[int, list[float]]
) -> tuple[float, ...]:
    """The lead over the best rival on either side, and how alike the neighbours are."""
    i, j = pair
    own = known[pair]
    leads = (own - _rival(rows[i], own), own - _rival(columns[j], own))
    beside = max(known.get((i - 1, j - 1), 0.0), known.get((i + 1, j + 1), 0.0))
    return (min(leads), max(leads), beside)


def best_two(scores: dict[Pair, float], *, side: int) -> dict[int, list[float]]:
    """The two highest scores of every sentence on one side, highest first."""
    best: dict[int, list[float]] = {}
    for pair, score in scores.items():
        row = best.setdefault(pair[side], [])
        row.append(score)
        row.sort(reverse=True)
        del row[2:]
    return best


def _rival(best: list[float], own: float) -> float:
    if best[0] > own:
        return best[0]
    return best[1] if len(best) > 1 else 0.0


def _dot(weights: tuple[float, ...], values: tuple[float, ...]) -> float:
    return sum(w * v for w, v in zip(weights, (*values, 1.0), strict=True))
