"""The collation of the versions of one story.

Every pair is compared, unless what its comparison comes to is known, and statements are found from all the links
(app.compare.statements). Versions are numbered in an order that their contents give, so the order in which they come
cannot show; of versions that are the same, word for word and mark for mark, one is compared with the others.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, groupby
from math import fsum
from operator import attrgetter
from types import MappingProxyType

import numpy as np

from app.compare.collation import Collation, Pair
from app.compare.comparison import ENGINE, Link
from app.compare.engine import outline, rank
from app.compare.figures.facts import group_figures
from app.compare.found import Found, find
from app.compare.limits import Limits
from app.compare.links import Links
from app.compare.meaning import GiveMeanings, no_meanings
from app.compare.outline import Outline
from app.compare.quotes.utterances import find_utterances
from app.compare.reading import Readings
from app.compare.statements import TIE, Members, Place, Statement, Ties, find_statements
from app.text.document import Document

MOST_VERSIONS = 50
"""Versions of one collation: the pairs to compare grow with the square."""

Numbers = tuple[int, int]
"""Two versions by index, the smaller first."""
NONE_KNOWN: Mapping[Numbers, Outline] = MappingProxyType({})
NONE_FOUND: Mapping[int, Found] = MappingProxyType({})


def collate(
    documents: Sequence[Document],
    *,
    published: Sequence[str | None] = (),
    meanings: GiveMeanings = no_meanings,
    known: Mapping[Numbers, Outline] = NONE_KNOWN,
    found: Mapping[int, Found] = NONE_FOUND,
) -> Collation:
    """Collate the versions of one story. Another order of the documents gives the same with other numbers.

    `published` are the versions' dates (ISO 8601, or None), as many as there are versions or none at all. `meanings` gives
    what a model makes of two of them. `known` are outlines of comparisons that were made before, by two versions' indices;
    the other pairs are aligned. `found` is what was found in some of the versions by themselves, by index, by the same
    dates. Raises ValueError for more than `MOST_VERSIONS`.
    """
    if len(documents) > MOST_VERSIONS:
        raise ValueError(f"{len(documents)} versions; a collation takes {MOST_VERSIONS}")
    texts, places = _distinct(documents)
    firsts = [places.index(place) for place in places]
    outlines = _outlines(documents, known, meanings)
    limits = Limits()
    for reason in {reason for one in outlines.values() for reason in one.coarse}:
        limits.hit(reason)
    grown = find_statements(_ties(outlines, places), limits)
    statements = tuple([_statement(members, places) for members in _in_order(grown, texts)])
    everyone = range(len(documents))
    dates = published or [None] * len(documents)
    within = [found.get(at) or find(documents[at], dates[at]) for at in everyone]
    return Collation(
        documents=tuple(documents),
        similarity=tuple([tuple([_share(outlines, i, j) for j in firsts]) for i in firsts]),
        pairs=tuple(
            [Pair(i, j, _outline(outlines, documents, firsts, i, j)) for i, j in combinations(everyone, 2)]
        ),
        statements=statements,
        quotes=find_utterances(documents, statements, [one.quotations for one in within]),
        figures=group_figures(documents, dates, [one.figures for one in within], statements, limits),
        engine=max({one.engine for one in outlines.values()} - {ENGINE}, default=ENGINE),
        coarse=limits.reasons(),
    )


def _outlines(
    documents: Sequence[Document], known: Mapping[Numbers, Outline], meanings: GiveMeanings
) -> dict[Numbers, Outline]:
    """The outline of every pair that the collation rests on."""
    wanted = pairs_to_compare(documents)
    missing = [pair for pair in wanted if pair not in known]
    made = dict(outlines_of(documents, missing, meanings=meanings))
    return {pair: made.get(pair) or known[pair] for pair in wanted}


def pairs_to_compare(documents: Sequence[Document]) -> list[Numbers]:
    """The pairs that a collation rests on: of documents that are the same, the first stands for all."""
    firsts: dict[tuple[object, ...], int] = {}
    for at, document in enumerate(documents):
        firsts.setdefault(rank(document), at)
    return list(combinations(firsts.values(), 2))


def outlines_of(
    documents: Sequence[Document], pairs: Iterable[Numbers], *, meanings: GiveMeanings = no_meanings
) -> Iterator[tuple[Numbers, Outline]]:
    """Align pairs of documents, by index, one after the other; every document is read once."""
    read = Readings()
    for i, j in pairs:
        a, b = documents[i], documents[j]
        yield (i, j), outline(a, b, meanings=meanings(a, b), read=read)


def _distinct(documents: Sequence[Document]) -> tuple[list[Document], list[int]]:
    """Every document once, in an order given by the contents, and for each of those that came its place there."""
    ranks = [rank(document) for document in documents]
    distinct = dict(zip(ranks, documents, strict=True))
    numbers = {key: number for number, key in enumerate(sorted(distinct))}
    return [distinct[key] for key in numbers], [numbers[key] for key in ranks]


def _ties(outlines: Mapping[Numbers, Outline], places: list[int]) -> Ties:
    """All links as ties; `places` number the versions."""
    counts = [len(one.links) for one in outlines.values()]
    rows = np.concatenate([Links.of(()).rows, *[one.links.rows for one in outlines.values()]])
    ties = np.empty(len(rows), TIE)
    ties["version"] = np.repeat(np.array([places[i] for i, _ in outlines], np.int64), counts)
    ties["other_version"] = np.repeat(np.array([places[j] for _, j in outlines], np.int64), counts)
    for name, of in (("first", "a"), ("size", "of_a"), ("other_first", "b"), ("other_size", "of_b")):
        ties[name] = rows[of]
    ties["probability"] = rows["score"]
    return ties


def _outline(
    outlines: Mapping[Numbers, Outline], documents: Sequence[Document], firsts: list[int], i: int, j: int
) -> Outline:
    one, other = firsts[i], firsts[j]
    if one == other:
        alike = [Link((k,), (k,), "verbatim", 1.0) for k in range(len(documents[i].sentences))]
        return Outline(Links.of(alike), 1.0)
    return outlines[one, other] if one < other else outlines[other, one].mirrored()


def _share(outlines: Mapping[Numbers, Outline], i: int, j: int) -> float:
    return 1.0 if i == j else outlines[min(i, j), max(i, j)].shared


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
