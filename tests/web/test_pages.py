"""Every page, over the real sample in a real database."""

import re
from pathlib import Path
from threading import Timer
from typing import Any

import pytest
from anyio import CapacityLimiter
from anyio.to_thread import current_default_thread_limiter
from starlette.testclient import TestClient
from starlette.types import ASGIApp, Message

from app.main import create_app
from app.settings import Settings
from app.store.schema import upgrade
from app.store.store import Store
from app.text.content import Block, Content
from app.web.rendering import assets
from app.web.security import HEADERS

STORY = "/stories/port-ennick-tidal-barrier-failure"


def paths(ids: dict[str, str]) -> dict[str, str]:
    a, b = ids["04-tellan-r4"], ids["06-the-morning-tack"]
    return {
        "home": "/",
        "story": STORY,
        "story, all versions": f"{STORY}?versions=all",
        "version": f"/versions/{a}",
        "comparison": f"/compare/{a}/{b}",
        "comparison, unfolded": f"/compare/{a}/{b}?folds=open",
        "comparison, reuse marked": f"/compare/{a}/{b}?folds=open&reuse=on",
        "comparison with itself": f"/compare/{a}/{a}",
        "choice": f"/compare/{a}/{b}/versions?side=right",
        "json": f"/compare/{a}/{b}.json",
        "text": f"/compare/{a}/{b}.txt",
        "file": f"/compare/{a}/{b}.html",
        "health": "/healthz",
    }


@pytest.mark.parametrize("name", list(paths({"04-tellan-r4": "a", "06-the-morning-tack": "b"})))
def test_answers_get_and_head(client: TestClient, sample_ids: dict[str, str], name: str) -> None:
    path = paths(sample_ids)[name]
    answer = client.get(path)
    assert answer.status_code == 200
    assert client.head(path).status_code == 200
    for header, value in HEADERS.items():
        assert answer.headers[header] == value
    assert "unsafe" not in answer.headers["content-security-policy"]


def test_every_link_of_the_pages_leads_somewhere(client: TestClient, sample_ids: dict[str, str]) -> None:
    seen: set[str] = set()
    waiting = ["/", f"/compare/{sample_ids['01-tellan-r1']}/{sample_ids['04-tellan-r4']}"]
    while waiting and len(seen) < 150:
        path = waiting.pop(0)
        seen.add(path)
        answer = client.get(path)
        assert answer.status_code == 200, path
        if "html" in answer.headers["content-type"]:
            found = re.findall(r'(?:href|src)="(/[^"#]*)', answer.text)
            waiting += [
                new.replace("&amp;", "&")
                for new in dict.fromkeys(found)
                if new not in seen and new not in waiting
            ]
    assert len(seen) > 60


def test_no_inline_script_or_style(client: TestClient, sample_ids: dict[str, str]) -> None:
    for name, path in paths(sample_ids).items():
        if name == "file":
            continue  # one page that needs nothing else holds its style, by hash
        text = client.get(path).text
        assert not re.search(r"<style|\sstyle=|\son\w+=|javascript:", text), path
        scripts = [tag for tag in re.findall(r"<script[^>]*>", text) if "application/ld+json" not in tag]
        assert all("src=" in tag for tag in scripts), path


