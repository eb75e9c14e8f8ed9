"""What the server does with bytes that are no request, or not yet one."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor

import pytest
import uvicorn
from starlette.responses import PlainTextResponse

from app.web import protocol
from app.web.security import HEADERS

OK = b"GET / HTTP/1.1\r\nHost: a\r\n\r\n"


@contextlib.asynccontextmanager
async def serving() -> AsyncIterator[int]:
    """The port of a server on loopback that answers everything."""
    config = uvicorn.Config(PlainTextResponse("fine"), port=0, http=protocol.Protocol, log_level="critical")
    server = uvicorn.Server(config)
    task = asyncio.create_task(server.serve())
    while not server.started:
        await asyncio.sleep(0.01)
    yield server.servers[0].sockets[0].getsockname()[1]
    server.should_exit = True
    await task


def exchange(*parts: bytes, pause: float = 0.0) -> bytes:
    """What the server answers to bytes; in a thread of its own, as Playwright keeps a loop running in this one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, _exchange(*parts, pause=pause)).result()


async def _exchange(*parts: bytes, pause: float = 0.0) -> bytes:
    async with serving() as port:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        for part in parts:
            writer.write(part)
            await writer.drain()
            await asyncio.sleep(pause)
        answer = await asyncio.wait_for(reader.read(), 60)
        writer.close()
        return answer


@pytest.mark.parametrize(
    "request_", [b"BLAH\r\n\r\n", b"GET /\xff HTTP/1.1\r\nHost: a\r\n\r\n", b"GET / HTTP/1.1\r\n\r\n"]
)
def test_refusals_of_the_server_itself_carry_the_headers(request_: bytes) -> None:
    answer = exchange(request_).decode()
    assert answer.startswith("HTTP/1.1 400 ")
    for name, value in HEADERS.items():
        assert f"{name.lower()}: {value}" in answer.replace(name, name.lower())


@pytest.mark.parametrize(
    "parts",
    [
        [b""],
        [b"GET / HTTP/1.1\r\nHost: a\r\nX: "],
        [b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nabc"],
        [OK, b"GET / HT"],
    ],
    ids=["nothing", "half a header", "half a body", "half a second request"],
)
def test_what_stalls_is_cut_off(monkeypatch: pytest.MonkeyPatch, parts: list[bytes]) -> None:
    monkeypatch.setattr(protocol, "STALL", 0.3)
    exchange(*parts, pause=0.05)  # ends only when the server closes the connection


def test_a_connection_is_kept_between_requests(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        protocol, "STALL", 1.0
    )  # also from the connection to the first request: not too short
    answer = exchange(OK, OK.replace(b"Host: a", b"Host: a\r\nConnection: close"), pause=1.2)
    assert answer.count(b"HTTP/1.1 200 ") == 2
