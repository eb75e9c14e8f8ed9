"""What other sites are told of the pages: previews, and where a row is named."""

import re
from io import BytesIO
from pathlib import Path
from urllib.parse import quote

import pytest
from markupsafe import escape
from PIL import Image
from starlette.testclient import TestClient

from app.main import create_app
from app.settings import Settings
from app.store.schema import upgrade
from app.store.store import Store
from app.web.sharing.naming import DESCRIPTION_LENGTH, TITLE_LENGTH
from app.web.switches import ROW_LENGTH
from tests.web.sharing.made import GATE, NAMES, content
from tests.web.sharing.tags import head

STORY = "/stories/port-ennick-tidal-barrier-failure"
HERE = "http://testserver"


def test_a_comparison_has_a_preview_with_a_picture(client: TestClient, path: str) -> None:
    found = head(client, path)
    assert found["og:title"].startswith("Tellan News Agency and The Morning Tack: ")
    assert "only in The Morning Tack" in found["og:description"] == found["description"]
    assert found["og:url"] == found["canonical"] == HERE + path
    assert found["og:image"] == f"{HERE}{path}.png"
    assert (found["og:image:width"], found["og:image:height"]) == ("1200", "630")
    assert (found["og:type"], found["og:site_name"]) == ("article", "Variorum")
    assert found["twitter:card"] == "summary_large_image"
    assert client.get(found["og:image"]).headers["content-type"] == found["og:image:type"] == "image/png"


def test_a_picture_is_told_of_as_in_the_picture_itself(client: TestClient, path: str, row: str) -> None:
    for address in (path, f"{path}?row={row}"):
        found = head(client, address)
        with Image.open(BytesIO(client.get(found["og:image"]).content)) as picture:
            says = picture.info["Description"]
        assert found["og:image:alt"] == f"Picture card. {says}"
        assert f'alt="Picture card. {escape(says)}"' in client.get(address).text


def test_a_row_has_its_own(client: TestClient, path: str, row: str) -> None:
    found = head(client, f"{path}?row={row}&view=one")
    assert found["og:title"] == "Tellan News Agency and The Morning Tack: one row, reworded"
    assert found["og:url"] == f"{HERE}{path}?row={row}"
    assert found["og:image"] == f"{HERE}{path}.png?row={row}"
    assert found["canonical"] == HERE + path
    text = client.get(f"{path}?row={row}&view=one").text
    assert len(re.findall(r'<li class="row [^"]*chosen"', text)) == 1
    assert f'href="?view=one&amp;row={row}#{row}"' in text
    assert "Share this row" in text


def test_a_row_goes_by_either_side_s_sentence_and_stays_when_the_sides_are_swapped(
    client: TestClient, path: str, row: str
) -> None:
    text = client.get(path).text
    right = re.search(r'id="(r-[^"]+)"', text[text.index(f'data-row="{row}"') :])
    assert right
    assert head(client, f"{path}?row={right[1]}")["og:url"] == f"{HERE}{path}?row={row}"
    _, _, a, b = path.split("/")
    assert f'href="/compare/{b}/{a}?row=r-{row[2:]}"' in client.get(f"{path}?row={row}").text
    assert "chosen" in client.get(f"/compare/{b}/{a}?row=r-{row[2:]}").text


@pytest.mark.parametrize(
    "name", ["l-aaaaaaaa", "place-r-aaaaaaaa", "x", '"><script>', "l-" + "a" * (ROW_LENGTH - 2)]
)
def test_a_row_that_is_not_there_any_more_still_opens_the_comparison(
    client: TestClient, path: str, name: str
) -> None:
    answer = client.get(path, params={"row": name})
    assert answer.status_code == 200
    assert "is not in this comparison" in answer.text
    assert '"><script>' not in answer.text
    assert f'og:url" content="{HERE}{path}"' in answer.text


def test_the_name_of_a_row_has_a_length(client: TestClient, path: str) -> None:
    assert client.get(path, params={"row": "l" * (ROW_LENGTH + 1)}).status_code == 422


