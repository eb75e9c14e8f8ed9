"""What comparisons and collations are packed into: arrays of numbers, all little-endian, and a little JSON.

So the same value is the same bytes on every machine. What was packed carries marks of the documents as they were read then,
and a sum over itself; where either does not fit, nothing is unpacked, and it is made anew.
"""

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pydantic import TypeAdapter

from app.compare.figures.figure import Fact
from app.compare.links import KINDS, LINK, Links
from app.compare.quotes.quotation import Utterance
from app.text.document import Document

FORM = 2
"""To be raised with every change of what is packed, down to a field of what a collation holds."""
FAST = 1
"""zlib's level: others take several times as long for little."""
COUNT = np.dtype("<u4")
SHARE = np.dtype("<f8")
MARK_BYTES = 8


@dataclass(frozen=True, slots=True)
class Said:
    """What is text, or may come to hold more: packed as JSON."""

    engine: str
    coarse: tuple[str, ...]
    quotes: tuple[Utterance, ...] = ()
    figures: tuple[Fact, ...] = ()
    of_pairs: tuple[tuple[int, tuple[str, ...], str], ...] = ()
    """Of a collation, what the outlines of its pairs say, by number, where that is more than `ENGINE`."""


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

    def links(self, count: int) -> Links:
        """The next links; raises ValueError for a kind that there is not."""
        links = Links(self.array(LINK, count))
        if count and links.rows["kind"].max() >= len(KINDS):
            raise ValueError("there is no such kind of link")
        return links

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
    told = hashlib.blake2b(document.language.encode(), digest_size=MARK_BYTES)
    told.update(np.array([len(document.text), len(document.words.starts)], COUNT).tobytes())
    told.update(np.array(spans, COUNT).tobytes())
    return told.digest()


def packed_counts(*numbers: int) -> bytes:
    """Whole numbers below 2³²."""
    return np.array(numbers, COUNT).tobytes()


def packed_said(said: Said) -> bytes:
    """What is text, as JSON."""
    return _SAID.dump_json(said)


@lru_cache(maxsize=100)
def _said(packed: bytes) -> Said:
    return _SAID.validate_json(packed)  # its error is a ValueError
