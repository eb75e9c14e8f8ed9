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

from collections import defaultdict
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
    return _Grower(ties, limits).statements()


class _Grower:
    """All ties, while statements are made of them."""

    def __init__(self, ties: Iterable[Tie], limits: Limits) -> None:
        self.linked: defaultdict[Place, dict[Place, float]] = defaultdict(dict)
        self.together: set[tuple[Place, Place]] = set()
        for tie in ties:
            for place in tie.one:
                for other in tie.other:
                    known = self.linked[place].get(other, 0.0)
                    self.linked[place][other] = self.linked[other][place] = max(known, tie.probability)
            for side in (tie.one, tie.other):
                self.together.update((place, mate) for place in side for mate in side)
        self.held: set[tuple[Place, Place]] = set()
        self._keep_surest(limits)

    def _keep_surest(self, limits: Limits) -> None:
        """Leave no sentence more than `MOST_LINKS` links: those that are among the surest of both their sentences."""
        many = {place: others for place, others in self.linked.items() if len(others) > MOST_LINKS}
        dropped = []
        for place, others in many.items():
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
            for place, others in self.linked.items()
            for other, probability in others.items()
            if place < other and probability >= ALONE
        ]
        found: list[set[Place]] = []
        of: defaultdict[Place, list[int]] = defaultdict(list)
        for _, place, other in sorted(links):
            if (place, other) in self.held:
                continue
            members = self._grown(place, other)
            for k in {k for member in members for k in of[member]}:
                if found[k] <= members:
                    found[k] = set()
            for member in members:
                of[member].append(len(found))
                self.held.update((member, one) for one in members & self.linked[member].keys())
            found.append(members)
        return [tuple(sorted(members)) for members in found if members]

    def _grown(self, first: Place, second: Place) -> set[Place]:
        """The statement that begins with a link."""
        members: set[Place] = set()
        support: defaultdict[Place, float] = defaultdict(float)
        joining: Place | None = first
        while joining is not None:
            members.add(joining)
            for place, probability in self.linked[joining].items():
                support[place] += probability
            joining = second if second not in members else self._next(members, support)
        return members

    def _next(self, members: set[Place], support: dict[Place, float]) -> Place | None:
        """The sentence that joins next, if any may."""
        sizes: defaultdict[int, int] = defaultdict(int)
        for member in members:
            sizes[member.version] += 1
        candidates = []
        for place, together in support.items():
            others = len(members) - sizes[place.version]
            if place not in members and others and together >= ON_AVERAGE * others:
                candidates.append((-together / others, place))
        for _, place in sorted(candidates):
            if self._fits(place, members, support, sizes):
                return place
        return None

    def _fits(
        self, place: Place, members: set[Place], support: dict[Place, float], sizes: dict[int, int]
    ) -> bool:
        """Whether every member keeps its average with a further sentence, and its own version lets it in."""
        linked = self.linked[place]
        for member in members:
            others = len(members) - sizes[member.version] + 1
            if member.version != place.version and (
                support[member] + linked.get(member, 0.0) < ON_AVERAGE * others
            ):
                return False
        own = [member for member in members if member.version == place.version]
        if not own or any((place, member) in self.together for member in own):
            return True
        return len({member.version for member in members & linked.keys()}) >= VERSIONS_TO_REPEAT
