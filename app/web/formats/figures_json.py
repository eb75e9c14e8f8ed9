"""Figures and dates as JSON (docs/json.md)."""

from collections.abc import Iterable
from typing import Any

from app.compare.figures.figure import Fact, FactMember

SIDES = ("a", "b")


def figures_json(facts: Iterable[Fact]) -> list[dict[str, Any]]:
    """The facts of a collation; their members name their versions by place."""
    return [_fact(fact, [{"version": one.version} | _member(one) for one in fact.members]) for fact in facts]


def figures_between_json(facts: Iterable[Fact]) -> list[dict[str, Any]]:
    """The facts of a comparison; their members name their sides."""
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
