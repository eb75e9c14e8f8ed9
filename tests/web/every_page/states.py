"""Every kind of page in every state that readers meet: what the checks of all pages visit.

`STATES` has a line for each; `test_list.py` holds it to the addresses of app/web/routes.py, so that
no new page is forgotten.
"""

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page, expect

ELSEWHERE = {
    "/stories/{slug}/atom.xml": "application/atom+xml",
    "/articles/{article_id}/atom.xml": "application/atom+xml",
    "/atom.xml": "application/atom+xml",
    "/compare/{a}/{b}.json": "application/json",
    "/compare/{a}/{b}.txt": "text/plain",
    "/compare/{a}/{b}.csv": "text/csv",
    "/compare/{a}/{b}.png": "image/png",
    "/oembed?url=http://testserver/compare/{a}/{b}": "application/json",
    "/sitemap.xml": "application/xml",
    "/sitemap-{number}.xml": "application/xml",
    "/robots.txt": "text/plain",
    "/about/style/states.css": "text/css",
    "/healthz": "text/plain",
}
"""Addresses whose answer is no page (with what they have to be asked), and what it is."""
PARTS = {
    "/compare/{a}/{b}/newer": "a newer version is told of",
    "/compare/{a}/{b}/share": "comparison, sharing a row",
}
"""Addresses of a part of a page, and the state in which it stands in its page."""


@dataclass(frozen=True, slots=True)
class State:
    """One state of a page: `address` is filled in with the site's places; `do` is what a reader does there first.

    `status` is what the server answers; `empty`: on a site that holds nothing; `seldom`: shows more of what another
    state shows, so that only `make audit` looks for barriers in it.
    """

    name: str
    route: str
    address: str
    do: Callable[[Page], None] | None = None
    status: int = 200
    empty: bool = False
    seldom: bool = False


def open_all(page: Page) -> None:
    """Open everything that is folded, choices over the page excepted: they would hide what is below them."""
    page.evaluate(
        "document.querySelectorAll('details:not(:has(> .choices))').forEach(one => { one.open = true; })"
    )


def open_choice(name: str) -> Callable[[Page], None]:
    """Open what stands over the page by the words on it."""

    def do(page: Page) -> None:
        page.locator("summary", has_text=name).first.click()
        expect(page.locator("details[open] .choices a").first).to_be_visible()
        expect(page.locator("details[open] [data-choices]")).to_have_count(
            0
        )  # the list has come in its place

    return do


def list_keys(page: Page) -> None:
    """Ask for the list of keys."""
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()


def choose_row(page: Page) -> None:
    """Go to a row by its link."""
    page.keyboard.press("n")
    expect(page.locator(":target")).to_have_count(1)


def share_row(page: Page) -> None:
    """Open the panel of a row by its sign."""
    row = page.locator(".row.change").first
    row.hover()
    row.locator(".copy").click()
    expect(page.locator(".share.of-row")).to_be_visible()


def see_newer(page: Page) -> None:
    """Wait until the page has been told of newer versions."""
    expect(page.locator(".newer").first).to_be_visible()


def send_nothing(page: Page) -> None:
    """Send the form for one's own texts while it is empty."""
    page.get_by_role("button", name="Compare", exact=True).click()
    expect(page.get_by_role("alert")).to_be_visible()


def send_texts(page: Page) -> None:
    """Compare two texts of one's own."""
    page.get_by_label("The left text").fill(
        "The pier\n\nThe lamp went out at nine. Nobody was hurt. The keeper slept."
    )
    page.get_by_label("The right text").fill(
        "The pier\n\nThe lamp went out at ten. Nobody was hurt. A boat came in."
    )
    page.get_by_role("button", name="Compare", exact=True).click()
    expect(page.locator(".row").first).to_be_visible()
    page.wait_for_load_state()


def send_texts_and_change(page: Page) -> None:
    """Compare two texts, and open the form to change them."""
    send_texts(page)
    open_all(page)


def _story(tab: str, *queries: str) -> tuple[State, ...]:
    """The states that every tab of a story has: as it is, its switches, from right to left, of one version."""
    path = f"/stories/{{}}/{tab}".rstrip("/")
    name, route = tab or "story", path.format("{slug}")
    return (
        State(name, route, path.format("{story}"), seldom=True),
        State(f"{name}, all open", route, path.format("{story}"), open_all),
        *(State(f"{name}, {one}", route, f"{path.format('{story}')}?{one}", seldom=True) for one in queries),
        State(f"{name}, from right to left", route, path.format("{rtl}")),
        State(f"{name}, of one version", route, path.format("{alone}")),
    )


def _compare(*queries: str) -> tuple[State, ...]:
    return tuple(
        State(f"comparison, {query}", COMPARISON, f"/compare/{{first}}/{{last}}?{query}") for query in queries
    )


