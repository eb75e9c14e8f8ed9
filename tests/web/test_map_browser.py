"""The map of changes under a pointer, in a real browser."""

import pytest
from playwright.sync_api import Browser

from tests.web.waiting import eventually, scripts_run

pytestmark = pytest.mark.xdist_group("browser")

STORY = "/stories/port-ennick-tidal-barrier-failure"
# Each mark stands where its row does; until the page is laid out they stand where the server took them to be.
PLACED = """(() => {
  const rows = document.querySelector(".rows").getBoundingClientRect();
  return [...document.querySelectorAll("[data-map] [data-mark]")].every(mark => {
    const row = document.querySelector(`[data-row="${mark.dataset.mark}"]`).getBoundingClientRect();
    return !row.height || Math.abs(mark.getAttribute("y") - ((row.top - rows.top) / rows.height) * 1000) < 1;
  });
})()"""


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
    scripts_run(page)
    eventually(page, PLACED)
    box = page.locator("[data-map]").bounding_box()
    mark = page.locator("[data-map] [data-mark]").nth(2).bounding_box()
    assert box
    assert mark
    x, y = mark["x"] + mark["width"] / 2, mark["y"] + mark["height"] / 2 if on_a_mark else box["y"] + 1
    page.mouse.move(x, y)
    page.mouse.down()
    at = page.evaluate("scrollY")
    for share, than in ((0.3, "!=="), (0.6, ">"), (0.9, ">")):  # a press on a mark may have led further down
        page.mouse.move(x, box["y"] + share * box["height"])
        eventually(page, f"scrollY {than} {at}")
        at = page.evaluate("scrollY")
    page.mouse.up()
    page.mouse.move(x, box["y"])
    assert page.evaluate("scrollY") == at
    context.close()
