"""What stands above and below every page, at every width."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.xdist_group("browser")


@pytest.fixture(scope="module")
def page(browser: Browser, site: str) -> Iterator[Page]:
    context = browser.new_context(base_url=site)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("width", [320, 390, 704])
def test_a_narrow_page_has_a_way_to_the_search_in_the_place_of_its_field(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto("/about")
    expect(page.locator(".masthead").get_by_role("searchbox")).to_be_hidden()
    page.locator(".masthead").get_by_role("link", name="Search").click()
    expect(page.locator("main").get_by_role("searchbox")).to_be_visible()
    expect(page.locator(".masthead").get_by_text("Search")).to_have_count(0)


@pytest.mark.parametrize("width", [705, 768, 1440])
def test_where_there_is_a_field_what_is_typed_can_be_read(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto("/about")
    expect(page.locator(".masthead").get_by_role("link", name="Search")).to_be_hidden()
    box = page.locator(".masthead").get_by_role("searchbox").bounding_box()
    assert box
    assert box["width"] >= 200


@pytest.mark.parametrize("width", [768, 1440, 1900])
def test_no_word_stands_alone_in_the_last_line_of_the_foot(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto("/about")
    lines = page.locator(".footer p").evaluate_all(
        """all => all.map(one => {
          const range = document.createRange();
          range.selectNodeContents(one);
          return Math.max(...[...range.getClientRects()].map(rect => rect.bottom)) - one.getBoundingClientRect().top;
        })"""
    )
    assert all(height < 30 for height in lines)
