"""Searching what is stored."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.store import Store, check, reindex, upgrade
from app.store.search.records import Filters, SearchResult
from app.text.excerpts import Excerpt
from tests.store.samples import content, moment
from tests.store.test_schema import execute

EVERYTHING = Filters()


def find(
    store: Store, text: str, filters: Filters = EVERYTHING, limit: int = 20, offset: int = 0
) -> SearchResult:
    return store.search(text, filters, limit=limit, offset=offset)


def titles(result: SearchResult) -> list[str]:
    return [hit.version.display_title for hit in result.hits]


def shown(excerpt: Excerpt) -> str:
    return "".join(f"[{piece.text}]" if piece.found else piece.text for piece in excerpt)


@pytest.fixture
def filled(store: Store) -> Store:
    """Articles about a flood, in several languages, from two outlets."""
    pieces = [
        (
            "Flood at the gate",
            "The barrier failed. Flooding came at noon.",
            "Coast Agency",
            "en",
            "2031-05-16T10:00:00Z",
        ),
        (
            "Tide tables",
            "Nobody saw the flood come over the storm-surge gate.",
            "The Ledger",
            "en-GB",
            "2031-05-17",
        ),
        ("La crue", "L’eau est montée près du café, dit O’Neill.", "Le Quai", "fr", None),
        ("東京の水門", "東京都の水門が壊れた。", "潮報", "ja", "2031-05-18"),
        ("ประตูน้ำ", "น้ำท่วมกรุงเทพเมื่อวานนี้", "คลื่น", "th", "2031-05-19"),
        ("수문", "서울에서 수문이 열렸다.", None, "ko", "2031-05-20"),
    ]
    for number, (title, text, outlet, language, published) in enumerate(pieces):
        store.add_version(
            content(text, title=title, outlet=outlet, language=language, published=published),
            raw=b"%d" % number, url=f"https://coast.example/{number}?utm_source=x",
            story_title="Flood" if number < 3 else "Elsewhere", captured=moment(number),
        )  # fmt: skip
    return store


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("flood", ["Flood at the gate", "Tide tables"]),
        ("FLOOD gate", ["Flood at the gate", "Tide tables"]),
        ("flooding", ["Flood at the gate"]),
        ("flood*", ["Flood at the gate", "Tide tables"]),
        ("barr*", ["Flood at the gate"]),
        ('"the gate"', ["Flood at the gate"]),
        ('"gate the"', []),
        ("storm-surge", ["Tide tables"]),
        ("cafe eau", ["La crue"]),
        ("CAFÉ", ["La crue"]),
        ("neill", ["La crue"]),
        ("水門", ["東京の水門"]),
        ("門水", []),
        ("京都", ["東京の水門"]),
        ("กรุงเทพ", ["ประตูน้ำ"]),
        ("서울", ["수문"]),
        ("nowhere", []),
        ("flood nowhere", []),
        ("https://www.coast.example/1/", ["Tide tables"]),
        ("http://coast.example/9", []),
    ],
)
def test_what_is_found(filled: Store, query: str, expected: list[str]) -> None:
    result = find(filled, query)
    assert titles(result) == expected
    assert result.total == len(expected)


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(outlet="The Ledger"), ["Tide tables"]),
        (Filters(outlet="None such"), []),
        (Filters(story="flood"), ["Flood at the gate", "Tide tables"]),
        (Filters(story="elsewhere"), []),
        (Filters(language="en"), ["Flood at the gate", "Tide tables"]),
        (Filters(language="fr"), []),
        (Filters(first=date(2031, 5, 17)), ["Tide tables"]),
        (Filters(last=date(2031, 5, 16)), ["Flood at the gate"]),
        (Filters(first=date(2031, 5, 16), last=date(2031, 5, 16)), ["Flood at the gate"]),
        (Filters(first=date(1, 1, 1), last=date.max), ["Flood at the gate", "Tide tables"]),
    ],
)
def test_filters(filled: Store, filters: Filters, expected: list[str]) -> None:
    assert titles(find(filled, "flood", filters)) == expected


def test_matches_are_marked_in_context(filled: Store) -> None:
    (hit,) = find(filled, "neill près").hits
    assert [shown(one) for one in hit.excerpts] == ["L’eau est montée [près] du café, dit O’[Neill]."]
    assert shown(find(filled, "水門").hits[0].title) == "東京の[水門]"


def test_an_article_is_one_hit_its_latest_version_that_matches(store: Store) -> None:
    for number, text in enumerate(["The gate held.", "The gate failed.", "The tide came."]):
        store.add_version(
            content(text, title="Gate"), raw=b"%d" % number, article_key="k", captured=moment(number)
        )
    (hit,) = find(store, "failed").hits
    assert (hit.version.position, hit.version.of, hit.is_latest, hit.matching) == (2, 3, False, 1)
    (hit,) = find(store, "gate").hits
    assert (hit.version.position, hit.is_latest, hit.matching) == (3, True, 3)


def test_the_latest_is_the_one_that_is_listed_last(store: Store) -> None:
    for number, published in enumerate(["2031-05-18", "2031-05-17"]):
        new = content(f"The gate held {number} hours.", published=published)
        store.add_version(new, raw=b"%d" % number, article_key="k", captured=moment(number))
    (hit,) = find(store, "gate").hits
    assert (hit.version.number, hit.is_latest) == (1, True)


def test_the_newer_one_of_two_that_are_as_good_comes_first(store: Store) -> None:
    for number, day in enumerate(["2031-05-16", "2031-05-18", "2031-05-17", "9999-01-01"]):
        store.add_version(
            content("The gate held.", title=day, published=day), raw=b"%d" % number, captured=moment(0)
        )
    assert titles(find(store, "gate")) == ["9999-01-01", "2031-05-18", "2031-05-17", "2031-05-16"]
    assert titles(find(store, "gate", limit=2, offset=1)) == ["2031-05-18", "2031-05-17"]
    assert find(store, "gate", limit=2, offset=9).total == 4
    assert find(store, "gate", limit=2, offset=9).hits == ()


def test_addresses_of_our_own_pages_find_their_articles(filled: Store) -> None:
    hits = [find(filled, word).hits[0] for word in ("barrier", "storm")]
    a, b = (hit.version.id for hit in hits)
    both = ["Flood at the gate", "Tide tables"]
    for text, expected in [
        (f"http://127.0.0.1:8000/compare/{a}/{b}?folds=open", both),
        (f"/compare/{b}/{a}.json", both[::-1]),
        (f"https://x.example/versions/{a}", both[:1]),
        (a, both[:1]),
        (f"/articles/{hits[1].article.id}", both[1:]),
        ("http://127.0.0.1:8000/versions/aaaaaaaaaaaaaaaa", []),
    ]:
        result = find(filled, text)
        assert (titles(result), result.by_address) == (expected, True), text
    assert not find(filled, "aaaaaaaaaaaaaaaa").by_address


@pytest.mark.parametrize(
    ("text", "by_address"),
    [
        ("coast.example/1", True),
        ("www.coast.example/1/?utm_source=x#top", True),
        ("coast.example", False),  # nothing came from there: words
        ("gate.flood/tide", False),
        ("a.b " + "x" * 5000, False),
    ],
)
def test_an_address_may_lack_its_scheme(filled: Store, text: str, by_address: bool) -> None:
    assert find(filled, text).by_address is by_address


def test_an_article_is_found_by_every_address_it_came_from(store: Store) -> None:
    for url in ("https://coast.example/1", "https://coast.example/2"):
        store.add_version(content(), raw=b"same", url=url, article_key="k")
    for url in ("https://coast.example/1", "https://coast.example/2"):
        assert find(store, url).total == 1


ODD = [
    'q="',
    "NEAR(",
    '"',
    "*",
    "a*",
    "AND",
    "x" * 10_000,
    "\0",
    "\ud800",
    "title:x",
    "-",
    "{a}: ^b",
    "'; DROP TABLE",
]


@pytest.mark.parametrize("text", ODD, ids=range(len(ODD)))
def test_odd_syntax_never_fails(filled: Store, text: str) -> None:
    assert find(filled, text).total == 0


def test_any_text_can_be_looked_for(tmp_path_factory: pytest.TempPathFactory) -> None:
    url = f"sqlite:///{tmp_path_factory.mktemp('any') / 'v.db'}"
    upgrade(url)
    with Store(url) as store:
        store.add_version(content("The gate held."), raw=b"")

        @given(st.text(st.characters(codec=None), max_size=40))
        def check_one(text: str) -> None:
            find(store, text)
            find(store, f'gate* "{text}')

        check_one()


def test_languages_are_those_given_or_detected(filled: Store) -> None:
    assert filled.languages() == ("en", "fr", "ja", "ko", "th")


TAMPERING = {
    "entry gone": ("DELETE FROM search_entries WHERE id = 1", "does not hold version"),
    "entry of nothing": ("UPDATE search_entries SET version_id = 'x' WHERE id = 1", "which is not stored"),
    "date": ("UPDATE search_entries SET published_at = NULL WHERE id = 1", "with other dates"),
    "language": ("UPDATE search_entries SET language = 'xx' WHERE id = 1", "place or language"),
    "text gone": (
        "INSERT INTO search_index (search_index) VALUES ('delete-all')",
        "of other versions than it lists",
    ),
    "text added": (
        "INSERT INTO search_index (rowid, title, body) VALUES (99, 'a', 'b')",
        "of other versions than",
    ),
    "other words": (
        "INSERT INTO search_index (search_index, rowid, title, body) VALUES ('delete', 1, 'flood at the gate', 'x')",
        "differs from what is stored in",
    ),
}


@pytest.mark.parametrize(("statement", "message"), TAMPERING.values(), ids=TAMPERING.keys())
def test_a_check_finds_an_index_that_differs_and_reindexing_mends_it(
    filled: Store, url: str, statement: str, message: str
) -> None:
    assert check(url) == []
    execute(url, "PRAGMA foreign_keys = OFF", statement)
    assert any(message in problem for problem in check(url))
    assert reindex(url) == 6
    assert check(url) == []
    assert find(filled, "flood").total == 2
    assert find(filled, "https://coast.example/1").total == 1


def test_what_was_there_before_the_index_is_indexed_by_the_upgrade(filled: Store, url: str) -> None:
    for table in ("outlines", "search_units", "search_index", "search_addresses", "search_entries"):
        execute(url, f"DROP TABLE {table}")
    execute(url, "UPDATE alembic_version SET version_num = '0004'")
    upgrade(url)
    assert check(url) == []
    assert titles(find(filled, "flood*")) == ["Flood at the gate", "Tide tables"]
    assert find(filled, "https://coast.example/2").total == 1


def test_a_sqlite_without_full_text_is_said_at_the_start(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from sqlalchemy import Connection

    from app.errors import StoreError

    original = Connection.exec_driver_sql
    monkeypatch.setattr(
        Connection,
        "exec_driver_sql",
        lambda self, statement, *rest: original(
            self, statement.replace("fts5_source_id", "none_such"), *rest
        ),
    )
    with pytest.raises(StoreError, match=r"needs SQLite with FTS5 .* built without it; use a Python"):
        Store(url)
