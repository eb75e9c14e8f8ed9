"""What search engines read, and the addresses that pages call their own."""

import re
from xml.etree import ElementTree as ET

import pytest
from fastapi.routing import APIRoute
from starlette.testclient import TestClient

from app.main import create_app
from app.settings import Settings
from app.web import discovery
from app.web.origin import request_origin
from app.web.routes import router
from app.web.story.tabs import TABS, Tab

SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
STORY = "/stories/port-ennick-tidal-barrier-failure"


def locations(client: TestClient, path: str) -> list[str]:
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/xml"
    root = ET.fromstring(answer.content)  # noqa: S314 - our own
    return [node.text or "" for node in root.iter(f"{SPACE}loc")]


def test_the_site_map_lists_every_page(client: TestClient, sample_ids: dict[str, str]) -> None:
    found = locations(client, "/sitemap.xml")
    first = ("/", "/about", "/compare-texts", "/api/docs", *[tab.of(STORY) for tab in TABS])
    assert found[: len(first)] == [f"http://testserver{path}" for path in first]
    assert {f"http://testserver/versions/{one}" for one in sample_ids.values()} < set(found)
    assert len(found) == len(set(found))
    for address in found:
        assert client.get(address).status_code == 200


def test_a_site_map_beyond_the_limit_is_an_index_of_files(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = locations(client, "/sitemap.xml")
    things = len(whole) - len(TABS) + 1
    monkeypatch.setattr(discovery, "LISTED", things)
    assert locations(client, "/sitemap.xml") == whole
    assert locations(client, "/sitemap-1.xml") == whole
    for limit in (things - 1, 5, 4, 3, 2):
        monkeypatch.setattr(discovery, "LISTED", limit)
        files = locations(client, "/sitemap.xml")
        assert files[0] == "http://testserver/sitemap-1.xml"
        assert [one for file in files for one in locations(client, file)] == whole
        assert client.get(f"/sitemap-{len(files) + 1}.xml").status_code == 404
    for number in ("0", "-1", "x", "9" * 23):
        assert client.get(f"/sitemap-{number}.xml").status_code in {404, 422}


def test_robots_are_told_where_the_site_map_is(client: TestClient) -> None:
    lines = client.get("/robots.txt").text.splitlines()
    assert "User-agent: *" in lines
    assert "Sitemap: http://testserver/sitemap.xml" in lines


def canonical(client: TestClient, path: str, **headers: str) -> str | None:
    found = re.search(r'<link rel="canonical" href="([^"]*)">', client.get(path, headers=headers).text)
    return found and found[1]


def test_pages_name_their_own_address(client: TestClient, sample_ids: dict[str, str]) -> None:
    a, b = sample_ids["04-tellan-r4"], sample_ids["06-the-morning-tack"]
    for path in ("/", STORY, f"/versions/{a}", f"/compare/{a}/{b}"):
        assert canonical(client, path) == f"http://testserver{path}"
    assert canonical(client, f"/compare/{a}/{b}?folds=open") == f"http://testserver/compare/{a}/{b}"
    assert canonical(client, "/search?q=x") is None
    for path in ("/about", "/api/docs", "/compare-texts", *[tab.of(STORY) for tab in TABS]):
        assert canonical(client, f"{path}?versions=all&utm_source=x") == f"http://testserver{path}"
    article = re.search(r'href="(/articles/\w+)"', client.get(STORY).text)
    assert article
    assert canonical(client, article[1]) == f"http://testserver{article[1]}"
    assert f'href="{article[1]}/atom.xml"' in client.get(article[1]).text
    assert f'href="{STORY}/atom.xml"' in client.get(STORY).text


def test_the_tabs_are_the_pages_of_a_story() -> None:
    paths = {route.path for route in router.routes if isinstance(route, APIRoute)}
    of_story = {path for path in paths if path.startswith("/stories/") and not path.endswith(".xml")}
    assert {tab.of("/stories/{slug}") for tab in TABS} == of_story


@pytest.mark.parametrize("tab", TABS, ids=[tab.words for tab in TABS])
def test_every_page_of_a_story_has_a_preview(client: TestClient, tab: Tab) -> None:
    page = client.get(f"{tab.of(STORY)}?versions=all").text
    said = dict(re.findall(r'<meta property="og:(\w+)" content="([^"]*)">', page))
    assert said["url"] == f"http://testserver{tab.of(STORY)}"
    assert "Port Ennick tidal barrier failure" in said["title"]
    assert "Port Ennick tidal barrier failure" in said["description"]
    assert not tab.name or said["title"].startswith(f"{tab.words}: ")


ODD_HOSTS = [
    "a/../../admin?x=",
    "evil.example@",
    "a b",
    "a#",
    "a\\b",
    "-",
    "a:port",
    "x" * 300,
    "[::1",
    "a:123456",
    "a,b",
    "\xe4.example",
]


@pytest.mark.parametrize("host", ODD_HOSTS, ids=range(len(ODD_HOSTS)))
def test_an_odd_host_changes_no_address(host: str) -> None:
    scope = {
        "type": "http",
        "scheme": "http",
        "server": ("10.0.0.1", 8000),
        "headers": [(b"host", host.encode("latin-1"))],
    }
    assert request_origin(scope) == "http://10.0.0.1:8000"


@pytest.mark.parametrize(
    ("scope", "origin"),
    [
        ({"headers": [(b"host", b"News.Example:8000")]}, "http://news.example:8000"),
        ({"headers": [(b"host", b"[::1]:80")], "scheme": "https"}, "https://[::1]:80"),
        ({"headers": [], "server": ("::1", 8000)}, "http://[::1]:8000"),
        ({"headers": [], "server": ("/run/v.sock", None)}, "http://localhost"),
        ({"headers": []}, "http://localhost"),
        ({"headers": [(b"host", b"a")], "scheme": "javascript"}, "http://a"),
    ],
)
def test_the_address_of_a_request(scope: dict[str, object], origin: str) -> None:
    assert request_origin({"type": "http", **scope}) == origin


def test_the_address_that_an_operator_set_stands_over_the_request(sample_url: str) -> None:
    settings = Settings(database_url=sample_url, base_url="https://news.example/v/")
    with TestClient(create_app(settings)) as client:
        assert canonical(client, STORY, host="evil.example") == f"https://news.example/v{STORY}"
        assert locations(client, "/sitemap.xml")[0] == "https://news.example/v/"
