"""Comparisons and collations of stored versions: made once, kept, and read from then on."""

import gc
import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Event

from app.compare.collating import collate, outlines_of, pairs_to_compare
from app.compare.collation import Collation
from app.compare.comparison import Comparison
from app.compare.meaning import GiveMeanings
from app.errors import StoppedError, StoreError
from app.store.comparisons import Outlined
from app.store.store import Store
from app.text.document import Document

AT_ONCE = 64
"""Outlines kept in one transaction: whoever is interrupted loses no more than these."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Wanted:
    """The versions of a story to collate, by id, in order; `of` is how many the story has."""

    story_id: int
    versions: tuple[str, ...]
    of: int


class Kept:
    """What one engine makes of the versions of a store. May be shared by threads."""

    def __init__(self, store: Store, engine: str, *, writer: Store | None = None) -> None:
        """Read from `store`; write to `writer`, which is the same database, or else to `store` as well.

        Where that cannot be written to, what is made is not kept, and a line in the log says so, once.
        """
        self._store = store
        self._writer = writer or store
        self._engine = engine
        self._said = False
        self.stopping = Event()
        """Once set, collating ends after the pair that is being aligned, with StoppedError."""

    def comparison(self, a: str, b: str, read: tuple[Document, Document]) -> Comparison | None:
        """The comparison of two versions, whose documents are given, if it is kept."""
        return self._store.comparison(a, b, read, engine=self._engine)

    def keep(self, a: str, b: str, made: Comparison) -> None:
        """Keep the comparison of two versions."""
        try:
            self._writer.keep_comparison(a, b, made, engine=self._engine)
        except StoreError as error:
            self._say(error)

    def collation(
        self,
        wanted: Wanted,
        documents: Sequence[Document],
        published: Sequence[str | None],
        meanings: GiveMeanings,
    ) -> Collation:
        """The collation of a story's versions, whose documents and dates are given in the same order.

        Where it is not kept, it is built on what is, and kept; that of a single version is not, for it costs no more to make
        than to read. Raises StoppedError.
        """
        with _no_garbage():
            return self._collation(wanted, documents, published, meanings)

    def _collation(
        self,
        wanted: Wanted,
        documents: Sequence[Document],
        published: Sequence[str | None],
        meanings: GiveMeanings,
    ) -> Collation:
        alone = len(documents) == 1
        if not alone:
            held = self._store.collation(
                wanted.story_id, wanted.versions, wanted.of, documents, engine=self._engine
            )
            if held is not None:
                return held
        before = self._store.collated_before(wanted.story_id, wanted.versions, documents, engine=self._engine)
        known, left = dict(before.outlines), []
        missing = [pair for pair in pairs_to_compare(documents) if pair not in known]
        for (i, j), one in outlines_of(documents, missing, meanings=meanings):
            known[i, j] = one
            left.append(Outlined(wanted.versions[i], wanted.versions[j], (documents[i], documents[j]), one))
            stopped = self.stopping.is_set()
            if stopped or len(left) == AT_ONCE:
                self._keep_outlines(left)
                left = []
            if stopped:
                raise StoppedError("Variorum is being stopped")
        collation = collate(documents, published=published, known=known, found=before.found)
        if not alone and not self._keep_collation(wanted, collation):
            self._keep_outlines(left)
        return collation

    def _keep_outlines(self, made: Sequence[Outlined]) -> None:
        try:
            self._writer.keep_outlines(made, engine=self._engine)
        except StoreError as error:
            self._say(error)

    def _keep_collation(self, wanted: Wanted, collation: Collation) -> bool:
        try:
            return self._writer.keep_collation(
                wanted.story_id, wanted.versions, wanted.of, collation, engine=self._engine
            )
        except StoreError as error:
            self._say(error)
            return False

    def _say(self, error: StoreError) -> None:
        if not self._said:
            _log.warning("Comparisons are not kept, and made anew each time: %s", error)
        self._said = True


@contextmanager
def _no_garbage() -> Iterator[None]:
    """Collating makes a great many small values and no cycles among them: looking for such takes a fifth of its time."""
    looked = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if looked:
            gc.enable()
