"""The search page: its answers, its addresses and its empty states."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from app.main import create_app
from app.settings import Settings
from app.store import Store, upgrade
from app.text.content import Block, Content
from app.web import search

EMPTY_FORM = "&outlet=&story=&language=&from=&to="


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("/search", "What to look for"),
        (f"/search?q={EMPTY_FORM}", "What to look for"),
        ("/search?q=...", "Nothing to look for"),
        ("/search?q=%00", "Nothing to look for"),
        ("/search?q=zebra", "No article has all of this"),
        ("/search?q=zebra&outlet=None", "Look in all outlets"),
        ("/search?q=https://coast.example/none", "Nothing stored has this address"),
        ("/search?q=Ennick" + EMPTY_FORM, "<mark>Ennick</mark>"),
        ("/search?q=enn*", "<mark>Ennick</mark>"),
        ("/search?q=%22tidal+barrier%22", "<mark>tidal barrier</mark>"),
        ("/search?q=gate&from=2026-03-14&to=2026-12-31&language=en", "<mark>gate</mark>"),
        ("/search?q=gate&to=2001-01-01", "No article has all of this"),
    ],
)
def test_a_search_says_what_it_found(client: TestClient, address: str, says: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 200
    assert says in answer.text


@pytest.mark.parametrize(
    "query",
    ["q=%22", "q=NEAR(", "q=*", "q=%ff%fe", "q=%ED%A0%80", "q=%00a", "q=" + "x" * 2000, "q=a&outlet=%00", "q=a&story=%ff",
     "q=" + "%22" * 500, "q=title:a+OR+NOT", "q=%E2%80%AE"],
)  # fmt: skip
def test_odd_syntax_never_fails(client: TestClient, query: str) -> None:
    answer = client.get(f"/search?{query}")
    assert answer.status_code == 200
    assert "\0" not in answer.text


@pytest.mark.parametrize(
    ("query", "field", "says"),
    [
        ("q=" + "x" * 2001, "q", "These are 2,001 characters; up to 2,000 are looked for."),
        (
            "q=gate&from=14.03.2026",
            "from",
            "“14.03.2026” is no day. Write it as year, month and day: 2031-05-14.",
        ),
        ("q=gate&from=2026-02-31", "from", "“2026-02-31” is no day."),
        ("q=gate&to=%3Cb%3E", "to", "“&lt;b&gt;” is no day."),
        ("q=gate&language=EN'", "language", "No language has this code."),
        ("q=gate&outlet=" + "y" * 501, "outlet", "No outlet has so long a name."),
        ("q=gate&story=" + "y" * 501, "story", "No story has so long a name."),
    ],
)
def test_what_cannot_be_looked_for_is_said_at_its_field_and_all_that_was_typed_stays(
    client: TestClient, query: str, field: str, says: str
) -> None:
    answer = client.get(f"/search?{query}")
    assert answer.status_code == 422
    assert f'id="{field}-problem">{says}' in answer.text
    assert re.search(rf'id="{field}"[^>]* aria-invalid="true" aria-describedby="{field}-problem', answer.text)
    typed = query.partition("&")[0].removeprefix("q=")
    assert f'value="{typed}"' in answer.text
    assert "Nothing was looked for" in answer.text
    assert "yyyy" not in answer.text.partition("<main")[2]


@pytest.mark.parametrize("query", ["q=a&page=0", "q=a&page=1000000000", "q=a&page=x"])
def test_what_no_page_is_is_refused(client: TestClient, query: str) -> None:
    assert client.get(f"/search?{query}").status_code == 422


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ("story=port-ennick-tidal-barrier-failure", 5),
        ("outlet=Harbour+Ledger", 1),
        ("language=en", 5),
        ("from=2026-03-14&to=2026-03-14", 5),
        ("to=2001-01-01", 0),
        ("outlet=None", 0),
    ],
)
def test_filters_alone_list_what_they_leave(client: TestClient, filters: str, found: int) -> None:
    text = client.get(f"/search?q=&{filters}").text
    assert text.count('<h3><a href="/versions/') == found
    assert (f"{found} article" if found else "No article is of all of this") in text
    assert 'href="/search"' in text or found


def test_what_is_looked_through_is_named_with_what_is_found(client: TestClient) -> None:
    filters = "outlet=Harbour+Ledger&story=port-ennick-tidal-barrier-failure&language=en&from=2026-03-01"
    text = re.sub(r"<[^>]+>", "", client.get(f"/search?{filters}").text)
    assert (
        "Only the story Port Ennick tidal barrier failure; Harbour Ledger; English; from 1 March 2026; the newest first."
        in text
    )


def test_filters_alone_list_the_newest_first(many: TestClient) -> None:
    titles = re.findall(
        r'<h3><a href="/versions/\w+" dir="auto">([^<]+)', many.get("/search?language=en").text
    )
    assert titles[0] == "Piece 0"
    assert len(titles) == 5


@pytest.mark.parametrize(
    "pasted",
    [
        "/stories/port-ennick-tidal-barrier-failure",
        "http://testserver/stories/port-ennick-tidal-barrier-failure",
        "https://elsewhere.example/stories/port-ennick-tidal-barrier-failure/matrix?sort=coverage#top",
        "</stories/port-ennick-tidal-barrier-failure/>",
        '"http://testserver/stories/port-ennick-tidal-barrier-failure"',
        "(stories/port-ennick-tidal-barrier-failure)",
    ],
)
def test_the_address_of_a_story_finds_it(client: TestClient, pasted: str) -> None:
    text = client.get("/search", params={"q": pasted}).text
    assert "A story at this address" in text
    assert '<h2><a href="/stories/port-ennick-tidal-barrier-failure"' in text


def test_languages_are_named(client: TestClient) -> None:
    assert '<option value="en" selected>English</option>' in client.get("/search?q=gate&language=en").text


def test_markup_is_shown_and_inert(client: TestClient) -> None:
    answer = client.get('/search?q="><script>alert(1)</script>')
    assert "<script>alert" not in answer.text
    assert 'value="&#34;&gt;&lt;script&gt;' in answer.text


def test_an_address_of_this_site_finds_its_articles(client: TestClient, sample_ids: dict[str, str]) -> None:
    a, b = sample_ids["04-tellan-r4"], sample_ids["06-the-morning-tack"]
    text = client.get("/search", params={"q": f"http://testserver/compare/{a}/{b}"}).text
    assert "2 articles at this address" in text
    assert text.index(f"/versions/{a}") < text.index(f"/versions/{b}")


@pytest.fixture
def many(tmp_path: Path) -> Iterator[TestClient]:
    """A client over five articles, one of which said it only earlier."""
    url = f"sqlite:///{tmp_path / 'v.db'}"
    upgrade(url)
    with Store(url) as store:
        for number in range(5):
            text = (Block("paragraph", f"The sluice opened {number} times."),)
            store.add_version(
                Content(blocks=text, title=f"Piece {number}", language="en"),
                raw=b"%d" % number,
                article_key=str(number),
            )
        changed = Content(blocks=(Block("paragraph", "It is shut."),), title="Piece 0", language="en")
        store.add_version(changed, raw=b"", article_key="0")
    with TestClient(create_app(Settings(database_url=url))) as client:
        yield client


def test_pages_turn_by_their_addresses(many: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "HITS", 2)
    address, seen = "/search?q=sluice&language=en", []
    for page in (1, 2, 3):
        text = many.get(address).text
        assert "5 articles" in text
        assert f"page {page} of 3" in text
        seen += re.findall(r'<h3><a href="(/versions/\w+)"', text)
        following = re.search(r'href="([^"]+)" rel="next"', text)
        assert bool(following) == (page < 3)
        if following:
            address = unescape(following[1])
            assert "language=en" in address
    assert len(set(seen)) == 5
    assert many.get("/search?q=sluice&page=4").status_code == 404
    assert many.get("/search?q=sluice&page=2").text.count('rel="prev"') == 1


def test_it_is_said_when_only_an_earlier_version_matches(many: TestClient) -> None:
    text = many.get("/search?q=sluice+0").text
    assert "found in version 1 of 2, not in the latest" in text


def test_filters_stay_chosen_in_the_form(many: TestClient) -> None:
    text = many.get("/search?q=sluice&language=en&from=2020-01-01&story=gone&outlet=Gone").text
    for part in (
        '<option value="en" selected>English<',
        'value="2020-01-01"',
        "<option selected>gone<",
        "<option selected>Gone<",
        '<details class="filters" open>',
    ):
        assert part in text
    assert 'href="/search?q=sluice"' in text
