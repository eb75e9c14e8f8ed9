"""Work that one process does for all that share a database."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def claimed(path: Path, work: str) -> Iterator[bool]:
    """Give True to the first that asks for this work on the database at `path`, until it is done, and False to others.

    The claim is a lock on a file of its own (FILE-work, beside the database), which the end of a process, however it comes,
    lets go of. Where that file cannot be made, nothing can be written either, and nobody is given the work.
    """
    try:
        file = path.with_name(f"{path.name}-{work}").open("ab")
    except OSError:
        yield False
        return
    with file:
        try:
            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            yield False
            return
        yield True
