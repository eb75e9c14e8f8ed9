"""Many versions of one story at once: how alike each two are, and which statements they make.

Every pair is compared, and statements are found from all the links (app.compare.statements). The versions are worked on
in an order that their contents give, so the order in which they come cannot show; versions that are the same, word for
word and mark for mark, are worked on once.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, combinations, groupby
from math import fsum
from operator import attrgetter, itemgetter

from app.compare.comparison import ENGINE, Comparison, Link
from app.compare.engine import compare, rank
from app.compare.limits import Limits
from app.compare.meaning import GiveMeanings, no_meanings
from app.compare.statements import Members, Place, Tie, find_statements
from app.text.document import Document

MOST_VERSIONS = 50
"""Versions of one collation: the pairs to compare grow with the square."""


@dataclass(frozen=True, slots=True)
class Statement:
    """What linked sentences say: for each version that says it, its sentences, both by index, ascending."""

    members: tuple[tuple[int, tuple[int, ...]], ...]

    @property
    def coverage(self) -> int:
        """How many versions say it."""
        return len(self.members)


@dataclass(frozen=True, slots=True)
class Collation:
    """Several versions, collated. `similarity[i][j]` is the share of the words of both that stand in links, 1.0 for i = j.

    Every sentence stands in a statement, those that no other version has in one of their own; some stand in several.
    Statements are ordered by where their versions have them, on average, as a share of each text. `coarse` says which
    limits the comparisons met (app.compare.limits).
    """

    documents: tuple[Document, ...]
    similarity: tuple[tuple[float, ...], ...]
    statements: tuple[Statement, ...]
    coarse: tuple[str, ...] = ()
    engine: str = ENGINE
    """As of a comparison: with the name of the model, where at least two versions were compared by meaning."""


def collate(documents: Sequence[Document], *, meanings: GiveMeanings = no_meanings) -> Collation:
    """Collate the versions of one story. Another order of the documents gives the same with other numbers.

    `meanings` gives what a model makes of two of them. Raises ValueError for more than `MOST_VERSIONS`.
    """
    if len(documents) > MOST_VERSIONS:
        raise ValueError(f"{len(documents)} versions; a collation takes {MOST_VERSIONS}")
    texts, places = _distinct(documents)
    compared = {
        (i, j): compare(texts[i], texts[j], meanings=meanings(texts[i], texts[j]))
        for i, j in combinations(range(len(texts)), 2)
    }
    limits = Limits()
    ties = [_tie(i, j, link) for (i, j), one in compared.items() for link in one.links]
    found = find_statements(ties, limits)
    coarse = [*chain.from_iterable([one.coarse for one in compared.values()]), *limits.reasons()]
    return Collation(
        documents=tuple(documents),
        similarity=tuple([tuple([_share(compared, i, j) for j in places]) for i in places]),
        statements=tuple([_statement(members, places) for members in _in_order(found, texts)]),
        engine=max({one.engine for one in compared.values()} - {ENGINE}, default=ENGINE),
        coarse=tuple(dict.fromkeys(coarse)),
    )


def _distinct(documents: Sequence[Document]) -> tuple[list[Document], list[int]]:
    """Every document once, in an order given by the contents, and for each of those that came its place there."""
    ranks = [rank(document) for document in documents]
    distinct = dict(sorted(zip(ranks, documents, strict=True), key=itemgetter(0)))
    numbers = {key: number for number, key in enumerate(distinct)}
    return list(distinct.values()), [numbers[key] for key in ranks]


def _tie(i: int, j: int, link: Link) -> Tie:
    return Tie(
        tuple([Place(i, sentence) for sentence in link.a]),
        tuple([Place(j, sentence) for sentence in link.b]),
        link.score,
    )


def _share(compared: dict[tuple[int, int], Comparison], i: int, j: int) -> float:
    return 1.0 if i == j else compared[min(i, j), max(i, j)].summary.shared


def _in_order(found: list[Members], texts: list[Document]) -> list[Members]:
    """The statements with those of single sentences, as a reader of all versions would meet them."""
    linked = {place for members in found for place in members}
    single = [
        (Place(version, sentence),)
        for version, text in enumerate(texts)
        for sentence in range(len(text.sentences))
        if (version, sentence) not in linked
    ]

    def where(members: Members) -> tuple[float, Members]:
        first = {place.version: place.sentence for place in reversed(members)}
        depths = [(at + 0.5) / len(texts[version].sentences) for version, at in first.items()]
        return fsum(depths) / len(depths), members

    return sorted([*found, *single], key=where)


def _statement(members: Members, places: list[int]) -> Statement:
    """The statement with each version where it came, and as often."""
    by_version = {
        version: tuple([place.sentence for place in group])
        for version, group in groupby(members, key=attrgetter("version"))
    }
    return Statement(
        tuple([(at, by_version[place]) for at, place in enumerate(places) if place in by_version])
    )
