"""Where a page stands: crumbs of one line each, however long the names are."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from app.store.schema import upgrade
from app.store.store import Store
from app.text.content import Block, Content
from tests.web.conftest import serving

pytestmark = pytest.mark.xdist_group("browser")

TITLE = ("The council of the harbour towns meets about the long bridge, and " * 5)[:300]
OUTLET = "The Extraordinarily Long-Named Harbour Gazette and Advertiser"


@pytest.fixture(scope="module")
def addresses(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, ...]]:
    folder = tmp_path_factory.mktemp("crumbs")
    url = f"sqlite:///{folder / 'variorum.db'}"
    upgrade(url)
    with Store(url) as store:
        content = Content((Block("paragraph", "The bridge opens in May."),), "Bridge", outlet=OUTLET)
        added = store.add_version(content, raw=b"bridge", story_title=TITLE)
    story = f"/stories/{added.story_slug}"
    with serving(folder) as site:
        yield tuple(
            site + path
            for path in (story, f"{story}/matrix", f"{story}/own", f"/versions/{added.version_id}")
        )


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(("width", "text"), [(320, 1), (390, 1), (390, 2), (1440, 1)])
def test_each_is_one_line_and_the_sign_ends_it(
    page: Page, addresses: tuple[str, ...], width: int, text: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    for address in addresses:
        page.goto(address)
        page.evaluate("times => { document.documentElement.style.fontSize = `${106.25 * times}%`; }", text)
        crumbs = page.locator(".crumbs li")
        line = page.get_by_role("link", name="Stories").bounding_box()
        assert line
        boxes = [box for crumb in crumbs.all() if (box := crumb.bounding_box())]
        assert all(box["height"] < 1.5 * line["height"] for box in boxes)
        assert all(box["x"] + box["width"] <= width for box in boxes)
        if text == 1:
            assert len({box["y"] for box in boxes}) == 1
        before = [
            crumb.evaluate("one => getComputedStyle(one, '::before').content") for crumb in crumbs.all()
        ]
        assert set(before) == {"none"}


def test_the_whole_name_is_there_for_pointers_and_readers(page: Page, addresses: tuple[str, ...]) -> None:
    page.goto(addresses[1])
    crumb = page.get_by_role("navigation", name="Where you are").get_by_role("link", name=TITLE.strip())
    expect(crumb).to_have_attribute("title", TITLE.strip())


def test_a_page_of_a_story_is_named_under_it(page: Page, addresses: tuple[str, ...]) -> None:
    page.goto(addresses[1])
    expect(page.get_by_role("heading", level=1)).to_have_text("Matrix")
    expect(page.locator("hgroup .kicker")).to_have_text(TITLE.strip())
    expect(page).to_have_title(f"Matrix: {TITLE.strip()} · Variorum")