COMPARISON = "/compare/{a}/{b}"
EMBEDDED = "/embed/compare/{a}/{b}"
OWN = "/compare-texts"
STATES = (
    State("home", "/", "/"),
    State("home of an empty site", "/", "/", empty=True),
    *_story("", "versions=all"),
    *_story("matrix", "sort=coverage", "versions=all&sort=disputed", "outlet={a}&lacks={a}"),
    *_story("quotes", "show=differing", "utterance=none"),
    *_story("figures", "show=conflicts", "fact=none"),
    *_story("own", "versions=all&sort=own&show=own", "read={b}"),
    *_story("timeline", "versions=all", "firsts=all"),
    *_story("readings", "versions=all&folds=open"),
    *_story("prominence", "versions=all"),
    State("article", "/articles/{article_id}", "/articles/{article}"),
    State("version", "/versions/{version_id}", "/versions/{a}"),
    State("version, omissions=all", "/versions/{version_id}", "/versions/{a}?omissions=all"),
    State("version, coverage=off", "/versions/{version_id}", "/versions/{a}?coverage=off"),
    State("version, from right to left", "/versions/{version_id}", "/versions/{rtl_a}"),
    State("version without anything told of it", "/versions/{version_id}", "/versions/{alone_a}"),
    State("version without a word", "/versions/{version_id}", "/versions/{mute_a}"),
    State("comparison", COMPARISON, "/compare/{a}/{b}"),
    *_compare(
        "view=one", "view=changes", "folds=open&reuse=on", "words=off&moves=off", "quotes=on", "figures=on"
    ),
    *_compare("view=one&reuse=on&quotes=on&figures=on&folds=open"),
    State("comparison, a row chosen", COMPARISON, "/compare/{a}/{b}", choose_row),
    State("comparison, sharing", COMPARISON, "/compare/{a}/{b}", open_choice("Share")),
    State(
        "comparison, choosing a version",
        COMPARISON,
        "/compare/{a}/{b}",
        open_choice("Choose another version"),
    ),
    State("comparison, keys", COMPARISON, "/compare/{a}/{b}", list_keys),
    State("comparison, sharing a row", COMPARISON, "/compare/{a}/{b}", share_row),
    State("a newer version is told of", COMPARISON, "/compare/{first}/{last}", see_newer),
    State("comparison with itself", COMPARISON, "/compare/{a}/{a}"),
    State("comparison from right to left", COMPARISON, "/compare/{rtl_a}/{rtl_b}"),
    State("comparison of two directions", COMPARISON, "/compare/{rtl_a}/{a}"),
    State("comparison of nothing", COMPARISON, "/compare/{mute_a}/{mute_b}"),
    State("comparison with something untold", COMPARISON, "/compare/{alone_a}/{a}"),
    State("comparison as a file", "/compare/{a}/{b}.html", "/compare/{a}/{b}.html"),
    State("embedded", EMBEDDED, "/embed/compare/{a}/{b}"),
    State("embedded, view=one", EMBEDDED, "/embed/compare/{first}/{last}?view=one"),
    State("embedded from right to left", EMBEDDED, "/embed/compare/{rtl_a}/{rtl_b}"),
    State("embedded, of nothing", EMBEDDED, "/embed/compare/{mute_a}/{mute_b}?row=none"),
    State("choice", "/compare/{a}/{b}/versions", "/compare/{a}/{b}/versions"),
    State("choice, side=right", "/compare/{a}/{b}/versions", "/compare/{a}/{b}/versions?side=right"),
    State("own texts", OWN, OWN),
    State("own texts, refused", OWN, OWN, send_nothing),
    State("own texts, compared", OWN, OWN, send_texts),
    State("own texts, compared and to be changed", OWN, OWN, send_texts_and_change),
    State("about", "/about", "/about"),
    State("style", "/about/style", "/about/style"),
    State("search", "/search", "/search"),
    State("search, of an empty site", "/search", "/search?q=barrier", empty=True),
    State("search, found", "/search", "/search?q=barrier&language=en"),
    State("search, found from right to left", "/search", "/search?q=سوق"),
    State("search, nothing found", "/search", "/search?q=zebra"),
    State("search, filters alone", "/search", "/search?language=en&from=2001-01-01"),
    State("search, a story by its address", "/search", "/search?q=/stories/{story}"),
    State("search, refused", "/search", "/search?q=barrier&from=14.03.2026", status=422),
    State("search, odd syntax", "/search", '/search?q="(barrier* NEAR'),
    State("for programs", "/api/docs", "/api/docs"),
    State("no such story", "/stories/{slug}", "/stories/none", status=404),
    State("no such version", COMPARISON, "/compare/none/{b}", status=404),
    State("no such address", "/", "/nowhere", status=404),
    State("no such choice", COMPARISON, "/compare/{a}/{b}?view=sideways", status=422),
)
