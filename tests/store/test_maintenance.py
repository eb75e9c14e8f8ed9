"""A sound database passes its check, a tampered one does not, and a backup is whole."""

import re
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Event, Thread

import pytest

from app.errors import InputError, StoreError
from app.store import Store, backup, check
from app.store.engine import database_path

from .samples import content, piece


@pytest.fixture
def filled(url: str) -> str:
    """A database with one article of three versions and one of its own."""
    with Store(url) as store:
        for number in range(3):
            store.add_version(piece(number), raw=b"bytes", article_key="k", story_title="Tide")
        store.add_version(content("Alone."), raw=b"bytes", story_title="Tide")
    return url


def tamper(url: str, statement: str, *values: object) -> None:
    with closing(sqlite3.connect(database_path(url), isolation_level=None)) as connection:
        assert connection.execute(statement, values).rowcount > 0


def test_a_sound_database_has_no_problems(filled: str) -> None:
    assert check(filled) == []


TAMPERING = {
    "text": ("UPDATE versions SET blocks = replace(blocks, '2 hours', '3 hours') WHERE number = 3", "does not match its id"),
    "title": ("UPDATE versions SET title = 'Other' WHERE number = 2", "does not match its id"),
    "digest": ("UPDATE versions SET digest = 'x' WHERE number = 2", "does not match its id"),
    "blocks no JSON": ("UPDATE versions SET blocks = '[' WHERE number = 2", "cannot be read"),
    "blocks no pairs": ("UPDATE versions SET blocks = '[1]' WHERE number = 2", "cannot be read"),
    "outlet": ("UPDATE outlets SET name = 'Other'", "Article [a-z2-7]{16} does not match its id"),
    "gap": ("UPDATE versions SET number = 9 WHERE number = 3", r"numbered \[1, 2, 9\], not 1 to 3"),
    "no versions": ("DELETE FROM versions WHERE number = 1 AND title IS NULL", "has no version"),
    "captures left over": ("DELETE FROM versions WHERE number = 3", "captures refers to a row of versions that is not"),
    "bytes": ("UPDATE captures SET compressed = x'00' WHERE id = 1", "does not unpack"),
    "hash": ("UPDATE captures SET sha256 = 'x' WHERE id = 1", "holds other bytes"),
}  # fmt: skip


@pytest.mark.parametrize(("statement", "message"), TAMPERING.values(), ids=TAMPERING.keys())
def test_tampering_is_found(filled: str, statement: str, message: str) -> None:
    tamper(filled, statement)
    problems = check(filled)
    assert any(re.search(message, problem) for problem in problems), problems


def test_other_bytes_are_found(filled: str) -> None:
    tamper(filled, "UPDATE captures SET compressed = ? WHERE id = 1", zlib.compress(b"bytez"))
    assert ["holds other bytes" in problem for problem in check(filled)] == [True]


def test_a_damaged_file_is_a_problem_not_a_crash(filled: str) -> None:
    path = database_path(filled)
    with closing(sqlite3.connect(path)) as connection:
        roots = connection.execute(
            "SELECT rootpage FROM sqlite_master WHERE rootpage > 0 AND tbl_name != 'alembic_version'"
        ).fetchall()
    damaged = bytearray(path.read_bytes())
    for (page,) in roots:
        damaged[(page - 1) * 4096 : (page - 1) * 4096 + 200] = b"\xff" * 200
    path.write_bytes(damaged)
    assert check(filled)


def test_there_must_be_a_database_to_check_or_back_up(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/none.db"
    with pytest.raises(StoreError, match="there is none yet"):
        check(url)
    with pytest.raises(StoreError, match="There is no database"):
        backup(url, tmp_path / "copy.db")
    assert list(tmp_path.iterdir()) == []


@contextmanager
def being_written(url: str) -> Iterator[None]:
    """Another connection adds versions all the while."""
    started, done = Event(), Event()

    def write() -> None:
        with Store(url) as store:
            number = 100
            while not done.is_set():
                store.add_version(piece(number), raw=b"bytes" * 1000, article_key="k")
                number += 1
                started.set()

    thread = Thread(target=write)
    thread.start()
    assert started.wait(60)
    try:
        yield
    finally:
        done.set()
        thread.join()


def test_a_backup_taken_during_writes_is_whole(filled: str, tmp_path: Path) -> None:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    with being_written(filled):
        for number in range(5):
            backup(filled, folder / f"{number}.db")
    assert sorted(path.name for path in folder.iterdir()) == [f"{number}.db" for number in range(5)]
    for number in range(5):
        url = f"sqlite:///{folder}/{number}.db"
        assert check(url) == []
        with Store(filled) as store, Store(url) as copy:
            for held in copy.story("tide").articles:
                ids = [head.id for head in held.versions]
                assert [one.content for one in copy.versions(ids)] == [
                    one.content for one in store.versions(ids)
                ]
            assert copy.add_version(content("After."), raw=b"").outcome == "added"


def test_a_backup_overwrites_nothing(filled: str, tmp_path: Path) -> None:
    kept = tmp_path / "copy.db"
    kept.write_bytes(b"kept")
    with pytest.raises(InputError, match=r"copy\.db is there already"):
        backup(filled, kept)
    assert kept.read_bytes() == b"kept"


def test_a_backup_that_fails_leaves_nothing(filled: str, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="none"):
        backup(filled, tmp_path / "none" / "copy.db")
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    damaged = database_path(filled)
    damaged.write_bytes(b"no database " * 1000)
    with pytest.raises(StoreError, match="is not a database"):
        backup(filled, folder / "copy.db")
    assert list(folder.iterdir()) == []
