"""Without scripts: every switch is a link or a form, leads somewhere, and shows what it was set to."""

import re
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urljoin, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.web.every_page.states import STATES
from tests.web.every_page.window import Site, Window, window

pytestmark = pytest.mark.xdist_group("every page")

BY_NAME = {state.name: state for state in STATES}
SWITCHED = [
    "story",
    "matrix",
    "quotes",
    "figures",
    "timeline",
    "prominence",
    "own",
    "version",
    "comparison",
]
FORMS = ["home", "matrix", "quotes", "figures", "timeline", "prominence", "own", "readings", "search, found"]
MOST = 8
"""Switches of one page that are followed; where there are more, they are the same for other versions."""


@pytest.fixture
def plain(browser: Browser, every_site: Site) -> Iterator[Window]:
    with window(
        browser, every_site, java_script_enabled=False, viewport={"width": 1440, "height": 900}
    ) as opened:
        yield opened
    assert (opened.complaints, opened.strangers) == ([], [])


def switches(page: Page) -> dict[str, str]:
    """The addresses of this same page otherwise, with the words of their links; rows and what is chosen already left out."""
    links = page.locator("main a[href]:not([aria-current])").evaluate_all(
        "all => all.map(one => [one.pathname, one.search, one.textContent.trim()])"
    )
    path = urlsplit(page.url).path
    found = {search: words for at, search, words in links if at == path and search and "row=" not in search}
    return dict(list(found.items())[:MOST])


@pytest.mark.parametrize("name", SWITCHED)
def test_every_switch_shows_another_state_of_the_page(plain: Window, name: str) -> None:
    page = plain.page
    plain.visit(BY_NAME[name])
    before = page.locator("main").inner_html()
    found = switches(page)
    assert found
    for address, words in found.items():
        answer = page.goto(f"{plain.site.address}{urlsplit(page.url).path}{address}")
        assert answer is not None
        assert answer.status == 200, address
        assert page.locator("main").inner_html() != before, f"{words} changes nothing"


@pytest.mark.parametrize("name", FORMS)
def test_every_form_shows_what_was_chosen(plain: Window, name: str) -> None:
    page = plain.page
    plain.visit(BY_NAME[name])
    for form in range(page.locator("main form").count()):
        for at in range(page.locator("main form").nth(form).locator("select").count()):
            plain.visit(BY_NAME[name])
            field = page.locator("main form").nth(form).locator("select").nth(at)
            value = choose_last(field)
            submit(page, form)
            expect(page.locator("main form").nth(form).locator("select").nth(at)).to_have_value(value)
    unfold(page)
    box = page.locator("main form input[type=checkbox]").first
    if box.count():
        wanted = not box.is_checked()
        box.set_checked(wanted)
        submit(page, 0)
        unfold(page)
        expect(page.locator("main form input[type=checkbox]").first).to_be_checked(checked=wanted)


def choose_last(field: Locator) -> str:
    """Choose the last of what is offered, whatever it is folded into; gives its value."""
    unfold(field.page)
    value = field.locator("option").last.evaluate("one => one.value")
    field.select_option(value)
    return str(value)


def unfold(page: Page) -> None:
    """Open what the controls are folded into, as a reader does."""
    for summary in page.locator("main form details:not([open]) > summary").all():
        summary.click()


def submit(page: Page, form: int) -> None:
    with page.expect_navigation() as answer:
        page.locator("main form").nth(form).locator("button").first.click()
    assert answer.value.status == 200


def test_each_layer_and_view_of_a_comparison_says_how_it_stands(plain: Window) -> None:
    page = plain.page
    plain.visit(replace(BY_NAME["a newer version is told of"], do=None))
    for words in ("words", "moves", "reuse", "quotes", "figures"):
        layer = page.get_by_role("group", name="Layers").get_by_role("link", name=words)
        shown = "☑" in (layer.text_content() or "")
        expect(layer).to_have_text(f"☑ hide {words}" if shown else f"☐ show {words}")
        layer.click()
        expect(layer).to_have_text(f"☐ show {words}" if shown else f"☑ hide {words}")
    for words in ("one column", "changes only", "side by side"):
        page.get_by_role("group", name="View").get_by_role("link", name=words).click()
        expect(page.get_by_role("group", name="View").get_by_role("link", name=words)).to_have_attribute(
            "aria-current", "true"
        )


def test_a_story_leads_to_all_its_pages(plain: Window) -> None:
    plain.visit(BY_NAME["story"])
    tabs = plain.page.get_by_role("navigation", name="This story").get_by_role("link")
    names = [words.strip() for words in tabs.all_inner_texts()]
    assert len(names) == 8
    for name in names:
        plain.page.get_by_role("navigation", name="This story").get_by_role(
            "link", name=name, exact=True
        ).click()
        tab = plain.page.get_by_role("navigation", name="This story").get_by_role(
            "link", name=name, exact=True
        )
        expect(tab).to_have_attribute("aria-current", "page")


def test_a_comparison_is_shared_and_another_version_chosen(plain: Window) -> None:
    page = plain.page
    plain.visit(BY_NAME["comparison"])
    page.locator("details.share > summary").click()
    panel = page.locator("details.share .choices")
    expect(panel.locator("[data-link]")).to_contain_text(urlsplit(page.url).path)
    expect(panel.locator("[data-citation]")).to_contain_text("Variorum")
    expect(panel.locator("textarea").first).to_contain_text("<iframe")
    expect(panel.get_by_role("button")).to_have_count(0)
    for link in panel.locator(".downloads a").all():
        assert page.request.get(urljoin(page.url, link.get_attribute("href"))).status == 200
    page.reload()
    page.locator("details.picker > summary").last.click()
    page.locator("details.picker").last.get_by_role("link", name="All versions of this story").click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.locator("#choices a").last.click()
    expect(page.locator(".pair")).to_be_visible()


def test_a_row_is_chosen_and_shared(plain: Window) -> None:
    page = plain.page
    plain.visit(BY_NAME["comparison"])
    row = page.locator(".row.change").nth(2)
    name = row.get_attribute("data-row")
    row.hover()
    row.locator(".copy").click()
    expect(page).to_have_url(re.compile(rf"\?row={name}#{name}$"))
    expect(page.locator(f".row[data-row='{name}'] details.share")).to_be_visible()


def test_what_is_folded_opens_where_it_stands(plain: Window) -> None:
    plain.visit(BY_NAME["comparison"])
    fold = plain.page.locator(".fold").first
    expect(fold.locator(".row").first).to_be_hidden()
    fold.locator("summary").click()
    expect(fold.locator(".row").first).to_be_visible()
    plain.page.get_by_role("link", name="Unfold what is alike").click()
    expect(plain.page.locator(".fold .row").last).to_be_visible()
