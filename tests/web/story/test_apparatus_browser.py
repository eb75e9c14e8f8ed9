"""Own words and readings in a real browser."""

import pytest
from playwright.sync_api import Browser, expect

from tests.web.waiting import resize

pytestmark = pytest.mark.xdist_group("browser")

STORY = "/stories/port-ennick-tidal-barrier-failure"


def test_own_words_without_scripts(browser: Browser, site: str) -> None:
    context = browser.new_context(base_url=site, java_script_enabled=False)
    page = context.new_page()
    page.goto(STORY)
    page.get_by_role("link", name="Own words").click()
    page.get_by_role("link", name="The Morning Tack").click()
    expect(page.get_by_role("heading", name="The Morning Tack")).to_be_in_viewport()
    expect(page.locator(".seen").last).to_be_visible()
    page.get_by_role("link", name="Only its own words").click()
    expect(page.locator(".own-text .seen")).to_have_count(0)
    page.locator(".left-out a").first.click()
    expect(page.locator(".row:has(:target)")).to_be_in_viewport()
    context.close()


def test_readings_open_on_demand_without_scripts(browser: Browser, site: str) -> None:
    context = browser.new_context(base_url=site, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{STORY}/readings")
    margin = page.locator(".sentence details").nth(1)
    expect(margin.locator(".wording").first).to_be_hidden()
    margin.locator("summary").click()
    expect(margin.locator("ins").first).to_be_visible()
    margin.get_by_role("link", name="Harbour Ledger").click()
    expect(page.locator(".row:has(:target)")).to_be_in_viewport()
    context.close()


def test_readings_stand_beside_the_text_or_under_it(browser: Browser, site: str) -> None:
    context = browser.new_context(base_url=site)
    page = context.new_page()
    for width, beside in ((1440, True), (390, False)):
        resize(page, width)
        page.goto(f"{STORY}/readings")
        line = page.locator(".base-line").first.bounding_box()
        margin = page.locator(".margin").first.bounding_box()
        assert line
        assert margin
        assert (margin["x"] > line["x"] + line["width"]) is beside
        assert (margin["y"] >= line["y"] + line["height"]) is not beside
    context.close()


def test_names_among_the_facts_are_printed(browser: Browser, site: str) -> None:
    page = browser.new_page(base_url=site)
    page.emulate_media(media="print")
    page.goto(f"{STORY}/timeline")
    expect(page.locator(".firsts .facts a").first).to_be_visible()
    page.goto(f"{STORY}/quotes")
    expect(page.get_by_role("link", name="this one alone")).to_have_count(0)
    page.close()
