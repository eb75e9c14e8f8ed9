"""The story matrix: a row for every statement, a cell for every version, and how each words what another one says.

A cell is held against the base's, where the base has the statement, else against that of the first version that has it:

    base          version 1          version 2                version 3
    first         verbatim (base)    edited (base)            edited (base), the same as version 2
    absent        first              reworded (version 1)     absent
    absent        absent             only                     absent

Whether two cells are verbatim, edited or reworded is read off the links between their sentences. Two that no link joins
(each may be linked to a third) are verbatim where they print the same, else reworded.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from app.compare.anchors import anchors
from app.compare.collation import Collation
from app.compare.comparison import Link, LinkKind
from app.compare.reading import Print, printed
from app.compare.statements import Statement
from app.compare.story.disputes import Dispute, Disputes, find_disputes

Wording = Literal["only", "first", LinkKind, "absent"]
"""How a cell stands to the one it is held against; `first` is that one itself, `only` where no other version has it."""
CellKind = Literal[Wording, "conflicting"]


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """What a version, by index, has of a statement: its sentences by index, ascending; none where it is absent.

    `against` is the version that it is held against (of the first one: the first other), None where there is none.
    `same_as` is the first version before it, in their order, that has exactly the same words.
    """

    version: int
    sentences: tuple[int, ...]
    wording: Wording
    against: int | None
    same_as: int | None
    disputes: tuple[Dispute, ...]

    @property
    def kind(self) -> CellKind:
        """What the cell is above all: one that others contradict, or else its wording."""
        return "conflicting" if self.disputes else self.wording

    @property
    def passages(self) -> tuple[range, ...]:
        """The sentences by runs of those that follow each other."""
        runs: list[range] = []
        for sentence in self.sentences:
            if runs and runs[-1].stop == sentence:
                runs[-1] = range(runs[-1].start, sentence + 1)
            else:
                runs.append(range(sentence, sentence + 1))
        return tuple(runs)


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A statement, by its index in the collation, with a cell for every version in their order."""

    statement: int
    coverage: int
    cells: tuple[MatrixCell, ...]


class Matrix:
    """The rows of a collation; each is worked out when it is asked for. `base` is the version to hold others against."""

    def __init__(self, collation: Collation, base: int | None = None) -> None:
        self.collation = collation
        self.base = base
        self.disputes: Disputes = find_disputes(collation)
        self._links = {(pair.i, pair.j): pair.links for pair in collation.pairs}
        self._prints: dict[tuple[int, int], Print] = {}

    def row(self, number: int) -> MatrixRow:
        """The row of a statement, by its index in the collation."""
        statement = self.collation.statements[number]
        members = dict(statement.members)
        reference = self.base if self.base in members else statement.members[0][0]
        earlier: dict[tuple[Print, ...], int] = {}
        cells = []
        for version in range(len(self.collation.documents)):
            sentences = members.get(version, ())
            same_as = (
                earlier.setdefault(self._cell_print(version, sentences), version) if sentences else version
            )
            cells.append(
                MatrixCell(
                    version=version,
                    sentences=sentences,
                    wording=self._wording(members, version, reference),
                    against=_against(statement, version, reference),
                    same_as=None if same_as == version else same_as,
                    disputes=self.disputes.get(number, {}).get(version, ()),
                )
            )
        return MatrixRow(number, statement.coverage, tuple(cells))

    def readings(self, number: int) -> int:
        """In how many different wordings the versions have a statement."""
        members = self.collation.statements[number].members
        return len({self._cell_print(version, sentences) for version, sentences in members})

    def _wording(self, members: dict[int, tuple[int, ...]], version: int, reference: int) -> Wording:
        if version not in members:
            return "absent"
        if version == reference:
            return "first" if len(members) > 1 else "only"
        own, theirs = members[version], members[reference]
        if self._cell_print(version, own) == self._cell_print(reference, theirs):
            return "verbatim"
        i, j = sorted((version, reference))
        links = _between(self._links[i, j], members[i], members[j])
        alike = [link for link in links if link.kind == "verbatim"]
        held = {(0, at) for link in alike for at in link.a} | {(1, at) for link in alike for at in link.b}
        if held >= {(0, at) for at in members[i]} | {(1, at) for at in members[j]}:
            return "verbatim"
        return "edited" if any(link.kind != "reworded" for link in links) else "reworded"

    def _cell_print(self, version: int, sentences: Sequence[int]) -> tuple[Print, ...]:
        return tuple([self._print(version, sentence) for sentence in sentences])

    def _print(self, version: int, sentence: int) -> Print:
        place = version, sentence
        if place not in self._prints:
            self._prints[place] = printed(self.collation.documents[version].sentence_text(sentence))
        return self._prints[place]


def sentence_ids(collation: Collation) -> tuple[dict[tuple[int, int], str], ...]:
    """For every statement the ids of its (version, sentence), by index, under which a page of all of them can name these.

    Made from the sentences' own text, so that they stay when the engine changes or other versions are shown beside. Each
    id stands once: with the first of the same words, and in the first of the statements that hold it. A statement that
    would be left without any has one with a number behind it.
    """
    named = [anchors(document) for document in collation.documents]
    taken: set[str] = set()
    repeated: defaultdict[str, int] = defaultdict(lambda: 1)
    made = []
    for statement in collation.statements:
        ids: dict[tuple[int, int], str] = {}
        for version, sentences in statement.members:
            for sentence in sentences:
                anchor = named[version][sentence]
                if anchor not in taken:
                    taken.add(anchor)
                    ids[version, sentence] = anchor
        if not ids:
            version, sentences = statement.members[0]
            stem = min(named[one][at] for one, held in statement.members for at in held)
            while (again := f"{stem}-{repeated[stem] + 1}") in taken:
                repeated[stem] += 1
            taken.add(again)
            ids[version, sentences[0]] = again
        made.append(ids)
    return tuple(made)


def row_id(ids: Mapping[tuple[int, int], str]) -> str:
    """Of a statement's ids the one that names its row, whatever the order of the versions."""
    return min(ids.values())


def _against(statement: Statement, version: int, reference: int) -> int | None:
    if version != reference:
        return reference
    return next((other for other, _ in statement.members if other != reference), None)


def _between(links: Sequence[Link], own: Sequence[int], theirs: Sequence[int]) -> list[Link]:
    """The links that join sentences of two cells."""
    left, right = set(own), set(theirs)
    return [link for link in links if not left.isdisjoint(link.a) and not right.isdisjoint(link.b)]
