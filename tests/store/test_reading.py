"""What the pages ask a store for."""

from collections.abc import Sequence
from datetime import UTC, datetime

import pytest

from app.errors import NotFoundError
from app.store import Store
from app.store.order import listed_order
from app.text.published import moment as read_moment

from .samples import content, moment, piece


def revisions(store: Store, published: Sequence[str | None]) -> str:
    """One article with a version for each date, in this order of arrival; its id."""
    ids = {
        store.add_version(
            content(f"Number {at}.", published=date), raw=b"", article_key="k", story_title="Tide"
        ).article_id
        for at, date in enumerate(published)
    }
    assert len(ids) == 1
    return ids.pop()


@pytest.mark.parametrize(
    ("published", "numbers"),
    [
        (["2031-05-18", "2031-05-16", "2031-05-17"], [2, 3, 1]),
        (["2031-05-16T10:00:00+02:00", "2031-05-16T09:00:00Z", "2031-05-16"], [3, 1, 2]),
        (["2031-05-16T00:30:00+02:00", "2031-05-16"], [1, 2]),
        (["2031-05", "2031", "2031-05-02"], [2, 1, 3]),
        (["2031-05-16", "2031-05-16"], [1, 2]),
        (["2031-05-18", None, "2031-05-16"], [1, 2, 3]),
        (["2031-05-18", "last spring", "2031-05-16"], [1, 2, 3]),
        (["9999-12-31T23:59:59-10:00", "0001-01-01"], [1, 2]),
    ],
)
def test_versions_are_listed_by_date_where_all_have_one(
    store: Store, published: list[str | None], numbers: list[int]
) -> None:
    versions = store.article(revisions(store, published)).versions
    assert [head.number for head in versions] == numbers
    assert [(head.position, head.of) for head in versions] == [
        (at + 1, len(numbers)) for at in range(len(numbers))
    ]
    assert [head.published for head in versions] == [published[number - 1] for number in numbers]
    for head in versions:
        whole = store.version(head.id)
        assert (whole.number, whole.position, whole.of) == (head.number, head.position, head.of)


def test_the_order_of_no_versions_is_empty() -> None:
    assert listed_order([]) == ()


@pytest.mark.parametrize(
    "text", ["", "soon", "2031-13-01", "0000-01-01", "16 May 2031", "٢٠٣١", "2031-05-16T25:00"]
)
def test_what_is_no_date_gives_no_moment(text: str) -> None:
    assert read_moment(text) is None


def test_a_head_shows_what_lists_need_without_the_text(store: Store) -> None:
    given = content("The tide came over the wall at noon and the square was under water.", language="en")
    added = store.add_version(given, raw=b"", captured=moment(0))
    [head] = store.article(added.article_id).versions
    assert (head.title, head.outlet, head.language, head.word_count) == (None, None, "en", 14)
    assert head.display_title == "The tide came over the wall at noon and the …"
    assert head.captured == moment(0)


def test_stories_are_summed_up(store: Store) -> None:
    for at, (outlet, published) in enumerate(
        [("The Ledger", "2031-05-17T09:00:00Z"), ("Coast Agency", "2031-05-16"), ("Coast Agency", None)]
    ):
        store.add_version(
            content(f"Text {at}.", outlet=outlet, published=published),
            raw=b"", article_key="k", story_title="Tide", captured=moment(at),
        )  # fmt: skip
    [summary] = store.stories()
    assert (summary.article_count, summary.version_count) == (2, 3)
    assert summary.outlets == ("Coast Agency", "The Ledger")
    assert (summary.first_published, summary.last_published) == ("2031-05-16", "2031-05-17T09:00:00Z")
    assert (summary.latest_capture, summary.story.created) == (moment(2), moment(0))
    assert [(outlet.name, outlet.article_count) for outlet in store.outlets()] == [
        ("Coast Agency", 1),
        ("The Ledger", 1),
    ]


STORIES = [
    ("Oldest", "2031-05-01", 0.0),
    ("Said to be far ahead", "9999-01-01", 1.0),
    ("Newest", "2031-05-22", 5.0),
    ("Undated, captured early", None, -3.0),
]


