"""Statements: groups of sentences of several versions that say the same, found from the links between pairs of versions.

A statement is grown from one link: of the sentences linked to what it holds so far, those with the highest probability on
average join, one after the other, as long as every sentence keeps an average of `ON_AVERAGE` over the statement's sentences
of other versions; where there is no link, the probability counts as 0. So a chain of links makes no statement:

    a – b – c – d    each linked to the next alone       {a, b}  {b, c}  {c, d}
    a, b, c, d       linked all but a – d                {a, b, c, d}

Links are taken from the most probable down, and each that no statement holds yet begins one of its own. So every link
that is probable enough is held by a statement, and a sentence that says two things stands in two:

    “It jammed, and she resigned.”  –  “It jammed.”      one statement
                                    –  “She resigned.”   another

Two sentences of one version stand in one statement where one link holds both (a sentence that was split), or where both
are linked to the statement's sentences of two other versions (a version that says it twice).

Source: agglomeration by average linkage (Sokal and Michener 1958), with overlaps as in edge-clique covers. What was tried
before: log-odds instead of probabilities, which let one sure link outweigh several that are not there; and looking at every
sentence anew after each that joined, which takes longer and makes the same statements but for few.
"""

from collections.abc import Iterator, Set
from dataclasses import dataclass
from itertools import pairwise
from math import inf
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from app.compare.limits import FEWER_LINKS, Limits

ALONE = 0.6
"""Least probability of a link on which a statement may rest."""
ON_AVERAGE = 0.5
"""Least probability, on average, that a sentence corresponds to a statement's sentences of other versions."""
CLOSE = 0.05
"""Sentences whose averages lie no farther below the surest join together with it, those that still lie so in their turn."""
MOST_LINKS = 200
"""Links of one sentence that are followed: in news, one of fifty versions has about as many as there are versions."""
VERSIONS_TO_REPEAT = 2
"""Other versions that have to vouch for two sentences of one version."""


class Place(NamedTuple):
    """A sentence of a version, both by index."""

    version: int
    sentence: int


Members = tuple[Place, ...]
"""The sentences of a statement, ascending."""


TIE = np.dtype(
    [
        ("version", "<i8"), ("first", "<i8"), ("size", "<i8"),
        ("other_version", "<i8"), ("other_first", "<i8"), ("other_size", "<i8"),
        ("probability", "<f8"),
    ]
)  # fmt: skip
"""A tie: `size` sentences of a version, from the `first` on, and such of another one that correspond to them with a
`probability` in (0, 1]."""
Ties = NDArray[Any]
"""A table with a row of `TIE` for each."""
Codes = NDArray[np.int64]
Probabilities = NDArray[np.float64]
SIDES = (("version", "first", "size"), ("other_version", "other_first", "other_size"))


@dataclass(frozen=True, slots=True)
class Statement:
    """What linked sentences say: for each version that says it, its sentences, both by index, ascending."""

    members: tuple[tuple[int, tuple[int, ...]], ...]

    @property
    def coverage(self) -> int:
        """How many versions say it."""
        return len(self.members)


def find_statements(ties: Ties, limits: Limits) -> list[Members]:
    """The statements that the ties of many versions make, each by place, in the order of their best ties.

    Of equally probable ties the first by place is taken first; give the versions numbers that do not depend on the order
    in which they came.
    """
    return _Network(ties, limits).statements()


