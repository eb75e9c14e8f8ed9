"""Where cards are drawn: beside the event loop and the threads that answer pages, one at a time."""

from collections.abc import Callable, Hashable

from anyio import CapacityLimiter, to_thread
from cachetools import LRUCache
from fastapi import Request
from starlette.exceptions import HTTPException
from starlette.responses import Response

WAITING = 40
"""Requests that may wait for the one that is being answered: some four seconds, where each has a card drawn."""
KEPT = 128
"""Cards that are remembered: some 50 kB each."""


class Easel:
    """A place with a thread of its own, and the cards that were drawn at it last."""

    def __init__(self) -> None:
        """To be made where the event loop runs."""
        self._place = CapacityLimiter(1)
        self._inside = 0
        self._drawn: LRUCache[Hashable, bytes] = LRUCache(KEPT)

    async def run(self, work: Callable[[], Response]) -> Response:
        """Do it when the place is free. Raises HTTPException (503) where too many wait."""
        if self._inside > WAITING:
            raise HTTPException(503, headers={"Retry-After": "5"})
        self._inside += 1
        try:
            return await to_thread.run_sync(work, limiter=self._place)
        finally:
            self._inside -= 1

    def drawn(self, key: Hashable, draw: Callable[[], bytes]) -> bytes:
        """The card that goes by a key, drawn if it is not remembered. For `work` alone, which is done one at a time."""
        if key not in self._drawn:
            self._drawn[key] = draw()
        return self._drawn[key]


def easel_of(request: Request) -> Easel:
    """The easel that the application was started with."""
    easel: Easel = request.app.state.easel
    return easel
