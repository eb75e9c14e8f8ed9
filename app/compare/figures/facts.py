"""Figures of many versions, found and grouped into facts (app.compare.figures.grouping)."""

from collections.abc import Sequence

from app.compare.engine import rank
from app.compare.figures.agreeing import agreement
from app.compare.figures.dates import day_of
from app.compare.figures.figure import Fact, FactMember, Figure
from app.compare.figures.finding import MOST_FIGURES, find_figures
from app.compare.figures.grouping import Grouping
from app.compare.limits import FEWER_FIGURES, Limits
from app.compare.statements import Statement
from app.text.document import Document


def find_facts(
    documents: Sequence[Document],
    published: Sequence[str | None],
    statements: Sequence[Statement],
    limits: Limits | None = None,
) -> tuple[Fact, ...]:
    """Every figure of the versions, those of one fact together, by their first place.

    `published` are the versions' dates (ISO 8601, or None), against which words such as “Thursday” are resolved.
    Permuting the versions permutes the answer. `statements` say which sentences correspond; `limits` gathers whether one
    was met.
    """
    figures = [find_figures(document, day) for document, day in zip(documents, published, strict=True)]
    return group_figures(documents, published, figures, statements, limits)


def group_figures(
    documents: Sequence[Document],
    published: Sequence[str | None],
    figures: Sequence[Sequence[Figure]],
    statements: Sequence[Statement],
    limits: Limits | None = None,
) -> tuple[Fact, ...]:
    """As `find_facts`, of figures that were found before."""
    order = sorted(range(len(documents)), key=lambda k: (rank(documents[k]), published[k] or ""))
    at = {version: place for place, version in enumerate(order)}
    days = sorted(day for day in map(day_of, published) if day)
    limits = limits or Limits()
    if any(len(found) >= MOST_FIGURES for found in figures):
        limits.hit(FEWER_FIGURES)
    grouping = Grouping(
        [documents[k] for k in order],
        [figures[k] for k in order],
        days[len(days) // 2] if days else None,
        limits,
    )
    renumbered = [tuple(sorted((at[version], said) for version, said in one.members)) for one in statements]
    groups = grouping.groups([dict(members) for members in sorted(renumbered)])
    facts = [
        _fact([FactMember(order[version], figures[order[version]][k]) for version, k in group])
        for group in groups
    ]
    return tuple(sorted(facts, key=lambda fact: _first(fact.members[0])))


def _first(member: FactMember) -> tuple[int, int]:
    return member.version, member.figure.start


def _fact(members: list[FactMember]) -> Fact:
    members.sort(key=_first)
    return Fact(members[0].figure.kind, agreement(members[0].figure.kind, members), tuple(members))
