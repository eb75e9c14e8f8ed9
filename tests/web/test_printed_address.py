"""A printed page says where it stood."""

import pytest
from starlette.testclient import TestClient

STORY = "/stories/port-ennick-tidal-barrier-failure"
PAGES = ("", "/matrix", "/quotes", "/figures", "/timeline", "/prominence", "/own", "/readings")


@pytest.mark.parametrize("page", PAGES)
def test_every_page_of_a_story_carries_the_address_with_its_choices(client: TestClient, page: str) -> None:
    answer = client.get(f"{STORY}{page}?versions=all&utm=%22%3E%3Cb%3E")
    assert answer.status_code == 200
    printed = f"Variorum: {client.base_url}{STORY}{page}?versions=all&amp;utm=%22%3E%3Cb%3E"
    assert f'<p class="citation" aria-hidden="true">{printed}</p>' in answer.text


def test_an_address_that_is_no_ascii_is_printed_as_it_is_sent(client: TestClient) -> None:
    answer = client.get(f"{STORY}?x=é")
    assert f"{STORY}?x=%C3%A9" in answer.text


@pytest.mark.parametrize("page", ["/", "/search?q=barrier", "/about", "/about/style", "/compare-texts"])
def test_every_other_page_carries_its_address(client: TestClient, page: str) -> None:
    assert client.get(page).text.count(f">Variorum: {client.base_url}{page}</p>") == 1
