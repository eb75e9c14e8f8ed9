"""The collation of the versions of one story.

Every pair is compared, and statements are found from all the links (app.compare.statements). The versions are worked on
in an order that their contents give, so the order in which they come cannot show; versions that are the same, word for
word and mark for mark, are worked on once.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain, combinations, groupby
from math import fsum
from operator import attrgetter, itemgetter

from app.compare.collation import Collation, Pair
from app.compare.comparison import ENGINE, Comparison, Link
from app.compare.engine import compare, rank
from app.compare.figures.facts import find_facts
from app.compare.limits import Limits
from app.compare.meaning import GiveMeanings, no_meanings
from app.compare.mirroring import mirrored_links
from app.compare.quotes.utterances import find_utterances
from app.compare.statements import Members, Place, Statement, Tie, find_statements
from app.text.document import Document

MOST_VERSIONS = 50
"""Versions of one collation: the pairs to compare grow with the square."""


def collate(
    documents: Sequence[Document],
    *,
    published: Sequence[str | None] = (),
    meanings: GiveMeanings = no_meanings,
) -> Collation:
    """Collate the versions of one story. Another order of the documents gives the same with other numbers.

    `published` are the versions' dates (ISO 8601, or None), as many as there are versions or none at all. `meanings` gives
    what a model makes of two of them. Raises ValueError for more than `MOST_VERSIONS`.
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
    statements = tuple([_statement(members, places) for members in _in_order(found, texts)])
    coarse = [*chain.from_iterable([one.coarse for one in compared.values()]), *limits.reasons()]
    return Collation(
        documents=tuple(documents),
        similarity=tuple([tuple([_share(compared, i, j) for j in places]) for i in places]),
        pairs=tuple([_pair(compared, texts, places, i, j) for i, j in combinations(range(len(places)), 2)]),
        statements=statements,
        quotes=find_utterances(documents, statements),
        figures=find_facts(documents, published or [None] * len(documents), statements),
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


def _pair(
    compared: dict[tuple[int, int], Comparison], texts: list[Document], places: list[int], i: int, j: int
) -> Pair:
    one, other = places[i], places[j]
    if one == other:
        alike = [Link((k,), (k,), "verbatim", 1.0) for k in range(len(texts[one].sentences))]
        return Pair(i, j, tuple(alike))
    links = tuple([replace(link, changes=()) for link in compared[min(one, other), max(one, other)].links])
    return Pair(i, j, links if one < other else mirrored_links(links))


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
