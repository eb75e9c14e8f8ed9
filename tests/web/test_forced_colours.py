"""With colours of the reader's own, what was told by hue is told by lines: no two marks look alike without colour."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.xdist_group("browser")

# How a mark is drawn apart from any colour: its lines.
LINES = """(one) => {
  const style = getComputedStyle(one);
  const around = (side) => [style[`border${side}Style`], style[`border${side}Width`]].join(' ');
  return [style.textDecorationLine, style.textDecorationStyle, style.textDecorationThickness, style.outlineStyle,
    around('InlineStart'), around('BlockEnd')].join(', ');
}"""
GROUPS = {
    "marks": [
        ".cell.left del",
        ".cell.right ins",
        ".cell .light",
        "mark.reused",
        "mark.quoted",
        "mark.figure",
    ],
    "steps": [".heat .h1", ".heat .h2", ".heat .h3", ".heat .h4", ".heat .h5"],
}


@pytest.fixture(scope="module")
def page(browser: Browser, site: str) -> Iterator[Page]:
    context = browser.new_context(base_url=site, forced_colors="active")
    opened = context.new_page()
    opened.goto("/about/style")
    yield opened
    context.close()


@pytest.mark.parametrize("group", GROUPS)
def test_marks_are_told_apart_by_their_lines(page: Page, group: str) -> None:
    lines = {mark: page.locator(mark).first.evaluate(LINES) for mark in GROUPS[group]}
    assert len(set(lines.values())) == len(lines), lines


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (".sections a[aria-current]", ".sections li:first-child a"),
        (".row.only-a > .left", ".row.verbatim > .left"),
        (".row.moved > .left", ".row.only-a > .left"),
        (".matrix td.conflicting", ".matrix td.verbatim"),
    ],
)
def test_states_are_told_apart_by_their_borders(page: Page, one: str, other: str) -> None:
    drawn = """(one) => {
      const style = getComputedStyle(one);
      const seen = (side) => style[`border${side}Color`] === getComputedStyle(document.body).backgroundColor
        ? 'none' : style[`border${side}Style`] + style[`border${side}Width`];
      return seen('InlineStart') + ' ' + seen('BlockEnd');
    }"""
    first, second = (page.locator(mark).first.evaluate(drawn) for mark in (one, other))
    assert first != second


def test_the_line_below_the_tabs_is_whole(page: Page) -> None:
    beyond = page.locator(".sections").first.evaluate(
        """nav => [...nav.querySelectorAll('a')].map(one => one.getBoundingClientRect().bottom
          - nav.getBoundingClientRect().bottom + parseFloat(getComputedStyle(nav).borderBottomWidth))"""
    )
    assert max(beyond) <= 0.01
