"""Collating ahead: what is not collated yet is, story by story, while the server answers requests."""

import logging
from threading import Event, Thread
from time import perf_counter

from app.errors import NotFoundError, StoppedError, StoreError
from app.store.claim import claimed
from app.web.library import Library

AGAIN = 30.0
"""Seconds until it is looked again for stories that are not collated; of several processes any may do it by then."""
REST = 0.5
"""Rest after a story, in times of what it took: requests come first."""
LONGEST_REST = 5.0
LATER = 3600.0
"""Seconds until a story is tried again whose collation could not be kept."""
PATIENCE = 2.0
"""Seconds to wait at the end for the comparison that is being made; what is not kept by then is made another time."""

_log = logging.getLogger(__name__)


class CollatingAhead:
    """Brings the collations of a store up to date on a thread of its own; of several processes one does it.

    The library is the pages' own: who asks for a story that is just being collated waits for that.
    """

    def __init__(self, library: Library) -> None:
        self._library = library
        self._stopping = Event()
        self._given_up: dict[str, float] = {}
        # a daemon: nothing that still runs after `PATIENCE` keeps the process
        self._thread = Thread(target=self._work, name="collating-ahead", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """End after the comparison that is being made; return when that is done, or after `PATIENCE`."""
        self._stopping.set()
        self._library.stop()
        self._thread.join(PATIENCE)

    def _work(self) -> None:
        try:
            while not self._stopping.is_set():
                with claimed(self._library.store.path, "collating") as ours:
                    if ours:
                        self._collate_all()
                self._stopping.wait(AGAIN)
        except StoppedError:
            _log.info("Collating ahead was stopped; it goes on with the next start")
        except StoreError as error:
            _log.warning("Collating ahead ended: %s", error)

    def _collate_all(self) -> None:
        library = self._library
        for slug in library.store.uncollated(engine=library.engine):
            if self._stopping.is_set():
                return
            if self._given_up.get(slug, perf_counter()) > perf_counter():
                continue
            start = perf_counter()
            try:
                library.collate_ahead(slug)
            except NotFoundError as error:
                _log.warning("The story %s was not collated ahead: %s", slug, error)
            if library.store.uncollated(engine=library.engine, slug=slug):  # it cannot be kept
                self._given_up[slug] = perf_counter() + LATER
            self._stopping.wait(min(REST * (perf_counter() - start), LONGEST_REST))
