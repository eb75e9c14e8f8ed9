"""Whether the members of a fact agree."""

from collections.abc import Sequence
from itertools import combinations

from app.compare.figures.comparing import relation
from app.compare.figures.figure import FactAgreement, FactMember, FigureKind


def agreement(kind: FigureKind, members: Sequence[FactMember]) -> FactAgreement:
    """`conflict` where two versions give values that exclude each other, by what the values say alone."""
    values = sorted({(one.version, one.figure.value) for one in members})
    for (one, value), (other, second) in combinations(values, 2):
        if one != other and relation(kind, value, second) == "exclude":
            return "conflict"
    return "agree"
