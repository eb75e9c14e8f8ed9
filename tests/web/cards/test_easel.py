"""Cards under a load: pages are answered meanwhile, and only so many wait."""

from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from threading import Event
from typing import NamedTuple

import pytest
from anyio import create_task_group, run, wait_all_tasks_blocked
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.testclient import TestClient

from app.web.cards import answers, card, easel

THREADS = 40
"""Of the pool in which pages are answered."""
LONG = 120
"""Seconds that nothing here takes unless it waits for what never comes."""


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Event:
    """Every card waits for this before it is drawn."""
    let_go = Event()

    def draw(_card: card.Card) -> bytes:
        assert let_go.wait(LONG)
        return b"picture"

    monkeypatch.setattr(answers, "draw", draw)
    return let_go


class Got(NamedTuple):
    status: int
    retry_after: str | None
    text: str


def fetched(client: TestClient, path: str) -> Got:
    answer = client.get(path)
    return Got(answer.status_code, answer.headers.get("retry-after"), answer.text)


def asked_for(client: TestClient, path: str, count: int, pool: ThreadPoolExecutor) -> list[Future[Got]]:
    return [pool.submit(fetched, client, f"{path}.png?utm={number}") for number in range(count)]


@pytest.fixture
def path(sample_ids: dict[str, str]) -> str:
    return f"/compare/{sample_ids['01-tellan-r1']}/{sample_ids['02-tellan-r2']}"


def test_pages_are_answered_while_more_cards_are_asked_for_than_there_are_threads(
    client: TestClient, path: str, held: Event
) -> None:
    with ThreadPoolExecutor(THREADS + 2) as pool:
        try:
            waiting = asked_for(client, path, THREADS + 1, pool)
            for page in ("/", path, f"/embed{path}", "/healthz"):
                assert pool.submit(fetched, client, page).result(LONG).status == 200
            assert not any(one.done() for one in waiting)
        finally:
            held.set()
    assert {one.result().text for one in waiting} == {"picture"}


@pytest.mark.parametrize("beyond", [0, 1])
def test_only_so_many_wait(monkeypatch: pytest.MonkeyPatch, beyond: int) -> None:
    monkeypatch.setattr(easel, "WAITING", 3)
    let_go, seen = Event(), list[int]()

    def work() -> Response:
        assert let_go.wait(LONG)
        return Response()

    async def ask(place: easel.Easel) -> None:
        try:
            seen.append((await place.run(work)).status_code)
        except HTTPException as refusal:
            seen.append(refusal.status_code)

    async def all_at_once() -> None:
        place = easel.Easel()
        async with create_task_group() as group:
            for _ in range(1 + 3 + beyond):
                group.start_soon(ask, place)
            await wait_all_tasks_blocked()
            let_go.set()
        await ask(place)

    with ThreadPoolExecutor(1) as pool:  # a browser of other tests has an event loop in this thread
        pool.submit(run, all_at_once).result()
    assert seen == [503] * beyond + [200] * 5


def test_who_is_refused_is_told_so(
    client: TestClient, path: str, held: Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(easel, "WAITING", 0)
    with ThreadPoolExecutor(2) as pool:
        asked = asked_for(client, path, 2, pool)
        refused = next(as_completed(asked, LONG)).result()
        held.set()
    assert (refused.status, refused.retry_after) == (503, "5")
    assert "Many are asking for this just now" in refused.text
