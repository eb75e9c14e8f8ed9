"""What the pages say in English beside text that is written from right to left: in its block, where that begins."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from app.store.schema import upgrade
from app.store.store import Store
from tests.web.conftest import serving
from tests.web.every_page.stories import Pair, right_to_left

pytestmark = pytest.mark.xdist_group("browser")

# The right edges of the words of some elements, from the right edge of their box.
EDGES = """(elements) => elements.map((one) => {
  const range = document.createRange();
  range.selectNodeContents(one);
  const words = [...range.getClientRects()].filter((box) => box.width > 0);
  return one.getBoundingClientRect().right - Math.max(...words.map((box) => box.right));
})"""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Pair]]:
    folder = tmp_path_factory.mktemp("arabic")
    url = f"sqlite:///{folder / 'variorum.db'}"
    upgrade(url)
    with Store(url) as store:
        pair = right_to_left(store)
    with serving(folder) as site:
        yield site, pair


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("width", [390, 768, 1440])
def test_a_column_of_the_matrix_has_one_edge(page: Page, told: tuple[str, Pair], width: int) -> None:
    site, pair = told
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{site}/stories/{pair.slug}/matrix")
    seen = page.locator(".matrix td:not(.absent) > p:visible, .matrix thead th[dir=rtl] > span:visible")
    if width < 960:
        seen = page.locator(".matrix td:not(.absent) > p:visible")
    edges = seen.evaluate_all(EDGES)
    assert len(edges) > 8
    assert max(edges) < 2


@pytest.mark.parametrize("width", [390, 768, 1440])
def test_on_the_page_of_a_version_english_notes_begin_at_the_left_and_cover_nothing(
    page: Page, told: tuple[str, Pair], width: int
) -> None:
    site, pair = told
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{site}/versions/{pair.a}")
    note, body = page.locator(".coverage-bar > .note"), page.locator(".reading .body")
    assert note.evaluate("one => getComputedStyle(one).textAlign") == "left"
    boxes = [box for one in page.locator(".body .cover").all() if (box := one.bounding_box())]
    column = body.bounding_box()
    assert column
    assert boxes
    if width > 960:
        assert all(box["x"] >= column["x"] + column["width"] for box in boxes)
    omitted = page.locator(".omissions li > .facts").evaluate_all(EDGES)
    assert max(omitted, default=0) < 2
