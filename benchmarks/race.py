"""Variorum and its peers over the same pairs, in turns."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass

from app.text.content import Content
from benchmarks.peers import VARIORUM, Method

Pairs = Sequence[tuple[Content, Content]]


@dataclass(frozen=True, slots=True)
class Result:
    """`seconds`: the median time of a pair. `ratio`: the median of Variorum's time over this method's, pair by pair."""

    method: Method
    seconds: float
    ratio: float


def race(pairs: Pairs, peers: Sequence[Method], rounds: int) -> list[Result]:
    """Every method on every pair, round after round, so that a slow spell of the machine meets them all.

    The first round warms up and is not counted.
    """
    methods = (VARIORUM, *peers)
    taken: dict[str, list[float]] = {method.name: [] for method in methods}
    for turn in range(rounds + 1):
        for a, b in pairs:
            for method in methods:
                seconds = method.seconds(a, b)
                if turn:
                    taken[method.name].append(seconds)
    ours = taken[VARIORUM.name]
    return [
        Result(
            method,
            statistics.median(taken[method.name]),
            statistics.median([x / y for x, y in zip(ours, taken[method.name], strict=True)]),
        )
        for method in methods
    ]
