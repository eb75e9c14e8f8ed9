"""A comparison as bytes and back, without its documents; and its outline alone, which collating takes."""

import zlib
from itertools import islice
from typing import NamedTuple

import numpy as np

from app.compare.comparison import Change, ChangeOp, Comparison, Link, Reuse, Summary
from app.compare.links import Links
from app.compare.outline import Outline
from app.store.packing import COUNT, FAST, SHARE, Said, Unpacking, mark, packed_counts, packed_said
from app.text.document import Document

_OPS: tuple[ChangeOp, ...] = ("equal", "delete", "insert", "replace")
_CHANGE = np.dtype([("op", "u1"), ("a0", "<u4"), ("a1", "<u4"), ("b0", "<u4"), ("b1", "<u4")])
_OF_REUSE = 5
_SHARES = 6
_SUM_BYTES = 4


def pack_outline(outline: Outline, marks: bytes) -> bytes:
    """The outline of a comparison; `marks` are those of both documents."""
    said = packed_said(Said(outline.engine, outline.coarse))
    counts = packed_counts(len(marks), len(said), len(outline.links))
    shared = np.array([outline.shared], SHARE).tobytes()
    body = b"".join((counts, marks, shared, said, outline.links.rows.tobytes()))
    return zlib.crc32(body).to_bytes(_SUM_BYTES, "little") + body


def unpack_outline(packed: bytes, marks: bytes | None = None) -> Outline | None:
    """The outline, or None where it is damaged, or of documents with other marks than are given."""
    try:
        body = packed[_SUM_BYTES:]  # a value of another type, which SQLite lets in, has none
        if packed[:_SUM_BYTES] != zlib.crc32(body).to_bytes(_SUM_BYTES, "little"):
            return None
        parts = Unpacking(body)
        marked, length, count = parts.counts(3)
        if parts.bytes(marked) != marks and marks is not None:
            return None
        (shared,) = parts.array(SHARE, 1).tolist()
        said = parts.said(length)
        links = parts.links(count)
        parts.end()
    except (TypeError, ValueError, IndexError):
        return None
    return Outline(links, shared, said.coarse, said.engine)


def pack_comparison(comparison: Comparison) -> bytes:
    """All of a comparison but its documents, of which it holds the marks."""
    marks = mark(comparison.a) + mark(comparison.b)
    said = packed_said(Said(comparison.engine, comparison.coarse))
    links = Links.of(comparison.links)
    changes = [change for link in comparison.links for change in link.changes]
    rows = [
        (_OPS.index(one.op), one.a_start, one.a_end, one.b_start, one.b_end)
        for one in (*changes, *comparison.title_changes)
    ]
    reuse = [(one.a_start, one.a_end, one.b_start, one.b_end, one.words) for one in comparison.reuse]
    told = comparison.summary
    shares = told.shared, told.verbatim, told.only_a, told.only_b, told.reused_a, told.reused_b
    parts = (
        packed_counts(len(marks), len(said), len(links), len(rows), len(reuse), told.moved),
        marks,
        np.array(shares, SHARE).tobytes(),
        said,
        links.rows.tobytes(),
        packed_counts(*[len(link.changes) for link in comparison.links]),
        np.array(rows, _CHANGE).tobytes(),
        np.array(reuse, COUNT).tobytes(),
    )
    return zlib.compress(b"".join(parts), FAST)


def unpack_comparison(packed: bytes, a: Document, b: Document) -> Comparison | None:
    """The comparison of these documents, or None where it is damaged, or of documents that were read otherwise."""
    held = _unpacked(packed)
    if held is None or held.marks != mark(a) + mark(b):
        return None
    linked_a, linked_b = {i for one in held.links for i in one.a}, {j for one in held.links for j in one.b}
    return Comparison(
        a=a,
        b=b,
        links=held.links,
        only_a=tuple([i for i in range(len(a.sentences)) if i not in linked_a]),
        only_b=tuple([j for j in range(len(b.sentences)) if j not in linked_b]),
        title_changes=held.title_changes,
        summary=held.summary,
        reuse=held.reuse,
        coarse=held.said.coarse,
        engine=held.said.engine,
    )


def sound(packed: bytes) -> bool:
    """Whether a packed comparison can be unpacked."""
    return _unpacked(packed) is not None


class _Held(NamedTuple):
    """What a packed comparison holds."""

    marks: bytes
    summary: Summary
    said: Said
    links: tuple[Link, ...]
    title_changes: tuple[Change, ...]
    reuse: tuple[Reuse, ...]


def _unpacked(packed: bytes) -> _Held | None:
    try:
        return _held(Unpacking(zlib.decompress(packed)))
    except (zlib.error, TypeError, ValueError, IndexError):
        return None


def _held(parts: Unpacking) -> _Held:
    marked, length, linked, changed, runs, moved = parts.counts(6)
    marks = parts.bytes(marked)
    shared, verbatim, only_a, only_b, reused_a, reused_b = parts.array(SHARE, _SHARES).tolist()
    said = parts.said(length)
    outlined = parts.links(linked)
    counts = parts.counts(linked)
    if sum(counts) > changed:
        raise ValueError("there are fewer changes than the links have")
    changes = iter([Change(_OPS[op], *ends) for op, *ends in parts.array(_CHANGE, changed).tolist()])
    links = [
        Link(one.a, one.b, one.kind, one.score, one.moved, tuple(islice(changes, count)))
        for one, count in zip(outlined, counts, strict=True)
    ]
    reuse = parts.array(COUNT, runs * _OF_REUSE).reshape(-1, _OF_REUSE).tolist()
    parts.end()
    return _Held(
        marks,
        Summary(shared, verbatim, only_a, only_b, moved, reused_a, reused_b),
        said,
        tuple(links),
        tuple(changes),
        tuple([Reuse(*run) for run in reuse]),
    )
