"""The stored versions as the pages need them: read, compared, and kept for a while.

Versions never change, so nothing that is kept here can grow stale; the limits only bound memory. Whoever asks for what is
just being computed waits for it instead of computing it again.
"""

from dataclasses import dataclass
from threading import Condition

from cachetools import LRUCache, cached

from app.compare.comparison import ENGINE, Comparison, Summary, engine_with
from app.compare.engine import compare
from app.compare.meaning import Meaning, Meanings
from app.store.records import Version
from app.store.store import Store
from app.store.understanding import Understanding
from app.text.document import Document, read_document
from app.web.formats.subject import Compared

KEPT_DOCUMENTS = 128
KEPT_MEANINGS = 128
"""A version of 1,000 words takes 0.2 MB with a model of 384 dimensions."""
KEPT_COMPARISONS = 64
KEPT_SUMMARIES = 8192


@dataclass(frozen=True, slots=True)
class StoredPair:
    """Two stored versions and their comparison."""

    a: Version
    b: Version
    comparison: Comparison

    def compared(self) -> Compared:
        """The pair as the formats take it."""
        return Compared(f"{self.a.id}..{self.b.id}", self.a.content, self.b.content, self.comparison)


class Library:
    """Reads from a store; compares, by meaning too where there is a model; remembers. Shared by threads."""

    def __init__(self, store: Store, understanding: Understanding | None = None) -> None:
        self.store = store
        self.engine = engine_with(understanding.embedder.name) if understanding else ENGINE
        """What decides on the comparisons beside the two texts."""
        self._understanding = understanding
        self._read = cached(LRUCache(KEPT_DOCUMENTS), condition=Condition())(self._read_version)
        self._understand = cached(LRUCache(KEPT_MEANINGS), condition=Condition())(self._meaning_of)
        self._compare = cached(LRUCache(KEPT_COMPARISONS), condition=Condition())(self._compare_versions)
        self._summarise = cached(LRUCache(KEPT_SUMMARIES), condition=Condition())(self._summarise_versions)

    def pair(self, a: str, b: str) -> StoredPair:
        """Two versions, compared. Raises NotFoundError for an id that is not stored."""
        return StoredPair(self._read(a)[0], self._read(b)[0], self._compare(a, b))

    def summary(self, a: str, b: str) -> Summary:
        """What two versions share, the same both ways. Raises NotFoundError for an id that is not stored."""
        return self._summarise(*sorted((a, b)))

    def _read_version(self, identifier: str) -> tuple[Version, Document]:
        version = self.store.version(identifier)
        return version, read_document(version.content)

    def _compare_versions(self, a: str, b: str) -> Comparison:
        return compare(self._read(a)[1], self._read(b)[1], meanings=self._meanings(a, b))

    def _summarise_versions(self, a: str, b: str) -> Summary:
        return self._compare_versions(a, b).summary

    def _meanings(self, a: str, b: str) -> Meanings | None:
        known = self._understanding
        if known is None or not known.embedder.takes(self._read(a)[1], self._read(b)[1]):
            return None
        return self._understand(known, a), self._understand(known, b)

    def _meaning_of(self, known: Understanding, identifier: str) -> Meaning:
        return known.meaning(identifier, self._read(identifier)[1])
