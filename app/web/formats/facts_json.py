"""Figures and dates as JSON (docs/json.md)."""

from typing import Any

from app.compare.comparison import Comparison
from app.compare.figures.facts import find_facts
from app.compare.figures.figure import Fact, FactMember
from app.compare.statements import Statement

SIDES = ("a", "b")


def fact_json(fact: Fact) -> dict[str, Any]:
    """A fact of a collation; its members name their versions by place."""
    return _fact(fact, [{"version": one.version} | _member(one) for one in fact.members])


def compared_facts_json(
    comparison: Comparison, published: tuple[str | None, str | None]
) -> list[dict[str, Any]]:
    """The facts of two versions; their members name the side. `published` are the sides' dates."""
    statements = [Statement(((0, link.a), (1, link.b))) for link in comparison.links]
    facts = find_facts((comparison.a, comparison.b), published, statements)
    return [
        _fact(fact, [{"side": SIDES[one.version]} | _member(one) for one in fact.members]) for fact in facts
    ]


def _fact(fact: Fact, members: list[dict[str, Any]]) -> dict[str, Any]:
    return {"kind": fact.kind, "agreement": fact.agreement, "members": members}


def _member(member: FactMember) -> dict[str, Any]:
    figure = member.figure
    return {
        "sentence": figure.sentence,
        "text": figure.text,
        "value": figure.value,
        "start": figure.start,
        "end": figure.end,
        "resolved": figure.resolved,
    }
