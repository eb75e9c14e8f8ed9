"""oEmbed 1.0, for the addresses of comparisons and for no others."""

import re
from xml.etree import ElementTree as ET

import pytest
from starlette.testclient import TestClient

from app.main import create_app
from app.settings import Settings
from app.web.sharing.frame import LEAST_HEIGHT, MOST_HEIGHT, WIDTH, frame_code, frame_height
from app.web.sharing.oembed import FIELDS, LONGEST
from tests.web.sharing.made import ALONE, GATE, NAMES, content, seen
from tests.web.sharing.tags import head

HERE = "http://testserver"


def asked(client: TestClient, url: str, **more: str | int) -> dict[str, str | int]:
    answer = client.get("/oembed", params={"url": url, **more})
    assert answer.status_code == 200
    found: dict[str, str | int] = answer.json()
    return found


def test_the_answer_for_a_comparison(client: TestClient, path: str) -> None:
    answer = asked(client, HERE + path)
    code = str(answer.pop("html"))
    title = str(answer.pop("title"))
    height = answer.pop("height")
    assert answer == {
        "version": "1.0",
        "type": "rich",
        "provider_name": "Variorum",
        "provider_url": f"{HERE}/",
        "cache_age": 86400,
        "width": WIDTH,
        "thumbnail_url": f"{HERE}{path}.png",
        "thumbnail_width": 1200,
        "thumbnail_height": 630,
    }
    assert title.startswith("Tellan News Agency and The Morning Tack: ")
    assert isinstance(height, int)
    assert LEAST_HEIGHT <= height <= MOST_HEIGHT
    assert f'src="{HERE}/embed{path}"' in code
    assert f'width="{WIDTH}" height="{height}"' in code
    assert 'sandbox="allow-popups allow-popups-to-escape-sandbox"' in code
    assert "<script" not in code
    assert client.get(f"/embed{path}").status_code == 200


def test_json_is_what_is_given_unless_another_format_is_asked_for(client: TestClient, path: str) -> None:
    plain, json, xml = (
        client.get("/oembed", params={"url": HERE + path, **more})
        for more in ({}, {"format": "json"}, {"format": "xml"})
    )
    assert plain.headers["content-type"] == json.headers["content-type"] == "application/json"
    assert plain.json() == json.json()
    assert xml.headers["content-type"].startswith("text/xml")
    root = ET.fromstring(xml.content)  # noqa: S314 - our own
    assert root.tag == "oembed"
    assert {node.tag: node.text for node in root} == {name: str(value) for name, value in json.json().items()}
    for answer in (json, xml):
        assert answer.headers["access-control-allow-origin"] == "*"
        assert answer.headers["x-robots-tag"] == "noindex"


@pytest.mark.parametrize("form", ["yaml", "", "JSON", "html"])
def test_other_formats_are_not_implemented(client: TestClient, path: str, form: str) -> None:
    answer = client.get("/oembed", params={"url": HERE + path, "format": form})
    assert answer.status_code == 501
    assert answer.headers["access-control-allow-origin"] == "*"
    assert "not described in this format" in answer.json()["error"]


def test_pages_lead_to_it(client: TestClient, path: str, row: str) -> None:
    for page in (path, f"{path}?row={row}"):
        found = head(client, page)
        json = client.get(found["application/json+oembed"])
        xml = client.get(found["text/xml+oembed"])
        assert json.json()["title"] == found["og:title"]
        assert ET.fromstring(xml.content).findtext("title") == found["og:title"]  # noqa: S314 - our own


@pytest.mark.parametrize(
    "end", ["?row={row}", "?view=one&figures=on&row={row}&utm_source=x", "#{row}", "?row={row}#{row}"]
)
def test_a_row_is_framed_alone(client: TestClient, path: str, row: str, end: str) -> None:
    answer = asked(client, HERE + path + end.format(row=row))
    assert "one row" in str(answer["title"])
    assert f"row={row}" in str(answer["html"])
    assert ("view=one" in str(answer["html"])) is ("view=one" in end)
    assert ("figures=on" in str(answer["html"])) is ("figures=on" in end)
    assert answer["thumbnail_url"] == f"{HERE}{path}.png?row={row}"


def test_a_row_that_is_gone_leaves_the_comparison(client: TestClient, path: str) -> None:
    assert asked(client, f"{HERE}{path}?row=l-aaaaaaaa") == asked(client, HERE + path)


@pytest.mark.parametrize(
    ("bounds", "size", "thumbnail"),
    [
        ({"maxwidth": 10_000, "maxheight": 10_000}, (WIDTH, None), True),
        ({"maxwidth": 1200, "maxheight": 630}, (WIDTH, 630), True),
        ({"maxwidth": 1199}, (WIDTH, None), False),
        ({"maxheight": 629}, (WIDTH, 629), False),
        ({"maxwidth": 300, "maxheight": 200}, (300, 200), False),
        ({"maxwidth": 1, "maxheight": 1}, (1, 1), False),
    ],
)
def test_nothing_is_larger_than_what_is_wanted(
    client: TestClient, path: str, bounds: dict[str, int], size: tuple[int, int | None], thumbnail: bool
) -> None:
    answer = asked(client, HERE + path, **bounds)
    assert answer["width"] == size[0]
    assert size[1] is None or answer["height"] == size[1]
    assert ("thumbnail_url" in answer) is thumbnail
    assert f'width="{answer["width"]}" height="{answer["height"]}"' in str(answer["html"])


