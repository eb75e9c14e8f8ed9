"""By keyboard alone: every control is reached in the order of reading, and it is always seen where one is."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.web.every_page.states import STATES
from tests.web.every_page.walking import Walk, disorder
from tests.web.every_page.window import Site, window

pytestmark = pytest.mark.xdist_group("every page")

WALKED = [
    "home",
    "search, found",
    "story",
    "matrix",
    "quotes, show=differing",
    "figures, show=conflicts",
    "timeline",
    "prominence",
    "own",
    "readings",
    "article",
    "version",
    "comparison",
    "comparison, view=one",
    "choice",
    "own texts",
    "own texts, compared",
    "about",
    "style",
    "embedded",
]
DRAWN = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
BY_NAME = {state.name: state for state in STATES}


@pytest.mark.parametrize("name", WALKED)
def test_every_control_is_reached_in_order_and_seen(browser: Browser, every_site: Site, name: str) -> None:
    with window(browser, every_site, viewport={"width": 1440, "height": 900}) as opened:
        opened.visit(BY_NAME[name])
        walk = Walk(opened.page)
        stops = walk.walk()
        wrong = [f"{stop.says} {stop.wrong}" for stop in stops if stop.wrong]
        missed = [
            one.says for at, one in enumerate(walk.controls) if at not in {stop.number for stop in stops}
        ]
        back = [stop.number for stop in walk.walk("Shift+Tab")] if len(stops) < 60 else None
    numbers = [stop.number for stop in stops]
    assert (missed, wrong, disorder(walk.controls[1:])) == ([], [], [])
    assert numbers == sorted(numbers, key=lambda number: -1 if number is None else number)
    assert back is None or back == sorted(back, key=lambda number: number or 0, reverse=True)


@pytest.fixture
def comparison(browser: Browser, every_site: Site) -> Iterator[Page]:
    with window(browser, every_site, viewport={"width": 1440, "height": 900}) as opened:
        opened.visit(BY_NAME["comparison"])
        yield opened.page


@pytest.mark.parametrize("name", ["home", "comparison", "matrix"])
def test_the_first_control_skips_to_the_content(browser: Browser, every_site: Site, name: str) -> None:
    with window(browser, every_site) as opened:
        opened.visit(BY_NAME[name])
        opened.page.keyboard.press("Tab")
        expect(opened.page.get_by_role("link", name="Skip to the content")).to_be_focused()
        opened.page.keyboard.press("Enter")
        expect(opened.page.locator("main:target")).to_have_count(1)
        opened.page.evaluate(DRAWN)  # the place where Tab goes on is set when the page is drawn
        opened.page.keyboard.press("Tab")
        expect(opened.page.locator("main :focus")).to_have_count(1)


@pytest.mark.parametrize("name", ["quotes", "matrix", "search", "readings", "comparison"])
def test_what_is_folded_opens_and_closes_by_enter_and_space(
    browser: Browser, every_site: Site, name: str
) -> None:
    with window(browser, every_site) as opened:
        opened.visit(BY_NAME[name])
        summaries = opened.page.locator("main details > summary:visible").all()[:4]
        assert summaries
        for summary in summaries:
            opening = summary.evaluate("one => !one.parentElement.open")
            summary.focus()
            for key in ("Enter", "Space"):
                opened.page.keyboard.press(key)
                expect(summary.locator("xpath=..")).to_have_js_property("open", opening)
                opening = not opening


@pytest.mark.parametrize("panel", ["details.picker", "details.share"])
def test_a_panel_closes_by_escape_and_when_the_focus_goes_on(comparison: Page, panel: str) -> None:
    over, summary = comparison.locator(panel).last, comparison.locator(f"{panel} > summary").last
    summary.focus()
    comparison.keyboard.press("Enter")
    expect(over.locator(".choices a").nth(2)).to_be_visible()
    comparison.keyboard.press("Tab")
    expect(over.locator(":focus")).to_have_count(1)
    comparison.keyboard.press("Escape")
    expect(over).not_to_have_attribute("open", "")
    expect(summary).to_be_focused()
    comparison.keyboard.press("Enter")
    comparison.keyboard.press("Shift+Tab")
    expect(over).not_to_have_attribute("open", "")


def test_the_list_of_keys_holds_the_focus_and_gives_it_back(comparison: Page) -> None:
    before = comparison.get_by_title("Swap sides")
    before.focus()
    comparison.keyboard.press("?")
    dialog = comparison.get_by_role("dialog")
    expect(dialog).to_be_visible()
    for _ in range(3):
        comparison.keyboard.press("Tab")
        assert comparison.evaluate(
            "document.activeElement === document.body || document.activeElement.closest('dialog') !== null"
        )
    comparison.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(before).to_be_focused()


def test_keys_are_letters_where_one_types(comparison: Page) -> None:
    address = comparison.url
    comparison.get_by_role("searchbox").focus()
    comparison.keyboard.type("nspvjk?")
    expect(comparison.get_by_role("searchbox")).to_have_value("nspvjk?")
    expect(comparison.get_by_role("dialog")).to_be_hidden()
    expect(comparison).to_have_url(address)
