"""Who had a statement first among the versions whose date is known, and who has it later.

A sentence may stand in several statements, and a statement need not hold every version that has its sentence. So what the
first version says is looked for in all the others: a version that has it word for word or edited is counted in, and one of
another outlet that may be earlier and has it in other words, or part of it, puts in doubt who was first.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.compare.collation import Collation
from app.compare.comparison import LinkKind
from app.compare.story.periods import certainly_before, slack
from app.compare.story.timeline import Appearance, Evidence, dated

Said = dict[int, tuple[int, ...]]
"""The sentences of each version that say something, both by index."""
_NEAREST: tuple[LinkKind, ...] = ("verbatim", "edited", "reworded")


@dataclass(frozen=True, slots=True)
class Later:
    """The first version of another outlet that has a statement: at least `least` and at most `most` seconds after the first.

    `kind` is the nearest link from the first version's sentences to its own; None where they are not linked themselves.
    """

    version: int
    least: float
    most: float
    kind: LinkKind | None


@dataclass(frozen=True, slots=True)
class First:
    """A statement (its index) of at least two outlets with dates: the version that has it first, and the others in time.

    `versions` are several, of different outlets, where their moments are the same or not known well enough to tell them
    apart, or where it is not certain that the earlier one says all of it. `undated` are the versions that have it and may be
    earlier than all of these: without a date, or revisions that bear the date of a version before them.
    """

    statement: int
    versions: tuple[int, ...]
    lead: int
    """One of `versions` that says it in `sentences`."""
    sentences: tuple[int, ...]
    later: tuple[Later, ...]
    undated: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """Of an outlet, how many statements it had `first`, at the same time as another (`together`), or `later`."""

    outlet: int
    first: int
    together: int
    later: int


def find_firsts(collation: Collation, appearances: Sequence[Appearance]) -> tuple[First, ...]:
    """The statements that two outlets or more have in versions with a date, in their order."""
    finder = _Finder(collation, appearances)
    made = [
        finder.first(number, dict(statement.members))
        for number, statement in enumerate(collation.statements)
        if statement.coverage > 1
    ]
    return tuple([one for one in made if one is not None])


def tally(firsts: Sequence[First], appearances: Sequence[Appearance]) -> tuple[Tally, ...]:
    """Every outlet that is among the firsts or later, those with most firsts first."""
    alone, together, later = Counter[int](), Counter[int](), Counter[int]()
    for one in firsts:
        lead = together if len(one.versions) > 1 else alone
        lead.update([appearances[version].outlet for version in one.versions])
        later.update([appearances[other.version].outlet for other in one.later])
    outlets = sorted(alone.keys() | together.keys() | later.keys())
    made = [Tally(outlet, alone[outlet], together[outlet], later[outlet]) for outlet in outlets]
    return tuple(sorted(made, key=lambda one: (-one.first, -one.together, -one.later)))


class _Finder:
    """Holds what the firsts of one collation are found from."""

    def __init__(self, collation: Collation, appearances: Sequence[Appearance]) -> None:
        self.documents = collation.documents
        self.evidence = Evidence(collation)
        self.outlets = [one.outlet for one in appearances]
        self.periods = dated(appearances)
        self.order = sorted(
            self.periods,
            key=lambda at: (self.periods[at].start, self.periods[at].end, appearances[at].position),
        )

    def first(self, number: int, said: Said) -> First | None:
        """A statement, by what says it; None where it is not of two outlets with dates."""
        while self._joined(said):
            pass
        earliest = self._earliest(said)
        if len(earliest) < 2:
            return None
        leads = self._leads(earliest)
        lead = min(
            leads, key=lambda at: self.documents[at].sentence_text(said[at][0])
        )  # in any order the same
        doubtful = self._doubtful(leads, said)
        outlets = {self.outlets[lead] for lead in leads}
        firsts = [*leads, *[at for at in doubtful if self.outlets[at] not in outlets]]
        outlets.update([self.outlets[at] for at in doubtful])
        later = [at for at in earliest if self.outlets[at] not in outlets]
        return First(
            statement=number,
            versions=tuple(sorted(firsts)),
            lead=lead,
            sentences=said[lead],
            later=tuple([self._later(at, leads, said) for at in later]),
            undated=tuple(sorted([at for at in said if at not in self.periods])),
        )

    def _earliest(self, versions: Iterable[int]) -> list[int]:
        """Of every outlet the first of some versions, those without a date left out, in the order of time."""
        held = set(versions)
        found: dict[int, int] = {}
        for at in self.order:
            if at in held:
                found.setdefault(self.outlets[at], at)
        return list(found.values())

    def _leads(self, earliest: Sequence[int]) -> list[int]:
        """Those that none of the others is certainly before."""
        return [at for at in earliest if not any(self._before(other, at) for other in earliest)]

    def _before(self, one: int, other: int) -> bool:
        return certainly_before(self.periods[one], self.periods[other])

    def _joined(self, said: Said) -> bool:
        """Whether versions were added that have a sentence of the first ones word for word or edited."""
        added: dict[int, set[int]] = {}
        for lead in self._leads(self._earliest(said)):
            for at in range(len(self.outlets)):
                if at not in said:
                    near = [
                        link
                        for link in self.evidence.links_of(lead, at, said[lead])
                        if link.kind != "reworded"
                    ]
                    if near:
                        added.setdefault(at, set()).update([sentence for link in near for sentence in link.b])
        said.update({at: tuple(sorted(sentences)) for at, sentences in added.items()})
        return bool(added)

    def _doubtful(self, leads: Sequence[int], said: Said) -> list[int]:
        """The first versions of other outlets that may be earlier than the leads and say what they say, or part of it."""
        own = {self.outlets[lead] for lead in leads}
        linked = [
            at
            for at in self.order
            if at not in said
            and self.outlets[at] not in own
            and any(
                not self._before(lead, at) and self.evidence.links_of(lead, at, said[lead]) for lead in leads
            )
        ]
        return self._earliest(linked)

    def _later(self, version: int, leads: Sequence[int], said: Said) -> Later:
        kinds = {
            link.kind
            for lead in leads
            for link in self.evidence.links_of(lead, version, said[lead])
            if not set(said[version]).isdisjoint(link.b)
        }
        period, first = self.periods[version], [self.periods[lead] for lead in leads]
        return Later(
            version=version,
            least=max(0.0, min(period.start - one.end - slack(one, period) for one in first)),
            most=max(period.end - one.start + slack(one, period) for one in first),
            kind=next((kind for kind in _NEAREST if kind in kinds), None),
        )
