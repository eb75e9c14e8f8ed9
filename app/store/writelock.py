"""One writer at a time, checkpoint included."""

import fcntl
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.errors import StoreError
from app.store.engine import BUSY_SECONDS

SOUND_SQLITE = (3, 51, 3)
"""From here on one connection may write while another checkpoints (sqlite.org/wal.html, "WAL-reset bug")."""
_PAUSE = 0.005


@contextmanager
def one_writer(path: Path) -> Iterator[None]:
    """Hold the right to write to the database at `path`, among all threads and processes of this machine.

    Where SQLite is older than `SOUND_SQLITE`, a commit may write its log back while the next writer begins
    the log anew, and lose data; a lock on a file of its own (FILE-lock, beside the database) keeps the two apart.
    A lock on the database file would not do: closing that lets go of SQLite's own locks on it.
    Raises StoreError after `BUSY_SECONDS`.
    """
    if sqlite3.sqlite_version_info >= SOUND_SQLITE:
        yield
        return
    with path.with_name(path.name + "-lock").open("ab") as file:
        _wait_for(file.fileno(), path)
        # Closing the file lets go of the lock, also when the process is killed.
        yield


def _wait_for(handle: int, path: Path) -> None:
    for _ in range(round(BUSY_SECONDS / _PAUSE)):
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            time.sleep(_PAUSE)
        else:
            return
    raise StoreError(f"The database {path} is being written to by others; try again when they are done")
