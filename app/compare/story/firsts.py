"""Who had a statement first among the versions whose date is known, and who has it later."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from app.compare.collation import Collation
from app.compare.comparison import LinkKind
from app.compare.statements import Statement
from app.compare.story.periods import Period, certainly_before
from app.compare.story.timeline import Appearance, Evidence

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

    `versions` are several where their moments are the same, or not known well enough to tell them apart. `undated` are the
    versions that have it and may be earlier than all of these.
    """

    statement: int
    versions: tuple[int, ...]
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
    evidence = Evidence(collation)
    made = [
        _first(number, statement, appearances, evidence)
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


def _first(
    number: int, statement: Statement, appearances: Sequence[Appearance], evidence: Evidence
) -> First | None:
    said = dict(statement.members)
    periods = {version: period for version in said if (period := appearances[version].period) is not None}
    earliest: dict[int, int] = {}
    for version in sorted(
        periods, key=lambda one: (periods[one].start, periods[one].end, appearances[one].position)
    ):
        earliest.setdefault(appearances[version].outlet, version)
    if len(earliest) < 2:
        return None
    leads = [
        version
        for version in earliest.values()
        if not any(certainly_before(periods[other], periods[version]) for other in earliest.values())
    ]
    return First(
        statement=number,
        versions=tuple(sorted(leads)),
        later=tuple(
            [
                _later(version, leads, periods, said, evidence)
                for version in earliest.values()
                if version not in leads
            ]
        ),
        undated=tuple([version for version in said if version not in periods]),
    )


def _later(
    version: int,
    leads: Sequence[int],
    periods: dict[int, Period],
    said: dict[int, tuple[int, ...]],
    evidence: Evidence,
) -> Later:
    kinds = {
        link.kind
        for lead in leads
        for link in evidence.links_of(lead, version, said[lead])
        if not set(said[version]).isdisjoint(link.b)
    }
    return Later(
        version=version,
        least=max(0.0, periods[version].start - max(periods[lead].end for lead in leads)),
        most=periods[version].end - min(periods[lead].start for lead in leads),
        kind=next((kind for kind in _NEAREST if kind in kinds), None),
    )
