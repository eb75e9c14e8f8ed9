"""What comparisons and collations are packed into: arrays of numbers, all little-endian, and a little JSON.

So the same value is the same bytes on every machine. What was packed carries marks of the documents as they were read then,
and a sum over itself; where either does not fit, nothing is unpacked, and it is made anew.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pydantic import TypeAdapter

from app.compare.comparison import Link, LinkKind
from app.compare.figures.figure import Fact
from app.compare.quotes.quotation import Utterance
from app.text.document import Document

FORM = 1
"""To be raised with every change of what is packed, down to a field of what a collation holds."""
FAST = 1
"""zlib's level: others take several times as long for little."""
COUNT = np.dtype("<u4")
SHARE = np.dtype("<f8")
_KINDS: tuple[LinkKind, ...] = ("verbatim", "edited", "reworded")
_LINK = np.dtype(
    [("a", "<u4"), ("of_a", "<u4"), ("b", "<u4"), ("of_b", "<u4"), ("kind", "u1"), ("moved", "?"), ("score", "<f8")]
)  # fmt: skip
_FROM_B = ["b", "of_b", "a", "of_a", "kind", "moved", "score"]
_MARK_BYTES = 8
_RUNS = 50_000


@dataclass(frozen=True, slots=True)
class Said:
    """What is text, or may come to hold more: packed as JSON."""

    engine: str
    coarse: tuple[str, ...]
    quotes: tuple[Utterance, ...] = ()
    figures: tuple[Fact, ...] = ()


_SAID = TypeAdapter(Said)


class Unpacking:
    """Takes packed bytes apart, from the front on. Its methods raise ValueError where those are not what they should be."""

    def __init__(self, held: bytes) -> None:
        self._held = held
        self._at = 0

    def bytes(self, count: int) -> bytes:
        """The next bytes."""
        return self.array(np.dtype("u1"), count).tobytes()

    def array(self, kind: np.dtype[Any], count: int) -> NDArray[Any]:
        """The next `count` values."""
        found = np.frombuffer(self._held, kind, count, self._at)
        self._at += found.nbytes
        return found

    def counts(self, count: int) -> list[int]:
        """The next whole numbers."""
        numbers: list[int] = self.array(COUNT, count).tolist()
        return numbers

    def links(self, count: int, *, mirrored: bool = False) -> Iterator[Link]:
        """The next links, or what they are from the other side; `changes` are empty."""
        rows = self.array(_LINK, count)
        if mirrored:
            rows = rows[_FROM_B][np.lexsort((rows["of_a"], rows["a"], rows["of_b"], rows["b"]))]
        for a, of_a, b, of_b, kind, moved, score in rows.tolist():
            yield (_verbatim if score == 1.0 else _link)(a, of_a, b, of_b, kind, moved, score)

    def said(self, length: int) -> Said:
        """What the next bytes say in JSON."""
        return _said(self.bytes(length))

    def end(self) -> None:
        """Nothing may follow."""
        if self._at != len(self._held):
            raise ValueError("there is more than was packed")


def kept_engine(engine: str) -> str:
    """What is packed now, by this engine, is kept under this name."""
    return f"{FORM}/{engine}"


def mark(document: Document) -> bytes:
    """What tells how a document was read: its language, and where its sentences and words stand."""
    spans = [(one.start, one.end, one.block, one.last_word) for one in document.sentences]
    told = hashlib.blake2b(document.language.encode(), digest_size=_MARK_BYTES)
    told.update(np.array([len(document.text), len(document.words.starts)], COUNT).tobytes())
    told.update(np.array(spans, COUNT).tobytes())
    return told.digest()


def packed_counts(*numbers: int) -> bytes:
    """Whole numbers below 2³²."""
    return np.array(numbers, COUNT).tobytes()


def packed_links(links: Iterable[Link]) -> bytes:
    """Links, left out their changes; a side is an unbroken run of sentences."""
    rows = [
        (one.a[0], len(one.a), one.b[0], len(one.b), _KINDS.index(one.kind), one.moved, one.score)
        for one in links
    ]
    return np.array(rows, _LINK).tobytes()


def packed_said(said: Said) -> bytes:
    """What is text, as JSON."""
    return _SAID.dump_json(said)


@lru_cache(maxsize=100)
def _said(packed: bytes) -> Said:
    return _SAID.validate_json(packed)  # its error is a ValueError


def _link(a: int, of_a: int, b: int, of_b: int, kind: int, moved: bool, score: float) -> Link:
    return Link(_run(a, of_a), _run(b, of_b), _KINDS[kind], score, moved)


_verbatim = lru_cache(maxsize=_RUNS)(_link)
"""Links of a score of 1: the same in many pairs of a story."""


@lru_cache(maxsize=_RUNS)
def _run(first: int, count: int) -> tuple[int, ...]:
    return tuple(range(first, first + count))
