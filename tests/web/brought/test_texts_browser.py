"""Comparing one's own texts, and reading how that is read, in a real browser."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Page, expect

from app.store.schema import upgrade
from tests.web.conftest import serving
from tests.web.test_hostile_text import STRINGS
from tests.web.waiting import scripts_run

pytestmark = pytest.mark.xdist_group("browser")

LEFT = """Ferry runs aground off Saltmere, 40 taken off

A ferry ran aground off Saltmere on Tuesday evening. Nobody was hurt. The crew stayed on board.

Lifeboats took off 40 passengers. The harbour was calm. The lights were on. The band played on the quay.
"""
RIGHT = LEFT.replace("40", "42").replace("on Tuesday evening", "late on Tuesday")


@pytest.fixture(params=[True, False], ids=["with scripts", "without scripts"])
def page(browser: Browser, site: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page in a new browser context; any complaint on its console fails the test."""
    context = browser.new_context(base_url=site, java_script_enabled=request.param)
    opened = context.new_page()
    complaints: list[str] = []

    def heard(text: str) -> None:
        if "422" not in text:  # Chromium calls every answer that refuses something an error
            complaints.append(text)

    opened.on("console", lambda message: heard(message.text) if message.type == "error" else None)
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    yield opened
    context.close()
    assert complaints == []


@pytest.fixture
def scripted(browser: Browser, site: str) -> Iterator[Page]:
    context = browser.new_context(base_url=site)
    yield context.new_page()
    context.close()


