"""Connections to the database: how they are opened and how their transactions begin."""

import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, NullPool, QueuePool, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from app.errors import StoreError
from app.store.failures import explained

BUSY_SECONDS = 10
"""How long a connection waits for another one's write."""
_WRITES = "variorum_writes"


def database_path(url: str) -> Path:
    """Return the file that a database address names.

    Raises StoreError for an address that is not of the form sqlite:///FILE; a password in it is not repeated.
    """
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):
        raise StoreError("That is not a database address; write sqlite:///FILE") from None
    name = parsed.database or ""
    if (
        parsed.get_backend_name() != "sqlite"
        or name in {"", ":memory:"}
        or name.startswith("file:")
        or parsed.query
    ):
        shown = parsed.render_as_string(hide_password=True)
        raise StoreError(f"{shown!r} is not a database that Variorum can use; write sqlite:///FILE")
    return Path(name)


@contextmanager
def engine_for(url: str, *, read_only: bool = False) -> Iterator[Engine]:
    """Give the engine of `open_engine` to one piece of work; explain its errors, dispose of it at the end."""
    path = database_path(url)
    with explained(path):
        engine = open_engine(path, read_only=read_only)
        try:
            yield engine
        finally:
            engine.dispose()


def open_engine(path: Path, *, read_only: bool = False) -> Engine:
    """Return an engine whose transactions begin by `BEGIN`, or by `BEGIN IMMEDIATE` on `writing(engine)`.

    Connects lazily, to a file that is there; the caller disposes of it. A read-only engine refuses to write.
    """
    engine = create_engine(
        URL.create("sqlite"),
        creator=partial(_connect, path, read_only=read_only),
        # A file that is fixed now may be opened for writing later, so each connection looks anew.
        poolclass=NullPool if read_only and _is_fixed(path) else QueuePool,
        json_serializer=partial(json.dumps, ensure_ascii=False, separators=(",", ":")),
    )
    event.listen(engine, "begin", _begin)
    return engine


def writing(engine: Engine) -> Engine:
    """Return the same engine and pool; its transactions take the write lock when they begin.

    A transaction that reads first and asks for the lock later fails when another one has written in between,
    and no waiting helps it.
    """
    return engine.execution_options(**{_WRITES: True})


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql(
        "BEGIN IMMEDIATE" if connection.get_execution_options().get(_WRITES) else "BEGIN"
    )


def _connect(path: Path, *, read_only: bool) -> sqlite3.Connection:
    address = f"file:{quote(str(path.absolute()))}?mode=rw"
    if read_only and _is_fixed(path):
        address += "&immutable=1"
    # Without an isolation level the driver opens no transactions of its own: `_begin` does.
    connection = sqlite3.connect(
        address, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
    )
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = FULL")
        if read_only:
            connection.execute("PRAGMA query_only = ON")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _is_fixed(path: Path) -> bool:
    """Tell whether nothing can change the file and no changes wait beside it, so that no lock is needed.

    So it is on a read-only disk, or where neither file nor folder may be written. SQLite cannot make its
    shared-memory file there, and reads no database in WAL mode without it.
    """
    log = path.with_name(path.name + "-wal")
    try:
        read_only_disk = os.statvfs(path).f_flag & os.ST_RDONLY
        sealed = not path.stat().st_mode & 0o222 and not os.access(path.parent, os.W_OK)
        return bool(read_only_disk or sealed) and not (log.exists() and log.stat().st_size)
    except OSError:
        return False
