"""What a store makes of versions that are given to it."""

from dataclasses import replace
from datetime import datetime
from itertools import permutations
from typing import Any

import pytest
from sqlalchemy import text

from app.errors import InputError, StoreError
from app.store import Store, check
from app.store.incoming import article_digest
from app.text.content import Block, Content, short_id

from .samples import CAPTURED, content, moment, piece


def test_a_version_is_given_back_with_where_it_stands(store: Store) -> None:
    given = piece(1)
    added = store.add_version(
        given, raw=b"<p>bytes", file_name="a.html", media_type="text/html", url="https://coast.example/1",
        story_title="Tide over the barrier", captured=CAPTURED,
    )  # fmt: skip
    version = store.version(given.id())
    assert (added.version_id, added.outcome, added.number) == (given.id(), "added", 1)
    assert (version.content, version.captured, version.article.id) == (given, CAPTURED, added.article_id)
    assert version.article.url == "https://coast.example/1"
    assert (version.article.story_slug, version.article.story_title) == (
        "tide-over-the-barrier",
        "Tide over the barrier",
    )
    [capture] = store.captures(given.id())
    assert (capture.file_name, capture.media_type, capture.size) == ("a.html", "text/html", 8)
    assert store.raw(given.id(), capture.sha256) == b"<p>bytes"


def test_the_same_item_twice_adds_nothing(store: Store) -> None:
    first = store.add_version(piece(1), raw=b"a", story_title="Tide", captured=moment(0))
    second = store.add_version(piece(1), raw=b"a", story_title="Tide", captured=moment(1))
    assert second == replace(first, outcome="known")
    assert (first.story_slug, first.story_title, first.number) == ("tide", "Tide", 1)
    assert [capture.captured for capture in store.captures(first.version_id)] == [moment(0)]
    assert store.story_count() == 1


def test_known_content_stays_where_it_is_and_other_bytes_of_it_are_kept(store: Store) -> None:
    first = store.add_version(piece(1), raw=b"a", story_title="Tide", article_key="one")
    second = store.add_version(piece(1), raw=b"b", story_title="Another", article_key="two")
    assert (second.article_id, second.story_slug, second.outcome) == (first.article_id, "tide", "known")
    assert [store.raw(first.version_id, one.sha256) for one in store.captures(first.version_id)] == [
        b"a",
        b"b",
    ]
    assert [summary.story.title for summary in store.stories()] == ["Tide"]


def test_a_revision_goes_to_its_article_whatever_story_is_named(store: Store) -> None:
    first = store.add_version(piece(1), raw=b"", article_key="piece", story_title="Tide")
    second = store.add_version(piece(2), raw=b"", article_key="piece", story_title="Another")
    assert (second.article_id, second.number, second.story_slug) == (first.article_id, 2, "tide")


@pytest.mark.parametrize(
    ("keys", "canonical_key"),
    [
        ({"article_key": "k", "url": "https://coast.example/1"}, "k"),
        ({"url": "https://coast.example/1"}, "https://coast.example/1"),
        ({}, piece(1).id()),
    ],
)
def test_an_article_is_its_outlet_and_key_else_address_else_first_version(
    store: Store, keys: dict[str, str], canonical_key: str
) -> None:
    added = store.add_version(piece(1), raw=b"", **keys)  # type: ignore[arg-type]
    digest = article_digest("Coast Agency", canonical_key)
    assert added.article_id == short_id(bytes.fromhex(digest))


def test_an_article_id_is_the_same_on_every_machine() -> None:
    assert article_digest("Coast Agency", "k") == (
        "7cd21fdaadf30eaa39c39f60e2f41f3ea507d2f4996b4eaa70568462bb8105ad"
    )


def test_two_outlets_under_one_key_are_two_articles(store: Store) -> None:
    one = store.add_version(piece(1, "Coast Agency"), raw=b"", article_key="k", story_title="Tide")
    other = store.add_version(piece(1, "The Ledger"), raw=b"", article_key="k", story_title="Tide")
    assert one.article_id != other.article_id
    assert [outlet.name for outlet in store.outlets()] == ["Coast Agency", "The Ledger"]


Names = dict[str, Any]
U, V = ({"url": f"https://coast.example/{number}"} for number in (1, 2))
K, L = ({"article_key": key} for key in "kl")
X, Y = ({"raw": raw} for raw in (b"x", b"y"))
GROUPED: dict[str, tuple[list[Names], str]] = {
    "one key": ([K, K], "aa"),
    "two keys": ([K, L], "ab"),
    "one address": ([U, U], "aa"),
    "two addresses": ([U, V], "ab"),
    "key comes to the address": ([U, U | K, K], "aaa"),
    "key goes": ([U | K, U, K], "aaa"),
    "address changes": ([U | K, V | K, V], "aaa"),
    "two keys at one address": ([U | K, U | L, L], "abb"),
    "the address's key is taken": ([U, U | K, U | L], "aab"),
    "key before address": ([K, U, U | K], "aba"),
    "same bytes": ([X, X, Y], "aab"),
    "same bytes, another outlet": ([X, X | {"outlet": "The Ledger"}], "ab"),
    "same bytes, no outlet": ([X, X | {"outlet": None}], "ab"),
    "no bytes": ([{}, {}], "ab"),
    "same bytes, key comes": ([X, X | K, K], "aaa"),
    "same bytes, key goes": ([X | K, X], "aa"),
    "same bytes, two keys": ([X | K, X | L], "ab"),
    "same bytes at another address": ([X | U, X | V], "ab"),
    "same bytes, address goes": ([X | U, X], "aa"),
}  # fmt: skip