class _Network:
    """All ties, while statements are made of them. Places go by number, in their order.

    `linked` gives every place those that it is linked to, with the probability, and `near` without; `mates` those that stand
    together with it on a side of a link; `of_version` the places of its own version. `links` are those on which a statement
    may rest, the surest first. `support` is what a statement works with while it grows: zero for every place between two.
    """

    def __init__(self, ties: Ties, limits: Limits) -> None:
        stride = int(max([(ties[first] + ties[size]).max(initial=1) for _, first, size in SIDES]))
        ones, others, probability = _single(ties, stride)
        held = np.zeros(max(ones.max(initial=-1), others.max(initial=-1)) + 1, bool)
        held[ones] = held[others] = True
        codes, number_of = np.flatnonzero(held), np.cumsum(held) - 1
        versions, sentences = np.divmod(codes, stride)
        self.version = versions.tolist()
        self.places = list(map(Place, self.version, sentences.tolist()))
        at, to, probability = _surest(number_of[ones], number_of[others], probability, len(codes))
        self.linked = _linked(at, to, probability, len(codes))
        first = (at < to) & (probability >= ALONE)
        at, to, probability = at[first], to[first], probability[first]
        order = np.lexsort((to, at, -probability))
        self.links = list(zip(at[order].tolist(), to[order].tolist(), strict=True))
        self.mates: list[set[int]] = [set() for _ in self.places]
        for side in _sides_of_several(ties, stride):
            numbers = number_of[side].tolist()
            for mate in numbers:
                self.mates[mate].update(numbers)
        self._keep_surest(limits)
        self.near = [set(others) for others in self.linked]
        self.support = [0.0] * len(self.places)
        of: dict[int, set[int]] = {version: set() for version in self.version}
        for place, version in enumerate(self.version):
            of[version].add(place)
        self.of_version = [of[version] for version in self.version]

    def _keep_surest(self, limits: Limits) -> None:
        """Leave no sentence more than `MOST_LINKS` links: those that are among the surest of both their sentences."""
        dropped: set[tuple[int, int]] = set()
        for place, others in enumerate(self.linked):
            if len(others) > MOST_LINKS:
                limits.hit(FEWER_LINKS)
                surest = sorted(others, key=lambda other: (-others[other], other))
                dropped.update([(min(place, other), max(place, other)) for other in surest[MOST_LINKS:]])
        for place, other in dropped:
            del self.linked[place][other], self.linked[other][place]
        if dropped:
            self.links = [link for link in self.links if link not in dropped]

    def statements(self) -> list[Members]:
        """Every statement; none holds all of another."""
        found: list[set[int]] = []
        of: list[list[int]] = [[] for _ in self.places]
        beside: list[set[int]] = [set() for _ in self.places]
        for place, other in self.links:
            if other in beside[place]:
                continue
            members = _Growing(self, place, other).members
            for k in {k for member in members for k in of[member]}:
                if found[k] <= members:
                    found[k] = set()
            for member in members:
                of[member].append(len(found))
                beside[member] |= members
            found.append(members)
        return [tuple([self.places[at] for at in sorted(members)]) for members in found if members]


_Offer = tuple[float, int, int]
"""A sentence that may join: the average of its links, negative, so that the surest comes first; its place; and how many
members its version has."""


class _Growing:
    """One statement, from a link on; `members` are its sentences once it is made.

    `support` has, for each sentence, the sum of the probabilities of its links to members. Of those that have such links,
    which are `reached`, `fresh` are sentences of versions without a member, `beside` others that are no members.

    No sentence beside has more support than `most_beside`, no member less than `least_within`: whatever joins adds 1 at most
    to any support and takes from none, so bounds that were found hold for a while.
    """

    def __init__(self, ties: _Network, first: int, second: int) -> None:
        self.ties = ties
        self.members: set[int] = set()
        self.sizes: dict[int, int] = {}
        self.largest = 1
        self.support = ties.support
        self.reached: set[int] = set()
        self.fresh: set[int] = set()
        self.beside: set[int] = set()
        self.most_beside = 0.0
        self.least_within = inf
        self.strained: list[tuple[float, int, int]] | None = None
        self._join(first)
        self._join(second)
        while self._grow():
            pass
        for place in self.reached:
            self.support[place] = 0.0

    def _join(self, place: int) -> None:
        ties, support, fresh = self.ties, self.support, self.fresh
        own, linked = ties.version[place], ties.linked[place]
        self.members.add(place)
        self.strained = None
        self.least_within = min(self.least_within, support[place])
        if own in self.sizes:
            self.sizes[own] += 1
            self.largest = max(self.largest, self.sizes[own])
            self.beside.discard(place)
        else:
            self.sizes[own] = 1
            near = fresh & ties.of_version[place]
            fresh -= near
            near.discard(place)
            if near:
                self.beside |= near
                self.most_beside = max(self.most_beside, *map(support.__getitem__, near))
        for other, probability in linked.items():
            support[other] += probability
        self.most_beside += 1.0
        if new := ties.near[place] - self.reached:
            self._reach(new)

    def _reach(self, new: set[int]) -> None:
        self.reached |= new
        new -= self.members
        version, sizes = self.ties.version, self.sizes
        beside = {place for place in new if version[place] in sizes}
        self.beside |= beside
        self.fresh |= new - beside

    def _grow(self) -> bool:
        """Let in the surest sentences, or else the first that every member lets in; whether there was any."""
        offered = self._surest()
        if not offered:
            return False
        support, sizes, version, before = self.support, self.sizes, self.ties.version, len(self.members)
        least = max(-offered[0][0] - CLOSE, ON_AVERAGE)
        for _, place, own in offered:
            others = len(self.members) - own
            still = sizes.get(version[place], 0) == own and support[place] >= least * others
            if still and self._lets_in(place):
                self._join(place)
        if len(self.members) == before:
            for place in [place for _, place, _ in self._others() if self._lets_in(place)][:1]:
                self._join(place)
        return len(self.members) > before

    def _surest(self) -> list[_Offer]:
        """What may join and is among the surest: most often fresh sentences."""
        fresh, count = list(self.fresh), len(self.members)
        supports = list(map(self.support.__getitem__, fresh))
        most = max(supports, default=0.0)
        least = max(most - CLOSE * count, ON_AVERAGE * count)
        offered = [
            (-one / count, place, 0) for place, one in zip(fresh, supports, strict=True) if one >= least
        ]
        return sorted(offered + self._offered_beside(max(most / count, ON_AVERAGE)))

    def _others(self) -> list[_Offer]:
        """All that may join where members are strained, the surest first: what does not help the most strained may not."""
        _, member, _ = max(self._strained())
        helping = self.ties.near[member] | self.ties.of_version[member]
        count, support = len(self.members), self.support
        least = ON_AVERAGE * count
        fresh = [(-support[one] / count, one, 0) for one in self.fresh & helping if support[one] >= least]
        return sorted(fresh + self._offered_beside(ON_AVERAGE, helping))

    def _offered_beside(self, least: float, among: Set[int] | None = None) -> list[_Offer]:
        """Of the sentences beside members, those with at least that much support on average that their version lets in."""
        support, sizes, version, count = self.support, self.sizes, self.ties.version, len(self.members)
        if self.most_beside < least * (count - self.largest):
            return []
        self.most_beside = max(map(support.__getitem__, self.beside), default=0.0)
        if self.most_beside < least * (count - self.largest):
            return []
        offered = []
        for place in self.beside if among is None else self.beside & among:
            own = sizes[version[place]]
            others = count - own
            if others and support[place] >= least * others and self._may_repeat(place):
                offered.append((-support[place] / others, place, own))
        return offered

    def _may_repeat(self, place: int) -> bool:
        """Whether a version that has a member may have a further one."""
        version = self.ties.version
        if not self.members.isdisjoint(self.ties.mates[place]):
            return True
        vouching = self.ties.near[place] & self.members
        return len({version[member] for member in vouching}) >= VERSIONS_TO_REPEAT

    def _lets_in(self, place: int) -> bool:
        """Whether every member keeps its average with a further sentence."""
        linked, own = self.ties.linked[place], self.ties.version[place]
        for missing, member, version in self._strained():
            if linked.get(member, 0.0) < missing and version != own:
                return False
        return True

    def _strained(self) -> list[tuple[float, int, int]]:
        """The members that a further sentence could bring below their average: what is missing, which, of what version."""
        if self.strained is None:
            self.strained = self._found_strained()
        return self.strained

    def _found_strained(self) -> list[tuple[float, int, int]]:
        support, sizes, version, count = self.support, self.sizes, self.ties.version, len(self.members) + 1
        if self.least_within >= ON_AVERAGE * (count - 1):
            return []
        self.least_within = min(map(support.__getitem__, self.members))
        if self.least_within >= ON_AVERAGE * (count - 1):
            return []
        strained = []
        for member in self.members:
            own = version[member]
            missing = ON_AVERAGE * (count - sizes[own]) - support[member]
            if missing > 0:
                strained.append((missing, member, own))
        return strained


