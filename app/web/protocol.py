"""HTTP on the wire: uvicorn's protocol, with our headers on its own refusals and an end to requests that stall."""

import asyncio
from http import HTTPStatus

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

from app.web.security import HEADERS

STALL = 15.0
"""Seconds within which a request must have come in whole, from its first byte (or from the connection) on."""


class Protocol(H11Protocol):
    """What `variorum serve` speaks. An application never sees the requests that are refused or cut off here."""

    _cut: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Take a connection; it has to bring a request in time."""
        super().connection_made(transport)
        self._arm()

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget the connection."""
        self._disarm()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Read on; while a request is only partly there, its time runs."""
        super().data_received(data)
        waiting = self.conn.their_state is h11.IDLE and not self.conn.trailing_data[0]
        if waiting or self.conn.their_state not in {h11.IDLE, h11.SEND_BODY}:
            self._disarm()
        else:
            self._arm()

    def send_400_response(self, msg: str) -> None:
        """Refuse what is no HTTP, with the headers that every answer has."""
        headers = [("Content-Type", "text/plain; charset=utf-8"), ("Connection", "close"), *HEADERS.items()]
        body = msg.encode("ascii", "replace")
        for event in (
            h11.Response(
                status_code=HTTPStatus.BAD_REQUEST,
                headers=[(name.encode(), value.encode()) for name, value in headers],
                reason=HTTPStatus.BAD_REQUEST.phrase.encode(),
            ),
            h11.Data(data=body),
            h11.EndOfMessage(),
        ):
            self.transport.write(self.conn.send(event) or b"")
        self.transport.close()

    def _arm(self) -> None:
        if self._cut is None:
            self._cut = self.loop.call_later(STALL, self.transport.close)

    def _disarm(self) -> None:
        if self._cut is not None:
            self._cut.cancel()
            self._cut = None
