"""A collation as bytes and back, without the documents that it is of."""

import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, groupby
from operator import itemgetter
from typing import NamedTuple

import numpy as np

from app.compare.collating import MOST_VERSIONS, Numbers
from app.compare.collation import Collation, Pair
from app.compare.comparison import ENGINE
from app.compare.found import Found, found_before
from app.compare.outline import Outline
from app.compare.statements import Statement
from app.store.packing import (
    COUNT,
    FAST,
    MARK_BYTES,
    SHARE,
    Said,
    Unpacking,
    mark,
    packed_counts,
    packed_said,
)
from app.text.document import Document

_OF_PLACE = 3


def pack_collation(collation: Collation) -> bytes:
    """All of a collation but its documents, of which it holds the marks."""
    marks = b"".join(map(mark, collation.documents))
    outlines = [pair.outline for pair in collation.pairs]
    of_pairs = [
        (number, one.coarse, one.engine)
        for number, one in enumerate(outlines)
        if one.coarse or one.engine != ENGINE
    ]
    said = packed_said(
        Said(collation.engine, collation.coarse, collation.quotes, collation.figures, tuple(of_pairs))
    )
    places = [
        (number, version, sentence)
        for number, statement in enumerate(collation.statements)
        for version, held in statement.members
        for sentence in held
    ]
    counts = [len(one.links) for one in outlines]
    parts = (
        packed_counts(len(collation.documents), len(marks), len(said), len(places), sum(counts)),
        packed_counts(*counts),
        marks,
        said,
        np.array(collation.similarity, SHARE).tobytes(),
        np.array(places, COUNT).tobytes(),
        *[one.links.rows.tobytes() for one in outlines],
    )
    return zlib.compress(b"".join(parts), FAST)


@dataclass(frozen=True, slots=True)
class Before:
    """What a packed collation holds that one of some of its versions, and of others, can build on.

    The outlines of pairs, by two versions, the smaller first, and what was found in versions by themselves.
    """

    outlines: dict[Numbers, Outline]
    found: dict[int, Found]


def unpack_before(packed: bytes, documents: Mapping[int, Document]) -> Before:
    """What a packed collation holds of versions that are these documents still, by their number in it.

    One that was read otherwise is left out; nothing is given where the collation is damaged.
    """
    held = _unpacked(packed)
    if held is None:
        return Before({}, {})
    same = {
        at
        for at, document in documents.items()
        if at < held.versions and held.marks[at * MARK_BYTES : (at + 1) * MARK_BYTES] == mark(document)
    }
    within = found_before(held.said.quotes, held.said.figures, held.versions)
    return Before(
        {(pair.i, pair.j): pair.outline for pair in held.pairs if pair.i in same and pair.j in same},
        {at: within[at] for at in same},
    )


def unpack_collation(packed: bytes, documents: Sequence[Document]) -> Collation | None:
    """The collation of these documents, or None where it is damaged, or of documents that were read otherwise."""
    held = _unpacked(packed)
    if held is None or held.marks != b"".join(map(mark, documents)):
        return None
    return Collation(
        documents=tuple(documents),
        similarity=held.similarity,
        pairs=held.pairs,
        statements=tuple(_statements(held.places)),
        quotes=held.said.quotes,
        figures=held.said.figures,
        coarse=held.said.coarse,
        engine=held.said.engine,
    )


def sound(packed: bytes) -> bool:
    """Whether a packed collation can be unpacked."""
    return _unpacked(packed) is not None


class _Held(NamedTuple):
    """What a packed collation holds; `places` are each a statement, a version and a sentence."""

    versions: int
    marks: bytes
    said: Said
    similarity: tuple[tuple[float, ...], ...]
    pairs: tuple[Pair, ...]
    places: list[list[int]]


def _unpacked(packed: bytes) -> _Held | None:
    try:
        return _held(Unpacking(zlib.decompress(packed)))
    except (zlib.error, TypeError, ValueError, IndexError):
        return None


def _held(parts: Unpacking) -> _Held:
    versions, marked, length, placed, linked = parts.counts(5)
    if versions > MOST_VERSIONS or marked != versions * MARK_BYTES:
        raise ValueError("that is no collation of so many versions")
    numbers = list(combinations(range(versions), 2))
    counts = parts.counts(len(numbers))
    marks = parts.bytes(marked)
    said = parts.said(length)
    similarity = parts.array(SHARE, versions * versions).reshape(versions, versions).tolist()
    places = parts.array(COUNT, placed * _OF_PLACE).reshape(-1, _OF_PLACE).tolist()
    told = {number: (coarse, engine) for number, coarse, engine in said.of_pairs}
    pairs = []
    for number, ((i, j), count) in enumerate(zip(numbers, counts, strict=True)):
        outline = Outline(parts.links(count), similarity[i][j], *told.get(number, ((), ENGINE)))
        pairs.append(Pair(i, j, outline))
    if sum(counts) != linked:
        raise ValueError("there are not as many links as the pairs have")
    parts.end()
    return _Held(versions, marks, said, tuple(map(tuple, similarity)), tuple(pairs), places)


def _statements(places: list[list[int]]) -> Iterator[Statement]:
    for _, group in groupby(places, key=itemgetter(0)):
        by_version = groupby(group, key=itemgetter(1))
        yield Statement(
            tuple([(version, tuple([place[2] for place in held])) for version, held in by_version])
        )
