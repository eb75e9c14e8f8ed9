"""Several processes that collate one store: importing at once, killed, serving, and stopped."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from urllib.request import urlopen

import pytest

from app.compare.collating import collate
from app.store import Store, check, upgrade
from app.store.claim import claimed
from app.store.engine import database_path
from app.text.document import read_document
from app.web.ahead import AGAIN, CollatingAhead
from app.web.library import Library

from .conftest import serving
from .ferry import fill, telling

COMMAND = [sys.executable, "-c", "from app.cli import main; main()", "import"]


@pytest.fixture
def url(tmp_path: Path) -> str:
    address = f"sqlite:///{tmp_path}/variorum.db"
    upgrade(address)
    return address


def files(folder: Path, numbers: range) -> list[str]:
    """Text files of the story, to import."""
    paths = []
    for number in numbers:
        content = telling(number)
        head = f"---\nstory: Ferry\ntitle: {content.title}\noutlet: {content.outlet}\n---\n"
        path = folder / f"{number}.txt"
        path.write_text(head + "\n\n".join(block.text for block in content.blocks), encoding="utf-8")
        paths.append(str(path))
    return paths


def importing(url: str, paths: list[str]) -> subprocess.Popen[bytes]:
    environment = os.environ | {"VARIORUM_DATABASE_URL": url}
    return subprocess.Popen([*COMMAND, *paths], env=environment, stdout=-3, stderr=-3)


def until(holds: Callable[[], bool], seconds: float = 90) -> None:
    """Wait for what will hold."""
    for _ in range(round(seconds / 0.02)):
        if holds():
            return
        time.sleep(0.02)
    raise AssertionError("it did not come to hold")


def answers(address: str) -> bool:
    """Whether a server is there and well; workers begin to listen one after the other."""
    try:
        with urlopen(address, timeout=5) as answer:  # noqa: S310 - our own server
            return bool(answer.status == 200)
    except OSError:
        return False


def count(url: str, table: str) -> int:
    with closing(sqlite3.connect(database_path(url))) as connection:
        (found,) = connection.execute(f"SELECT count(*) FROM {table}").fetchone()  # noqa: S608 - a table's name
        return int(found)


def assert_collated(url: str, versions: int) -> None:
    """The collation that is kept is the one that its versions make."""
    with Store(url, read_only=True) as store:
        library = Library(store)
        assert store.uncollated(engine=library.engine) == []
        found = library.collated("ferry")
        assert len(found.versions) == versions
        documents = [read_document(version.content) for version in found.versions]
        assert found.collation == collate(documents, published=[None] * versions)
    assert check(url) == []


def test_two_processes_that_import_into_one_story_end_with_the_collation_of_all(
    url: str, tmp_path: Path
) -> None:
    paths = files(tmp_path, range(9))
    running = [importing(url, paths[:5]), importing(url, paths[4:])]
    assert [process.wait(120) for process in running] == [0, 0]
    assert_collated(url, 9)


def test_an_import_that_is_killed_leaves_what_the_next_one_collates(url: str, tmp_path: Path) -> None:
    paths = files(tmp_path, range(45))
    process = importing(url, paths)
    until(lambda: count(url, "outlines") > 0)
    process.send_signal(signal.SIGKILL)
    process.wait(30)
    assert check(url) == []
    assert count(url, "collations") == 0
    assert importing(url, paths).wait(120) == 0
    assert_collated(url, 45)


def test_a_server_collates_what_is_not_and_answers_meanwhile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = serving(tmp_path)
    upgrade(server.url)
    with Store(server.url) as store:
        fill(store, 24)
    monkeypatch.setenv("VARIORUM_WORKERS", "2")
    with server as address:
        until(lambda: answers(f"{address}/healthz"))
        until(lambda: count(server.url, "collations") == 1)
    assert_collated(server.url, 24)


def test_a_server_that_is_stopped_while_it_collates_ends_soon(tmp_path: Path) -> None:
    server = serving(tmp_path)
    upgrade(server.url)
    with Store(server.url) as store:
        fill(store, 45, times=20)  # to collate them takes far longer than to stop
    with server:
        until(lambda: count(server.url, "outlines") > 0)
        start = time.monotonic()
    assert time.monotonic() - start < AGAIN
    assert count(server.url, "collations") == 0
    assert check(server.url) == []


def test_work_is_given_to_one_and_after_it_to_the_next(tmp_path: Path) -> None:
    path = tmp_path / "variorum.db"
    with (
        claimed(path, "collating") as one,
        claimed(path, "collating") as other,
        claimed(path, "x") as another,
    ):
        assert (one, other, another) == (True, False, True)
    with claimed(path, "collating") as later:
        assert later
    with claimed(tmp_path / "none" / "variorum.db", "collating") as nowhere:
        assert not nowhere


def test_collating_ahead_stops_between_two_comparisons(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "app.web.ahead.PATIENCE", 60.0
    )  # one comparison is short, but the machine may be busy
    with Store(url) as store:
        fill(store, 30)
        ahead = CollatingAhead(Library(store))
        ahead.start()
        ahead.stop()
        assert not ahead._thread.is_alive()
    assert count(url, "collations") == 0
