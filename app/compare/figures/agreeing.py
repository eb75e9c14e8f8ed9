"""Whether the members of a fact agree."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from app.compare.figures.comparing import relation
from app.compare.figures.figure import FactAgreement, FactMember, FigureKind

MOST_VALUES = 200
"""Different values of one fact that are held against each other: the first ones."""


def agreement(kind: FigureKind, members: Sequence[FactMember]) -> FactAgreement:
    """`conflict` where two versions give values that exclude each other, by what the values say alone."""
    versions: defaultdict[str, set[int]] = defaultdict(set)
    for member in members:
        versions[member.figure.value].add(member.version)
    for one, other in combinations(sorted(versions)[:MOST_VALUES], 2):
        if len(versions[one] | versions[other]) > 1 and relation(kind, one, other) == "exclude":
            return "conflict"
    return "agree"