@pytest.mark.parametrize(
    "path",
    [
        "/nope",
        "/x/<script>alert(1)</script>",
        "/stories/none",
        "/stories/%00",
        "/stories/%ff",
        "/articles/-1",
        "/articles/aaaaaaaaaaaaaaaa",
        "/versions/٥",
        "/versions/12345678901234567890123",
        "/compare/aaaaaaaaaaaaaaaa/bbbbbbbbbbbbbbbb",
        "/compare/x/y/versions",
        "/compare/a/b/",
        "/static",
        "/static/none.css",
        "/static/../pyproject.toml",
    ],
)
def test_what_is_not_there_is_not_found_and_not_echoed(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "There is nothing at this address" in answer.text
    assert "alert(1)" not in answer.text
    assert answer.headers["content-security-policy"] == HEADERS["Content-Security-Policy"]


def test_data_is_not_found_as_data(client: TestClient) -> None:
    answer = client.get("/compare/aaaaaaaaaaaaaaaa/bbbbbbbbbbbbbbbb.json")
    assert answer.status_code == 404
    assert answer.json()["error"] == "There is nothing at this address"


@pytest.mark.parametrize(("page", "status"), [(1, 200), (2, 404), (0, 422), (-1, 422), (1_000_000_000, 422)])
def test_pages_of_home(client: TestClient, page: int, status: int) -> None:
    assert client.get(f"/?page={page}").status_code == status


def test_home_turns_its_pages(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("app.web.stories.PAGE", 2)
    url = f"sqlite:///{tmp_path / 'v.db'}"
    upgrade(url)
    with Store(url) as store:
        for name in "abcde":
            content = Content(
                blocks=(Block("paragraph", f"Story {name} is told."),), published=f"2026-01-0{ord(name) - 96}"
            )
            store.add_version(content, raw=b"", story_title=f"Story {name}")
    with TestClient(create_app(Settings(database_url=url))) as client:
        shown = [re.findall(r">Story (\w)<", client.get(f"/?page={page}").text) for page in (1, 2, 3)]
        assert shown == [["e", "d"], ["c", "b"], ["a"]]
        assert client.get("/?page=4").status_code == 404
        assert 'href="/?page=2"' in client.get("/?page=3").text


@pytest.mark.parametrize("query", ["?folds=x", "?folds="])
def test_unknown_switches_are_refused(client: TestClient, sample_ids: dict[str, str], query: str) -> None:
    a, b = sample_ids["04-tellan-r4"], sample_ids["06-the-morning-tack"]
    answer = client.get(f"/compare/{a}/{b}{query}")
    assert answer.status_code == 422
    assert "does not say what to show" in answer.text


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_the_server_only_reads(client: TestClient, method: str) -> None:
    answer = client.request(method, "/")
    assert answer.status_code == 405
    assert "only answers reading" in answer.text


def test_a_comparison_is_permanent(client: TestClient, sample_ids: dict[str, str]) -> None:
    path = f"/compare/{sample_ids['01-tellan-r1']}/{sample_ids['02-tellan-r2']}"
    first = client.get(path)
    tag = first.headers["etag"]
    assert "no-store" not in first.headers["cache-control"]
    for condition in (f'"x", {tag}', tag.removeprefix("W/"), "*"):
        again = client.get(path, headers={"If-None-Match": condition})
        assert (again.status_code, again.content) == (304, b"")
        assert (again.headers["etag"], again.headers["vary"]) == (tag, "Accept-Encoding")
    assert client.get(path, headers={"If-None-Match": '"x"'}).status_code == 200
    assert client.get(path + "?folds=open").headers["etag"] != tag
    assert client.get(path + ".json").headers["etag"] != tag
    assert client.get(path).content == first.content


@pytest.mark.parametrize(("name", "is_part"), [("site.css", True), ("compare.js", True), ("icon.svg", False)])
def test_scripts_and_style_sheets_carry_only_what_concerns_them(
    client: TestClient, name: str, is_part: bool
) -> None:
    headers = client.get(assets().url(name)).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert "cross-origin-resource-policy" in headers
    assert ("content-security-policy" not in headers) is is_part
    assert ("x-frame-options" not in headers) is is_part


def test_static_files_are_kept_for_good_under_their_fingerprint(client: TestClient) -> None:
    (address,) = set(re.findall(r'href="(/static/[^"]+/site\.css)"', client.get("/").text))
    assert "immutable" in client.get(address).headers["cache-control"]
    stale = "/static/0000000000/site.css"
    assert client.get(stale).status_code == 200
    assert client.get(stale).headers["cache-control"] == "no-cache"


def test_exactly_the_same_is_said(client: TestClient, sample_ids: dict[str, str]) -> None:
    one = sample_ids["04-tellan-r4"]
    page = client.get(f"/compare/{one}/{one}").text
    assert "Exactly the same." in page
    assert "<del>" not in page
    assert "<ins>" not in page


def test_both_ends_of_a_move_are_linked_to_each_other(client: TestClient, sample_ids: dict[str, str]) -> None:
    page = client.get(f"/compare/{sample_ids['02-tellan-r2']}/{sample_ids['03-tellan-r3']}").text
    moved = re.findall(
        r'<li class="row[^"]*\bmoved\b[^"]*" data-row="([^"]+)"[^>]*>(.*?)</li>', page, re.DOTALL
    )
    assert moved
    first_of: dict[
        str, str
    ] = {}  # sentences that moved together have one place, which leads to the first of them
    for row, inside in moved:
        (place,) = re.findall(r'href="#(place-[^"]+)"', inside)
        first = first_of.setdefault(place, row)
        stub = page[page.index(f'id="{place}"') :]
        assert f'href="#{first}"' in stub[: stub.index("</li>")]


def test_every_id_is_there_once(client: TestClient, sample_ids: dict[str, str]) -> None:
    for a, b in [("01-tellan-r1", "04-tellan-r4"), ("05-harbour-ledger", "08-the-sarrow-islander")]:
        page = client.get(f"/compare/{sample_ids[a]}/{sample_ids[b]}").text
        ids = re.findall(r'\sid="([^"]+)"', page)
        assert len(ids) == len(set(ids))
        assert set(re.findall(r'href="#([^"]+)"', page)) <= set(ids)


def test_a_fault_of_our_own_is_a_page_with_the_headers(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("secret detail")

    monkeypatch.setattr("app.store.store.Store.stories", broken)
    answer = client.get("/")
    assert answer.status_code == 500
    assert "Something went wrong here" in answer.text
    assert "secret" not in answer.text
    assert answer.headers["content-security-policy"] == HEADERS["Content-Security-Policy"]


def test_health_is_told_while_every_thread_is_at_work(sample_url: str) -> None:
    with TestClient(create_app(Settings(database_url=sample_url), ahead=False)) as inside:
        assert inside.portal is not None

        async def limiter() -> CapacityLimiter:
            return current_default_thread_limiter()

        threads = inside.portal.call(limiter)
        threads.total_tokens = 1
        work = object()
        inside.portal.call(threads.acquire_on_behalf_of, work)
        late = Timer(10, inside.portal.call, (threads.release_on_behalf_of, work))
        late.start()
        assert inside.get("/healthz").text == "ok\n"
        assert threads.borrowed_tokens == 1
        late.cancel()


def test_home_says_what_it_is_and_gives_reasons_to_open_a_story(client: TestClient) -> None:
    page = client.get("/").text
    assert "<title>Every version of a news story, side by side · Variorum</title>" in page
    assert "<bdi>For want of a bearing: the repair that Port Ennick did not get</bdi>" in page
    assert page.count("variorum import") == 1
    assert page.index("variorum import") > page.index('class="stories"')


@pytest.mark.parametrize(
    ("asked", "leads"),
    [
        (f"{STORY}/", STORY),
        (f"{STORY}//", STORY),
        (f"{STORY}/matrix/?sort=coverage&x=%2F%2F", f"{STORY}/matrix?sort=coverage&x=%2F%2F"),
        ("/about/?", "/about"),
        ("/api/v1/stories/", "/api/v1/stories"),
        ("/stories/a%2Fb%20c/", "/stories/a%2Fb%20c"),
        ("/nowhere/", "/nowhere"),
    ],
)
def test_a_slash_at_the_end_leads_to_the_address_without_it(
    client: TestClient, asked: str, leads: str
) -> None:
    answer = client.get(asked, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (308, leads)


@pytest.mark.parametrize(
    "asked",
    [
        "//evil.example/",
        "//evil.example//",
        "/\\evil.example/",
        "///evil.example/",
        "/\\/evil.example/",
        "//",
        "/%2F/../",
    ],
)
def test_no_slash_leads_to_another_host(client: TestClient, asked: str) -> None:
    scope: dict[str, Any] = {
        "type": "http",
        "method": "GET",
        "scheme": "http",
        "server": ("testserver", 80),
        "path": asked,
        "raw_path": asked.encode(),
        "query_string": b"",
        "headers": [(b"host", b"evil.example")],
    }
    assert client.portal
    sent = client.portal.call(answered, client.app, scope)
    assert not any(name == b"location" and not re.match(rb"/[^/\\]", value) for name, value in sent)


async def answered(app: ASGIApp, scope: dict[str, Any]) -> list[tuple[bytes, bytes]]:
    """The headers of the answer to a request that no client would let through."""
    headers: list[tuple[bytes, bytes]] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        headers.extend(message.get("headers", ()))

    await app(scope, receive, send)
    return headers
