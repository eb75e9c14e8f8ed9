"""Which pairs of sentences are looked at: those that share words, rare words first, with the steps counted.

What was tried before: looking at every pair is quadratic, which 5,000 paragraphs cannot afford. An index of words leads to
pairs that share something; common words, which lead everywhere, are followed only while the budget of steps lasts, and
then only from the k-th sentence that holds them to the k-th on the other side.
"""

from app.compare.limits import FEWER_KEPT, IN_STEP, Limits
from app.compare.reading import Line

STEPS_PER_SENTENCE = 20
"""Pairs of places visited for each sentence; twice or five times as many found nothing better on labelled pairs."""
MAX_STEPS = 100_000
"""Pairs of places visited altogether; for common words in step, once more as many."""
PER_SENTENCE = 5
"""Candidates kept for each sentence on each side."""
MAX_KEPT = 40_000
"""Candidates kept altogether; of very many sentences each keeps fewer, but one at least."""

Pair = tuple[int, int]
Table = dict[int, dict[int, float]]


def candidates(
    a: dict[int, Line], b: dict[int, Line], weights: dict[str, float], limits: Limits
) -> list[Pair]:
    """Pairs of sentences that share terms, by place; for each sentence those that share most.

    `a` and `b` are the lines to pair, by sentence index, in order; `weights` those of their terms.
    """
    sentences = len(a) + len(b)
    shared = _shared(_places(a), _places(b), weights, sentences, limits)
    turned = _turned(shared)
    count = max(1, min(PER_SENTENCE, MAX_KEPT // (sentences + 1)))
    if count < PER_SENTENCE and any(len(row) > count for table in (shared, turned) for row in table.values()):
        limits.hit(FEWER_KEPT)
    kept = {(i, j) for i, row in shared.items() for j in _heaviest(row, count)}
    kept.update((i, j) for j, column in turned.items() for i in _heaviest(column, count))
    return sorted(kept)


def _places(lines: dict[int, Line]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    for index, line in lines.items():
        for term in line.terms:
            if term in places:
                places[term].append(index)
            else:
                places[term] = [index]
    return places


def _shared(
    a: dict[str, list[int]],
    b: dict[str, list[int]],
    weights: dict[str, float],
    sentences: int,
    limits: Limits,
) -> Table:
    """What pairs were seen to share, in so many steps for the rarest terms and one per place for the others."""
    steps, in_step = min(MAX_STEPS, STEPS_PER_SENTENCE * sentences), MAX_STEPS
    shared: Table = {}
    for cost, term in sorted((len(a[term]) * len(b[term]), term) for term in a if term in b):
        weight, others = weights[term], b[term]
        if cost <= steps:
            steps -= cost
            for i in a[term]:
                row = shared.setdefault(i, {})
                for j in others:
                    row[j] = row.get(j, 0.0) + weight
            continue
        steps = 0  # every other term costs as much or more
        in_step -= min(len(a[term]), len(others))
        if STEPS_PER_SENTENCE * sentences > MAX_STEPS:
            limits.hit(IN_STEP)
        if in_step < 0:
            break
        for i, j in zip(a[term], others, strict=False):
            row = shared.setdefault(i, {})
            row[j] = row.get(j, 0.0) + weight
    return shared


def _turned(shared: Table) -> Table:
    """Rows to columns."""
    turned: Table = {}
    for i, row in shared.items():
        for j, weight in row.items():
            if j in turned:
                turned[j][i] = weight
            else:
                turned[j] = {i: weight}
    return turned


def _heaviest(row: dict[int, float], count: int) -> list[int]:
    if len(row) <= count:
        return [*row]
    least = sorted(row.values())[-count]
    above = [k for k, weight in row.items() if weight > least]
    level = sorted([k for k, weight in row.items() if weight == least])
    return above + level[: count - len(above)]