def groups(store: Store, given: list[Names]) -> str:
    """A letter for each version's article, given that version's names; every version has other content."""
    ids: list[str] = []
    for at, names in enumerate(given):
        outlet = names.get("outlet", "Coast Agency")
        options = {"raw": b"", **{name: value for name, value in names.items() if name != "outlet"}}
        ids.append(store.add_version(replace(piece(at), outlet=outlet), **options).article_id)
    return "".join("abc"[list(dict.fromkeys(ids)).index(one)] for one in ids)


@pytest.mark.parametrize(("given", "expected"), GROUPED.values(), ids=GROUPED.keys())
def test_versions_are_grouped_by_key_address_and_bytes(
    store: Store, url: str, given: list[Names], expected: str
) -> None:
    assert groups(store, given) == expected
    assert check(url) == []


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_a_key_and_its_address_hold_together_in_any_order(store: Store, order: tuple[int, ...]) -> None:
    given: list[Names] = [U | K, U, U | K | X]
    assert groups(store, [given[at] for at in order]) == "aaa"


def test_a_key_given_when_an_item_comes_again_is_kept(store: Store) -> None:
    first = store.add_version(piece(1), raw=b"a")
    known = store.add_version(piece(1), raw=b"a", article_key="k")
    second = store.add_version(piece(2), raw=b"b", article_key="k")
    assert (known.outcome, second.article_id, second.number) == ("known", first.article_id, 2)


@pytest.mark.parametrize(
    ("titles", "slugs"),
    [
        (["Tide!", "Tide?", "Tide"], ["tide", "tide-2", "tide-3"]),
        (["Tide", " Tide\n", "Ti\tde"], ["tide", "tide", "ti-de"]),
        (["Tide 2", "Tide", "Tide!"], ["tide-2", "tide", "tide-3"]),
        (["É", "E\u0301"], ["é", "é"]),
        (["…", "—"], ["story", "story-2"]),
        (["潮位", "समाचार"], ["潮位", "समाचार"]),
        (["a" * 90, "a" * 91], ["a" * 80, "a" * 78 + "-2"]),
        ([None, None], ["barrier-holds-revision-0", "barrier-holds-revision-1"]),
    ],
)
def test_stories_are_made_by_title(store: Store, titles: list[str | None], slugs: list[str]) -> None:
    added = [store.add_version(piece(at), raw=b"", story_title=title) for at, title in enumerate(titles)]
    assert [one.story_slug for one in added] == slugs
    assert all(store.story(slug).story.slug == slug for slug in slugs)


@pytest.mark.parametrize(
    ("given", "options", "message"),
    [
        (content("a\0b"), {}, r"text \(block 1\) holds U\+0000 at character 2"),
        (content("x", title="\ud83d"), {}, r"title holds U\+D83D at character 1"),
        (content("x", outlet="\udc80"), {}, r"outlet holds U\+DC80"),
        (content("x", published="\0"), {}, r"published holds U\+0000"),
        (content("x"), {"url": "https://coast.example/\0"}, "address holds"),
        (content("x"), {"file_name": "a\udcff.html"}, r"file name holds U\+DCFF at character 2"),
        (content("x"), {"article_key": "\0"}, "article key holds"),
        (content("x"), {"story_title": "\ud800"}, "story title holds"),
        (content("x"), {"story_title": " \n"}, "story title is empty"),
        (content("x"), {"story_title": "t" * 501}, "story title has 501 characters; at most 500"),
        (content("x", outlet="o" * 501), {}, "outlet has 501 characters; at most 500"),
        (Content(blocks=(Block("table", "x"),)), {}, "kind 'table'"),  # type: ignore[arg-type]
    ],
)
def test_what_cannot_be_stored_is_refused_and_leaves_no_row(
    store: Store, given: Content, options: dict[str, Any], message: str
) -> None:
    with pytest.raises(InputError, match=message):
        store.add_version(given, raw=b"", **options)
    assert (store.stories(), store.outlets()) == ((), ())


def test_a_moment_without_a_time_zone_is_a_mistake_of_the_caller(store: Store) -> None:
    with pytest.raises(ValueError, match="time zone"):
        store.add_version(piece(1), raw=b"", captured=datetime(2031, 5, 20))  # noqa: DTZ001


@pytest.mark.parametrize("table", ["versions", "articles"])
def test_an_id_that_stands_for_another_digest_is_never_merged(store: Store, table: str) -> None:
    given = store.add_version(piece(1), raw=b"a", article_key="k")
    with store._engine.begin() as connection:
        connection.execute(text(f"UPDATE {table} SET digest = :digest"), {"digest": "f" * 64})  # noqa: S608
    again = piece(1) if table == "versions" else piece(2)
    with pytest.raises(StoreError, match=r"f{64}, given [0-9a-f]{64}"):
        store.add_version(again, raw=b"b", article_key="k")
    assert len(store.captures(given.version_id)) == 1
    assert len(store.article(given.article_id).versions) == 1
