"""A collation as bytes and back, without the documents that it is of."""

import zlib
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, groupby, islice
from operator import itemgetter

import numpy as np

from app.compare.collating import MOST_VERSIONS
from app.compare.collation import Collation, Pair
from app.compare.found import Found, found_before
from app.compare.statements import Statement
from app.store.packing import (
    COUNT,
    FAST,
    SHARE,
    Said,
    Unpacking,
    mark,
    packed_counts,
    packed_links,
    packed_said,
)
from app.text.document import Document

_OF_PLACE = 3


def pack_collation(collation: Collation) -> bytes:
    """All of a collation but its documents, of which it holds the marks."""
    marks = b"".join(map(mark, collation.documents))
    said = packed_said(Said(collation.engine, collation.coarse, collation.quotes, collation.figures))
    places = [
        (number, version, sentence)
        for number, statement in enumerate(collation.statements)
        for version, held in statement.members
        for sentence in held
    ]
    links = [link for pair in collation.pairs for link in pair.links]
    parts = (
        packed_counts(len(collation.documents), len(marks), len(said), len(places), len(links)),
        packed_counts(*[len(pair.links) for pair in collation.pairs]),
        marks,
        said,
        np.array(collation.similarity, SHARE).tobytes(),
        np.array(places, COUNT).tobytes(),
        packed_links(links),
    )
    return zlib.compress(b"".join(parts), FAST)


def unpack_found(packed: bytes, documents: Mapping[int, Document]) -> dict[int, Found]:
    """What was found in the versions of a packed collation, by their number in it, as far as they are these documents.

    One that was read otherwise is left out; nothing is given where the collation is damaged.
    """
    try:
        parts = Unpacking(zlib.decompress(packed))
        versions, marked, length, _, _ = parts.counts(5)
        parts.counts(versions * (versions - 1) // 2)
        marks = parts.bytes(marked)
        said = parts.said(length)
        within = found_before(said.quotes, said.figures, versions)
    except (zlib.error, TypeError, ValueError, IndexError):
        return {}
    size = marked // max(1, versions)
    return {
        at: within[at]
        for at, document in documents.items()
        if at < versions and marks[at * size : (at + 1) * size] == mark(document)
    }


def unpack_collation(packed: bytes, documents: Sequence[Document] | None) -> Collation | None:
    """The collation of these documents, or None where it is damaged, or of documents that were read otherwise.

    Without documents, it is unpacked to see whether it can be, and holds none.
    """
    try:
        parts = Unpacking(zlib.decompress(packed))
        versions, marked, length, placed, linked = parts.counts(5)
        if versions > MOST_VERSIONS:
            return None
        pairs = list(combinations(range(versions), 2))
        counts = parts.counts(len(pairs))
        marks = parts.bytes(marked)
        if documents is not None and marks != b"".join(map(mark, documents)):
            return None
        said = parts.said(length)
        similarity = parts.array(SHARE, versions * versions).reshape(versions, versions).tolist()
        places = parts.array(COUNT, placed * _OF_PLACE).reshape(-1, _OF_PLACE).tolist()
        links = parts.links(linked)
        collation = Collation(
            documents=tuple(documents or ()),
            similarity=tuple(map(tuple, similarity)),
            pairs=tuple(
                [Pair(i, j, tuple(islice(links, count))) for (i, j), count in zip(pairs, counts, strict=True)]
            ),
            statements=tuple(_statements(places)),
            quotes=said.quotes,
            figures=said.figures,
            coarse=said.coarse,
            engine=said.engine,
        )
        parts.end()
    except (zlib.error, TypeError, ValueError, IndexError):
        return None
    return collation


def _statements(places: list[list[int]]) -> Iterator[Statement]:
    for _, group in groupby(places, key=itemgetter(0)):
        by_version = groupby(group, key=itemgetter(1))
        yield Statement(
            tuple([(version, tuple([place[2] for place in held])) for version, held in by_version])
        )
