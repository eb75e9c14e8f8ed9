"""Grams: runs of so many numbers that two sequences share, and where each has them.

The numbers of a gram are packed into one, not hashed, so no two grams can be taken for each other.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]
MOST = 2**62
"""What a packed number stays below."""


class Seeds(NamedTuple):
    """Where shared grams begin in one sequence; the other has gram `k` at `places[first[k]:stop[k]]`. Both ascend."""

    starts: list[int]
    first: list[int]
    stop: list[int]
    places: list[int]


def shared_grams(a: Numbers, b: Numbers, size: int, length: int) -> tuple[Seeds, Seeds]:
    """The grams of `length` numbers in [0, size) that both have, as `a` has them and as `b` does. Others are in no gram."""
    starts_a, starts_b = _starts(a, length), _starts(b, length)
    if not (len(starts_a) and len(starts_b)):
        nowhere = Seeds([], [], [], [])
        return nowhere, nowhere
    packed = _packed(np.concatenate((a, b)), np.concatenate((starts_a, starts_b + len(a))), size, length)
    packed_a, packed_b = packed[: len(starts_a)], packed[len(starts_a) :]
    return _seeds(starts_a, packed_a, starts_b, packed_b), _seeds(starts_b, packed_b, starts_a, packed_a)


def _starts(numbers: Numbers, length: int) -> Numbers:
    """Where so many numbers on end are no less than 0."""
    less = np.concatenate(([0], np.cumsum(numbers < 0)))
    return np.flatnonzero(less[length:] == less[:-length])


def _packed(numbers: Numbers, starts: Numbers, size: int, length: int) -> Numbers:
    """One number for each gram: when the next would not fit, those so far are numbered anew, one by one."""
    packed, below = numbers[starts], size
    for step in range(1, length):
        if below * size > MOST:
            distinct, packed = np.unique(packed, return_inverse=True)
            below = len(distinct)
        packed = packed * size + numbers[starts + step]
        below *= size
    return packed


def _seeds(starts: Numbers, packed: Numbers, others: Numbers, packed_others: Numbers) -> Seeds:
    order = np.argsort(packed_others, kind="stable")
    ascending = packed_others[order]
    first, stop = np.searchsorted(ascending, packed, "left"), np.searchsorted(ascending, packed, "right")
    shared = stop > first
    return Seeds(
        starts[shared].tolist(), first[shared].tolist(), stop[shared].tolist(), others[order].tolist()
    )
