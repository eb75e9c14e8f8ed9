"""Cards over HTTP, of the sample."""

from io import BytesIO

import pytest
from PIL import Image
from starlette.testclient import TestClient

from app.compare.anchors import text_anchor
from app.web.cards.card import HEIGHT, WIDTH
from app.web.switches import ROW_LENGTH


@pytest.fixture
def path(sample_ids: dict[str, str]) -> str:
    return f"/compare/{sample_ids['01-tellan-r1']}/{sample_ids['02-tellan-r2']}"


def test_a_card_is_a_picture_of_the_size_that_sites_ask_for(client: TestClient, path: str) -> None:
    answer = client.get(path + ".png")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "image/png")
    with Image.open(BytesIO(answer.content)) as picture:
        assert (picture.format, picture.size) == ("PNG", (WIDTH, HEIGHT))
    assert len(answer.content) < 150_000
    assert client.get(path + ".png").content == answer.content


def test_other_sites_may_show_a_card_but_not_a_page(client: TestClient, path: str) -> None:
    answer = client.get(path + ".png")
    assert answer.headers["cross-origin-resource-policy"] == "cross-origin"
    assert answer.headers["content-disposition"] == "inline"
    assert client.get(path).headers["cross-origin-resource-policy"] == "same-origin"


def test_head_and_revalidation(client: TestClient, path: str) -> None:
    first = client.head(path + ".png")
    assert (first.status_code, first.content) == (200, b"")
    again = client.get(path + ".png", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["cross-origin-resource-policy"] == "cross-origin"
    assert client.head(path + ".png?row=l-x").status_code == 404


def test_every_row_has_a_card_and_no_two_are_alike(client: TestClient, sample_ids: dict[str, str]) -> None:
    a, b = sample_ids["01-tellan-r1"], sample_ids["05-harbour-ledger"]
    compared = client.get(f"/compare/{a}/{b}.json").json()
    left, right = ([text_anchor(one["text"]) for one in compared[side]["sentences"]] for side in "ab")
    rows = [f"l-{left[0]}", f"l-{left[3]}", f"r-{right[2]}"]
    cards = [client.get(f"/compare/{a}/{b}.png", params={"row": row}) for row in rows]
    assert [card.status_code for card in cards] == [200, 200, 200]
    assert len({card.content for card in cards}) == 3
    assert len({card.headers["etag"] for card in cards}) == 3


@pytest.mark.parametrize(
    "row", ["x", "l-", "l-aaaaaaaa", "r-aaaaaaaa-2", "place-r-aaaaaaaa", "l-%00", "\ud800"]
)
def test_a_row_that_is_not_there(client: TestClient, path: str, row: str) -> None:
    answer = client.get(path + ".png", params={"row": row.encode("utf-8", "surrogatepass")})
    assert answer.status_code == 404
    assert "text/html" in answer.headers["content-type"]


def test_an_empty_name_of_a_row_is_none_as_on_the_page(client: TestClient, path: str) -> None:
    assert client.get(path + ".png?row=").content == client.get(path + ".png").content


@pytest.mark.parametrize(("length", "status"), [(ROW_LENGTH, 404), (ROW_LENGTH + 1, 422)])
def test_the_name_of_a_row_has_a_length_as_on_the_page(
    client: TestClient, path: str, length: int, status: int
) -> None:
    assert client.get(path + ".png", params={"row": "l" * length}).status_code == status


def test_versions_that_are_not_there(client: TestClient) -> None:
    assert client.get("/compare/aaaaaaaaaaaaaaaa/bbbbbbbbbbbbbbbb.png").status_code == 404
