"""Runs of units to runs of text: to which of its neighbours every white space goes."""

from itertools import groupby
from operator import attrgetter

from app.compare.comparison import Change, ChangeOp
from app.compare.runs import Pair, Run
from app.compare.units import Passage, Units

Place = tuple[int, int]
"""An offset into either text."""


def spaced(runs: list[Run], pair: Pair) -> tuple[Change, ...]:
    """The changes that runs of units make, without a gap between them.

    A space goes to an equal run where both sides have one there, else to the change; between two changes that meet, to
    the one-sided one.
    """
    groups = [list(group) for _, group in groupby(runs, key=attrgetter("same"))]
    wholes = [group[0] if len(group) == 1 else _whole(group) for group in groups]
    changes: list[Change] = []
    at = pair.a.start, pair.b.start
    for k, group in enumerate(groups):
        last = k == len(groups) - 1
        end = (pair.a.end, pair.b.end) if last else _border(wholes[k], wholes[k + 1], pair)
        for n, run in enumerate(group, 1):
            stop = end if n == len(group) else _inner_border(run, group[n], at, end, pair)
            changes.append(Change(_op(run, stop[0] - at[0], stop[1] - at[1]), at[0], stop[0], at[1], stop[1]))
            at = stop
    return tuple(changes)


def _whole(group: list[Run]) -> Run:
    first, last = group[0], group[-1]
    return Run(first.same, first.a0, last.a1, first.b0, last.b1)


def _border(run: Run, following: Run, pair: Pair) -> Place:
    """Where an equal run ends and a change begins, or the other way round, on both sides."""
    a_left, a_right = _gap(pair.a, pair.in_a, run.a1)
    b_left, b_right = _gap(pair.b, pair.in_b, run.b1)
    change = following if run.same else run
    # the equal run takes the space only if it has one on both sides; of a one-sided change, one space has no answer
    keep = a_right > a_left and b_right > b_left
    if keep and change.one_sided:
        keep = _led_by_space(change, pair) == run.same
    return (a_right, b_right) if keep == run.same else (a_left, b_left)


def _inner_border(run: Run, following: Run, start: Place, end: Place, pair: Pair) -> Place:
    """Where a change ends and another begins, between `start` of the one and `end` of the other."""
    led = following.one_sided and not run.one_sided
    a = _gap(pair.a, pair.in_a, run.a1)[not led]
    b = _gap(pair.b, pair.in_b, run.b1)[not led]
    if run.a0 == run.a1 or following.a0 == following.a1:
        a = start[0] if run.a0 == run.a1 else end[0]
    if run.b0 == run.b1 or following.b0 == following.b1:
        b = start[1] if run.b0 == run.b1 else end[1]
    return a, b


def _led_by_space(change: Run, pair: Pair) -> bool:
    """Whether white space stands before a deletion or insertion, on the side that has it."""
    passage, units, at = (
        (pair.a, pair.in_a, change.a0) if change.a0 < change.a1 else (pair.b, pair.in_b, change.b0)
    )
    left, right = _gap(passage, units, at)
    return right > left


def _gap(passage: Passage, units: Units, index: int) -> Place:
    """The white space before a unit (or after the last one), as offsets."""
    left = units.ends[index - 1] if index else passage.start
    right = units.starts[index] if index < len(units.starts) else passage.end
    return left, right


def _op(run: Run, a_length: int, b_length: int) -> ChangeOp:
    if run.same:
        return "equal"
    if a_length == 0:
        return "insert"
    return "delete" if b_length == 0 else "replace"
