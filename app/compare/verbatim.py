"""Sentences printed the same on both sides, paired."""

from rapidfuzz.distance import LCSseq

from app.compare.limits import REPEATED, Limits
from app.compare.moves import Place, out_of_order
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
    rest_a = [i for i in range(len(left)) if i not in done_a]
    rest_b = [j for j in range(len(right)) if j not in done_b]
    rest = _by_count([left[i] for i in rest_a], [right[j] for j in rest_b])
    return sorted([*pairs, *((rest_a[i], rest_b[j]) for i, j in rest)])


def ascending_pairs(left: list[int], right: list[int], limits: Limits) -> list[Pair]:
    """Equal numbers paired along the longest common order; beyond `MAX_CELLS`, by their count, and what then ascends."""
    if len(left) * len(right) <= MAX_CELLS:
        return _common_order(left, right)
    limits.hit(REPEATED)
    pairs = _by_count(left, right)
    moved = out_of_order([Place(i, j, 1) for i, j in pairs])
    return [pair for k, pair in enumerate(pairs) if k not in moved]


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
    pairs = _common_order([left[i] for i in places_a], [right[j] for j in places_b])
    return [(places_a[i], places_b[j]) for i, j in pairs]


def _common_order(left: list[int], right: list[int]) -> list[Pair]:
    return [
        (code.src_start + k, code.dest_start + k)
        for code in LCSseq.opcodes(left, right)
        if code.tag == "equal"
        for k in range(code.src_end - code.src_start)
    ]


def _by_count(left: list[int], right: list[int]) -> list[Pair]:
    """The first with the first that is equal, the second with the second, and so on."""
    waiting: dict[int, list[int]] = {}
    for j in reversed(range(len(right))):
        waiting.setdefault(right[j], []).append(j)
    return [(i, waiting[number].pop()) for i, number in enumerate(left) if waiting.get(number)]
