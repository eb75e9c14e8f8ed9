"""Pages at twice the size of text, and on the narrowest screens: nothing is drawn sideways, and no text is cut off."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.web.waiting import resize

pytestmark = pytest.mark.xdist_group("browser")

STORY = "/stories/port-ennick-tidal-barrier-failure"
PAGES = (
    *(
        "/",
        "/search",
        "/search?q=barrier",
        "/about",
        "/about/style",
        "/compare-texts",
        "/api/docs",
        "/no-such-page",
    ),
    *(
        f"{STORY}{page}"
        for page in ("", "/matrix", "/quotes", "/figures", "/timeline", "/prominence", "/own", "/readings")
    ),
    *(
        "article",
        "version",
        "comparison",
        "comparison?view=one",
        "comparison?view=changes&reuse=on",
        "comparison/versions?side=left",
    ),
)
# Boxes that hide what is wider or higher than they are. What is drawn sideways on purpose, what the eye is not shown, heads
# that are repeated shortened (and not read out), crumbs shortened to a line, and headlines shortened after some lines are
# no loss: all of it stands elsewhere on the page or can be reached.
CUT = """() => [...document.querySelectorAll('main *, .masthead *, .footer *')].filter((one) => {
  const style = getComputedStyle(one);
  if (one.closest('.hidden, svg, [inert], [aria-hidden=true]')) return false;
  if (style.webkitLineClamp !== 'none' || style.textOverflow === 'ellipsis' || style.clipPath !== 'none') return false;
  if (!one.checkVisibility() || !one.textContent.trim() || one.clientWidth === 0) return false;
  const hides = (value) => value === 'hidden' || value === 'clip';
  return (hides(style.overflowX) && one.scrollWidth > one.clientWidth + 1)
    || (hides(style.overflowY) && one.clientHeight > 0 && one.scrollHeight > one.clientHeight + 1);
}).map((one) => one.tagName + '.' + one.className + ': ' + one.textContent.trim().slice(0, 40))"""
WIDE = """() => [...document.querySelectorAll('body *')].filter((one) => {
  const box = one.getBoundingClientRect();
  return box.right > innerWidth + 1 && box.width > 0 && !one.closest('.hidden');
}).slice(-3).map((one) => one.tagName + '.' + one.className)"""


@pytest.fixture(scope="module")
def page(browser: Browser, site: str) -> Iterator[Page]:
    context = browser.new_context(base_url=site)
    opened = context.new_page()
    yield opened
    context.close()


@pytest.fixture(scope="module")
def found(page: Page) -> dict[str, str]:
    """Where an article, a version and a comparison stand."""
    page.goto(STORY)
    return {
        "article": str(page.locator('a[href^="/articles/"]').first.get_attribute("href")),
        "version": str(page.locator('a[href^="/versions/"]').first.get_attribute("href")),
        "comparison": str(page.locator(".grid td a").first.get_attribute("href")),
    }


def address(name: str, found: dict[str, str]) -> str:
    kind = name.partition("/")[0].partition("?")[0]
    return found[kind] + name.removeprefix(kind) if kind in found else name


@pytest.mark.parametrize(("width", "texts"), [(320, (1, 2)), (768, (2,))])
def test_no_page_is_drawn_sideways_and_no_text_is_cut(
    page: Page, found: dict[str, str], width: int, texts: tuple[int, ...]
) -> None:
    resize(page, width)
    faults = {}
    for name in PAGES:
        page.goto(address(name, found))
        expect(page.locator("[aria-busy]")).to_have_count(0)
        for text in texts:
            page.evaluate(
                "times => { document.documentElement.style.fontSize = `${106.25 * times}%`; }", text
            )
            if page.evaluate("document.documentElement.scrollWidth") > width:
                faults[f"{name}, {text}"] = page.evaluate(WIDE)
            if cut := page.evaluate(CUT):
                faults[f"{name}, {text}, cut"] = cut[:3]
    assert faults == {}


# The times above a drawing, those seen at its width, that lie on each other.
HEAPED = """() => {
  const boxes = [...document.querySelectorAll('.clock .scale text')].filter((one) => one.checkVisibility())
    .map((one) => one.getBoundingClientRect());
  return boxes.filter((one, k) => boxes.slice(k + 1).some((other) => one.left < other.right
    && other.left < one.right && one.top < other.bottom - 2 && other.top < one.bottom - 2)).length;
}"""


@pytest.mark.parametrize("width", [320, 390, 768, 1440])
@pytest.mark.parametrize("text", [1, 2])
def test_the_times_of_a_drawing_never_touch(page: Page, width: int, text: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    for name in (f"{STORY}/timeline", "/about/style"):
        page.goto(name)
        page.evaluate("times => { document.documentElement.style.fontSize = `${106.25 * times}%`; }", text)
        seen = page.locator(".clock .time:visible")
        assert seen.count() >= 2
        assert page.evaluate(HEAPED) == 0
        first, second = seen.nth(0).bounding_box(), page.locator(".clock .name").first.bounding_box()
        assert first
        assert second
        assert first["y"] + first["height"] < second["y"]
