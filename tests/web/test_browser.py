"""The pages in a real browser, over a real server on its first start."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.web.waiting import eventually, is_said, keep_what_is_said, scripts_run

pytestmark = pytest.mark.xdist_group("browser")

STORY = "Port Ennick tidal barrier failure"


@pytest.fixture
def page(browser: Browser, site: str) -> Iterator[Page]:
    """A page in a new browser context; any complaint on its console fails the test."""
    context = browser.new_context(base_url=site, viewport={"width": 1440, "height": 900})
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    keep_what_is_said(context)
    opened = context.new_page()
    complaints: list[str] = []
    opened.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    yield opened
    context.close()
    assert complaints == []


def open_comparison(page: Page, row: str = "Tellan News Agency", column: str = "The Morning Tack") -> None:
    """From home, the way a reader goes."""
    page.goto("/")
    page.get_by_role("link", name=STORY).click()
    page.get_by_title(f"{row} beside {column}").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(f"{row} beside {column}")


def open_revisions(page: Page, nth: int) -> None:
    """The comparison of the agency's version `nth` with the one before."""
    page.goto("/")
    page.get_by_role("link", name=STORY).click()
    page.get_by_role("link", name="4 versions").click()
    page.get_by_role("link", name="compare with the version before").nth(nth - 2).click()
    expect(page.locator(".pair")).to_be_visible()


def test_from_home_to_a_row_and_back_in_a_new_browser(page: Page, browser: Browser) -> None:
    open_comparison(page)
    scripts_run(page)
    row = page.locator(".row.edited").nth(2)
    words = row.locator(".cell.left").inner_text()
    row.hover()
    row.get_by_title("Link to this row").click()
    is_said(page, "Link to this row copied")
    address = page.evaluate("navigator.clipboard.readText()")
    assert "#" in address
    expect(page).to_have_url(address)

    other = browser.new_context().new_page()
    other.goto(address)
    chosen = other.locator(".row:has(:target)")
    assert chosen.locator(".cell.left").inner_text() == words
    expect(chosen).to_be_in_viewport()
    other.context.close()


def test_stepping_through_changes_by_keys_and_buttons(page: Page) -> None:
    open_comparison(page)
    scripts_run(page)
    steps = page.get_by_role("navigation", name="Changes")
    changes = page.locator(".pair.change, .row.change")
    count = changes.count()
    expect(steps).to_contain_text(f"{count} changes")
    page.keyboard.press("n")
    expect(steps).to_contain_text(f"change 1 of {count}")
    expect(page.locator(".pair:target")).to_be_in_viewport()  # the headlines come first
    page.keyboard.press("n")
    expect(page.locator(".row:has(:target)")).to_have_attribute(
        "data-row", changes.nth(1).get_attribute("data-row") or ""
    )
    page.get_by_role("button", name="Next change").click()
    expect(steps).to_contain_text(f"change 3 of {count}")
    expect(changes.nth(2)).to_be_in_viewport()
    page.keyboard.press("p")
    page.get_by_role("button", name="Previous change").click()
    expect(steps).to_contain_text(f"change 1 of {count}")
    page.keyboard.press("p")
    expect(steps).to_contain_text(f"change 1 of {count}")


def test_swapping_and_choosing_another_version_in_place(page: Page) -> None:
    open_comparison(page)
    scripts_run(page)
    page.get_by_title("Swap sides").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("The Morning Tack beside Tellan News Agency")
    page.get_by_text("Choose another version").last.click()
    page.locator(".side.right .choices").get_by_role("link", name="14 March 2026, 08:20 UTC").click()
    expect(page.locator(".side.right")).to_contain_text("14 March 2026, 08:20 UTC")
    expect(page.locator(".side").first).to_contain_text("The Morning Tack")


def test_swapping_keeps_the_chosen_row(page: Page) -> None:
    open_comparison(page)
    scripts_run(page)
    page.keyboard.press("n")
    page.keyboard.press("n")
    words = page.locator(".row:has(:target) .cell.right").inner_text()
    page.get_by_title("Swap sides").click()
    expect(page.locator(".row:has(:target) .cell.left")).to_have_text(words)


def test_steps_go_on_from_wherever_a_link_led(page: Page) -> None:
    open_revisions(page, 3)
    scripts_run(page)
    steps = page.get_by_role("navigation", name="Changes")
    page.locator(".row.stub a").first.click()
    expect(page.locator(".row.moved:has(:target)")).to_be_in_viewport()
    at = page.locator(".row.change").evaluate_all(
        "rows => rows.findIndex(row => row.querySelector(':target'))"
    )
    expect(steps).to_contain_text(f"change {at + 1} of")
    page.keyboard.press("n")
    expect(steps).to_contain_text(f"change {at + 2} of")


def test_unfolding_in_place_and_folding_again(page: Page) -> None:
    open_revisions(page, 2)
    scripts_run(page)
    rows = page.locator(".fold .row")
    page.get_by_role("link", name="Unfold what is alike").click()
    expect(rows.first).to_be_visible()
    expect(page).to_have_url(re.compile(r"\?folds=open$"))
    page.get_by_role("link", name="Fold what is alike").click()
    expect(rows.first).to_be_hidden()
    expect(page).not_to_have_url(re.compile(r"\?"))


