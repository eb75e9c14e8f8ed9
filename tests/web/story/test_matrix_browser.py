"""The matrix and the version page in a real browser: without scripts, on every width, for every reader."""

import re
from itertools import pairwise

import pytest
from playwright.sync_api import Browser, expect

from tests.web.waiting import resize

pytestmark = pytest.mark.xdist_group("browser")

STORY = "/stories/port-ennick-tidal-barrier-failure"
BOXES = """all => all.map(one => one.getBoundingClientRect()).map(({ x, y, width, height }) => ({ x, y, width, height }))"""


def addresses(browser: Browser, site: str) -> dict[str, str]:
    context = browser.new_context(base_url=site)
    page = context.new_page()
    page.goto(f"{STORY}/matrix")
    version = page.locator(".matrix thead .outlet a").nth(2).get_attribute("href") or ""
    context.close()
    return {
        "matrix": f"{STORY}/matrix?sort=coverage",
        "matrix of all versions": f"{STORY}/matrix?versions=all&sort=disputed",
        "nothing found": f"{STORY}/matrix?outlet={version.split('/')[-1]}&lacks={version.split('/')[-1]}",
        "version": f"{version}?omissions=all",
        "version without coverage": f"{version}?coverage=off",
    }


def test_choosing_without_scripts(browser: Browser, site: str) -> None:
    context = browser.new_context(base_url=site, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{STORY}/matrix")
    page.get_by_role("link", name="in only one first").click()
    expect(page).to_have_url(re.compile("sort=one"))
    page.locator("select[name=outlet]").select_option(label="The Morning Tack")
    page.get_by_role("checkbox", name="with quotations").check()
    page.get_by_text("5 of 8 versions").click()
    page.get_by_role("checkbox", name="The Sarrow Islander").uncheck()
    page.get_by_role("button", name="Show").click()
    expect(page).to_have_url(re.compile(r"sort=one.*with=quotes|with=quotes.*sort=one"))
    expect(page.locator(".matrix thead th")).to_have_count(5)
    expect(page.locator(".matrix .group").first).to_contain_text("In ")
    page.get_by_role("link", name="show all").click()
    expect(page).not_to_have_url(re.compile("with="))
    expect(page).to_have_url(re.compile("sort=one"))
    expect(page.locator(".matrix thead th")).to_have_count(5)
    page.locator(".matrix .standing a").first.click()
    expect(page).to_have_url(re.compile("#"))
    expect(page.locator(":target")).to_have_count(1)
    context.close()


def test_a_row_is_a_card_on_a_phone(browser: Browser, site: str) -> None:
    context = browser.new_context(base_url=site, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(f"{STORY}/matrix?sort=coverage")
    row = page.locator(".matrix tbody tr[id]").first
    boxes = row.locator("td:visible").evaluate_all(BOXES)
    assert len({box["x"] for box in boxes}) == 1
    assert [box["y"] for box in boxes] == sorted(box["y"] for box in boxes)
    expect(row.locator(".who").first).to_be_visible()
    context.close()


@pytest.mark.parametrize("width", [390, 600, 768, 900])
def test_a_heading_of_rows_takes_the_whole_width_where_they_are_cards(
    browser: Browser, site: str, width: int
) -> None:
    context = browser.new_context(base_url=site, viewport={"width": width, "height": 844})
    page = context.new_page()
    for versions in ("all", "latest"):
        page.goto(f"{STORY}/matrix?versions={versions}")
        frame = page.locator(".matrix-frame").bounding_box()
        heading = page.locator(".matrix .group > th").first.bounding_box()
        assert frame
        assert heading
        assert heading["width"] == pytest.approx(frame["width"], abs=1)
        assert heading["height"] < 100
    context.close()


def test_the_choice_of_versions_and_its_button_stand_together(browser: Browser, site: str) -> None:
    context = browser.new_context(base_url=site)
    page = context.new_page()
    for width in (320, 390, 768, 1024, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(f"{STORY}/matrix?with=figures")
        choice = page.locator(".boxes > summary").bounding_box()
        button = page.get_by_role("button", name="Show").bounding_box()
        assert choice
        assert button
        assert choice["y"] < button["y"] + button["height"]
        assert button["y"] < choice["y"] + choice["height"]
        page.locator(".boxes > summary").click()
        for word in page.locator(".boxes .facts").all():
            box = word.bounding_box()
            assert box
            assert box["height"] < 30
    context.close()


def test_coverage_stands_in_the_margin_where_there_is_one(browser: Browser, site: str) -> None:
    context = browser.new_context(base_url=site, viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.goto(addresses(browser, site)["version"])
    text, mark = page.locator(".reading .body").bounding_box(), page.locator(".cover").first.bounding_box()
    assert text
    assert mark
    assert mark["x"] >= text["x"] + text["width"]
    boxes = page.locator(".body .cover:visible").evaluate_all(BOXES)
    assert all(one["y"] + one["height"] <= other["y"] + 1 for one, other in pairwise(boxes))
    resize(page, 390, 844)
    text, mark = (
        page.locator(".reading .body").bounding_box(),
        page.locator(".body .cover").first.bounding_box(),
    )
    assert text
    assert mark
    assert mark["x"] < text["x"] + text["width"]
    expect(page.locator(".cover .which").first).to_be_hidden()
    context.close()
