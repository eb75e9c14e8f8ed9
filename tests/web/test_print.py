"""What stands on paper: where a page stood, what it is about, what is folded, and nothing cut off."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.xdist_group("browser")

STORY = "/stories/port-ennick-tidal-barrier-failure"
PAGES = ("matrix", "quotes", "figures", "timeline", "prominence", "own", "readings")
A4 = 718
"""Pixels between the usual margins of a sheet."""
CUT = """() => [...document.querySelectorAll('main *')].filter((one) => one.checkVisibility()
  && !one.closest('.hidden') && one.getBoundingClientRect().right > innerWidth + 1)
  .map((one) => one.tagName + '.' + one.getAttribute('class'))"""


@pytest.fixture(scope="module")
def paper(browser: Browser, site: str) -> Iterator[Page]:
    context = browser.new_context(base_url=site, viewport={"width": A4, "height": 1000})
    page = context.new_page()
    page.emulate_media(media="print")
    yield page
    context.close()


def version(page: Page) -> str:
    page.goto(STORY)
    return str(page.locator('a[href^="/versions/"]').first.get_attribute("href"))


@pytest.mark.parametrize("name", PAGES)
def test_a_page_of_a_story_names_it_and_is_whole(paper: Page, name: str) -> None:
    for query in ("", "?versions=all"):
        paper.goto(f"{STORY}/{name}{query}")
        expect(
            paper.get_by_text("Port Ennick tidal barrier failure").and_(paper.locator(":visible"))
        ).to_have_count(1)
        assert paper.evaluate(CUT) == []


def test_every_page_has_one_line_that_says_where_it_stood(paper: Page) -> None:
    comparison = paper.goto(STORY) and paper.locator(".grid td a").first.get_attribute("href")
    for address in (version(paper), "/search?q=barrier", "/", str(comparison)):
        paper.goto(address)
        expect(paper.locator(".citation:visible")).to_have_count(1)
        expect(paper.locator(".citation:visible")).to_contain_text(address)


def test_what_is_folded_is_open(paper: Page) -> None:
    for name, folded in (("quotes", ".within > p"), ("readings", ".margin details > .variant")):
        paper.goto(f"{STORY}/{name}")
        expect(paper.locator("details[open]", has=paper.locator(folded))).to_have_count(0)
        for one in paper.locator(folded).all()[:5]:
            expect(one).to_be_visible()
