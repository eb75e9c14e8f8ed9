"""The database's errors, said in words that name the file and the way out."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from json import JSONDecodeError
from pathlib import Path

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from app.errors import StoreError

_WAYS_OUT = {
    "SQLITE_BUSY": "is locked by another process that writes to it; try again when that one is done",
    "SQLITE_LOCKED": "is locked by another connection that writes to it; try again when that one is done",
    "SQLITE_FULL": "cannot grow, the disk is full; free some space and try again: this write was not kept",
    "SQLITE_READONLY": "cannot be written to; give this user write access to the file and its folder",
    "SQLITE_NOTADB": "is not a database; set VARIORUM_DATABASE_URL to another file",
    "SQLITE_CORRUPT": "is damaged; put a backup in its place",
    "SQLITE_CANTOPEN": "cannot be opened; check that it is there and that this user may write in its folder",
    "SQLITE_PERM": "cannot be opened; check that this user may read and write it",
    "SQLITE_IOERR": "could not be read or written; check the disk and the space left on it",
}


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Raise StoreError, naming `path`, in place of any error of the database or the file system."""
    try:
        yield
    except PoolTimeoutError as error:
        raise StoreError(
            f"The database {path} has too many readers at once; try again in a moment"
        ) from error
    except DBAPIError as error:
        raise StoreError(explanation(path, error.orig)) from error
    except JSONDecodeError as error:
        raise StoreError(f"The database {path} is damaged: {error}; put a backup in its place") from error
    except (sqlite3.Error, OSError) as error:
        raise StoreError(explanation(path, error)) from error


def explanation(path: Path, error: BaseException | None) -> str:
    """Say in one sentence which file, what is wrong with it, and what to do."""
    if isinstance(error, OSError):
        named = error.filename or path
        return f"{named} cannot be used: {error.strerror}; check the path and who may write there"
    name = getattr(error, "sqlite_errorname", None) or ""
    # Extended codes such as SQLITE_IOERR_WRITE begin with the name of what they refine.
    way_out = _WAYS_OUT.get("_".join(name.split("_")[:2]), f"cannot be used: {error}; run a check on it")
    return f"The database {path} {way_out}"
