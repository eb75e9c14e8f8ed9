"""The map of changes under a pointer, in a real browser."""

import pytest
from playwright.sync_api import Browser, expect

pytestmark = pytest.mark.xdist_group("browser")

STORY = "/stories/port-ennick-tidal-barrier-failure"


@pytest.mark.parametrize("on_a_mark", [True, False])
def test_dragging_on_the_map_goes_along_wherever_it_begins(
    browser: Browser, site: str, on_a_mark: bool
) -> None:
    context = browser.new_context(
        base_url=site, viewport={"width": 1440, "height": 900}, reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(STORY)
    address = page.get_by_title("Tellan News Agency beside The Morning Tack").get_attribute("href")
    assert address
    page.goto(address)
    expect(page.get_by_role("button", name="Next change")).to_be_visible()
    box = page.locator("[data-map]").bounding_box()
    mark = page.locator("[data-map] [data-mark]").nth(2).bounding_box()
    assert box
    assert mark
    x, y = mark["x"] + mark["width"] / 2, mark["y"] + mark["height"] / 2 if on_a_mark else box["y"] + 1
    page.mouse.move(x, y)
    page.mouse.down()
    places = []
    for share in (0.3, 0.6, 0.9):
        page.mouse.move(x, box["y"] + share * box["height"])
        places.append(page.evaluate("scrollY"))
    page.mouse.up()
    page.mouse.move(x, box["y"])
    assert places == sorted(set(places))
    assert page.evaluate("scrollY") == places[-1]
    context.close()
