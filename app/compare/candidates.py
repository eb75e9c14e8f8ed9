"""Which pairs of sentences are looked at: those that share words, rare words first, with the steps counted.

What was tried before: looking at every pair is quadratic, which 5,000 paragraphs cannot afford. An index of words leads to
pairs that share something; common words, which lead everywhere, are followed only while the budget of steps lasts, and
then only from the k-th sentence that holds them to the k-th on the other side.
"""

from app.compare.reading import Line

MAX_STEPS = 200_000
"""Pairs of places visited; an ordinary pair of articles needs some 5,000."""
PER_SENTENCE = 8
"""Candidates kept for each sentence on each side."""
MAX_KEPT = 40_000
"""Candidates kept altogether; of very many sentences each keeps fewer, but one at least."""

Pair = tuple[int, int]


def candidates(a: dict[int, Line], b: dict[int, Line], weights: dict[str, float]) -> list[Pair]:
    """Pairs of sentences that share terms, by place; for each sentence those that share most.

    `a` and `b` are the lines to pair, by sentence index, in order; `weights` those of their terms.
    """
    shared = _shared(_places(a), _places(b), weights)
    count = max(1, min(PER_SENTENCE, MAX_KEPT // (len(a) + len(b) + 1)))
    return sorted(_heaviest(shared, count, side=0) | _heaviest(shared, count, side=1))


def _places(lines: dict[int, Line]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    for index, line in lines.items():
        for term in line.terms:
            places.setdefault(term, []).append(index)
    return places


def _shared(a: dict[str, list[int]], b: dict[str, list[int]], weights: dict[str, float]) -> dict[Pair, float]:
    shared: dict[Pair, float] = {}
    steps = 0
    order = sorted((len(a[term]) * len(b[term]), term) for term in a if term in b)
    for cost, term in order:
        weight = weights[term]
        if steps + cost <= MAX_STEPS:
            steps += cost
            for i in a[term]:
                for j in b[term]:
                    shared[i, j] = shared.get((i, j), 0.0) + weight
        elif steps <= 2 * MAX_STEPS:
            steps += min(len(a[term]), len(b[term]))
            for pair in zip(a[term], b[term], strict=False):
                shared[pair] = shared.get(pair, 0.0) + weight
    return shared


def _heaviest(shared: dict[Pair, float], count: int, *, side: int) -> set[Pair]:
    rows: dict[int, list[tuple[float, Pair]]] = {}
    for pair, weight in shared.items():
        rows.setdefault(pair[side], []).append((-weight, pair))
    return {pair for row in rows.values() for _, pair in sorted(row)[:count]}