def paste(page: Page, left: str = LEFT, right: str = RIGHT) -> None:
    """From home, the way a reader goes."""
    page.goto("/")
    page.get_by_role("link", name="Compare your own").first.click()
    page.get_by_label("Outlet or name").first.fill("The Quay Post")
    page.get_by_label("The left text").fill(left)
    page.get_by_label("The right text").fill(right)
    page.get_by_role("button", name="Compare", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("The Quay Post beside Right")


def test_two_pasted_texts_are_compared_and_switched(page: Page) -> None:
    paste(page)
    expect(page.locator(".row del", has_text="40")).to_be_visible()
    expect(page.locator(".row ins", has_text="42")).to_be_visible()
    page.get_by_role("button", name="show reuse").click()
    expect(page.locator(".rows mark").first).to_be_visible()
    page.get_by_role("button", name="one column").click()
    expect(page.locator(".rows.one")).to_be_visible()
    page.get_by_title("Swap sides").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Left beside The Quay Post")
    expect(page.locator(".rows.one del", has_text="42")).to_be_visible()
    page.get_by_text("Change the texts").click()
    expect(page.get_by_label("The left text")).to_have_value(RIGHT)
    page.get_by_label("The left text").fill("The ferry sank. Nobody was hurt.")
    page.get_by_label("Outlet or name").last.press("Enter")  # is the button Compare, not the first switch
    expect(page.get_by_role("heading", level=1)).to_have_text("Left beside The Quay Post")
    expect(page.locator(".rows")).to_contain_text("The ferry sank.")


def test_a_switch_keeps_the_place_and_going_back_leads_to_the_form(scripted: Page) -> None:
    paragraphs = [f"The lock at berth {number} was opened and closed again." for number in range(60)]
    paste(
        scripted,
        "\n\n".join(["Locks", *paragraphs]),
        "\n\n".join(["Locks", *paragraphs]).replace("closed", "shut"),
    )
    row = scripted.locator(".row", has_text="berth 30")
    row.evaluate("row => scrollTo(0, row.offsetTop - 300)")
    before = row.bounding_box()
    scripted.get_by_role("button", name="show reuse").click()
    expect(scripted.get_by_role("button", name="hide reuse")).to_be_focused()
    after = row.bounding_box()
    assert before is not None
    assert after is not None
    assert abs(after["y"] - before["y"]) < 2
    scripted.go_back()
    expect(scripted.get_by_role("button", name="Compare", exact=True)).to_be_visible()
    expect(scripted.get_by_label("The left text")).to_be_visible()


def test_the_comparison_can_be_taken_away(page: Page) -> None:
    paste(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="one page to keep").click()
    assert download.value.suggested_filename == "variorum-comparison.html"
    assert "<del>40</del>" in download.value.path().read_text(encoding="utf-8")


def test_a_chosen_file_is_compared(page: Page, tmp_path: Path) -> None:
    page.goto("/compare-texts")
    for name, label, text in (("a.txt", "left", LEFT), ("b.txt", "right", RIGHT)):
        (tmp_path / name).write_text(text, encoding="utf-8" if name == "a.txt" else "utf-16")
        page.get_by_role("group", name=label).get_by_label("or a text file").set_input_files(tmp_path / name)
    page.get_by_role("button", name="Compare", exact=True).click()
    expect(page.locator(".row ins", has_text="42")).to_be_visible()


def test_an_empty_side_keeps_what_was_typed(page: Page) -> None:
    page.goto("/compare-texts")
    page.get_by_label("The left text").fill(LEFT)
    with page.expect_response("**/compare-texts") as answer:
        page.get_by_role("button", name="Compare", exact=True).click()
    assert answer.value.status == 422
    expect(page.get_by_role("alert")).to_contain_text("The right text is empty")
    expect(page.get_by_label("The left text")).to_have_value(LEFT)


def test_scripts_count_take_dropped_files_swap_and_clear(scripted: Page) -> None:
    scripted.goto("/compare-texts")
    left, right = scripted.get_by_label("The left text"), scripted.get_by_label("The right text")
    left.fill("Nobody was hurt, he said.")
    expect(scripted.get_by_role("group", name="Left")).to_contain_text("5 words")
    drop = """([selector, texts]) => {
        const carried = new DataTransfer();
        texts.forEach((text, at) => carried.items.add(new File([text], `${at}.txt`, { type: "text/plain" })));
        const told = { dataTransfer: carried, bubbles: true, cancelable: true };
        document.querySelector(selector).dispatchEvent(new DragEvent("drop", told));
    }"""
    scripted.evaluate(drop, ["#text-b", ["The crew stayed — on board."]])
    expect(right).to_have_value("The crew stayed — on board.")
    scripted.get_by_role("button", name="Swap sides").click()
    expect(left).to_have_value("The crew stayed — on board.")
    expect(right).to_have_value("Nobody was hurt, he said.")
    scripted.get_by_role("button", name="Clear both").click()
    expect(left).to_have_value("")
    expect(left).to_be_focused()
    scripted.evaluate(drop, ["#text-b", ["One text.", "Another."]])  # two at once are both
    expect(left).to_have_value("One text.")
    expect(right).to_have_value("Another.")
    left.fill("x " * 50_001)
    expect(scripted.get_by_role("group", name="Left")).to_contain_text("2 characters too many")


def test_keys_work_on_an_unkept_comparison(scripted: Page) -> None:
    paste(scripted)
    steps = scripted.get_by_role("navigation", name="Changes")
    scripts_run(scripted)
    scripted.keyboard.press("n")
    expect(steps).to_contain_text("change 1 of 3")
    expect(scripted.get_by_title("Link to this row")).to_have_count(0)
    scripted.keyboard.press("v")
    expect(scripted.locator(".rows.one")).to_be_visible()
    scripted.keyboard.press("s")
    expect(scripted.get_by_role("heading", level=1)).to_have_text("Left beside The Quay Post")


def test_folds_open_and_close(page: Page) -> None:
    paste(
        page,
        LEFT + "\n\nFour. Five it was. Six and no more. Seven came.",
        RIGHT + "\n\nFour. Five it was. Six and no more. Seven came.",
    )
    folded = page.locator(".fold .row").first
    expect(folded).to_be_hidden()
    page.get_by_role("button", name="Unfold what is alike").click()
    expect(folded).to_be_visible()
    page.get_by_role("button", name="Fold what is alike").click()
    expect(folded).to_be_hidden()


def test_the_person_at_the_machine_keeps_both_texts(browser: Browser, tmp_path: Path) -> None:
    server = serving(tmp_path)
    upgrade(server.url)
    with server as address:
        context = browser.new_context(base_url=address, java_script_enabled=False)
        page = context.new_page()
        paste(page)
        page.get_by_label("in the story").fill("The ferry of Saltmere")
        page.get_by_role("button", name="Keep both").click()
        expect(page).to_have_url(re.compile(r"/compare/[a-z2-7]{16}/[a-z2-7]{16}$"))
        expect(page.locator(".row ins", has_text="42")).to_be_visible()
        page.goto("/")
        page.get_by_role("link", name="The ferry of Saltmere").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("The ferry of Saltmere")
        context.close()


def test_no_script_runs_out_of_a_text_even_where_no_policy_holds(browser: Browser, site: str) -> None:
    context = browser.new_context(base_url=site, bypass_csp=True)
    page = context.new_page()
    dialogs: list[str] = []

    def opened(dialog: Dialog) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", opened)
    text = "\n\n".join(f"{string} The gate failed at noon." for string in STRINGS)
    more = "</textarea><script>alert(1)</script>"
    page.goto("/compare-texts")
    page.get_by_label("Outlet or name").first.fill("</title><script>document.title='taken'</script>")
    page.get_by_label("Outlet or name").last.fill('" onmouseover="document.title=1" x="')
    page.get_by_label("The left text").fill(text)
    page.get_by_label("The right text").fill(text.replace("noon", "one") + more)
    page.get_by_role("button", name="Compare", exact=True).click()
    expect(page.locator(".row ins").first).to_be_visible()
    page.locator(".side.right .outlet").hover()
    expect(page).to_have_title(re.compile("^Your two texts: "))
    expect(page.locator("main :is(script, img, math, iframe), main svg:not([data-map])")).to_have_count(0)
    context.close()
    assert dialogs == []
