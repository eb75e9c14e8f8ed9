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

EXAMPLES = 3
"""Names that stand for all files passed over."""
_ADDRESS = ("http:/", "https:/")


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file that was not read: its path as given, and a message that names it, the cause and the way out."""

    path: str
    message: str


@dataclass(frozen=True, slots=True)
class PassedOver:
    """Files of other kinds that lay in folders: how many, and the paths of the first few."""

    count: int
    examples: tuple[str, ...]

    def __str__(self) -> str:
        """One line for the person who imports."""
        names = ", ".join(self.examples) + (", …" if self.count > len(self.examples) else "")
        files = "1 file" if self.count == 1 else f"{self.count:,} files"
        return f"passed over {files} of other kinds than {', '.join(TEXT_READERS)}: {names}"


Report = Callable[[PassedOver], object]
"""Told once, at the end, of what was passed over; not called where nothing was."""


@dataclass(slots=True)
class _Tally:
    """Counts what is passed over."""

    count: int = 0
    examples: tuple[str, ...] = ()

    def add(self, path: Path) -> None:
        self.count += 1
        if len(self.examples) < EXAMPLES:
            self.examples += (_shown(path),)


@dataclass(frozen=True, slots=True)
class Found:
    """What reading gave, and the name of the folder that was given, where it was one."""

    outcome: Item | Refusal
    folder: str | None


def read_files(
    paths: Iterable[Path | str],
    readers: Mapping[str, Reader] = TEXT_READERS,
    report: Report | None = None,
) -> Iterator[Item | Refusal]:
    """Read files, and folders whole, in sorted order; yields an item or a refusal for each file, reading one at a time.

    In a folder, hidden files, README.md and files of other kinds are passed over (the last are told to `report`), and links
    that lead out of it are refused. A file that is given by name is refused where it is of another kind, and read as plain
    text where its name has no ending.
    """
    return (found.outcome for found in find_and_read(paths, readers, report))


def find_and_read(
    paths: Iterable[Path | str],
    readers: Mapping[str, Reader] = TEXT_READERS,
    report: Report | None = None,
) -> Iterator[Found]:
    """As `read_files`, with the folder that each file was found in."""
    tally = _Tally()
    for given in paths:
        problem, mode = _look_at(given)
        if problem is not None:
            yield Found(_refusal(given, problem), None)
        elif stat.S_ISDIR(mode):
            folder = _shown(os.path.basename(os.path.realpath(given))) or None  # noqa: PTH119
            for one in _walk(Path(given), readers, tally):
                yield Found(one if isinstance(one, Refusal) else _read(one, _reader(one, readers)), folder)
        else:
            path = Path(given)
            yield Found(_read(path, _reader(path, readers) or _endingless(path, readers)), None)
    if tally.count and report is not None:
        report(PassedOver(tally.count, tally.examples))


def _look_at(given: Path | str) -> tuple[str | None, int]:
    """What keeps a path from being used, if anything does, and its mode."""
    if str(given).lower().startswith(_ADDRESS):
        return "addresses are not fetched by this release. Save the page's text to a file.", 0
    try:
        return None, os.stat(given).st_mode  # noqa: PTH116, an empty text is no folder
    except (FileNotFoundError, NotADirectoryError):
        return "there is no such file or folder. Check the spelling.", 0
    except OSError as error:
        return f"it cannot be opened ({error.strerror}). Check its name and permissions.", 0
    except ValueError:
        return "no file can have this name. Check the spelling.", 0


def _walk(root: Path, readers: Mapping[str, Reader], tally: _Tally) -> Iterator[Path | Refusal]:
    """The files below a folder that are to be read, each folder's in order, and what is refused."""
    real_root = os.path.realpath(root)
    waiting = [root]
    while waiting:
        path = waiting.pop()
        if path == root or (os.path.isdir(path) and not os.path.islink(path)):  # noqa: PTH112, PTH114, never raise
            try:
                waiting += reversed(_entries(path))
            except OSError as error:
                yield _refusal(
                    path, f"the folder cannot be opened ({error.strerror}). Check its permissions."
                )
        elif os.path.islink(path):  # noqa: PTH114
            yield from _follow(path, real_root, readers, tally)
        elif _reader(path, readers):
            yield path
        else:
            tally.add(path)


def _entries(folder: Path) -> list[Path]:
    names = sorted(os.listdir(folder))  # noqa: PTH208, sorted by name
    return [folder / name for name in names if not name.startswith(".") and name.casefold() != "readme.md"]


def _follow(
    link: Path, real_root: str, readers: Mapping[str, Reader], tally: _Tally
) -> Iterator[Path | Refusal]:
    """What a link in a folder leads to; a folder inside is met at its own place."""
    is_folder = os.path.isdir(link)  # noqa: PTH112, never raises
    if not is_folder and link.suffix and not _reader(link, readers):
        tally.add(link)
    elif not _stays_inside(link, real_root):
        yield _refusal(link, "this link leads out of the folder or nowhere. Give the file's own path.")
    elif not is_folder and _reader(link, readers):
        yield link
    elif not is_folder:
        tally.add(link)


def _stays_inside(link: Path, real_root: str) -> bool:
    try:
        return link.resolve(strict=True).is_relative_to(real_root)
    except (OSError, RuntimeError):
        return False


def _reader(path: Path, readers: Mapping[str, Reader]) -> Reader | None:
    return readers.get(path.suffix.lower())


def _endingless(path: Path, readers: Mapping[str, Reader]) -> Reader | None:
    return None if path.suffix else readers.get(".txt")


def _read(path: Path, reader: Reader | None) -> Item | Refusal:
    if reader is None:
        return _refusal(
            path, f"files of this kind are not read. Those that are end in {', '.join(TEXT_READERS)}."
        )
    try:
        return reader(_read_bytes(path), _shown(path))
    except InputError as error:
        return Refusal(_shown(path), str(error))
    except OSError as error:
        return _refusal(path, f"the file cannot be read ({error.strerror}). Check its permissions.")


def _read_bytes(path: Path) -> bytes:
    """At most one byte more than the limit: the reader refuses by size, and a huge file is never held."""
    if not stat.S_ISREG(path.stat().st_mode):
        raise InputError(f"{_shown(path)}: this is a device or pipe, not a file. Save the article to a file.")
    with path.open("rb") as file:
        return file.read(SIZE_LIMIT + 1)


def _refusal(path: Path | str, message: str) -> Refusal:
    return Refusal(_shown(path), f"{_shown(path) or repr('')}: {message}")


def _shown(path: Path | str) -> str:
    """The path in signs that can be printed: a name that is not UTF-8 shows its bytes escaped."""
    try:
        return os.fsencode(path).decode("utf-8", "backslashreplace")
    except UnicodeEncodeError:
        return str(path).encode("utf-8", "backslashreplace").decode("utf-8")
