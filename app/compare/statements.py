"""Statements: groups of sentences of several versions that say the same, found from the links between pairs of versions.

A statement is grown from one link: of the sentences linked to what it holds so far, the one with the highest probability
on average joins, as long as every sentence keeps an average of `ON_AVERAGE` over the statement's sentences of other
versions; where there is no link, the probability counts as 0. So a chain of links makes no statement:

    a – b – c – d    each linked to the next alone       {a, b}  {b, c}  {c, d}
    a, b, c, d       linked all but a – d                {a, b, c, d}

Links are taken from the most probable down, and each that no statement holds yet begins one of its own. So every link
that is probable enough is held by a statement, and a sentence that says two things stands in two:

    “It jammed, and she resigned.”  –  “It jammed.”      one statement
                                    –  “She resigned.”   another

Two sentences of one version stand in one statement where one link holds both (a sentence that was split), or where both
are linked to the statement's sentences of two other versions (a version that says it twice).

Source: agglomeration by average linkage (Sokal and Michener 1958), with overlaps as in edge-clique covers. What was tried
before: log-odds instead of probabilities, which let one sure link outweigh several that are not there.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from app.compare.limits import FEWER_LINKS, Limits

ALONE = 0.6
"""Least probability of a link on which a statement may rest."""
ON_AVERAGE = 0.5
"""Least probability, on average, that a sentence corresponds to a statement's sentences of other versions."""
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


class Tie(NamedTuple):
    """Sentences of two versions that correspond with a probability in (0, 1]."""

    one: Members
    other: Members
    probability: float


@dataclass(frozen=True, slots=True)
class Statement:
    """What linked sentences say: for each version that says it, its sentences, both by index, ascending."""

    members: tuple[tuple[int, tuple[int, ...]], ...]

    @property
    def coverage(self) -> int:
        """How many versions say it."""
        return len(self.members)


def find_statements(ties: Iterable[Tie], limits: Limits) -> list[Members]:
    """The statements that the ties of many versions make, each by place, in the order of their best ties.

    Of equally probable ties the first by place is taken first; give the versions numbers that do not depend on the order
    in which they came.
    """
    return _Ties(list(ties), limits).statements()


class _Ties:
    """All ties, while statements are made of them. Places go by number, in their order.

    `linked` gives every place those that it is linked to, with the probability, and `mates` those that stand together with
    it on a side of a link; `of_version` gives the places of a place's own version. `support` is what a statement works with
    while it grows: zero for every place between two statements.
    """

    def __init__(self, ties: list[Tie], limits: Limits) -> None:
        self.places = sorted({place for tie in ties for side in tie[:2] for place in side})
        number = {place: at for at, place in enumerate(self.places)}
        self.linked: list[dict[int, float]] = [{} for _ in self.places]
        self.mates: list[set[int]] = [set() for _ in self.places]
        self.support = [0.0] * len(self.places)
        for one, other, probability in ties:
            if len(one) == len(other) == 1:
                self._link(number[one[0]], number[other[0]], probability)
                continue
            sides = [number[place] for place in one], [number[place] for place in other]
            for at in sides[0]:
                for to in sides[1]:
                    self._link(at, to, probability)
            for side in sides:
                for at in side:
                    self.mates[at].update(side)
        self._keep_surest(limits)
        self.version = [place.version for place in self.places]
        versions: dict[int, set[int]] = {version: set() for version in self.version}
        for at, version in enumerate(self.version):
            versions[version].add(at)
        self.of_version = [versions[version] for version in self.version]

    def _link(self, one: int, other: int, probability: float) -> None:
        linked = self.linked
        if linked[one].get(other, 0.0) < probability:
            linked[one][other] = linked[other][one] = probability

    def _keep_surest(self, limits: Limits) -> None:
        """Leave no sentence more than `MOST_LINKS` links: those that are among the surest of both their sentences."""
        dropped: list[tuple[int, int]] = []
        for place, others in enumerate(self.linked):
            if len(others) > MOST_LINKS:
                limits.hit(FEWER_LINKS)
                surest = sorted(others, key=lambda other: (-others[other], other))
                dropped += [(place, other) for other in surest[MOST_LINKS:]]
        for place, other in dropped:
            self.linked[place].pop(other, None)
            self.linked[other].pop(place, None)

    def statements(self) -> list[Members]:
        """Every statement; none holds all of another."""
        links = [
            (-probability, place, other)
            for place, others in enumerate(self.linked)
            for other, probability in others.items()
            if place < other and probability >= ALONE
        ]
        links.sort()
        found: list[set[int]] = []
        of: list[list[int]] = [[] for _ in self.places]
        beside: list[set[int]] = [set() for _ in self.places]
        for _, place, other in links:
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


