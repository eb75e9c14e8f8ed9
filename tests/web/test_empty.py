"""Where there is nothing to show, a page says what to do."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from app.main import create_app
from app.settings import Settings
from app.store.schema import upgrade
from tests.web.story.made import PATH, served, told


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    url = f"sqlite:///{tmp_path_factory.mktemp('empty') / 'variorum.db'}"
    upgrade(url)
    with TestClient(create_app(Settings(database_url=url), ahead=False)) as client:
        yield client


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A story of one version that quotes nobody and states no figure."""
    with served(tmp_path_factory.mktemp("alone"), [told("A boat came in. Nobody was aboard.")]) as (
        client,
        _,
    ):
        yield client


@pytest.mark.parametrize(
    ("address", "says", "does"),
    [
        ("/", "No stories yet", "variorum import FOLDER"),
        ("/", "No stories yet", 'href="/compare-texts"'),
        ("/search", "What to look for", 'href="/"'),
        ("/search?q=boat", "No article has all of this", "Take a word away"),
        ("/search?q=.", "Nothing to look for", "Type a word"),
        ("/no-such-page", "There is nothing at this address", 'href="/"'),
    ],
)
def test_an_empty_site(empty: TestClient, address: str, says: str, does: str) -> None:
    page = empty.get(address).text
    assert says in page
    assert does in page[page.index(says) :]


def test_an_empty_home_says_once_how_stories_come_in(empty: TestClient) -> None:
    page = empty.get("/").text
    assert page.count("variorum import FOLDER") == 1


@pytest.mark.parametrize(
    ("page", "says"),
    [
        ("", "a comparison needs two"),
        ("/matrix", "a matrix needs at least two"),
        ("/quotes", "None of these versions quotes anyone"),
        ("/figures", "None of these versions states a figure or date"),
        ("/timeline", "None of these versions has a date"),
        ("/timeline", "No two outlets with dates have a statement in common"),
        ("/prominence", "No two of these versions have a statement in common"),
        ("/own", "This story has one version"),
        ("/readings", "There is no other version to read it against"),
    ],
)
def test_a_story_of_one_version(alone: TestClient, page: str, says: str) -> None:
    text = alone.get(PATH + page).text
    assert says in text
    assert 'variorum import FILE --story "Made"' in text[text.index(says) :].replace("&#34;", '"')


def test_nothing_more_to_choose_is_told_from_more_to_choose(tmp_path: Path) -> None:
    versions = [told("A boat came in.", outlet="One"), told("The harbour was empty.", outlet="Two")]
    with served(tmp_path, versions) as (client, ids):
        both = client.get(f"{PATH}/quotes").text
        one = client.get(f"{PATH}/quotes?version={ids[0]}").text
    assert re.search(r"quotes anyone\.\s+Bring in another", both)
    assert re.search(r"quotes anyone\.\s+Choose more versions above", one)