@pytest.mark.parametrize(
    ("url", "status"),
    [
        ("{here}{path}", 200),
        ("HTTP://TestServer:80{path}", 200),
        ("https://testserver{path}", 200),
        ("https://testserver:443{path}", 200),
        ("http://testserver:8000{path}", 404),
        ("http://evil.example{path}", 404),
        ("http://testserver.evil.example{path}", 404),
        ("http://testserver@evil.example{path}", 422),
        ("http://user@testserver{path}", 422),
        ("http://:secret@testserver{path}", 422),
        ("http://@testserver{path}", 422),
        ("{here}{path}.json", 404),
        ("{here}{path}/", 404),
        ("{here}/embed{path}", 404),
        ("{here}/", 404),
        ("{here}/about", 404),
        ("{here}/compare/aaaaaaaaaaaaaaaa/bbbbbbbbbbbbbbbb", 404),
        ("{here}/compare/../compare/x/y", 404),
        ("{here}{path}?view=sideways", 404),
        ("{here}{path}?row=" + "x" * 65, 404),
        ("{path}", 422),
        ("", 422),
        ("javascript:alert(1)", 422),
        ("ftp://testserver{path}", 422),
        ("http://[testserver{path}", 422),
        ("http://testserver:port{path}", 422),
        ("{here}{path}?" + "a=b&" * (FIELDS + 1), 422),
    ],
)
def test_only_addresses_of_comparisons_of_this_site_are_known(
    client: TestClient, path: str, url: str, status: int
) -> None:
    answer = client.get("/oembed", params={"url": url.format(here=HERE, path=path)})
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["access-control-allow-origin"] == "*"


@pytest.mark.parametrize(
    "query", ["", "url=", "url={url}&maxwidth=0", "url={url}&maxheight=-1", "url={url}&maxwidth=wide"]
)
def test_what_cannot_be_read_is_refused(client: TestClient, path: str, query: str) -> None:
    answer = client.get(f"/oembed?{query.format(url=HERE + path)}")
    assert answer.status_code == 422
    assert answer.headers["access-control-allow-origin"] == "*"


def test_an_address_has_a_length(client: TestClient, path: str) -> None:
    url = f"{HERE}{path}?utm="
    for length, status in ((LONGEST, 200), (LONGEST + 1, 422)):
        padded = url + "x" * (length - len(url))
        assert client.get("/oembed", params={"url": padded}).status_code == status


def test_it_is_revalidated(client: TestClient, path: str) -> None:
    first = client.get("/oembed", params={"url": HERE + path})
    again = client.get(
        "/oembed", params={"url": HERE + path}, headers={"if-none-match": first.headers["etag"]}
    )
    assert again.status_code == 304
    assert again.headers["access-control-allow-origin"] == "*"


def test_behind_a_proxy_the_operator_s_address_is_the_site_s(sample_url: str, path: str) -> None:
    settings = Settings(database_url=sample_url, base_url="https://news.example/v")
    with TestClient(create_app(settings, ahead=False)) as client:
        answer = asked(client, f"https://news.example/v{path}")
        assert f'src="https://news.example/v/embed{path}"' in str(answer["html"])
        for other in (f"https://news.example{path}", f"{HERE}{path}", f"https://news.example/vv{path}"):
            assert client.get("/oembed", params={"url": other}).status_code == 404


@pytest.mark.parametrize("name", NAMES)
def test_no_name_breaks_out_of_the_code(name: str | None) -> None:
    shown = seen(content(GATE, outlet=name, title=name), content(ALONE))
    code = frame_code(shown, "https://v.example/embed/compare/a/b?x&y")
    found = re.fullmatch(r'<iframe src="([^"<>]*)" title="([^"<>]*)" [a-z0-9="% -]*></iframe>', code)
    assert found
    assert found[1] == "https://v.example/embed/compare/a/b?x&amp;y"


def test_a_frame_is_higher_where_there_is_more_to_read_or_less_room() -> None:
    long_text = [f"{number} {'word ' * 80}" for number in range(9)]
    short, long = seen(content(GATE), content(ALONE)), seen(content(GATE), content(*long_text))
    heights = [frame_height(one, None, width) for one in (short, long) for width in (640, 280)]
    assert heights == sorted(heights)
    assert heights[0] < heights[-1] == MOST_HEIGHT
    assert frame_height(seen(content(), content()), None, 640) == LEAST_HEIGHT
    wide = seen(content("水" * 200), content(ALONE))
    assert frame_height(wide, None, 640) > frame_height(seen(content("w" * 200), content(ALONE)), None, 640)
