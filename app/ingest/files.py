"""Files and folders into items, one at a time: what cannot be read is named and the rest goes on."""

import os
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from app.errors import InputError
from app.ingest.decoding import SIZE_LIMIT
from app.ingest.item import Item
from app.ingest.plain_text import read_text_file

Reader = Callable[[bytes, str], Item]
"""Reads a file's bytes, given the name to call it by; InputError when it cannot."""

TEXT_READERS: Mapping[str, Reader] = {".txt": read_text_file, ".text": read_text_file, ".md": read_text_file}
"""The reader of each kind of file, by the name's ending in lower case."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file that was not read: its path as given, and a message that names it, the cause and the way out."""

    path: str
    message: str


@dataclass(frozen=True, slots=True)
class _Found:
    path: Path
    named: bool
    """Whether the path was given itself, not met in a folder."""


def read_files(
    paths: Iterable[Path], readers: Mapping[str, Reader] = TEXT_READERS
) -> Iterator[Item | Refusal]:
    """Read files, and folders whole, in sorted order; yields an item or a refusal for each file, reading one at a time.

    In a folder, hidden files and README.md are passed over, and links that lead out of it are refused. A file that is given
    by name and has no ending is read as plain text.
    """
    for path in paths:
        for found in _find(path):
            yield found if isinstance(found, Refusal) else _read(found, readers)


def _find(path: Path) -> Iterator[_Found | Refusal]:
    if not path.exists():
        yield _refusal(path, "there is no such file or folder. Check the spelling.")
    elif path.is_dir():
        yield from _walk(path, path.resolve())
    else:
        yield _Found(path, named=True)


def _walk(folder: Path, root: Path) -> Iterator[_Found | Refusal]:
    try:
        with os.scandir(folder) as listing:
            entries = sorted((entry.name, entry.is_symlink()) for entry in listing)
    except OSError as error:
        yield _refusal(folder, f"the folder cannot be opened ({error.strerror}). Check its permissions.")
        return
    for name, linked in entries:
        path = folder / name
        if name.startswith(".") or name.casefold() == "readme.md":
            continue
        if linked and not _stays_inside(path, root):
            yield _refusal(path, "this link leads out of the folder or nowhere. Give the file's own path.")
        elif not path.is_dir():
            yield _Found(path, named=False)
        elif not linked:  # a linked folder inside is met at its own place
            yield from _walk(path, root)


def _stays_inside(path: Path, root: Path) -> bool:
    try:
        return path.resolve(strict=True).is_relative_to(root)
    except (OSError, RuntimeError):
        return False


def _read(found: _Found, readers: Mapping[str, Reader]) -> Item | Refusal:
    suffix = found.path.suffix.lower()
    reader = readers.get(suffix) or (readers.get(".txt") if found.named and not suffix else None)
    if reader is None:
        return _refusal(
            found.path, f"files of this kind are not read. Those that are end in {', '.join(readers)}."
        )
    try:
        return reader(_read_bytes(found.path), _shown(found.path))
    except InputError as error:
        return Refusal(_shown(found.path), str(error))
    except OSError as error:
        return _refusal(found.path, f"the file cannot be read ({error.strerror}). Check its permissions.")


def _read_bytes(path: Path) -> bytes:
    """At most one byte more than the limit: the reader refuses by size, and a huge file is never held."""
    if not stat.S_ISREG(path.stat().st_mode):
        raise InputError(f"{_shown(path)}: this is a device or pipe, not a file. Save the article to a file.")
    with path.open("rb") as file:
        return file.read(SIZE_LIMIT + 1)


def _refusal(path: Path, message: str) -> Refusal:
    return Refusal(_shown(path), f"{_shown(path)}: {message}")


def _shown(path: Path) -> str:
    """The path in signs that can be printed: a name that is not UTF-8 shows its bytes escaped."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")