def test_a_fold_that_holds_the_chosen_row_is_open(client: TestClient, sample_ids: dict[str, str]) -> None:
    path = f"/compare/{sample_ids['03-tellan-r3']}/{sample_ids['04-tellan-r4']}?view=changes"
    text = client.get(path).text
    fold = text[text.index('<li class="fold">') :]
    name = re.search(r'data-row="([^"]+)"', fold)
    assert name
    assert "<details open>" not in fold
    opened = client.get(f"{path}&row={name[1]}").text
    assert opened.count("<details open><summary>⋯") == 1


@pytest.mark.parametrize("page", ["/", STORY, "/about", "/compare-texts", "version", "article"])
def test_every_page_with_an_address_of_its_own_has_a_plain_one(
    client: TestClient, sample_ids: dict[str, str], page: str
) -> None:
    if page == "version":
        page = f"/versions/{sample_ids['04-tellan-r4']}"
    if page == "article":
        page = re.findall(r'href="(/articles/\w+)"', client.get(STORY).text)[0]
    found = head(client, page)
    assert found["og:url"] == found["canonical"] == HERE + page
    assert found["og:title"]
    assert "Variorum" not in found["og:title"]
    assert found["og:description"] == found["description"]
    assert found["twitter:card"] == "summary"
    assert "og:image" not in found


def test_searches_and_failures_have_none(client: TestClient) -> None:
    assert "og:title" not in head(client, "/search?q=gate")
    assert "og:title" not in client.get("/nowhere").text


@pytest.mark.parametrize("host", ["evil.example@", "a/../x?", '"><script>', "a b"])
def test_an_odd_host_makes_no_address(client: TestClient, path: str, host: str) -> None:
    found = head(client, path, host=host)
    for name in ("og:url", "og:image", "canonical", "application/json+oembed"):
        assert found[name].startswith("http://testserver:80/") or found[name].startswith("http://testserver/")


def test_the_address_that_an_operator_set_stands_over_the_request(sample_url: str, path: str) -> None:
    settings = Settings(database_url=sample_url, base_url="https://news.example/v")
    with TestClient(create_app(settings, ahead=False)) as client:
        found = head(client, path, host="evil.example")
        assert found["og:image"] == f"https://news.example/v{path}.png"
        assert found["application/json+oembed"].startswith(
            "https://news.example/v/oembed?url=https%3A%2F%2Fnews."
        )
        assert "evil.example" not in client.get(path, headers={"host": "evil.example"}).text


@pytest.mark.parametrize(
    ("page", "says"),
    [
        ("version", "As Tellan News Agency published it, 14 March 2026, 17:10 UTC: “"),
        (
            "article",
            "4 versions of this article by Tellan News Agency, and what changed from each to the next.",
        ),
    ],
)
def test_versions_and_articles_say_whose_they_are(
    client: TestClient, sample_ids: dict[str, str], page: str, says: str
) -> None:
    path = f"/versions/{sample_ids['04-tellan-r4']}"
    if page == "article":
        path = re.findall(r'href="(/articles/\w+)"', client.get(path).text)[0]
    assert head(client, path)["og:description"].startswith(says)


@pytest.mark.parametrize("name", [one for one in NAMES if one])
def test_no_story_is_told_of_at_length(tmp_path: Path, name: str) -> None:
    url = f"sqlite:///{tmp_path / 'v.db'}"
    upgrade(url)
    with Store(url) as store:
        added = store.add_version(
            content(GATE, title=name, outlet=name[:500]), raw=b"", story_title=name[:500]
        )
    with TestClient(create_app(Settings(database_url=url), ahead=False)) as client:
        for page in (
            f"/stories/{quote(added.story_slug)}",
            f"/versions/{added.version_id}",
            f"/articles/{added.article_id}",
        ):
            found = head(client, page)
            assert 0 < len(found["og:title"]) <= TITLE_LENGTH
            assert 0 < len(found["og:description"]) <= DESCRIPTION_LENGTH
            assert found["description"] == found["og:description"]
            assert found["og:url"] == HERE + page
