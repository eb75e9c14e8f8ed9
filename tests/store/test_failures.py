"""What a store says when the database cannot be used, and that it recovers."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import event

from app.errors import StoreError
from app.store import Store, engine, upgrade, writelock
from app.store.engine import database_path

from .samples import content, piece


def test_a_read_only_store_reads_and_refuses_to_write(url: str) -> None:
    with Store(url) as store:
        added = store.add_version(piece(1), raw=b"a")
    with Store(url, read_only=True) as store:
        assert store.version(added.version_id).content == piece(1)
        with pytest.raises(StoreError, match="reading only"):
            store.add_version(piece(2), raw=b"b")
        store.read_only = False  # the database itself refuses too
        with pytest.raises(StoreError, match="cannot be written to; give this user write access"):
            store.add_version(piece(2), raw=b"b")
        assert store.story_count() == 1


def test_a_read_only_store_sees_what_is_added_meanwhile(url: str) -> None:
    with Store(url) as writer, Store(url, read_only=True) as reader:
        assert reader.stories() == ()
        added = writer.add_version(piece(1), raw=b"a")
        assert reader.version(added.version_id).content == piece(1)


def test_a_full_disk_refuses_writes_but_not_reads_and_recovers(url: str) -> None:
    with Store(url) as store:
        added = store.add_version(piece(1), raw=b"a")

        def full(connection: sqlite3.Connection, *_: object) -> None:
            connection.execute("PRAGMA max_page_count = 1")

        event.listen(store._engine, "checkout", full)
        with pytest.raises(StoreError, match=r"variorum\.db cannot grow, the disk is full; free some space"):
            store.add_version(content("long " * 50_000), raw=os.urandom(100_000))
        assert store.version(added.version_id).content == piece(1)
        event.remove(store._engine, "checkout", full)
        event.listen(
            store._engine, "checkout", lambda it, *_: it.execute("PRAGMA max_page_count = 1000000") and None
        )
        assert store.add_version(piece(2), raw=b"b").outcome == "added"


def test_a_database_on_a_read_only_disk_can_be_read(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stands in for a read-only mount, which a test may not make."""
    with Store(url) as store:
        added = store.add_version(piece(1), raw=b"a")
    asked = os.statvfs

    def read_only(path: Path) -> os.statvfs_result:
        fields = list(asked(path))
        fields[8] |= os.ST_RDONLY
        return os.statvfs_result(fields)

    monkeypatch.setattr(os, "statvfs", read_only)
    upgrade(url)
    with Store(url, read_only=True) as store:
        assert store.version(added.version_id).content == piece(1)
        names = sorted(path.name for path in database_path(url).parent.iterdir())
    assert not [name for name in names if name.endswith(("-wal", "-shm"))]


def test_a_write_waits_for_others_only_so_long(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writelock, "BUSY_SECONDS", 0.1)
    monkeypatch.setattr(engine, "BUSY_SECONDS", 0.1)
    with Store(url) as store:
        with writelock.one_writer(store.path), pytest.raises(StoreError, match="being written to by others"):
            store.add_version(piece(1), raw=b"a")
        with closing(sqlite3.connect(store.path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(StoreError, match="is locked by another process"):
                store.add_version(piece(1), raw=b"a")
            assert store.stories() == ()
        assert store.add_version(piece(1), raw=b"a").outcome == "added"


def not_a_database(path: Path) -> None:
    path.write_bytes(b"Some notes, and no database at all. " * 100)


def folder(path: Path) -> None:
    path.mkdir()


def file_for_a_folder(path: Path) -> None:
    path.parent.rmdir()
    path.parent.write_bytes(b"")


@pytest.mark.parametrize(
    ("prepare", "message"),
    [
        (not_a_database, r"data/v\.db is not a database; set VARIORUM_DATABASE_URL"),
        (folder, r"data/v\.db cannot be opened"),
        (file_for_a_folder, r"data cannot be used: File exists"),
    ],
)
def test_what_is_no_database_is_named(tmp_path: Path, prepare: Callable[[Path], None], message: str) -> None:
    path = tmp_path / "data" / "v.db"
    path.parent.mkdir()
    prepare(path)
    with pytest.raises(StoreError, match=message):
        upgrade(f"sqlite:///{path}")


def test_a_database_that_vanished_is_not_made_anew(url: str) -> None:
    with Store(url) as store:
        pass
    store.path.unlink()
    with pytest.raises(StoreError, match="cannot be opened; check that it is there"):
        store.stories()
    store.close()
    assert not store.path.exists()


def test_damaged_blocks_are_said_to_be_damaged(store: Store) -> None:
    added = store.add_version(piece(1), raw=b"a")
    with store._engine.begin() as connection:
        connection.exec_driver_sql("UPDATE versions SET blocks = '['")
    with pytest.raises(StoreError, match="is damaged"):
        store.version(added.version_id)