def test_reuse_is_a_switch_that_keeps_folds_and_row(page: Page) -> None:
    open_revisions(page, 2)
    scripts_run(page)
    expect(page.locator(".rows mark")).to_have_count(0)
    page.get_by_role("link", name="Unfold what is alike").click()
    expect(page.locator(".fold .row").first).to_be_visible()
    page.keyboard.press("n")
    row = page.locator(".row:has(:target)").get_attribute("data-row") or ""
    page.get_by_role("link", name="show reuse").click()
    expect(page.locator(".rows mark").first).to_be_visible()
    expect(page).to_have_url(re.compile(rf"\?folds=open&reuse=on#{row}$"))
    page.get_by_role("link", name="Fold what is alike").click()
    expect(page.locator(".fold .row").first).to_be_hidden()
    expect(page).to_have_url(re.compile(rf"\?reuse=on#{row}$"))
    expect(page.get_by_text("of the left’s words")).to_be_visible()
    page.get_by_role("link", name="hide reuse").click()
    expect(page.locator(".rows mark")).to_have_count(0)
    expect(page).not_to_have_url(re.compile(r"\?"))


def test_print_shows_what_is_seen_in_ink_on_paper(page: Page) -> None:
    open_revisions(page, 2)
    scripts_run(page)
    page.locator(".fold summary").first.click()
    page.emulate_media(color_scheme="dark", media="print")
    expect(page.locator(".fold details[open] .row").first).to_be_visible()
    expect(page.locator(".fold details:not([open]) .row").first).to_be_hidden()
    expect(page.locator(".side time")).to_have_count(2)
    expect(page.locator("main .citation")).to_be_visible()
    expect(page.locator("body > .citation")).to_be_hidden()  # its own line says more
    expect(page.locator(".masthead")).to_be_hidden()
    expect(page.locator("body")).to_have_css("color", "rgb(28, 27, 25)")


