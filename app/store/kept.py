"""Comparisons and collations of stored versions: made once, kept, and read from then on."""

import gc
import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Event

from app.compare.collating import collate, compare_pairs, pairs_to_compare
from app.compare.collation import Collation
from app.compare.comparison import Comparison, Summary
from app.compare.meaning import GiveMeanings
from app.compare.outline import outline
from app.errors import StoppedError, StoreError
from app.store.store import Store
from app.text.document import Document

AT_ONCE = 64
"""Comparisons kept in one transaction: whoever is interrupted loses no more than these."""

_log = logging.getLogger(__name__)
_Made = list[tuple[str, str, Comparison]]


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
        """Once set, collating ends after the comparison that is being made, with StoppedError."""

    def comparison(self, a: str, b: str, read: tuple[Document, Document]) -> Comparison | None:
        """The comparison of two versions, whose documents are given, if it is kept."""
        return self._store.comparison(a, b, read, engine=self._engine)

    def summary(self, a: str, b: str, read: tuple[Document, Document]) -> Summary | None:
        """The summary of that comparison alone, if it is kept."""
        held = self._store.outlines((a, b), read, engine=self._engine)
        return held[0, 1].summary if held else None

    def keep(self, made: _Made) -> None:
        """Keep comparisons of two versions each."""
        try:
            self._writer.keep_comparisons(made, engine=self._engine)
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

        Where it is not kept, the pairs that are not kept are compared, and all is kept; that of a single version is not, for
        it costs no more to make than to read. Raises StoppedError.
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
        known = self._store.outlines(wanted.versions, documents, engine=self._engine)
        missing = [pair for pair in pairs_to_compare(documents) if pair not in known]
        made: _Made = []
        for (i, j), comparison in compare_pairs(documents, missing, meanings=meanings):
            known[i, j] = outline(comparison)
            made.append((wanted.versions[i], wanted.versions[j], comparison))
            stopped = self.stopping.is_set()
            if stopped or len(made) == AT_ONCE:
                self.keep(made)
                made = []
            if stopped:
                raise StoppedError("Variorum is being stopped")
        self.keep(made)
        found = self._store.found_before(wanted.story_id, wanted.versions, documents, engine=self._engine)
        collation = collate(documents, published=published, known=known, found=found)
        if not alone:
            self._keep_collation(wanted, collation)
        return collation

    def _keep_collation(self, wanted: Wanted, collation: Collation) -> None:
        try:
            self._writer.keep_collation(
                wanted.story_id, wanted.versions, wanted.of, collation, engine=self._engine
            )
        except StoreError as error:
            self._say(error)

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
