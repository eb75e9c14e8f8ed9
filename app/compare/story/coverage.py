"""How many versions of a story have each sentence of one of them, and what the others have that it has not."""

from dataclasses import dataclass

from app.compare.collation import Collation


@dataclass(frozen=True, slots=True)
class SentenceCoverage:
    """A sentence, by index, with the versions that have it in whole or part (its own among them), by index, ascending.

    `statement` is the widest of its statements, by its index in the collation.
    """

    sentence: int
    versions: tuple[int, ...]
    statement: int


@dataclass(frozen=True, slots=True)
class Omission:
    """A statement, by its index in the collation, that a version has not; `members` as in the statement."""

    statement: int
    members: tuple[tuple[int, tuple[int, ...]], ...]

    @property
    def coverage(self) -> int:
        """How many versions have it."""
        return len(self.members)


def sentence_coverage(collation: Collation, version: int) -> tuple[SentenceCoverage, ...]:
    """Every sentence of a version, in order."""
    count = len(collation.documents[version].sentences)
    who: list[set[int]] = [{version} for _ in range(count)]
    widest = [-1] * count
    for number, statement in enumerate(collation.statements):
        members = dict(statement.members)
        for sentence in members.get(version, ()):
            who[sentence].update(members)
            known = widest[sentence]
            if known < 0 or statement.coverage > collation.statements[known].coverage:
                widest[sentence] = number
    return tuple([SentenceCoverage(k, tuple(sorted(who[k])), widest[k]) for k in range(count)])


def omissions(collation: Collation, version: int) -> tuple[Omission, ...]:
    """What the other versions say and this one does not: most covered first, else as the collation has it."""
    lacking = [
        Omission(number, statement.members)
        for number, statement in enumerate(collation.statements)
        if version not in dict(statement.members)
    ]
    return tuple(sorted(lacking, key=lambda one: -one.coverage))
