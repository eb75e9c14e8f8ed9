"""Sentences printed the same on both sides, paired."""

from rapidfuzz.distance import LCSseq

from app.compare.limits import REPEATED, Limits
from app.compare.reading import Print

Pair = tuple[int, int]

MAX_CELLS = 100_000_000
"""Sentences times sentences, beyond which repeated sentences are paired by their count instead of by their order."""


def verbatim_pairs(a: tuple[Print, ...], b: tuple[Print, ...], limits: Limits) -> list[Pair]:
    """Each sentence with one printed the same, if there is one left; no sentence stands in two pairs.

    First along the longest common order, then the first left over with the first left over.
    """
    numbers: dict[Print, int] = {}
    left = [numbers.setdefault(one, len(numbers)) for one in a]
    right = [numbers.setdefault(one, len(numbers)) for one in b]
    pairs = _in_order(left, right, limits)
    done_a, done_b = {i for i, _ in pairs}, {j for _, j in pairs}
    waiting: dict[int, list[int]] = {}
    for j in reversed(range(len(right))):
        if j not in done_b:
            waiting.setdefault(right[j], []).append(j)
    for i, number in enumerate(left):
        if i not in done_a and waiting.get(number):
            pairs.append((i, waiting[number].pop()))
    return sorted(pairs)


def _in_order(left: list[int], right: list[int], limits: Limits) -> list[Pair]:
    common = set(left) & set(right)
    if all(len(set(side)) == len(side) for side in (left, right)) or not common:
        return []  # nothing is repeated: there is one way to pair them
    # what stands on one side only is in no common order
    places_a = [i for i, number in enumerate(left) if number in common]
    places_b = [j for j, number in enumerate(right) if number in common]
    if len(places_a) * len(places_b) > MAX_CELLS:
        limits.hit(REPEATED)
        return []
    codes = LCSseq.opcodes([left[i] for i in places_a], [right[j] for j in places_b])
    return [
        (places_a[code.src_start + k], places_b[code.dest_start + k])
        for code in codes
        if code.tag == "equal"
        for k in range(code.src_end - code.src_start)
    ]
