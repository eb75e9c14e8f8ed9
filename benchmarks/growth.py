"""How the cost of a whole comparison grows with the size of the texts."""

import json
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass

from app.text.content import Content
from benchmarks.generated import SHAPES
from benchmarks.peers import whole

SIZES = (1_250, 2_500, 5_000, 10_000, 20_000)
"""Words a side; each is twice the one before."""
LARGE = 100_000
LARGE_RUNS = 3


@dataclass(frozen=True, slots=True)
class Curve:
    """Median processor seconds of a comparison by words a side; seconds of the large one, in a process of its own."""

    shape: str
    seconds: dict[int, float]
    doubling: list[float]
    """The median, over the rounds, of the time of each size over that of half the size."""
    large_seconds: float
    large_megabytes: float
    """Most that the process ever held, with everything that it had loaded."""


def curves(rounds: int) -> list[Curve]:
    """Both shapes, the sizes in turns; the first round warms up."""
    found = []
    for shape, make in SHAPES.items():
        pairs = {size: make(size) for size in SIZES}
        turns = [_round(pairs) for _ in range(rounds + 1)][1:]
        doubling = [statistics.median(turn[2 * size] / turn[size] for turn in turns) for size in SIZES[:-1]]
        seconds = {size: statistics.median(turn[size] for turn in turns) for size in SIZES}
        large = [_apart(shape) for _ in range(LARGE_RUNS)]
        found.append(
            Curve(
                shape,
                seconds,
                doubling,
                statistics.median(run["seconds"] for run in large),
                max(run["megabytes"] for run in large),
            )
        )
    return found


def _round(pairs: dict[int, tuple[Content, Content]]) -> dict[int, float]:
    """The median seconds of each size. A size half as large is measured twice as often, spread over the whole round.

    Processor time: a comparison uses one thread, and other work on the machine is not counted with it.
    """
    taken: dict[int, list[float]] = {size: [] for size in pairs}
    for turn in range(max(pairs) // min(pairs)):
        for size, (a, b) in pairs.items():
            if turn % (size // min(pairs)) == 0:
                start = time.process_time()
                whole(a, b)
                taken[size].append(time.process_time() - start)
    return {size: statistics.median(seconds) for size, seconds in taken.items()}


def _apart(shape: str) -> dict[str, float]:
    """The large comparison in a process of its own: `benchmarks.large`."""
    command = [sys.executable, "-m", "benchmarks.large", shape, str(LARGE)]
    answer: dict[str, float] = json.loads(
        subprocess.run(command, capture_output=True, text=True, check=True).stdout
    )
    return answer