def _single(ties: Ties, stride: int) -> tuple[Codes, Codes, Probabilities]:
    """The ties as ties of every two single sentences: one place, the other, and the probability.

    A place is one number here: its version times the `stride`, which is above all numbers of sentences, and its sentence.
    """
    made = ties["size"] * ties["other_size"]
    first = np.repeat(np.cumsum(made) - made, made)
    single = np.repeat(ties, made)
    step, other_step = np.divmod(np.arange(len(single)) - first, single["other_size"])
    one = single["version"] * stride + single["first"] + step
    other = single["other_version"] * stride + single["other_first"] + other_step
    return one, other, single["probability"]


def _sides_of_several(ties: Ties, stride: int) -> Iterator[Codes]:
    """The places, as such numbers, of every side that has more than one."""
    for version, first, size in SIDES:
        several = ties[ties[size] > 1]
        starts = several[version] * stride + several[first]
        for start, count in zip(starts.tolist(), several[size].tolist(), strict=True):
            yield np.arange(start, start + count)


def _surest(
    one: Codes, other: Codes, probability: Probabilities, count: int
) -> tuple[Codes, Codes, Probabilities]:
    """Every two tied places of so many once each way, by place, with the highest probability of their ties."""
    pairs = np.concatenate([one * count + other, other * count + one])
    order = np.argsort(pairs, kind="stable")
    pairs, both = pairs[order], np.concatenate([probability, probability])[order]
    new = np.flatnonzero(np.diff(pairs, prepend=-1))
    at, to = np.divmod(pairs[new], max(1, count))
    return at, to, np.maximum.reduceat(both, new) if len(new) else both


def _linked(at: Codes, to: Codes, probability: Probabilities, count: int) -> list[dict[int, float]]:
    """For each of so many places those that it is tied to, with the probability."""
    ends = pairwise(np.searchsorted(at, np.arange(count + 1)).tolist())
    others, probabilities = to.tolist(), probability.tolist()
    return [dict(zip(others[i:j], probabilities[i:j], strict=True)) for i, j in ends]
