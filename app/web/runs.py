"""Text in runs, as a page marks it: changed or not, reused or not."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.compare.comparison import Comparison

Stretch = tuple[int, int]
"""`[start, end)` in code points of a compared text."""


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one side, changed against the other or not; `reused` where the other has it verbatim, here or elsewhere."""

    text: str
    changed: bool
    reused: bool = False


def reused_stretches(comparison: Comparison, side: str) -> tuple[Stretch, ...]:
    """Where side `a` or `b` has what the other has verbatim: in order, apart from each other."""
    if side == "a":
        spans = sorted([(run.a_start, run.a_end) for run in comparison.reuse])
    else:
        spans = sorted([(run.b_start, run.b_end) for run in comparison.reuse])
    merged: list[Stretch] = []
    for start, end in spans:
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return tuple(merged)


def with_reuse(runs: tuple[Run, ...], start: int, reused: Sequence[Stretch]) -> tuple[Run, ...]:
    """The runs, the first of which begins at `start`, cut where a stretch of `reused` begins or ends."""
    if not reused:
        return runs
    cut: list[Run] = []
    for run in runs:
        cut += _cut(run, start, reused)
        start += len(run.text)
    return tuple(cut)


def _cut(run: Run, start: int, reused: Sequence[Stretch]) -> Iterator[Run]:
    end = start + len(run.text)
    at = start
    k = max(0, bisect_right(reused, (start, end)) - 1)
    while k < len(reused) and reused[k][0] < end:
        first, last = max(at, reused[k][0]), min(end, reused[k][1])
        if first < last:
            if at < first:
                yield Run(run.text[at - start : first - start], run.changed)
            yield Run(run.text[first - start : last - start], run.changed, reused=True)
            at = last
        k += 1
    if at < end:
        yield Run(run.text[at - start :], run.changed)
