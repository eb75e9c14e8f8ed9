"""Several versions of one story, collated, as data; and the part of a collation that some of the versions make."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from app.compare.comparison import ENGINE
from app.compare.figures.agreeing import agreement
from app.compare.figures.figure import Fact
from app.compare.links import Links
from app.compare.outline import Outline
from app.compare.quotes.agreement import utterance_of
from app.compare.quotes.quotation import Utterance
from app.compare.statements import Statement
from app.text.document import Document


@dataclass(frozen=True, slots=True)
class Pair:
    """What was found between versions `i` < `j`: the sides `a` of the links are sentences of `i`, `b` of `j`."""

    i: int
    j: int
    outline: Outline

    @property
    def links(self) -> Links:
        """The links, left out what changed within them."""
        return self.outline.links


@dataclass(frozen=True, slots=True)
class Collation:
    """Several versions, collated. `similarity[i][j]` is the share of the words of both that stand in links, 1.0 for i = j.

    `pairs` are all two of them, by `i`, then `j`; versions that are the same, word for word, are linked throughout.

    Every sentence stands in a statement, those that no other version has in one of their own; some stand in several.
    Statements are ordered by where their versions have them, on average, as a share of each text. `coarse` says which
    limits the comparisons met (app.compare.limits).
    """

    documents: tuple[Document, ...]
    similarity: tuple[tuple[float, ...], ...]
    pairs: tuple[Pair, ...]
    statements: tuple[Statement, ...]
    quotes: tuple[Utterance, ...] = ()
    figures: tuple[Fact, ...] = ()
    coarse: tuple[str, ...] = ()
    engine: str = ENGINE
    """As of a comparison: with the name of the model, where at least two versions were compared by meaning."""


def select(collation: Collation, versions: Sequence[int]) -> Collation:
    """The collation as some of its versions see it, in the order of `versions`, which are distinct indices of it.

    What only others say is left out, and so is a statement that without the others says no more than another one.
    """
    if list(versions) == list(range(len(collation.documents))):
        return collation
    at = {version: place for place, version in enumerate(versions)}
    documents = tuple([collation.documents[version] for version in versions])
    return replace(
        collation,
        documents=documents,
        similarity=tuple([tuple([collation.similarity[i][j] for j in versions]) for i in versions]),
        pairs=_pairs_among(collation.pairs, at),
        statements=_statements_among(collation.statements, at),
        quotes=tuple(
            [
                one
                for one in [_utterance_among(group, at, documents) for group in collation.quotes]
                if one.members
            ]
        ),
        figures=tuple(
            [one for one in [_fact_among(group, at) for group in collation.figures] if one.members]
        ),
    )


def _pairs_among(pairs: Sequence[Pair], at: Mapping[int, int]) -> tuple[Pair, ...]:
    made = []
    for pair in pairs:
        if pair.i in at and pair.j in at:
            i, j = at[pair.i], at[pair.j]
            made.append(Pair(i, j, pair.outline) if i < j else Pair(j, i, pair.outline.mirrored()))
    return tuple(sorted(made, key=lambda pair: (pair.i, pair.j)))


def _statements_among(statements: Sequence[Statement], at: Mapping[int, int]) -> tuple[Statement, ...]:
    kept: list[Statement] = []
    sets: list[frozenset[tuple[int, int]]] = []
    of: dict[tuple[int, int], set[int]] = {}
    for statement in statements:
        members = sorted((at[version], said) for version, said in statement.members if version in at)
        if members:
            kept.append(Statement(tuple(members)))
            sets.append(frozenset([(version, one) for version, said in members for one in said]))
            for place in sets[-1]:
                of.setdefault(place, set()).add(len(kept) - 1)

    def says_no_more(number: int) -> bool:
        holders = set.intersection(*[of[place] for place in sets[number]]) - {number}
        return any(sets[other] != sets[number] or other < number for other in holders)

    return tuple([one for number, one in enumerate(kept) if not says_no_more(number)])


def _utterance_among(group: Utterance, at: Mapping[int, int], documents: Sequence[Document]) -> Utterance:
    members = [replace(one, version=at[one.version]) for one in group.members if one.version in at]
    return utterance_of(members, documents)


def _fact_among(group: Fact, at: Mapping[int, int]) -> Fact:
    members = [replace(one, version=at[one.version]) for one in group.members if one.version in at]
    members.sort(key=lambda one: (one.version, one.figure.start))
    return Fact(group.kind, agreement(group.kind, members), tuple(members))
