"""Where versions contradict each other within one statement: figures that differ, one utterance said by different people."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from operator import attrgetter
from typing import Literal, NamedTuple

from app.compare.collation import Collation
from app.compare.figures.comparing import number_given, relation
from app.compare.figures.figure import FigureKind
from app.compare.quotes.agreement import same_speaker
from app.text.document import Document

DisputeKind = Literal["figure", "speaker"]


@dataclass(frozen=True, slots=True, order=True)
class Dispute:
    """Words of a version that others contradict: `[start, end)` in code points of its compared text.

    `own` is the figure as printed, or who is said to have spoken the words; `others` are versions, by index, and what each
    has instead, by version and place.
    """

    start: int
    end: int
    kind: DisputeKind
    own: str
    others: tuple[tuple[int, str], ...]


Disputes = Mapping[int, Mapping[int, tuple[Dispute, ...]]]
"""By statement, then by version, both by index; versions and statements without any are not there."""


class _Claim(NamedTuple):
    """What a version gives for a fact or an utterance; `differs` is what is compared."""

    version: int
    start: int
    end: int
    own: str
    differs: str


def find_disputes(collation: Collation) -> Disputes:
    """Every contradiction between two versions whose words stand in one statement."""
    holding = _statements_of(collation)
    found: defaultdict[int, defaultdict[int, set[Dispute]]] = defaultdict(lambda: defaultdict(set))
    for kind, claims, excludes in _contested(collation):
        for statement, together in _by_statement(collation.documents, claims, holding).items():
            for claim in together:
                others = tuple(
                    [
                        (one.version, one.own)
                        for one in together
                        if one.version != claim.version and excludes(claim.differs, one.differs)
                    ]
                )
                if others:
                    found[statement][claim.version].add(
                        Dispute(claim.start, claim.end, kind, claim.own, tuple(dict.fromkeys(others)))
                    )
    return {
        statement: {version: tuple(sorted(held)) for version, held in by_version.items()}
        for statement, by_version in found.items()
    }


def sentences_at(document: Document, start: int, end: int) -> range:
    """The sentences, by index, that hold something of `[start, end)`."""
    first = bisect_right(document.sentences, start, key=attrgetter("end"))
    return range(first, bisect_left(document.sentences, max(end, start + 1), key=attrgetter("start")))


def _contested(
    collation: Collation,
) -> Iterator[tuple[DisputeKind, list[_Claim], Callable[[str, str], bool]]]:
    """Facts and utterances in which versions differ, with what tells whether two claims exclude each other."""
    for fact in collation.figures:
        if fact.agreement == "conflict":
            stated = [
                _Claim(one.version, said.start, said.end, said.text, number_given(said.value))
                for one in fact.members
                for said in [one.figure]
            ]
            yield "figure", stated, partial(_exclude, fact.kind)
    for utterance in collation.quotes:
        if utterance.attributed_differently:
            attributed = [
                _Claim(one.version, said.start, said.end, said.speaker, said.speaker)
                for one in utterance.members
                if (said := one.quotation).speaker is not None
            ]
            yield "speaker", attributed, _other_person


def _exclude(kind: FigureKind, one: str, other: str) -> bool:
    return relation(kind, one, other) == "exclude"


def _other_person(one: str, other: str) -> bool:
    return not same_speaker(one, other)


def _by_statement(
    documents: Sequence[Document], claims: Iterable[_Claim], holding: Mapping[tuple[int, int], list[int]]
) -> dict[int, list[_Claim]]:
    found: defaultdict[int, list[_Claim]] = defaultdict(list)
    for claim in claims:
        places = sentences_at(documents[claim.version], claim.start, claim.end)
        for statement in sorted({k for at in places for k in holding.get((claim.version, at), ())}):
            found[statement].append(claim)
    return found


def _statements_of(collation: Collation) -> dict[tuple[int, int], list[int]]:
    """The statements that each sentence stands in: (version, sentence), by index, to the statements' indices."""
    holding: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for number, statement in enumerate(collation.statements):
        for version, sentences in statement.members:
            for sentence in sentences:
                holding[version, sentence].append(number)
    return holding
