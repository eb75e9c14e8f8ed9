"""No address of the site is missing from the list of what is checked."""

from collections.abc import Iterator

import pytest
from fastapi.routing import APIRoute
from starlette.testclient import TestClient

from app.main import create_app
from app.settings import Settings
from app.web.routes import router
from tests.web.every_page.states import ELSEWHERE, PARTS, STATES
from tests.web.every_page.stories import PLACES, fill

NAMES = {"{slug}": "{story}", "{article_id}": "{article}", "{version_id}": "{a}", "{number}": "1"}


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[TestClient, dict[str, str]]]:
    url = f"sqlite:///{tmp_path_factory.mktemp('list') / 'variorum.db'}"
    places = fill(url)
    with TestClient(create_app(Settings(database_url=url), ahead=False)) as client:
        yield client, places


def addresses() -> set[str]:
    """Every address that answers GET, but those of the interface for programs."""
    return {
        route.path
        for route in router.routes
        if isinstance(route, APIRoute)
        and "GET" in (route.methods or ())
        and not route.path.startswith("/api/v1/")
    }


def test_every_address_is_a_page_that_is_checked_or_known_to_be_none() -> None:
    assert {state.route for state in STATES} | {one.partition("?")[0] for one in ELSEWHERE} | set(
        PARTS
    ) == addresses()


def test_every_state_has_a_name_of_its_own() -> None:
    assert len({state.name for state in STATES}) == len(STATES)
    assert set(PARTS.values()) <= {state.name for state in STATES}


def test_what_is_taken_for_no_page_is_none(filled: tuple[TestClient, dict[str, str]]) -> None:
    client, places = filled
    for route, kind in ELSEWHERE.items():
        for name, place in NAMES.items():
            route = route.replace(name, place)
        answer = client.get(route.format(**places))
        assert (answer.status_code, answer.headers["content-type"].split(";")[0]) == (200, kind), route


def test_every_place_is_named(filled: tuple[TestClient, dict[str, str]]) -> None:
    assert set(filled[1]) == set(PLACES)
