"""Sentences that stand several times on a side, such as sign-up lines: paired where their place is known.

Which of many like sentences was cut, or added, cannot be known, so one that pairs with a copy elsewhere is no evidence of
a move. What was tried before: the copies that the longest common order left over were paired first with first, and moved.
With one line in every second paragraph before and in every third after, eleven articles had 29 moves that nobody made.

Now the links of all other sentences say what moved. Copies are then paired between those that stand in order, and beside
those that moved, with which they moved; the others are on one side only:

    S x P x Q x  →  P x Q x S x     S x moved, the other two x stay
    P x Q R S x  →  P Q x R S x     the first x was cut, another added
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from app.compare.comparison import Link
from app.compare.limits import Limits
from app.compare.reading import Print
from app.compare.verbatim import Pair, ascending_pairs

Run = tuple[int, ...]
Runs = tuple[Run, Run]
Symbols = tuple[list[int], list[int]]


class Lines(NamedTuple):
    """One side's sentences: what each prints, and the block it stands in."""

    prints: Sequence[Print]
    blocks: Sequence[int]


class Placed(NamedTuple):
    """A pair of sentences, one of them repeated; a score of 1 is that of two printed the same."""

    a: int
    b: int
    moved: bool
    score: float


def of_repeated(links: Sequence[Link], a: Lines, b: Lines) -> list[int]:
    """The links, by index, that hold a sentence of either side to one that could as well be another copy of it.

    These are verbatim or edited links of one sentence to one, where one of the two stands several times on its side.
    """
    if all(len(set(side.prints)) == len(side.prints) for side in (a, b)):
        return []
    several = [{one for one, count in Counter(side.prints).items() if count > 1} for side in (a, b)]
    return [
        k
        for k, link in enumerate(links)
        if link.kind != "reworded"
        and len(link.a) == len(link.b) == 1
        and (a.prints[link.a[0]] in several[0] or b.prints[link.b[0]] in several[1])
    ]


def place(
    doubtful: Sequence[Link], others: Sequence[Link], in_order: list[Runs], moved: list[Runs],
    a: Lines, b: Lines, limits: Limits,
) -> list[Placed]:  # fmt: skip
    """Pair the sentences of `doubtful` links, and what is printed like them, anew.

    `others` are all other links; `in_order` and `moved` are those of them that stand beside each other, by place.
    """
    placing = _Placing(doubtful, others, a, b)
    for symbols in (placing.prints, placing.classes):  # what is printed the same finds its place first
        moved = moved + placing.beside(moved, symbols, across_blocks=False)
        in_order = sorted(in_order + placing.between(in_order, symbols, limits))
        moved = moved + placing.beside(moved, symbols, across_blocks=True)
    return sorted(placing.placed)


class _Placing:
    """The sentences that still have no place, and those that have found one.

    Of a pair of values the first is for `a`, the second for `b`. `prints` has a number for what each sentence prints;
    `classes` one number for all prints that edited links join.
    """

    def __init__(self, doubtful: Sequence[Link], others: Sequence[Link], a: Lines, b: Lines) -> None:
        self.sides = a, b
        numbers = {one: number for number, one in enumerate(dict.fromkeys((*a.prints, *b.prints)))}
        self.prints: Symbols = [numbers[one] for one in a.prints], [numbers[one] for one in b.prints]
        self.scores: dict[Pair, float] = {}
        for link in doubtful:
            key = self.prints[0][link.a[0]], self.prints[1][link.b[0]]
            self.scores[key] = max(link.score, self.scores.get(key, 0.0))
        classes = _classes(len(numbers), self.scores)
        self.classes: Symbols = (
            [classes[one] for one in self.prints[0]],
            [classes[one] for one in self.prints[1]],
        )
        known = {number for key in self.scores for number in key}
        taken = {i for link in others for i in link.a}, {j for link in others for j in link.b}
        self.free = (
            {i for i, number in enumerate(self.prints[0]) if number in known and i not in taken[0]},
            {j for j, number in enumerate(self.prints[1]) if number in known and j not in taken[1]},
        )
        self.placed: list[Placed] = []

    def beside(self, moved: list[Runs], symbols: Symbols, *, across_blocks: bool) -> list[Runs]:
        """Pairs of copies directly before and after links that moved, and so on."""
        found: list[Runs] = []
        for run_a, run_b in moved:
            for step, end in ((-1, 0), (1, -1)):
                i, j = run_a[end] + step, run_b[end] + step
                while (
                    i in self.free[0] and j in self.free[1] and symbols[0][i] == symbols[1][j]
                    and (across_blocks or self._same_blocks((i - step, j - step), (i, j)))
                    and self._take(i, j, moved=True)
                ):  # fmt: skip
                    found.append(((i,), (j,)))
                    i, j = i + step, j + step
        return found

    def between(self, in_order: list[Runs], symbols: Symbols, limits: Limits) -> list[Runs]:
        """Pairs of copies between links that stand in order, along their longest common order."""
        left, right = sorted(self.free[0]), sorted(self.free[1])
        end = (len(self.prints[0]),), (len(self.prints[1]),)
        found: list[Runs] = []
        at_i = at_j = 0
        for run_a, run_b in (*in_order, end):
            next_i, next_j = bisect_left(left, run_a[0], at_i), bisect_left(right, run_b[0], at_j)
            own, other = left[at_i:next_i], right[at_j:next_j]
            pairs = ascending_pairs([symbols[0][i] for i in own], [symbols[1][j] for j in other], limits)
            found += [((own[i],), (other[j],)) for i, j in pairs if self._take(own[i], other[j], moved=False)]
            at_i, at_j = next_i, next_j
        return found

    def _take(self, i: int, j: int, *, moved: bool) -> bool:
        """Place a pair, if a doubtful link held two sentences printed like these."""
        score = self.scores.get((self.prints[0][i], self.prints[1][j]))
        if score is None:
            return False
        self.free[0].remove(i)
        self.free[1].remove(j)
        self.placed.append(Placed(i, j, moved, score))
        return True

    def _same_blocks(self, one: Pair, other: Pair) -> bool:
        return all(
            side.blocks[k] == side.blocks[n] for side, k, n in zip(self.sides, one, other, strict=True)
        )


def _classes(count: int, joined: Iterable[Pair]) -> list[int]:
    """A number for each of `count` prints, the same for those that a chain of pairs joins."""
    first = list(range(count))

    def root(number: int) -> int:
        while first[number] != number:
            first[number] = first[first[number]]
            number = first[number]
        return number

    for one, other in joined:
        first[root(one)] = root(other)
    return [root(number) for number in range(count)]
