"""The hint on a first visit: it stands above what it explains, moves nothing as it comes and goes, goes for good, and is
nothing where there are no scripts."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

pytestmark = pytest.mark.xdist_group("browser")

STORY = "/stories/port-ennick-tidal-barrier-failure"
SHIFTS = """new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => {
    for (const one of list.getEntries()) sum += one.value;
  }).observe({type: "layout-shift", buffered: true});
  requestAnimationFrame(() => setTimeout(() => done(sum), 100));
})"""


@pytest.fixture
def context(browser: Browser, site: str) -> Iterator[BrowserContext]:
    opened = browser.new_context(base_url=site, viewport={"width": 1440, "height": 900})
    yield opened
    opened.close()


def comparison(page: Page) -> str:
    page.goto(STORY)
    address = page.locator(".grid td a").first.get_attribute("href")
    assert address
    return address


def addresses(page: Page) -> list[str]:
    return [STORY, comparison(page)]


def test_it_is_closed_for_good_and_each_for_itself(context: BrowserContext) -> None:
    page = context.new_page()
    for address in addresses(page):
        page.goto(address)
        hint = page.get_by_role("note", name="First time here?")
        expect(hint).to_be_visible()
        hint.get_by_role("button").click()
        expect(hint).to_be_hidden()
        page.goto(address)
        page.wait_for_load_state("load")
        expect(page.locator("[data-hint]")).to_be_hidden()


def test_nothing_moves_when_it_comes_and_no_screen_reader_is_interrupted(context: BrowserContext) -> None:
    page = context.new_page()
    for address in addresses(page):
        page.goto(address)
        expect(page.locator("[data-hint]")).to_be_visible()
        assert page.evaluate(SHIFTS) < 0.01
        live = "[data-hint][aria-live], [data-hint][role=status], [data-hint][role=alert], [aria-live] [data-hint]"
        assert page.locator(live).count() == 0
        assert page.evaluate("document.activeElement === document.body")


@pytest.mark.parametrize("text", [1, 2])
@pytest.mark.parametrize("width", [390, 1440])
def test_it_covers_nothing_and_leaves_everything_in_place(
    browser: Browser, site: str, width: int, text: int
) -> None:
    context = browser.new_context(base_url=site, viewport={"width": width, "height": 844}, has_touch=True)
    page = context.new_page()
    for address in addresses(page):
        page.goto(address)
        page.evaluate("times => { document.documentElement.style.fontSize = `${106.25 * times}%`; }", text)
        hint = page.get_by_role("note", name="First time here?")
        button = hint.get_by_role("button")
        assert hint.evaluate("one => getComputedStyle(one).position") == "static"
        box, after = hint.bounding_box(), page.locator("[data-hint] ~ section, [data-hint] ~ .summary").first
        assert box
        assert box["x"] + box["width"] <= width
        assert box["height"] < 100 * text**2
        place = after.bounding_box()
        assert place
        assert place["y"] >= box["y"] + box["height"]
        button.click()
        expect(hint).to_be_hidden()
        assert page.evaluate("scrollY") == 0 or text == 2
        assert (after.evaluate("one => one.getBoundingClientRect().top + scrollY")) == pytest.approx(
            place["y"], abs=1
        )
    context.close()


def test_it_closes_by_the_escape_key_from_within(context: BrowserContext) -> None:
    page = context.new_page()
    page.goto(STORY)
    hint = page.get_by_role("note", name="First time here?")
    hint.get_by_role("link").focus()
    page.keyboard.press("Escape")
    expect(hint).to_be_hidden()


@pytest.mark.parametrize("setting", ["no scripts", "no storage"])
def test_without_scripts_or_memory_there_is_the_quiet_way(browser: Browser, site: str, setting: str) -> None:
    context = browser.new_context(base_url=site, java_script_enabled=setting != "no scripts")
    if setting == "no storage":
        context.add_init_script(
            "Object.defineProperty(window, 'localStorage', {get() { throw new Error('off'); }});"
        )
    page = context.new_page()
    page.goto(STORY)
    page.wait_for_load_state("load")
    expect(page.locator("[data-hint]")).to_be_hidden()
    expect(
        page.get_by_role("navigation", name="Site").get_by_role("link", name="How to read")
    ).to_be_visible()
    context.close()


def test_it_closes_where_nothing_can_be_written(context: BrowserContext) -> None:
    context.add_init_script("Storage.prototype.setItem = () => { throw new Error('full'); };")
    page = context.new_page()
    page.goto(STORY)
    hint = page.get_by_role("note", name="First time here?")
    hint.get_by_role("button").click()
    expect(hint).to_be_hidden()


@pytest.mark.parametrize("touched", [False, True])
def test_keys_are_named_where_there_are_keys(browser: Browser, site: str, touched: bool) -> None:
    context = browser.new_context(
        base_url=site, viewport={"width": 390, "height": 844}, has_touch=touched, is_mobile=touched
    )
    page = context.new_page()
    page.goto(comparison(page))
    hint = page.get_by_role("note", name="First time here?")
    expect(hint).to_contain_text("Struck words", use_inner_text=True)
    assert ("key" in hint.inner_text()) is not touched
    expect(page.get_by_role("button", name="Keys")).to_be_visible(visible=not touched)
    context.close()
