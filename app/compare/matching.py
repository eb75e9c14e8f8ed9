"""Which units of two passages are the same: the heaviest common block, then what lies on both sides of it, and so on.

This is the method of Ratcliff and Obershelp (1988), which difflib follows too, with blocks weighed rather than counted:
a unit weighs the fourth root of its letters, a mark half a letter. So a name outweighs "of the", and no alignment hangs
on a comma. What was tried before: the longest common subsequence, which has more equal words, but scattered ones; the
same with a price for every gap; blocks by the number of their units. Each marks other words than readers do more often.
"""

from functools import lru_cache
from math import isqrt

from rapidfuzz.distance import LCSseq

from app.compare.limits import MIDDLE_REPLACED, Limits
from app.compare.runs import Run
from app.text.words import is_word

MAX_STEPS = 1_000
"""Pairs of equal units up to which the heaviest blocks are looked for; a pair of sentences has some 100. The steps are at
most the square of it. Beyond, the longest common subsequence stands in."""
MAX_CELLS = 25_000_000
"""Units of one side times units of the other, beyond which what lies between common head and tail is replaced whole."""

Block = tuple[int, int, int]
"""Where it starts in `a` and in `b`, and its length, in units."""


def match(a: list[str], b: list[str], limits: Limits) -> list[Run]:
    """Runs that are the same and runs that are not, in order, over two lists of keys; some may be empty."""
    least = min(len(a), len(b))
    head = 0
    while head < least and a[head] == b[head]:
        head += 1
    tail = 0
    while tail < least - head and a[-1 - tail] == b[-1 - tail]:
        tail += 1
    a1, b1 = len(a) - tail, len(b) - tail
    runs = [Run(True, 0, head, 0, head)]
    at_a, at_b = head, head
    for i, j, length in _blocks(a[head:a1], b[head:b1], limits):
        i, j = i + head, j + head
        runs += (Run(False, at_a, i, at_b, j), Run(True, i, i + length, j, j + length))
        at_a, at_b = i + length, j + length
    return [*runs, Run(False, at_a, a1, at_b, b1), Run(True, a1, len(a), b1, len(b))]


def _blocks(a: list[str], b: list[str], limits: Limits) -> list[Block]:
    """The common blocks of what is left between common head and tail."""
    if not a or not b:
        return []
    places: dict[str, list[int]] = {}
    for j, key in enumerate(b):
        places.setdefault(key, []).append(j)
    steps = sum([len(places[key]) for key in a if key in places])
    if steps <= MAX_STEPS:
        return _heaviest(_diagonals(a, b, places), a, len(b)) if steps else []
    if len(a) * len(b) > MAX_CELLS:
        limits.hit(MIDDLE_REPLACED)
        return []
    return _longest(a, b)


def _diagonals(a: list[str], b: list[str], places: dict[str, list[int]]) -> list[Block]:
    """Every maximal common block."""
    found: list[Block] = []
    for i, key in enumerate(a):
        for j in places.get(key, ()):
            if i and j and a[i - 1] == b[j - 1]:
                continue
            length = 1
            while i + length < len(a) and j + length < len(b) and a[i + length] == b[j + length]:
                length += 1
            found.append((i, j, length))
    return found


def _heaviest(found: list[Block], a: list[str], b_size: int) -> list[Block]:
    """The heaviest block, then the heaviest before and after it that cross no other, in order."""
    weights = [0]  # of all units before one
    for key in a:
        weights.append(weights[-1] + _weight(key))
    chosen: list[Block] = []
    spaces = [(0, len(a), 0, b_size, found)]
    while spaces:
        i0, i1, j0, j1, near = spaces.pop()
        best, most, inside = (0, 0, 0), 0, []
        for i, j, length in near:
            if i < i0 or j < j0 or i + length > i1 or j + length > j1:
                cut = max(i0 - i, j0 - j, 0)
                i, j, length = i + cut, j + cut, min(length - cut, i1 - i - cut, j1 - j - cut)
                if length <= 0:
                    continue
            block = (i, j, length)
            inside.append(block)
            weight = weights[i + length] - weights[i]
            if weight > most or (weight == most and block < best):
                best, most = block, weight
        if not most:
            continue
        i, j, length = best
        chosen.append(best)
        if len(inside) > 1:
            spaces += ((i0, i, j0, j, inside), (i + length, i1, j + length, j1, inside))
    return sorted(chosen)


@lru_cache(maxsize=20_000)
def _weight(key: str) -> int:
    """The weight of a unit: 100 for one letter, 141 for four, 50 for a mark; whole numbers, so that sums are exact."""
    return isqrt(isqrt(10**8 * len(key))) if key.isalnum() or is_word(key) else 50


def _longest(a: list[str], b: list[str]) -> list[Block]:
    """The blocks of the longest common subsequence (rapidfuzz)."""
    numbers: dict[str, int] = {}  # small numbers, so that no two words ever share a hash
    left = [numbers.setdefault(key, len(numbers)) for key in a]
    right = [numbers.setdefault(key, len(numbers)) for key in b]
    codes = LCSseq.opcodes(left, right)
    return [
        (code.src_start, code.dest_start, code.src_end - code.src_start)
        for code in codes
        if code.tag == "equal"
    ]
