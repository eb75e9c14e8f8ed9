"""The page that says how to read a comparison, by an example that the engine makes."""

import re
from pathlib import Path

from starlette.testclient import TestClient

from app.main import create_app
from app.settings import Settings
from app.store.schema import upgrade
from app.web.about import example
from app.web.story.tabs import TABS


def test_the_example_has_every_kind_of_row() -> None:
    rows = [row for item in example().items for row in item.rows]
    assert {row.css for row in rows} == {"verbatim", "edited", "reworded", "only-a", "only-b", "stub"}
    assert any(row.moved for row in rows)


def test_the_page_shows_the_example_and_names_the_keys(client: TestClient) -> None:
    answer = client.get("/about")
    assert answer.status_code == 200
    assert "<del>40</del>" in answer.text
    assert "<ins>42</ins>" in answer.text
    for key in "npjksv?":
        assert f"<kbd>{key}</kbd>" in answer.text


def test_it_explains_the_pages_of_a_story_in_their_order_and_leads_to_them(client: TestClient) -> None:
    page = client.get("/about").text
    story = "/stories/port-ennick-tidal-barrier-failure"
    led = re.findall(r'<dt><a href="([^"]+)">([^<]+)</a></dt>', page)
    assert led == [(tab.of(story), tab.words) for tab in TABS]


def test_every_page_leads_to_it_and_to_the_form(client: TestClient) -> None:
    for address in ("/", "/search", "/no-such-page"):
        page = client.get(address).text
        assert 'href="/about"' in page
        assert 'href="/compare-texts"' in page


def test_a_home_without_stories_says_what_can_be_done_meanwhile(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'variorum.db'}"
    upgrade(url)
    with TestClient(create_app(Settings(database_url=url), ahead=False)) as opened:
        page, about = opened.get("/").text, opened.get("/about").text
    assert "<dt>Word by word</dt>" in about
    assert "/stories/" not in about
    assert "No stories yet" in page
    assert "No need to wait" in page