class _Growing:
    """One statement, from a link on; `members` are its sentences once it is made.

    `support` has, for each sentence, the sum of the probabilities of its links to members. Of those that have such links,
    which are `reached`, `fresh` are sentences of versions without a member, `beside` others that are no members.
    """

    def __init__(self, ties: _Ties, first: int, second: int) -> None:
        self.ties = ties
        self.members: set[int] = set()
        self.sizes: dict[int, int] = {}
        self.support = ties.support
        self.reached: set[int] = set()
        self.fresh: set[int] = set()
        self.beside: set[int] = set()
        joining: int | None = first
        while joining is not None:
            self._join(joining)
            joining = second if second not in self.members else self._next()
        for place in self.reached:
            self.support[place] = 0.0

    def _join(self, place: int) -> None:
        ties, support, fresh = self.ties, self.support, self.fresh
        own, linked = ties.version[place], ties.linked[place]
        self.members.add(place)
        if own in self.sizes:
            self.sizes[own] += 1
            self.beside.discard(place)
        else:
            self.sizes[own] = 1
            near = fresh & ties.of_version[place]
            fresh -= near
            near.discard(place)
            self.beside |= near
        for other, probability in linked.items():
            support[other] += probability
        if not linked.keys() <= self.reached:
            self._reach(linked.keys() - self.reached)

    def _reach(self, new: set[int]) -> None:
        self.reached |= new
        new -= self.members
        beside = {place for place in new if self.ties.version[place] in self.sizes}
        self.beside |= beside
        self.fresh |= new - beside

    def _next(self) -> int | None:
        """The sentence that joins next, if any may: most often the fresh one with the most support."""
        support, count = self.support, len(self.members)
        most = max(map(support.__getitem__, self.fresh), default=0.0)
        offered = self._offered_beside(max(most / count, ON_AVERAGE))
        if most >= ON_AVERAGE * count:
            offered.append((-most / count, min([place for place in self.fresh if support[place] == most])))
        if not offered:
            return None
        strained = self._strained()
        surest = min(offered)[1]
        if self._lets_in(surest, strained):
            return surest
        offered = self._offered_beside(ON_AVERAGE)
        offered += [
            (-support[place] / count, place) for place in self.fresh if support[place] >= ON_AVERAGE * count
        ]
        return next((place for _, place in sorted(offered) if self._lets_in(place, strained)), None)

    def _offered_beside(self, least: float) -> list[tuple[float, int]]:
        """Of the sentences beside members, those with at least that much support on average that their version lets in."""
        support, sizes, version, count = self.support, self.sizes, self.ties.version, len(self.members)
        offered = []
        for place in self.beside:
            others = count - sizes[version[place]]
            if others and support[place] >= least * others and self._may_repeat(place):
                offered.append((-support[place] / others, place))
        return offered

    def _may_repeat(self, place: int) -> bool:
        """Whether a version that has a member may have a further one."""
        version = self.ties.version
        if not self.members.isdisjoint(self.ties.mates[place]):
            return True
        vouching = self.ties.linked[place].keys() & self.members
        return len({version[member] for member in vouching}) >= VERSIONS_TO_REPEAT

    def _strained(self) -> list[int]:
        """The members that a further sentence could bring below their average."""
        support, sizes, version = self.support, self.sizes, self.ties.version
        count = len(self.members) + 1
        if min(map(support.__getitem__, self.members)) >= ON_AVERAGE * (count - 1):
            return []
        return [
            member
            for member in self.members
            if support[member] < ON_AVERAGE * (count - sizes[version[member]])
        ]

    def _lets_in(self, place: int, strained: list[int]) -> bool:
        """Whether every member keeps its average with a further sentence."""
        support, sizes, version = self.support, self.sizes, self.ties.version
        linked, own, count = self.ties.linked[place], version[place], len(self.members) + 1
        for member in strained:
            if version[member] != own and (
                support[member] + linked.get(member, 0.0) < ON_AVERAGE * (count - sizes[version[member]])
            ):
                return False
        return True
