"""Sharing in a real browser: the panel, the frame in a page of another origin, and what is said to programs."""

import json
import re
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Route, expect

from tests.web.barriers import barriers
from tests.web.test_browser import STORY
from tests.web.waiting import eventually, is_said, keep_what_is_said, scripts_run

pytestmark = pytest.mark.xdist_group("browser")


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Nothing on the terminal."""


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A folder that is served at another origin, and its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=tmp_path))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield tmp_path, f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def path(browser: Browser, site: str) -> str:
    """The path of a comparison of the sample."""
    page = browser.new_page()
    page.goto(site)
    page.get_by_role("link", name=STORY).click()
    found = page.get_by_title("Tellan News Agency beside The Morning Tack").get_attribute("href")
    page.close()
    assert found
    return found


@pytest.fixture
def context(browser: Browser, site: str) -> Iterator[BrowserContext]:
    """A context with a clipboard."""
    opened = browser.new_context(base_url=site, viewport={"width": 1440, "height": 900})
    opened.grant_permissions(["clipboard-read", "clipboard-write"])
    keep_what_is_said(opened)
    yield opened
    opened.close()


def copied(page: Page, panel: Locator, button: str) -> str:
    """What is on the clipboard after a press on a button."""
    page.evaluate("navigator.clipboard.writeText('')")
    panel.get_by_role("button", name=button, exact=True).click()
    eventually(page, "navigator.clipboard.readText().then(text => text !== '')")
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text


def open_row(page: Page, path: str) -> Locator:
    """Press the ¶ of an edited row; its panel, open."""
    page.goto(path)
    scripts_run(page)
    row = page.locator(".row.edited").first
    row.hover()
    row.get_by_title("Link to this row").click()
    panel = row.locator(".share")
    panel.get_by_text("Share this row").click()
    return panel


def test_the_frame_shows_in_a_page_of_another_site_again_and_again(
    context: BrowserContext, site: str, path: str, elsewhere: tuple[Path, str]
) -> None:
    folder, origin = elsewhere
    page = context.new_page()
    page.goto(path)
    code = page.locator("[data-code]").first.input_value()
    (folder / "index.html").write_text(
        f"<!doctype html><title>Elsewhere</title><link rel=icon href=data:,><h1>News</h1>{code}"
    )
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    for _ in range(2):  # the second time from the cache, revalidated
        page.goto(origin)
        frame = page.frame_locator("iframe")
        expect(frame.get_by_role("link", name="the whole comparison")).to_be_visible()
        expect(frame.locator(".row").first).to_be_visible()
        expect(frame.locator(".source").first).to_have_css(
            "border-top-style", "solid"
        )  # the style sheets came
    with page.expect_popup() as popup:
        frame.get_by_role("link", name="the whole comparison").click()
    popup.value.wait_for_load_state()
    expect(popup.value).to_have_url(site + path)
    scripts_run(popup.value)  # the window outside of the frame has its scripts and its storage
    # the frame allows no script, so it complains of those with which Playwright looks into it
    assert [one for one in complaints if not one.startswith("Blocked script execution")] == []


def test_other_pages_refuse_to_be_framed(
    context: BrowserContext, site: str, path: str, elsewhere: tuple[Path, str]
) -> None:
    folder, origin = elsewhere
    page = context.new_page()
    for at, other in enumerate(("/", path, f"{path}.html", "/about", "/compare-texts", "/embed/compare/a/b")):
        headers = context.request.get(other).headers
        assert "frame-ancestors 'none'" in headers["content-security-policy"], other
        assert headers["x-frame-options"] == "DENY", other
        if other.endswith(".html"):  # which is taken down instead
            assert headers["content-disposition"].startswith("attachment")
            continue
        (folder / f"{at}.html").write_text(
            f'<!doctype html><title>x</title><iframe src="{site}{other}"></iframe>'
        )
        with page.expect_console_message(
            lambda told: told.type == "error" and site in told.text and "frame" in told.text
        ):
            page.goto(f"{origin}/{at}.html")
        expect(page.frame_locator("iframe").locator("main")).to_have_count(0)


def test_the_panel_copies_link_citation_code_and_text(context: BrowserContext, site: str, path: str) -> None:
    page = context.new_page()
    page.goto(path)
    scripts_run(page)
    page.get_by_text("Share", exact=True).click()
    panel = page.locator(".share")
    assert copied(page, panel, "Copy") == site + path
    assert copied(page, panel, "Copy code").startswith(f'<iframe src="{site}/embed{path}"')
    citation = copied(page, panel, "Copy citation")
    assert citation.startswith("“")
    assert f"Variorum, {site}{path}, accessed " in citation
    expect(panel.locator("[data-day]")).to_have_text("The copied citation includes today’s date.")
    assert copied(page, panel, "Copy as text").startswith("< ")
    field = panel.get_by_role("textbox", name="Embed code")
    field.focus()
    eventually(
        page,
        "(one => one.selectionEnd - one.selectionStart === one.value.length)(document.activeElement)",
    )


def test_the_panel_keeps_the_switches_and_follows_the_row(
    context: BrowserContext, site: str, path: str
) -> None:
    page = context.new_page()
    page.goto(f"{path}?words=off&figures=on")
    scripts_run(page)
    page.get_by_text("Share", exact=True).click()
    panel = page.locator(".share").first
    assert copied(page, panel, "Copy") == f"{site}{path}?words=off&figures=on"
    name = page.locator(".row.edited").first.get_attribute("data-row")
    page.evaluate("name => { location.hash = name; }", name)
    address = f"{site}{path}?words=off&figures=on&row={name}#{name}"
    expect(panel.locator("[data-link]")).to_have_text(address)
    expect(panel.locator("[data-link]")).to_have_js_property("href", address)
    assert copied(page, panel, "Copy") == address
    assert f"Variorum, {address}, accessed " in copied(page, panel, "Copy citation")
    page.evaluate("location.hash = ''")
    expect(panel.locator("[data-link]")).to_have_text(f"{site}{path}?words=off&figures=on")


def test_a_text_that_does_not_come_is_not_laid_on_the_browser(context: BrowserContext, path: str) -> None:
    page = context.new_page()
    page.goto(path)
    scripts_run(page)
    page.get_by_text("Share", exact=True).click()
    page.route("**/*.txt", lambda route: route.fulfill(status=503))
    page.get_by_role("button", name="Copy as text", exact=True).click()
    is_said(page, "The text did not come. Try again")
    page.unroute("**/*.txt")
    page.evaluate("() => { navigator.clipboard.write = () => Promise.reject(new Error('not allowed')); }")
    page.get_by_role("button", name="Copy as text", exact=True).click()
    is_said(page, "Mark the text and copy it yourself")


def test_a_copy_is_asked_for_before_its_text_has_come(context: BrowserContext, path: str) -> None:
    page = context.new_page()
    page.goto(path)
    scripts_run(page)
    page.get_by_text("Share", exact=True).click()
    held: list[Route] = []
    page.route("**/*.txt", lambda route: held.append(route))
    page.evaluate(
        """() => {
          const write = navigator.clipboard.write.bind(navigator.clipboard);
          navigator.clipboard.write = (items) => { window.asked = true; return write(items); };
        }"""
    )
    page.evaluate("navigator.clipboard.writeText('')")
    with page.expect_request("**/*.txt"):
        page.get_by_role("button", name="Copy as text", exact=True).click()
    eventually(page, "window.asked === true")
    assert page.evaluate("navigator.clipboard.readText()") == ""
    for route in held:
        route.continue_()
    is_said(page, "Copied")
    assert page.evaluate("navigator.clipboard.readText()").startswith("< ")


def test_the_system_s_own_sheet_gets_the_title_and_the_address(
    context: BrowserContext, site: str, path: str
) -> None:
    page = context.new_page()
    page.add_init_script("navigator.share = async (given) => { window.sent = given; };")
    page.goto(path)
    scripts_run(page)
    page.get_by_text("Share", exact=True).click()
    page.locator(".share").get_by_role("button", name="Send …").click()
    eventually(page, "Boolean(window.sent)")
    assert page.evaluate("window.sent") == {"title": page.title(), "url": site + path}


def test_a_row_s_panel_comes_in_place_and_goes_with_the_next(
    context: BrowserContext, site: str, path: str
) -> None:
    page = context.new_page()
    panel = open_row(page, path)
    name = panel.locator("xpath=..").get_attribute("data-row")
    address = f"{site}{path}?row={name}#{name}"
    expect(page).to_have_url(address)
    assert copied(page, panel, "Copy") == address
    assert f"Variorum, {address}, accessed " in copied(page, panel, "Copy citation")
    assert f"/embed{path}?row={name}" in copied(page, panel, "Copy code")
    assert copied(page, panel, "Copy as text").endswith(address)
    other = page.locator(".row.edited").nth(1)
    other.hover()
    other.get_by_title("Link to this row").click()
    expect(other.locator(".share")).to_have_count(1)
    expect(page.locator(".share.of-row")).to_have_count(1)
    page.keyboard.press("n")
    eventually(page, "!location.search")
    expect(page.locator(".row.chosen")).to_have_count(0)


def test_a_panel_that_comes_too_late_is_not_put_in_place_of_the_next(
    context: BrowserContext, path: str
) -> None:
    page = context.new_page()
    page.goto(path)
    scripts_run(page)
    one, other = page.locator(".row.edited").nth(0), page.locator(".row.edited").nth(1)
    held: list[Route] = []
    late = re.compile(rf"/share\?.*row={one.get_attribute('data-row')}$")
    page.route(late, lambda route: held.append(route))
    with page.expect_request(late):
        one.hover()
        one.get_by_title("Link to this row").click()
    other.hover()
    other.get_by_title("Link to this row").click()
    expect(other.locator(".share")).to_have_count(1)
    with page.expect_event("requestfinished", lambda request: late.search(request.url) is not None):
        for route in held:
            route.continue_()
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    expect(other.locator(".share")).to_have_count(1)
    expect(one.locator(".share")).to_have_count(0)


def test_a_row_s_address_leads_to_the_row_with_its_panel(
    context: BrowserContext, site: str, path: str
) -> None:
    page = context.new_page()
    open_row(page, path)
    words = page.locator(".row:has(:target) .cell.left").inner_text()
    name = page.locator(".row:has(:target)").get_attribute("data-row")
    page.goto("/")
    page.goto(f"{path}?row={name}")  # without its fragment, as networks pass it on
    scripts_run(page)
    row = page.locator(".row.chosen")
    expect(row).to_be_in_viewport()
    expect(row.locator(".cell.left")).to_have_text(words, use_inner_text=True)
    expect(row.get_by_text("Share this row")).to_be_visible()
    page.get_by_role("link", name="one column").click()
    expect(page).to_have_url(f"{site}{path}?view=one&row={name}#{name}")
    expect(page.locator(".rows.one")).to_be_visible()
    page.locator(".row.chosen").get_by_text("Share this row").click()
    panel = page.locator(".row.chosen .share")
    assert copied(page, panel, "Copy") == f"{site}{path}?view=one&row={name}#{name}"
    assert f"/embed{path}?view=one&amp;row={name}" in copied(page, panel, "Copy code")


def test_without_scripts_a_row_has_its_panel_too(browser: Browser, site: str, path: str) -> None:
    context = browser.new_context(base_url=site, java_script_enabled=False)
    page = context.new_page()
    page.goto(path)
    row = page.locator(".row.edited").first
    row.hover()
    row.get_by_title("Link to this row").click()
    panel = page.locator(".row.chosen .share")
    panel.get_by_text("Share this row").click()
    expect(panel.get_by_text("Add today’s date")).to_be_visible()
    expect(panel.get_by_role("textbox", name="Embed code")).to_have_value(re.compile("^<iframe "))
    expect(panel.get_by_role("button")).to_have_count(0)
    context.close()


def test_no_picture_is_fetched_before_somebody_looks_at_it(context: BrowserContext, path: str) -> None:
    page = context.new_page()
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    page.goto(path)
    scripts_run(page)
    page.wait_for_load_state("networkidle")
    assert not [one for one in fetched if ".png" in one]
    page.get_by_text("Share", exact=True).click()
    page.locator(".share img").scroll_into_view_if_needed()
    eventually(page, "document.querySelector('.share img').naturalWidth === 1200")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1440])
def test_axe_finds_nothing_in_panels_and_frames(
    browser: Browser, site: str, path: str, scheme: str, width: int
) -> None:
    context = browser.new_context(
        base_url=site,
        viewport={"width": width, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    page = context.new_page()
    for view in ("", "?view=one"):
        page.goto(f"/embed{path}{view}")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert barriers(page) == []
    page.goto(path)
    scripts_run(page)
    page.get_by_text("Share", exact=True).click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert barriers(page) == []
    name = page.locator(".row.edited").first.get_attribute("data-row")
    page.goto(f"{path}?row={name}")
    page.get_by_text("Share this row").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert barriers(page) == []
    context.close()


@pytest.mark.parametrize("width", [280, 320, 390, 768, 1440])
def test_the_frame_fits_any_width(browser: Browser, site: str, path: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 600}, base_url=site)
    page.goto(f"/embed{path}")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    left, right = (page.locator(f".source.{side}").bounding_box() for side in ("left", "right"))
    assert left
    assert right
    assert (left["y"] == right["y"]) is (width >= 560)
    page.close()


def test_the_data_of_a_page_is_read_by_a_parser(context: BrowserContext, path: str) -> None:
    page = context.new_page()
    page.goto(path)
    told = json.loads(page.locator('script[type="application/ld+json"]').inner_text())
    assert [one["@type"] for one in told["about"]] == ["NewsArticle"] * 2
