"""Sentences printed the same on both sides, paired."""

from rapidfuzz.distance import LCSseq

from app.compare.candidates import Pair
from app.compare.reading import Line, Print

MAX_CELLS = 100_000_000
"""Sentences times sentences, beyond which repeated sentences are paired by their count instead of by their order."""


def verbatim_pairs(a: tuple[Line, ...], b: tuple[Line, ...]) -> list[Pair]:
    """Each sentence with one printed the same, if there is one left; no sentence stands in two pairs.

    First along the longest common order, then the first left over with the first left over.
    """
    numbers: dict[Print, int] = {}
    left = [numbers.setdefault(line.print, len(numbers)) for line in a]
    right = [numbers.setdefault(line.print, len(numbers)) for line in b]
    pairs = _in_order(left, right)
    done_a, done_b = {i for i, _ in pairs}, {j for _, j in pairs}
    waiting: dict[int, list[int]] = {}
    for j in reversed(range(len(right))):
        if j not in done_b:
            waiting.setdefault(right[j], []).append(j)
    for i, number in enumerate(left):
        if i not in done_a and waiting.get(number):
            pairs.append((i, waiting[number].pop()))
    return sorted(pairs)


def _in_order(left: list[int], right: list[int]) -> list[Pair]:
    if len(left) * len(right) > MAX_CELLS:
        return []
    return [
        (code.src_start + k, code.dest_start + k)
        for code in LCSseq.opcodes(left, right)
        if code.tag == "equal"
        for k in range(code.src_end - code.src_start)
    ]
