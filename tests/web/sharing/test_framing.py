"""Which pages other sites may frame: one, and no other."""

import re

import pytest
from fastapi.routing import APIRoute
from starlette.testclient import TestClient

from app.web.routes import router
from app.web.security import HEADERS
from app.web.sharing.embedded import CELL_LENGTH, HEADLINE_LENGTH, MOST_ROWS, cut_runs, embedded_rows
from app.web.shown import shown
from tests.web.sharing.made import compared, content, seen

FRAMED = "/embed/compare/{a}/{b}"
ROUTES = sorted(
    {
        route.path
        for route in router.routes
        if isinstance(route, APIRoute) and not route.path.endswith(".css")  # a style sheet is no page
    }
)


def filled(route: str, path: str) -> str:
    """The address of a route with something that is there in its braces, where that is easily had."""
    _, _, a, b = path.split("/")
    return route.replace("{a}", a).replace("{b}", b).replace("{version_id}", a)


@pytest.mark.parametrize("route", ROUTES)
def test_no_page_but_one_may_be_framed(client: TestClient, path: str, route: str) -> None:
    answer = client.get(filled(route, path))
    policy = answer.headers["content-security-policy"]
    if route == FRAMED:
        assert "frame-ancestors *" in policy
        assert "x-frame-options" not in answer.headers
        assert answer.headers["cross-origin-resource-policy"] == "cross-origin"
    else:
        assert "frame-ancestors 'none'" in policy
        assert answer.headers["x-frame-options"] == "DENY"


def test_the_one_page_is_among_the_routes() -> None:
    assert FRAMED in ROUTES


@pytest.mark.parametrize(
    "other", ["/embed/compare/a/b", "/embed", "/embed/compare/a/b/c", "?row=" + "x" * 65]
)
def test_what_is_not_there_is_not_framed(client: TestClient, path: str, other: str) -> None:
    answer = client.get(f"/embed{path}{other}" if other[0] == "?" else other)
    assert answer.status_code in {404, 422}
    assert answer.headers["x-frame-options"] == "DENY"
    assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]


def test_a_cache_that_asks_again_may_still_frame_it(client: TestClient, path: str) -> None:
    """A cache takes the headers of a 304 for those of the page that it keeps."""
    first = client.get(f"/embed{path}")
    again = client.get(f"/embed{path}", headers={"if-none-match": first.headers["etag"]})
    assert again.status_code == 304
    assert "x-frame-options" not in again.headers
    for name in ("content-security-policy", "cross-origin-resource-policy", "x-robots-tag", "etag"):
        assert again.headers[name] == first.headers[name]


def test_it_is_small_and_leads_to_the_whole_and_to_both_sources(client: TestClient, path: str) -> None:
    text = client.get(f"/embed{path}").text
    _, _, a, b = path.split("/")
    for address in (path, f"/versions/{a}", f"/versions/{b}"):
        assert f'href="{address}" target="_blank"' in text
    assert len(re.findall(r'<li class="row ', text)) == MOST_ROWS
    more = re.search(r"(\d+) more changes: the whole comparison", text)
    assert more
    changes = len(re.findall(r'<li class="row [^"]*\bchange\b', client.get(path).text))
    assert int(more[1]) == changes - MOST_ROWS
    assert "<script" not in text
    assert 'content="noindex"' in text
    assert len(text) < 12_000


def test_it_names_the_sides_where_there_may_be_no_left_and_no_right(client: TestClient, path: str) -> None:
    rows = re.findall(r'<li class="row (only-[ab])[^>]*data-row="([^"]+)"', client.get(path).text)
    names = {"only-a": "Tellan News Agency", "only-b": "The Morning Tack"}
    assert {kind for kind, _ in rows} == set(names)
    for kind, row in dict(rows).items():
        text = client.get(f"/embed{path}?row={row}").text
        assert text.count(f"only in <bdi>{names[kind]}</bdi>") == 1
        assert "only left" not in text
        assert "only right" not in text
        assert "\N{LONG LEFTWARDS ARROW}" not in text
        assert "\N{LONG RIGHTWARDS ARROW}" not in text


def test_it_shows_one_row_if_asked_to(client: TestClient, path: str, row: str) -> None:
    text = client.get(f"/embed{path}?row={row}").text
    assert len(re.findall(r'<li class="row ', text)) == 1
    assert f'href="{path}?row={row}#{row}"' in text
    lost = client.get(f"/embed{path}?row=l-aaaaaaaa")
    assert lost.status_code == 200
    assert "is not in this comparison" in lost.text


def test_its_address_decides_on_its_tag(client: TestClient, path: str, row: str) -> None:
    addresses = [f"/embed{path}", f"/embed{path}?row={row}", f"/embed{path}?view=one", path]
    assert len({client.get(one).headers["etag"] for one in addresses}) == len(addresses)
    assert client.get(addresses[0]).content == client.get(addresses[0]).content


def test_a_huge_sentence_is_cut() -> None:
    long = " ".join(["word"] * 1000)
    for words, cut in ((long, True), ("x" * CELL_LENGTH, False), ("x" * (CELL_LENGTH + 1), True)):
        both = compared(content("Alike."), content("Alike.", words))
        rows, more = embedded_rows(shown(both), both)
        (right,) = ("".join(run.text for run in one.right) for one in rows)
        assert more == 0
        assert right.endswith("…") is cut
        assert len(right) <= CELL_LENGTH + 2


def test_a_sentence_that_stands_elsewhere_is_not_said_to_be_missing(client: TestClient, path: str) -> None:
    text = client.get(path).text
    rows = re.findall(r'(?s)<li class="row (?:reworded|edited)[^>]*data-row="([^"]+)">.*?</li>', text)
    told = "".join(client.get(f"/embed{path}?row={name}").text for name in rows[:12])
    assert "no counterpart found" not in told


def test_other_security_headers_stay(client: TestClient, path: str) -> None:
    answer = client.get(f"/embed{path}")
    changed = {"Content-Security-Policy", "X-Frame-Options", "Cross-Origin-Resource-Policy"}
    for name in HEADERS.keys() - changed:
        assert answer.headers[name] == HEADERS[name]
    assert (
        answer.headers["content-security-policy"].replace("frame-ancestors *", "frame-ancestors 'none'")
        == (HEADERS["Content-Security-Policy"])
    )


def test_a_huge_headline_is_cut() -> None:
    for words in ("word " * 3000, "x" * 10_000):
        shown_headline = seen(content("Alike.", title=words), content("Alike.")).left.headline
        cut = "".join(run.text for run in cut_runs(shown_headline, HEADLINE_LENGTH))
        assert cut.endswith(" …")
        assert len(cut) <= HEADLINE_LENGTH + 2


def test_the_style_sheets_of_a_frame_may_be_read_from_any_origin(client: TestClient, path: str) -> None:
    sheets = re.findall(r'rel="stylesheet" href="([^"]+)"', client.get(f"/embed{path}").text)
    assert sheets
    for sheet in sheets:
        answer = client.get(sheet)
        assert answer.headers["cross-origin-resource-policy"] == "cross-origin"
    assert client.get(path).headers["cross-origin-resource-policy"] == "same-origin"