def test_on_a_phone_a_link_into_a_verbatim_row_leads_there(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    open_revisions(page, 2)
    page.goto(f"{page.url}?folds=open")
    sentence = page.locator(".row.verbatim .cell.right span[id]").nth(8)
    page.goto(f"{page.url}#{sentence.get_attribute('id')}")
    expect(page.locator(".row:has(:target)")).to_be_in_viewport()


def test_a_line_of_the_slopes_is_reached_by_key_and_brought_out(page: Page) -> None:
    page.goto("/")
    page.get_by_role("link", name=STORY).click()
    page.get_by_role("link", name="Placement").click()
    page.get_by_role("region", name="Where statements stand, drawn").focus()
    page.keyboard.press("Tab")
    words = page.evaluate("document.activeElement.querySelector('title').textContent.split('\\n')[0]")
    page.keyboard.press("Enter")
    expect(page.locator(".apart-list > li > p").first).to_have_text(words)
    expect(page.locator(".slope.out")).not_to_have_count(0)


def test_escape_closes_the_choice(page: Page) -> None:
    open_comparison(page)
    scripts_run(page)
    page.get_by_text("Choose another version").first.click()
    choices = page.locator(".choices").first
    expect(choices.get_by_role("link").nth(2)).to_be_visible()
    page.keyboard.press("Escape")
    expect(choices).to_be_hidden()


def test_stretches_alike_fold_and_open_for_an_address_inside(page: Page) -> None:
    open_revisions(page, 2)
    folded = page.locator(".fold .row").first
    expect(folded).to_be_hidden()
    page.goto(f"{page.url}#{folded.get_attribute('data-row')}")
    expect(folded).to_be_visible()
    expect(folded).to_be_in_viewport()


def test_a_moved_paragraph_is_linked_at_both_ends(page: Page) -> None:
    open_revisions(page, 3)
    moved = page.locator(".row.moved").first
    page.locator(".row.stub a").first.click()
    expect(moved).to_be_in_viewport()
    moved.locator(".between a").first.click()
    expect(page.locator(".row.stub").first).to_be_in_viewport()


def test_everything_works_without_scripts(browser: Browser, site: str) -> None:
    context = browser.new_context(base_url=site, java_script_enabled=False)
    page = context.new_page()
    open_comparison(page)
    page.get_by_role("link", name=re.compile("First of .* changes")).click()
    expect(page).to_have_url(re.compile("#headlines$"))
    page.locator(".row.change").first.hover()
    page.locator(".row.change").first.get_by_title("Next change").click()
    expect(page.locator(".row:has(:target)")).to_be_in_viewport()
    page.get_by_text("Choose another version").first.click()
    page.get_by_role("link", name="All versions of this story").first.click()
    page.get_by_role("link", name="14 March 2026, 10:50 UTC").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Harbour Ledger beside The Morning Tack")
    page.get_by_title("Swap sides").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("The Morning Tack beside Harbour Ledger")
    open_revisions(page, 2)
    page.locator(".fold summary").first.click()
    expect(page.locator(".fold .row").first).to_be_visible()
    context.close()


def test_columns_stay_level(page: Page) -> None:
    """Both cells of a row begin at the same height, however their texts wrap."""
    open_comparison(page)
    scripts_run(page)
    rows = page.locator(".row:not(.stub)").evaluate_all(
        """rows => rows.filter(row => row.checkVisibility())
            .map(row => [...row.querySelectorAll(":scope > .cell:not(.absent)")].filter(cell => cell.checkVisibility())
            .map(cell => Math.round(cell.getBoundingClientRect().top)))"""
    )
    assert len(rows) > 20
    for tops in rows:
        assert len(set(tops)) == 1


def test_a_phone_shows_one_column(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    open_comparison(page)
    left, right = page.locator(".row.edited").first.evaluate(
        """row => [".cell.left", ".cell.right"].map(cell => {
          const { x, y } = row.querySelector(cell).getBoundingClientRect();
          return { x, y };
        })"""
    )
    assert left["x"] == right["x"]
    assert left["y"] < right["y"]


def test_keys_for_rows_sides_views_and_their_list(page: Page) -> None:
    open_revisions(page, 3)
    scripts_run(page)
    page.keyboard.press("j")
    first = page.locator(".row:has(:target)").get_attribute("data-row")
    page.keyboard.press("j")
    second = page.locator(".row:has(:target)").get_attribute("data-row")
    assert first != second
    page.keyboard.press("k")
    expect(page.locator(".row:has(:target)")).to_have_attribute("data-row", first or "")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keys")).to_be_visible()
    page.keyboard.press("v")  # the list is open: nothing happens behind it
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog", name="Keys")).to_be_hidden()
    page.keyboard.press("v")
    page.wait_for_url("**view=one*")
    scripts_run(page)
    left = page.locator(".side .facts time").first.inner_text()
    page.keyboard.press("s")
    expect(page.locator(".side .facts time").last).to_have_text(left)
    expect(page).to_have_url(re.compile("view=one"))


def test_the_map_shows_where_the_changes_are_and_the_reader_is(page: Page) -> None:
    open_comparison(page)
    scripts_run(page)
    marks = page.locator("[data-map] [data-mark]")
    expect(marks).to_have_count(page.locator(".row.change").count())
    before = float(page.locator("[data-here]").get_attribute("y") or 0)
    page.evaluate("scrollTo({ top: document.body.scrollHeight, behavior: 'instant' })")
    page.wait_for_function(
        "y => Number(document.querySelector('[data-here]').getAttribute('y')) > y", arg=before
    )
    marks.first.click(force=True)
    expect(page.locator(".row:has(:target)")).to_be_in_viewport()


def test_a_newer_version_is_told_of_and_never_put_in_place(page: Page) -> None:
    open_revisions(page, 2)
    scripts_run(page)
    told = page.locator(".newer")
    expect(told).to_have_text(re.compile("^This article has a newer version, of 14 March 2026, 17:10 UTC: "))
    page.get_by_role("link", name="one column").click()
    expect(page.locator(".rows.one")).to_be_visible()
    told.get_by_role("link", name="compare the left with it").click()
    expect(page).to_have_url(re.compile(r"\?view=one$"))  # as the page was switched, not as it came
    scripts_run(page)
    expect(page.locator(".side.right")).to_contain_text("17:10 UTC")
    expect(page.locator(".newer")).to_have_count(0)


def test_a_comparison_is_passed_on_as_link_citation_and_text(page: Page) -> None:
    open_comparison(page)
    scripts_run(page)
    page.keyboard.press("j")
    row = page.locator(".row:has(:target)").get_attribute("data-row")
    expect(page).to_have_url(re.compile(rf"#{row}$"))
    page.get_by_text("Share", exact=True).click()
    panel = page.locator(".share")
    address = page.url.replace("#", f"?row={row}#")
    expect(panel.locator("[data-link]")).to_have_text(address)  # the panel follows the row, a moment later
    panel.get_by_role("button", name="Copy", exact=True).click()
    is_said(page, "Copied")
    expect(panel.get_by_role("button", name="Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == address
    panel.get_by_role("button", name="Copy citation").click()
    eventually(page, "navigator.clipboard.readText().then(text => text.includes('accessed'))")
    citation = page.evaluate("navigator.clipboard.readText()")
    assert re.search(
        rf"“.+”, Tellan News Agency, .+ beside “.+”, The Morning Tack, .+#{row}, accessed .+ \d{{4}}\.",
        citation,
    )
    panel.get_by_role("button", name="Copy as text").click()
    eventually(page, "navigator.clipboard.readText().then(text => text.includes('{+'))")
    here = address.partition("?")[0]
    assert page.evaluate("navigator.clipboard.readText()").endswith(f"\nVariorum, {here}\n")
    assert panel.get_by_role("link", name="as a table").get_attribute("href")
