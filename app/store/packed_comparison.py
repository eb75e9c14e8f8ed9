"""A comparison as bytes and back: its outline, which collating takes, apart from its details, which are longer."""

import zlib
from itertools import islice

import numpy as np

from app.compare.comparison import Change, ChangeOp, Comparison, Link, Reuse, Summary
from app.compare.outline import Outline
from app.store.packing import COUNT, FAST, SHARE, Said, Unpacking, packed_counts, packed_links, packed_said
from app.text.document import Document

_OPS: tuple[ChangeOp, ...] = ("equal", "delete", "insert", "replace")
_CHANGE = np.dtype([("op", "u1"), ("a0", "<u4"), ("a1", "<u4"), ("b0", "<u4"), ("b1", "<u4")])
_OF_REUSE = 5
_SUM_BYTES = 4
_MARKS_BYTES = 16


def pack_outline(outline: Outline, marks: bytes) -> bytes:
    """The outline of a comparison; `marks` are those of both documents."""
    said = packed_said(Said(outline.engine, outline.coarse))
    told = outline.summary
    shares = told.shared, told.verbatim, told.only_a, told.only_b, told.reused_a, told.reused_b
    body = b"".join(
        (
            marks,
            packed_counts(len(said), len(outline.links), told.moved),
            np.array(shares, SHARE).tobytes(),
            said,
            packed_links(outline.links),
        )
    )
    return _sum_of(body) + body


def unpack_outline(packed: bytes, marks: bytes | None = None, *, mirrored: bool = False) -> Outline | None:
    """The outline, or None where it is damaged, or of documents with other marks than are given.

    `mirrored` gives it as seen from the other side; `marks` are in the order in which it was packed all the same.
    """
    try:
        body = packed[_SUM_BYTES:]  # a value of another type, which SQLite lets in, has none
        if packed[:_SUM_BYTES] != _sum_of(body) or (marks is not None and not body.startswith(marks)):
            return None
        parts = Unpacking(body)
        parts.bytes(_MARKS_BYTES)
        length, count, moved = parts.counts(3)
        shared, verbatim, only_a, only_b, reused_a, reused_b = parts.array(SHARE, 6).tolist()
        said = parts.said(length)
        links = tuple(parts.links(count, mirrored=mirrored))
        parts.end()
    except (TypeError, ValueError, IndexError):
        return None
    if mirrored:
        only_a, only_b, reused_a, reused_b = only_b, only_a, reused_b, reused_a
    summary = Summary(shared, verbatim, only_a, only_b, moved, reused_a, reused_b)
    return Outline(links, summary, said.coarse, said.engine)


def pack_details(comparison: Comparison) -> bytes:
    """What a comparison says beyond its outline: changes by link, changes of the titles, runs that both have."""
    changes = [change for link in comparison.links for change in link.changes]
    rows = [
        (_OPS.index(one.op), one.a_start, one.a_end, one.b_start, one.b_end)
        for one in (*changes, *comparison.title_changes)
    ]
    reuse = [(one.a_start, one.a_end, one.b_start, one.b_end, one.words) for one in comparison.reuse]
    parts = (
        packed_counts(len(comparison.links), len(rows), len(reuse)),
        packed_counts(*[len(link.changes) for link in comparison.links]),
        np.array(rows, _CHANGE).tobytes(),
        np.array(reuse, COUNT).tobytes(),
    )
    return zlib.compress(b"".join(parts), FAST)


def unpack_comparison(outline: Outline, details: bytes, a: Document, b: Document) -> Comparison | None:
    """The comparison of two documents of which the outline is, or None where the details are damaged."""
    try:
        changes, reuse = _unpacked_details(outline, details)
    except (zlib.error, TypeError, ValueError, IndexError):
        return None
    linked_a, linked_b = (
        {i for one in outline.links for i in one.a},
        {j for one in outline.links for j in one.b},
    )
    return Comparison(
        a=a,
        b=b,
        links=tuple(
            [
                Link(one.a, one.b, one.kind, one.score, one.moved, within)
                for one, within in zip(outline.links, changes, strict=False)
            ]
        ),
        only_a=tuple([i for i in range(len(a.sentences)) if i not in linked_a]),
        only_b=tuple([j for j in range(len(b.sentences)) if j not in linked_b]),
        title_changes=changes[-1],
        summary=outline.summary,
        reuse=reuse,
        coarse=outline.coarse,
        engine=outline.engine,
    )


def sound(outline: bytes, details: bytes) -> bool:
    """Whether a packed comparison can be unpacked."""
    held = unpack_outline(outline)
    if held is None:
        return False
    try:
        _unpacked_details(held, details)
    except (zlib.error, TypeError, ValueError, IndexError):
        return False
    return True


def _unpacked_details(outline: Outline, details: bytes) -> tuple[list[tuple[Change, ...]], tuple[Reuse, ...]]:
    """The changes within each link and, last, those of the titles; and the runs."""
    parts = Unpacking(zlib.decompress(details))
    links, every, runs = parts.counts(3)
    within = parts.counts(links)
    if links != len(outline.links) or sum(within) > every:
        raise ValueError("the details are of another comparison")
    changes = iter([Change(_OPS[op], *ends) for op, *ends in parts.array(_CHANGE, every).tolist()])
    reuse = parts.array(COUNT, runs * _OF_REUSE).reshape(-1, _OF_REUSE).tolist()
    parts.end()
    of_links = [tuple(islice(changes, count)) for count in within]
    return [*of_links, tuple(changes)], tuple([Reuse(*run) for run in reuse])


def _sum_of(body: bytes) -> bytes:
    return zlib.crc32(body).to_bytes(_SUM_BYTES, "little")
