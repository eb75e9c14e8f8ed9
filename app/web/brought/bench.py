"""Where brought texts are compared: beside the event loop, a few at a time."""

from collections.abc import Callable

from anyio import CapacityLimiter, to_thread
from fastapi import Request
from starlette.responses import Response

from app.store.store import Store
from app.web.brought.admission import Rate
from app.web.brought.refusal import Refused
from app.web.brought.texts import Readers

AT_ONCE = 2
"""Comparisons of brought texts that a process makes at the same time."""
WAITING = 14
"""Requests that may wait for one to end."""


class Bench:
    """How texts are read, how often a client may ask, and the places at which the work is done."""

    def __init__(self, readers: Readers, keeper: Store | None = None) -> None:
        """To be made where the event loop runs. `keeper` is where texts may be kept that somebody wants kept."""
        self.readers = readers
        self.keeper = keeper
        self.rate = Rate()
        self._places = CapacityLimiter(AT_ONCE)
        self._inside = 0

    async def run(self, work: Callable[[], Response]) -> Response:
        """Do it in a thread when there is a place. Raises Refused (503) where too many wait."""
        if self._inside >= AT_ONCE + WAITING:
            raise Refused(
                503, "Many are comparing texts here just now. Try again in a moment.", {"Retry-After": "5"}
            )
        self._inside += 1
        try:
            return await to_thread.run_sync(work, limiter=self._places)
        finally:
            self._inside -= 1


def bench_of(request: Request) -> Bench:
    """The bench that the application was started with."""
    bench: Bench = request.app.state.bench
    return bench
