"""Which statements of a collation a matrix shows, in which order, and under which headings."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from app.compare.collation import Collation
from app.compare.story.disputes import sentences_at
from app.compare.story.matrix import Matrix

Sort = Literal["reading", "coverage", "all", "one", "disputed"]
GroupName = Literal["in_base", "not_in_base", "coverage", "conflicting", "worded", "agreed"]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Filters: statements that version `has` has and `lacks` has not, by index; with quotations; with figures."""

    has: int | None = None
    lacks: int | None = None
    quotes: bool = False
    figures: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Statements, by index, under one heading; `coverage` is how many versions have each, where that is one number."""

    name: GroupName
    coverage: int | None
    statements: tuple[int, ...]


def fitting(collation: Collation, wanted: Wanted) -> tuple[int, ...]:
    """The statements that pass the filters, in the collation's order."""
    quoted = _holding_quotes(collation) if wanted.quotes else set()
    figured = {(one.version, one.figure.sentence) for fact in collation.figures for one in fact.members}
    found = []
    for number, statement in enumerate(collation.statements):
        versions = dict(statement.members)
        places = {(version, sentence) for version, held in statement.members for sentence in held}
        passes = (
            (wanted.has is None or wanted.has in versions)
            and (wanted.lacks is None or wanted.lacks not in versions)
            and not (wanted.quotes and places.isdisjoint(quoted))
            and not (wanted.figures and places.isdisjoint(figured))
        )
        if passes:
            found.append(number)
    return tuple(found)


def grouped(matrix: Matrix, statements: Sequence[int], sort: Sort) -> tuple[Group, ...]:
    """The statements in order, in groups of at least one.

    `reading`: those of the base in its order, then the others; without a base all in the collation's order. `coverage`:
    those of most versions first. `all`, `one`: those that all versions have, or only one, then the others. `disputed`:
    those in which versions contradict each other, then those worded differently, by the number of wordings. Within a group
    they are as the collation has them, which is by their average place.
    """
    members = matrix.collation.statements
    everyone = len(matrix.collation.documents)
    if sort == "reading":
        return _in_reading_order(matrix, statements)
    if sort == "disputed":
        return _by_dispute(matrix, statements)
    order: dict[Sort, Callable[[int], int]] = {
        "coverage": lambda number: -members[number].coverage,
        "all": lambda number: members[number].coverage != everyone,
        "one": lambda number: members[number].coverage != 1,
    }
    key = order[sort]
    parts = [
        tuple([one for one in statements if key(one) == value]) for value in sorted(set(map(key, statements)))
    ]
    return tuple([Group("coverage", _one_coverage(matrix, part), part) for part in parts])


def _one_coverage(matrix: Matrix, part: Sequence[int]) -> int | None:
    counts = {matrix.collation.statements[number].coverage for number in part}
    return counts.pop() if len(counts) == 1 else None


def _in_reading_order(matrix: Matrix, statements: Sequence[int]) -> tuple[Group, ...]:
    if matrix.base is None:
        return (Group("not_in_base", None, tuple(statements)),) if statements else ()
    members = matrix.collation.statements
    at = {number: dict(members[number].members).get(matrix.base) for number in statements}
    own = sorted(
        [number for number in statements if at[number]], key=lambda number: (at[number] or (), number)
    )
    rest = [number for number in statements if not at[number]]
    groups = Group("in_base", None, tuple(own)), Group("not_in_base", None, tuple(rest))
    return tuple([group for group in groups if group.statements])


def _by_dispute(matrix: Matrix, statements: Sequence[int]) -> tuple[Group, ...]:
    readings = {number: matrix.readings(number) for number in statements}
    conflicting = [number for number in statements if number in matrix.disputes]
    calm = [number for number in statements if number not in matrix.disputes]
    worded = sorted([number for number in calm if readings[number] > 1], key=lambda number: -readings[number])
    groups = (
        Group(
            "conflicting", None, tuple(sorted(conflicting, key=lambda number: -len(matrix.disputes[number])))
        ),
        Group("worded", None, tuple(worded)),
        Group("agreed", None, tuple([number for number in calm if readings[number] == 1])),
    )
    return tuple([group for group in groups if group.statements])


def _holding_quotes(collation: Collation) -> set[tuple[int, int]]:
    """The (version, sentence), by index, that hold words of a quotation which is an utterance."""
    return {
        (one.version, sentence)
        for utterance in collation.quotes
        for one in utterance.members
        if not one.quotation.scare
        for sentence in sentences_at(collation.documents[one.version], one.quotation.start, one.quotation.end)
    }
