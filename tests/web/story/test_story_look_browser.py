"""How the pages of a story, and the one that explains, fit their screens."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.xdist_group("browser")

STORY = "/stories/port-ennick-tidal-barrier-failure"
PAGES = ("", "/matrix", "/quotes", "/figures", "/timeline", "/prominence", "/own", "/readings")


@pytest.fixture(params=["scripts", "no scripts"])
def phone(browser: Browser, site: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    scripts = request.param == "scripts"
    context = browser.new_context(
        base_url=site, viewport={"width": 390, "height": 844}, java_script_enabled=scripts
    )
    yield context.new_page()
    context.close()


@pytest.fixture
def desk(browser: Browser, site: str) -> Iterator[Page]:
    context = browser.new_context(base_url=site, viewport={"width": 1440, "height": 900})
    yield context.new_page()
    context.close()


def test_tabs_are_one_line_on_a_phone_with_the_pages_own_in_sight(phone: Page) -> None:
    for page in PAGES:
        phone.goto(STORY + page)
        tabs = phone.locator(".sections li")
        tops = tabs.evaluate_all("all => all.map(one => Math.round(one.getBoundingClientRect().top))")
        assert len(set(tops)) == 1
        expect(phone.locator(".sections [aria-current]")).to_be_in_viewport(ratio=0.95)


def test_the_choices_of_the_matrix_are_folded_on_a_phone_and_open_on_a_desk(phone: Page, desk: Page) -> None:
    phone.goto(f"{STORY}/matrix")
    fold = phone.get_by_text("Choose statements, versions and their order")
    expect(phone.locator('select[name="outlet"]')).to_be_hidden()
    fold.click()
    expect(phone.locator('select[name="outlet"]')).to_be_visible()
    desk.goto(f"{STORY}/matrix")
    expect(desk.locator('select[name="outlet"]')).to_be_visible()
    expect(desk.get_by_text("Choose statements, versions and their order")).to_be_hidden()


def test_filters_that_are_in_use_are_not_folded_away(phone: Page) -> None:
    phone.goto(f"{STORY}/matrix?with=figures")
    expect(phone.get_by_label("with figures")).to_be_visible()


def test_how_to_read_fits_one_screen(desk: Page) -> None:
    desk.goto("/about")
    for part in (".explained .rows", ".explained .summary", ".explained .signs"):
        box = desk.locator(part).bounding_box()
        assert box
        assert box["y"] + box["height"] <= 900, part


def test_the_head_of_a_story_says_what_there_is_and_leads_there(desk: Page) -> None:
    desk.goto(STORY)
    expect(desk.locator(".lead")).to_have_text(
        "5 articles in 8 versions from 5 outlets, 14 March 2026, 08:20 to 20:15 UTC", use_inner_text=True
    )
    desk.get_by_role("link", name="figures in conflict").click()
    expect(desk.locator(".fact.conflict").first).to_be_visible()