@pytest.mark.parametrize("order", [[0, 1, 2, 3], [3, 2, 1, 0], [2, 0, 3, 1]])
def test_stories_are_listed_newest_first_in_whatever_order_they_came(store: Store, order: list[int]) -> None:
    for title, published, days in (STORIES[at] for at in order):
        store.add_version(
            content(title, published=published), raw=b"", story_title=title, captured=moment(days)
        )
    titles = [summary.story.title for summary in store.stories()]
    assert titles == ["Newest", "Said to be far ahead", "Undated, captured early", "Oldest"]
    assert [summary.story.title for summary in store.stories(limit=2, offset=1)] == titles[1:3]
    assert store.stories(limit=2, offset=10**23) == ()
    assert store.story_count() == 4


@pytest.mark.parametrize("order", [[0, 1, 2, 3], [3, 1, 0, 2]])
def test_a_story_lists_its_articles_alike_in_whatever_order_they_came(store: Store, order: list[int]) -> None:
    given = [
        content("One.", outlet="The Ledger", published="2031-05-17"),
        content("Two.", outlet="Coast Agency", published="2031-05-16T12:00Z"),
        content("Three.", outlet="Bay Post"),
        content("Four.", outlet="Argus"),
    ]
    for at in order:
        store.add_version(given[at], raw=b"", story_title="Tide")
    story = store.story("tide")
    assert [held.article.outlet for held in story.articles] == [
        "Coast Agency",
        "The Ledger",
        "Argus",
        "Bay Post",
    ]
    assert [head.id for held in story.articles for head in held.versions] == [
        given[at].id() for at in (1, 0, 3, 2)
    ]


def test_versions_come_in_the_order_they_are_asked_for(store: Store) -> None:
    ids = [store.add_version(piece(number), raw=b"").version_id for number in range(4)]
    wanted = [ids[2], ids[0], ids[2]]
    assert [version.id for version in store.versions(wanted)] == wanted
    assert store.versions([]) == ()


def test_there_is_no_limit_to_how_many_versions_are_asked_for(store: Store) -> None:
    ids = [store.add_version(piece(number), raw=b"").version_id for number in range(2)]
    assert [version.id for version in store.versions(ids * 20_000)] == ids * 20_000


UNKNOWN = [
    "a" * 16,
    "",
    "-1",
    "1" * 23,
    "\0",
    "\udcff",
    "٥" * 16,
    "A" * 16,
    "a" * 16 + "\n",
    "<script>",
    "x" * 100_000,
]


@pytest.mark.parametrize("unknown", UNKNOWN)
@pytest.mark.parametrize("noun", ["version", "article", "story", "captures"])
def test_an_unknown_id_is_not_found_and_not_repeated_raw(store: Store, noun: str, unknown: str) -> None:
    with pytest.raises(NotFoundError) as caught:
        getattr(store, noun)(unknown)
    assert "<" not in str(caught.value)
    assert len(str(caught.value)) < 200


def test_bytes_of_an_unknown_capture_are_not_found(store: Store) -> None:
    added = store.add_version(piece(1), raw=b"a")
    for sha256 in ("0" * 64, "\0", "\ud800"):
        with pytest.raises(NotFoundError):
            store.raw(added.version_id, sha256)


def test_moments_are_given_back_aware(store: Store) -> None:
    berlin = datetime.fromisoformat("2031-05-20T10:00:00.123456+02:00")
    added = store.add_version(piece(1), raw=b"", captured=berlin)
    assert store.version(added.version_id).captured == berlin
    assert store.version(added.version_id).captured.isoformat() == "2031-05-20T08:00:00.123456+00:00"


@pytest.mark.parametrize(
    ("published", "headline"),
    [
        (["2031-05-16", "2031-05-18", "2031-05-17"], "Headline 1"),
        (["2031-05-16", "2031-05-16"], "Headline 1"),
        ([None, "2031-05-16"], "Headline 0"),
    ],
)
def test_a_story_in_a_list_has_the_headline_of_its_newest_version(
    store: Store, published: list[str | None], headline: str
) -> None:
    for at, date in enumerate(published):
        one = content(f"Number {at}.", published=date, title=f"Headline {at}")
        store.add_version(
            one,
            raw=b"%d" % at,
            article_key="k",
            story_title="Tide",
            captured=datetime(2031, 6, 1, at, tzinfo=UTC),
        )
    [summary] = store.stories()
    assert summary.headline == headline
