"""The articles that are compared: the project's own always, others' where they are there."""

from collections.abc import Iterable
from itertools import combinations
from pathlib import Path

from app.ingest.files import Refusal, read_files
from app.resources import SAMPLE
from app.text.content import Block, Content
from benchmarks.targets import SHARED
from tests.compare.labelled_cases import Telling
from tests.compare.labelled_cases import pairs as labelled

Pair = tuple[Content, Content]
_LATEST = ("04-", "05-", "06-", "07-", "08-")
"""The sample's articles, each in its latest version."""


def sample() -> list[Content]:
    return _read([SAMPLE], _LATEST)


def seeds() -> list[Content]:
    """Five articles of about a thousand words on one event, or none where they are absent."""
    folder = SHARED / "seeds"
    return _read(sorted(folder.glob("*.txt")), ("",)) if folder.is_dir() else []


def sample_pairs() -> list[Pair]:
    return list(combinations(sample(), 2))


def case_pairs() -> list[Pair]:
    """The labelled pairs of tests/cases/alignment: short articles in eight languages."""
    return [(_content(pair.a), _content(pair.b)) for pair in labelled()]


def seed_pairs() -> list[Pair]:
    return list(combinations(seeds(), 2))


def _content(telling: Telling) -> Content:
    return Content(tuple(Block("paragraph", " ".join(p)) for p in telling.paragraphs), telling.title)


def _read(paths: Iterable[Path], starts: tuple[str, ...]) -> list[Content]:
    found = []
    for item in read_files(paths):
        if isinstance(item, Refusal):
            raise SystemExit(item.message)
        if item.name.rpartition("/")[2].startswith(starts):
            found.append(item.content)
    return found
