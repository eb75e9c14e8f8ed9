"""Texts are kept only when asked to, and only for the person at the machine."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from app.main import create_app
from app.settings import Settings
from app.store.schema import upgrade
from app.store.store import Store
from app.web.brought.keeping import is_loopback

ADDRESS = "/compare-texts/keep"
HERE = "http://127.0.0.1:8000"
TEXTS = {
    "text_a": (None, "The gate failed\n\nThe gate failed at noon. Nobody was hurt."),
    "text_b": (None, "The gate failed\n\nThe gate failed at one. Nobody was hurt."),
    "name_a": (None, "The Quay Post"),
}


@pytest.fixture
def url(tmp_path: Path) -> str:
    address = f"sqlite:///{tmp_path / 'variorum.db'}"
    upgrade(address)
    return address


@contextmanager
def client(url: str, *, person: str = "127.0.0.1", site: str = HERE, **settings: Any) -> Iterator[TestClient]:
    app = create_app(Settings(database_url=url, **settings), ahead=False)
    with TestClient(app, base_url=site, client=(person, 5000), follow_redirects=False) as opened:
        yield opened


def stories(url: str) -> list[tuple[str, int]]:
    with Store(url, read_only=True) as store:
        return [(found.story.title, found.version_count) for found in store.stories()]


@pytest.mark.parametrize("site", [HERE, "http://localhost:8000", "http://[::1]:8000"])
def test_the_person_at_the_machine_keeps_both_as_a_story(url: str, site: str) -> None:
    person = "::1" if "[" in site else "127.0.0.1"
    with client(url, site=site, person=person) as opened:
        shown = opened.post("/compare-texts", files=TEXTS)
        assert f'formaction="{ADDRESS}"' in shown.text
        assert stories(url) == []
        answer = opened.post(
            f"{ADDRESS}?view=one",
            files=TEXTS | {"story": (None, "  The gate\r\n of March ")},
            headers={"origin": site},
        )
        assert answer.status_code == 303
        assert answer.headers["location"].endswith("?view=one")
        assert "The Quay Post" in opened.get(answer.headers["location"]).text
        again = opened.post(f"{ADDRESS}?view=one", files=TEXTS, headers={"origin": site})
        assert again.headers["location"] == answer.headers["location"]
    assert stories(url) == [("The gate of March", 2)]


def test_a_text_that_is_in_another_story_stays_there_and_the_page_says_so(url: str) -> None:
    first, second = (
        TEXTS | {"story": (None, title), "text_b": (None, text)}
        for title, text in (
            ("The gate", TEXTS["text_b"][1]),
            ("The <quay>", "Another end\n\nIt was all over by two."),
        )
    )
    with client(url) as opened:
        assert opened.post(ADDRESS, files=first, headers={"origin": HERE}).status_code == 303
        answer = opened.post(ADDRESS, files=second, headers={"origin": HERE})
    assert answer.status_code == 200
    assert "One text is kept, the other was here already" in answer.text
    assert re.search(r'The left text was here already.*/stories/the-gate"[^>]*>The gate<', answer.text)
    assert re.search(r"The right text is kept, in the story <a [^>]*>The &lt;quay&gt;<", answer.text)
    assert re.search(r'href="/compare/[a-z2-7]{16}/[a-z2-7]{16}"', answer.text)
    assert stories(url) == [("The <quay>", 1), ("The gate", 2)]


def test_a_story_is_the_one_named_however_its_accents_are_composed(url: str) -> None:
    with client(url) as opened:
        named = TEXTS | {"story": (None, "La crue a\u0300 Evry")}
        assert opened.post(ADDRESS, files=named, headers={"origin": HERE}).status_code == 303
        assert opened.post(ADDRESS, files=named, headers={"origin": HERE}).status_code == 303
    assert stories(url) == [("La crue \u00e0 Evry", 2)]


def test_a_story_without_a_title_is_called_by_the_first_headline(url: str) -> None:
    with client(url) as opened:
        assert opened.post(ADDRESS, files=TEXTS, headers={"origin": HERE}).status_code == 303
    assert stories(url) == [("The gate failed", 2)]


@pytest.mark.parametrize(
    ("how", "headers"),
    [
        ({}, {}),  # no page of ours
        ({}, {"origin": "null"}),
        ({}, {"origin": "http://evil.example"}),
        ({}, {"origin": HERE, "sec-fetch-site": "cross-site"}),
        ({}, {"origin": HERE, "x-forwarded-for": "127.0.0.1"}),
        ({}, {"origin": HERE, "forwarded": "for=127.0.0.1"}),
        ({}, {"origin": HERE, "x-real-ip": "127.0.0.1"}),
        ({}, {"origin": "http://rebound.example", "host": "rebound.example"}),
        ({"person": "192.0.2.7"}, {"origin": HERE}),
        ({"person": "192.0.2.7", "site": "http://192.0.2.9"}, {"origin": "http://192.0.2.9"}),
        ({"site": "http://192.0.2.9"}, {"origin": "http://192.0.2.9"}),
        ({"host": "0.0.0.0"}, {"origin": HERE}),  # noqa: S104
        ({"host": "192.0.2.9"}, {"origin": HERE}),
        ({"base_url": "https://news.example"}, {"origin": HERE}),
    ],
)
def test_for_nobody_else(url: str, how: dict[str, Any], headers: dict[str, str]) -> None:
    with client(url, **how) as opened:
        answer = opened.post(ADDRESS, files=TEXTS, headers=headers)
        assert answer.status_code == 403
        if "person" in how or "host" in how or "base_url" in how:
            assert "Keep both" not in opened.post("/compare-texts", files=TEXTS).text
    assert stories(url) == []


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"story": (None, "s" * 501)}, "longer than 500"),
        ({"text_b": (None, "")}, "The right text is empty"),
        ({"text_b": (None, "12 34")}, "The right text: there is no sentence"),
    ],
)
def test_what_cannot_be_kept_leaves_nothing_behind(url: str, changed: dict[str, Any], says: str) -> None:
    with client(url) as opened:
        answer = opened.post(ADDRESS, files=TEXTS | changed, headers={"origin": HERE})
        assert answer.status_code == 422
        assert says in answer.text
    assert stories(url) == []


@pytest.mark.parametrize(
    ("host", "alone"),
    [
        ("127.0.0.1", True),
        ("127.8.9.1", True),
        ("localhost", True),
        ("LOCALHOST", True),
        ("::1", True),
        ("[::1]", True),
        ("0.0.0.0", False),  # noqa: S104
        ("::", False),
        ("192.168.0.4", False),
        ("localhost.evil.example", False),
        ("", False),
    ],
)
def test_what_this_machine_alone_can_reach(host: str, alone: bool) -> None:
    assert is_loopback(host) is alone
