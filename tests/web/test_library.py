"""What the library gives comes from the store where it is kept, is as computed, and is made anew where it is not kept."""

import logging
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import combinations, permutations
from pathlib import Path
from types import ModuleType

import pytest

from app.compare import collating
from app.compare.collating import MOST_VERSIONS, collate
from app.compare.engine import compare
from app.compare.found import Found, find
from app.errors import NotYetError, StoppedError
from app.store import Store, check, upgrade
from app.store.engine import database_path
from app.text.content import Content
from app.text.document import Document, read_document
from app.web import library as libraries
from app.web.library import Library

from .ferry import fill, telling


@pytest.fixture
def url(tmp_path: Path) -> str:
    address = f"sqlite:///{tmp_path}/variorum.db"
    upgrade(address)
    return address


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    with Store(url) as opened:
        yield opened


@pytest.fixture
def aligned(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """One entry for each pair that is aligned for a collation, or a share, since the test began."""
    return watch(monkeypatch, [collating, libraries], "outline")


@pytest.fixture
def compared(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """One entry for each comparison that is computed since the test began."""
    return watch(monkeypatch, [libraries], "compare")


def watch(monkeypatch: pytest.MonkeyPatch, modules: list[ModuleType], name: str) -> list[object]:
    seen: list[object] = []
    work = getattr(modules[0], name)

    def watched(*documents: object, **more: object) -> object:
        seen.append(documents)
        return work(*documents, **more)

    for module in modules:
        monkeypatch.setattr(module, name, watched)
    return seen


def execute(url: str, statement: str) -> int:
    with closing(sqlite3.connect(database_path(url), isolation_level=None)) as connection:
        return connection.execute(statement).rowcount


def test_a_story_is_collated_once_and_read_from_then_on(store: Store, aligned: list[object]) -> None:
    fill(store, 5)
    first = Library(store).collated("ferry")
    assert len(aligned) == 10
    second = Library(store).collated("ferry")
    assert len(aligned) == 10
    assert second == first
    documents = [read_document(version.content) for version in first.versions]
    published = [version.content.published for version in first.versions]
    assert first.collation == collate(documents, published=published)


def test_a_further_version_is_aligned_with_the_others_alone(
    store: Store, aligned: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(store, 5)
    Library(store).collated("ferry")
    aligned.clear()
    looked_at: list[Document] = []

    def watched(read: Document, published: str | None) -> Found:
        looked_at.append(read)
        return find(read, published)

    monkeypatch.setattr(collating, "find", watched)
    fill(store, 1, first=5)
    found = Library(store).collated("ferry")
    assert len(aligned) == 5
    assert len(looked_at) == 1
    documents = [read_document(version.content) for version in found.versions]
    assert found.collation == collate(documents, published=[None] * 6)


def test_a_pair_is_kept_when_it_is_first_asked_for_and_the_same_from_either_side(
    store: Store, compared: list[object]
) -> None:
    ids = fill(store, 4)
    for a, b in combinations(ids, 2):
        Library(store).pair(a, b)
    assert len(compared) == 6
    for a, b in permutations(ids, 2):
        pair = Library(store).pair(a, b)
        one, other = read_document(pair.a.content), read_document(pair.b.content)
        assert pair.comparison == compare(one, other)
        assert Library(store).shared(a, b) == pair.comparison.summary.shared
    assert len(compared) == 6


def test_a_pair_of_two_stories_and_one_of_a_version_with_itself_are_not_kept(store: Store, url: str) -> None:
    (one,) = fill(store, 1)
    other = store.add_version(telling(1), raw=b"", story_title="Other").version_id
    Library(store).pair(one, other)
    Library(store).pair(one, one)
    assert execute(url, "DELETE FROM comparisons") == 0


def test_the_same_text_twice_is_aligned_once(store: Store, aligned: list[object]) -> None:
    fill(store, 2)
    for outlet in ("One", "Other"):
        content = Content(telling(0).blocks, title="Ferry 0", outlet=outlet)
        store.add_version(content, raw=outlet.encode(), story_title="Ferry")
    found = Library(store).collated("ferry")
    assert len(aligned) == 1
    assert sorted(one for line in found.collation.similarity for one in line).count(1.0) == 4 + 6


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM collations",
        "UPDATE collations SET payload = x'00'",
        "UPDATE collations SET engine = '1/1'",
        "UPDATE collations SET versions = ''",
        "UPDATE collations SET version_count = 3",
    ],
)
def test_a_collation_that_is_lost_is_made_anew(store: Store, url: str, statement: str) -> None:
    fill(store, 4)
    first = Library(store).collated("ferry")
    assert execute(url, statement) == 1
    assert Library(store).collated("ferry") == first
    assert store.uncollated(engine=Library(store).engine) == []
    assert check(url) == []


def unfinished(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """Four versions of a story that were all aligned, but not collated in the end."""
    fill(store, 4)
    with monkeypatch.context() as patch:
        patch.setattr(Store, "keep_collation", lambda *_, **__: False)
        Library(store).collated("ferry")


@pytest.mark.parametrize(
    ("damage", "again"),
    [
        ("engine = engine", 0),
        ("payload = x'0000000000'", 3),
        ("payload = substr(payload, 2)", 3),
        ("payload = 12", 3),
        ("engine = '1/1'", 3),
    ],
)
def test_a_collation_that_was_not_finished_goes_on_from_what_was_kept(
    store: Store, url: str, aligned: list[object], monkeypatch: pytest.MonkeyPatch, damage: str, again: int
) -> None:
    unfinished(store, monkeypatch)
    assert execute(url, f"UPDATE outlines SET {damage} WHERE a = (SELECT min(a) FROM outlines)") == 3  # noqa: S608
    aligned.clear()
    found = Library(store).collated("ferry")
    assert len(aligned) == again
    documents = [read_document(version.content) for version in found.versions]
    assert found.collation == collate(documents)
    assert execute(url, "DELETE FROM outlines") == 0
    assert check(url) == []


def test_outlines_of_a_story_do_not_outlive_its_collation(
    store: Store, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever engine made them, and whether or not their versions are still among those collated."""
    unfinished(store, monkeypatch)
    execute(url, "UPDATE outlines SET engine = '1/1', payload = x'00'")
    assert check(url) == []  # another release's are not looked at
    monkeypatch.setattr(libraries, "MOST_VERSIONS", 3)
    Library(store).collated("ferry")
    assert execute(url, "DELETE FROM outlines") == 0


def test_a_damaged_outline_is_found_by_a_check(
    store: Store, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    unfinished(store, monkeypatch)
    execute(url, "UPDATE outlines SET payload = x'00' WHERE rowid = 1")
    (problem,) = check(url)
    assert problem.startswith("The outline of versions")


def test_damage_is_found_by_a_check_and_mended_by_the_next_who_asks(store: Store, url: str) -> None:
    ids = fill(store, 2)
    Library(store).collated("ferry")
    Library(store).pair(*ids)
    execute(url, "UPDATE comparisons SET payload = x'00'")
    execute(url, "UPDATE collations SET payload = x'00'")
    comparison, collation = check(url)
    assert all(one in comparison for one in ids)
    assert "collation of story 1" in collation
    Library(store).pair(*ids)
    Library(store).collated("ferry")
    assert check(url) == []


def test_where_nothing_can_be_kept_all_is_computed_and_a_line_says_so(
    store: Store, url: str, caplog: pytest.LogCaptureFixture
) -> None:
    ids = fill(store, 3)
    with Store(url, read_only=True) as reading:
        library = Library(reading)
        with caplog.at_level(logging.WARNING, logger="app.store.kept"):
            assert len(library.collated("ferry").collation.pairs) == 3
            library.pair(ids[0], ids[1])
    assert [record.name for record in caplog.records] == ["app.store.kept"]
    assert store.uncollated(engine="2") == ["ferry"]


def test_the_most_versions_and_one_more(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libraries, "MOST_VERSIONS", 4)
    fill(store, 4)
    assert Library(store).collated("ferry").left_out == 0
    fill(store, 1, first=4)
    found = Library(store).collated("ferry")
    assert (len(found.versions), found.left_out) == (4, 1)
    assert store.uncollated(engine=Library(store).engine) == []
    assert MOST_VERSIONS == 50


def test_a_collation_of_what_the_story_had_before_is_not_kept(store: Store) -> None:
    fill(store, 2)
    library = Library(store)
    collate_versions = library._kept._writer.keep_collation

    def late(*arguments: object, **more: object) -> bool:
        if store.story_count() and len(store.story("ferry").articles) == 2:
            fill(store, 1, first=2)
        return collate_versions(*arguments, **more)  # type: ignore[arg-type]

    library._kept._writer.keep_collation = late  # type: ignore[method-assign]
    library.collated("ferry")
    assert store.uncollated(engine=library.engine) == ["ferry"]
    library.collate_ahead("ferry")
    assert store.uncollated(engine=library.engine) == []


def test_being_stopped_ends_a_collation_and_keeps_what_it_has(store: Store, url: str) -> None:
    fill(store, 4)
    library = Library(store)
    library.stop()
    with pytest.raises(StoppedError):
        library.collated("ferry")
    assert execute(url, "DELETE FROM outlines") == 1


@pytest.mark.parametrize("beyond", [0, 1])
def test_nobody_waits_for_a_long_story_that_is_not_collated(
    store: Store, monkeypatch: pytest.MonkeyPatch, beyond: int
) -> None:
    fill(store, 3)
    sizes = [head.word_count for article in store.story("ferry").articles for head in article.versions]
    monkeypatch.setattr(libraries, "WAITED_FOR", sum(sizes) * 2 - beyond)
    library = Library(store)
    if beyond:
        with pytest.raises(NotYetError):
            library.collated("ferry")
        library.collate_ahead("ferry")
    assert len(library.collated("ferry").versions) == 3
    assert len(Library(store).collated("ferry").versions) == 3


def test_a_kept_value_of_another_type_counts_as_none(store: Store, url: str) -> None:
    ids = fill(store, 3)
    made, pair = Library(store).collated("ferry").collation, Library(store).pair(*ids[:2])
    execute(url, "UPDATE collations SET payload = 'text'")
    execute(url, "UPDATE comparisons SET payload = 12")
    assert Library(store).collated("ferry").collation == made
    assert Library(store).pair(*ids[:2]) == pair
