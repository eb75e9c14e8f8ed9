"""The comparison page in a real browser: switching in place, folds, moves, heads, map, keys; with scripts and without."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.web.waiting import eventually, resize, scripts_run

pytestmark = pytest.mark.xdist_group("browser")

STORY = "/stories/port-ennick-tidal-barrier-failure"
CHOSEN = ".row:is(:target, :has(:target))"


@pytest.fixture(scope="module")
def pairs(site: str, browser: Browser) -> dict[str, str]:
    """The addresses of a comparison with few changes and of one with many."""
    page = browser.new_page(base_url=site)
    page.goto(STORY)
    many = page.get_by_title("Tellan News Agency beside The Morning Tack").get_attribute("href")
    page.get_by_role("link", name="4 versions").click()
    few = page.get_by_role("link", name="compare with the version before").nth(1).get_attribute("href")
    page.close()
    assert many
    assert few
    return {"many": many, "few": few}


def opened(browser: Browser, site: str, **options: bool) -> Page:
    context = browser.new_context(base_url=site, viewport={"width": 1440, "height": 900}, **options)  # type: ignore[arg-type]
    return context.new_page()


@pytest.fixture
def page(browser: Browser, site: str) -> Iterator[Page]:
    """A page whose console must stay silent."""
    fresh = opened(browser, site)
    complaints: list[str] = []
    fresh.on("pageerror", lambda error: complaints.append(str(error)))
    yield fresh
    fresh.context.close()
    assert complaints == []


@pytest.fixture
def plain(browser: Browser, site: str) -> Iterator[Page]:
    """A page without scripts."""
    fresh = opened(browser, site, java_script_enabled=False)
    yield fresh
    fresh.context.close()


def go(page: Page, address: str) -> None:
    """Open a comparison and wait for its scripts."""
    page.goto(address)
    scripts_run(page)


def scroll_to(page: Page, nth: int) -> str:
    """Scroll by hand until a row stands a little below what stays in sight; gives its name."""
    row = page.locator(".row.change").nth(nth)
    row.evaluate(
        "row => scrollTo({ top: scrollY + row.getBoundingClientRect().top - 160, behavior: 'instant' })"
    )
    return row.get_attribute("data-row") or ""


def top_of(page: Page, row: str) -> float:
    return float(page.locator(f'[data-row="{row}"]').evaluate("row => row.getBoundingClientRect().top"))


def shown_view(page: Page, words: str) -> None:
    expect(page.get_by_role("group", name="View").get_by_role("link", name=words)).to_have_attribute(
        "aria-current", "true"
    )


def test_a_switch_keeps_the_row_being_read_and_going_back_brings_back_the_view(
    page: Page, pairs: dict[str, str]
) -> None:
    go(page, pairs["many"])
    page.evaluate("window.stays = true")
    row = scroll_to(page, 20)
    before = page.locator(".row[data-row]").evaluate_all(
        """rows => {
          const covered = document.querySelector(".top").offsetHeight;
          return rows.find(row => row.getBoundingClientRect().bottom > covered).dataset.row;
        }"""
    )
    was = top_of(page, before)
    page.get_by_role("link", name="one column").click()
    shown_view(page, "one column")
    expect(page).to_have_url(re.compile(r"\?view=one$"))
    assert abs(top_of(page, before) - was) < 2
    page.get_by_role("link", name="show figures").click()
    expect(page.locator(".rows mark").first).to_be_attached()
    expect(page).to_have_url(re.compile(r"\?view=one&figures=on$"))
    expect(page.locator(f'[data-row="{row}"]')).to_be_in_viewport()
    page.go_back()
    expect(page.locator(".rows mark")).to_have_count(0)
    shown_view(page, "one column")
    page.go_back()
    shown_view(page, "side by side")
    expect(page).not_to_have_url(re.compile(r"\?"))
    assert page.evaluate("window.stays") is True


def test_a_switch_keeps_the_focus_and_the_chosen_row(page: Page, pairs: dict[str, str]) -> None:
    go(page, pairs["many"])
    page.keyboard.press("j")
    row = page.locator(CHOSEN).get_attribute("data-row") or ""
    switch = page.get_by_role("link", name="hide words")
    switch.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="show words")).to_be_focused()
    expect(page.locator(CHOSEN)).to_have_attribute("data-row", row)
    expect(page).to_have_url(re.compile(rf"\?words=off#{row}$"))


def test_a_fold_opens_on_its_own_and_stays_open_when_a_layer_is_switched(
    page: Page, pairs: dict[str, str]
) -> None:
    go(page, pairs["few"])
    folds = page.locator(".fold > details")
    folds.nth(1).locator("summary").click()
    expect(folds.nth(1)).to_have_attribute("open", "")
    page.get_by_role("link", name="show quotes").click()
    expect(page.get_by_role("link", name="hide quotes")).to_be_visible()
    expect(folds.nth(1)).to_have_attribute("open", "")
    expect(folds.nth(0)).not_to_have_attribute("open", "")


@pytest.mark.parametrize("view", ["columns", "one", "changes"])
def test_without_scripts_an_address_into_a_fold_opens_it(
    plain: Page, pairs: dict[str, str], view: str
) -> None:
    plain.goto(f"{pairs['few']}?view={view}")
    row = plain.locator(".fold .row").nth(1).get_attribute("data-row") or ""
    plain.goto(f"{pairs['few']}?view={view}&row={row}#{row}")
    chosen = plain.locator(CHOSEN)
    expect(chosen).to_have_attribute("data-row", row)
    expect(chosen).to_be_in_viewport()
    expect(chosen).to_have_css("outline-style", "solid")


def test_without_scripts_every_switch_and_the_list_of_keys_is_there(
    plain: Page, pairs: dict[str, str]
) -> None:
    plain.goto(pairs["few"])
    plain.get_by_role("link", name="one column").click()
    plain.get_by_role("link", name="show figures").click()
    plain.get_by_role("link", name="Unfold what is alike").click()
    expect(plain).to_have_url(re.compile(r"\?view=one&folds=open&figures=on$"))
    expect(plain.locator(".fold .row").first).to_be_visible()
    plain.get_by_role("button", name="Keys").click()
    expect(plain.get_by_role("dialog", name="Keys")).to_contain_text(
        "They need JavaScript", use_inner_text=True
    )
    plain.keyboard.press("Escape")
    expect(plain.get_by_role("dialog", name="Keys")).to_be_hidden()


def test_the_count_follows_the_reader(page: Page, pairs: dict[str, str]) -> None:
    go(page, pairs["many"])
    steps = page.get_by_role("navigation", name="Changes")
    expect(steps).to_contain_text("40 changes")
    scroll_to(page, 10)
    count = page.evaluate(
        """() => {
          const covered = document.querySelector(".top").offsetHeight;
          const line = covered + (innerHeight - covered) * 0.4;
          return [...document.querySelectorAll(".change")].filter(row => row.getBoundingClientRect().top <= line).length;
        }"""
    )
    assert count > 10
    expect(steps).to_contain_text(f"change {count} of")
    page.keyboard.press("n")
    expect(steps).to_contain_text(f"change {count + 1} of")


def test_the_heads_stay_in_sight_and_cover_no_target(page: Page, pairs: dict[str, str]) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    go(page, pairs["many"])
    scroll_to(page, 15)
    heads = page.locator(".heads")
    expect(heads).to_be_in_viewport()
    expect(heads).to_contain_text("14 March 2026, 17:10 UTC")
    height = heads.evaluate("heads => heads.getBoundingClientRect().bottom")
    assert 0 < height <= 0.15 * 844
    row = page.locator(".row.change").nth(22).get_attribute("data-row")
    page.goto(f"{pairs['many']}#{row}")
    expect(page.locator(CHOSEN)).to_be_in_viewport()
    eventually(
        page, f"document.querySelector(':target').closest('.row').getBoundingClientRect().top >= {height} - 1"
    )


def test_both_ends_of_a_move_are_joined_and_brought_out_together(page: Page, pairs: dict[str, str]) -> None:
    go(page, pairs["few"])
    numbers = {row.get_attribute("data-move") for row in page.locator(".row.moved").all()}
    expect(page.locator(".lines path")).to_have_count(len(numbers))
    page.locator(".row.stub").first.hover()
    number = page.locator(".row.stub").first.get_attribute("data-move")
    expect(page.locator(f'.row.moved.out[data-move="{number}"]').first).to_be_attached()
    expect(page.locator(".lines path.out")).to_have_count(1)
    path = page.locator(".lines path.out").evaluate(
        """path => {
          const { top, bottom } = path.getBoundingClientRect();
          const middle = row => {
            const box = row.querySelector(".move").getBoundingClientRect();
            return (box.top + box.bottom) / 2;
          };
          const ends = [document.querySelector(".row.moved.out"), document.querySelector(".row.stub.out")].map(middle);
          return [top - Math.min(...ends), bottom - Math.max(...ends)];
        }"""
    )
    assert all(abs(one) < 2 for one in path)


def test_the_map_is_one_control_for_the_keyboard(page: Page, pairs: dict[str, str]) -> None:
    go(page, pairs["many"])
    slider = page.get_by_role("slider", name="Map of changes")
    slider.focus()
    page.keyboard.press("ArrowDown")
    expect(slider).to_have_attribute("aria-valuetext", "change 1 of 40")
    page.keyboard.press("End")
    expect(slider).to_have_attribute("aria-valuenow", "40")
    expect(page.locator(".row.change").last).to_be_in_viewport()
    expect(slider.locator("a[href], a[tabindex]")).to_have_count(0)


@pytest.mark.parametrize("key", ["Control+v", "Alt+v", "Meta+v"])
def test_keys_with_others_held_do_nothing(page: Page, pairs: dict[str, str], key: str) -> None:
    go(page, pairs["few"])
    page.keyboard.press(key)
    page.keyboard.press("n")  # what came before it would have been answered first
    expect(page.get_by_role("navigation", name="Changes")).to_contain_text("change 1 of")
    shown_view(page, "side by side")


def test_typing_is_left_alone_and_the_list_of_keys_gives_the_focus_back(
    page: Page, pairs: dict[str, str]
) -> None:
    go(page, pairs["few"])
    search = page.get_by_role("searchbox")
    search.focus()
    page.keyboard.type("vns?")
    expect(search).to_have_value("vns?")
    expect(page.get_by_role("dialog", name="Keys")).to_be_hidden()
    switch = page.get_by_role("link", name="show reuse")
    switch.focus()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keys")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog", name="Keys")).to_be_hidden()
    expect(switch).to_be_focused()


def test_on_paper_both_sides_stand_in_columns_with_dates_and_address(
    page: Page, pairs: dict[str, str]
) -> None:
    page.set_viewport_size({"width": 680, "height": 900})
    go(page, pairs["many"])
    page.emulate_media(media="print")
    for hidden in (".top", ".map", ".lines", ".tools", ".picker"):
        expect(page.locator(hidden).first).to_be_hidden()
    left, right = page.locator(".row.reworded").first.evaluate(
        "row => ['.left', '.right'].map(cell => row.querySelector(cell).getBoundingClientRect())"
        ".map(({ x, y }) => ({ x, y }))"
    )
    assert left["y"] == right["y"]
    assert left["x"] < right["x"]
    expect(page.locator(".side time")).to_have_count(2)
    expect(page.locator("main .citation")).to_contain_text(pairs["many"])


def test_going_back_to_what_does_not_come_asks_no_more_than_the_browser_does(
    page: Page, pairs: dict[str, str]
) -> None:
    go(page, pairs["many"])
    page.keyboard.press("n")  # an address with a fragment, so that to go to it again is no new page
    page.get_by_role("link", name="one column").click()
    shown_view(page, "one column")
    asked: list[str] = []

    def refuse(route: Route) -> None:
        asked.append(route.request.resource_type)
        route.fulfill(status=503, content_type="text/html", body="<h1>Not now</h1>")

    page.route(re.compile(r"/compare/"), refuse)
    page.evaluate("setTimeout(() => history.back())")  # not go_back(), whose own wait the new page would end
    expect(page.get_by_role("heading", name="Not now")).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert asked == ["fetch", "document"]
    expect(page).not_to_have_url(re.compile(r"\?"))


def test_an_answer_that_comes_too_late_turns_nothing(page: Page, pairs: dict[str, str]) -> None:
    go(page, pairs["many"])
    page.get_by_role("link", name="one column").click()
    shown_view(page, "one column")
    page.get_by_role("link", name="show quotes").click()
    expect(page.get_by_role("link", name="hide quotes")).to_be_visible()
    held: list[Route] = []
    page.route(re.compile(r"\?view=one$"), lambda route: held.append(route))
    with page.expect_request(re.compile(r"\?view=one$")):
        page.go_back()
    page.go_back()
    shown_view(page, "side by side")
    for route in held:
        route.continue_()
    page.wait_for_load_state("networkidle")
    page.get_by_role("link", name="show figures").click()  # nothing is under way any more
    expect(page.get_by_role("link", name="hide figures")).to_be_visible()
    shown_view(page, "side by side")
    expect(page).to_have_url(re.compile(rf"{pairs['many']}\?figures=on$"))


def test_going_back_and_forth_before_an_answer_leaves_what_is_shown(
    page: Page, pairs: dict[str, str]
) -> None:
    go(page, pairs["many"])
    page.get_by_role("link", name="one column").click()
    shown_view(page, "one column")
    held: list[Route] = []
    page.route(re.compile(f"{pairs['many']}$"), lambda route: held.append(route))
    with page.expect_request(re.compile(f"{pairs['many']}$")):
        page.go_back()
    page.go_forward()
    page.get_by_role("link", name="show figures").click()  # waits for nothing
    expect(page.get_by_role("link", name="hide figures")).to_be_visible()
    shown_view(page, "one column")
    expect(page).to_have_url(re.compile(r"\?view=one&figures=on$"))
    for route in held:
        route.abort()


def test_a_choice_opened_before_the_scripts_came_is_filled(page: Page, pairs: dict[str, str]) -> None:
    held: list[Route] = []
    page.route(re.compile(r"/compare\.js"), lambda route: held.append(route))
    with page.expect_request(re.compile(r"/compare\.js")):
        page.goto(pairs["many"], wait_until="commit")
    page.get_by_text("Choose another version").first.click()
    expect(page.get_by_role("link", name="All versions of this story")).to_be_visible()
    for route in held:
        route.continue_()
    expect(page.locator(".side.left .choices a").nth(2)).to_be_visible()
    expect(page.locator(".side.left [data-choices]")).to_have_count(0)


def test_on_a_phone_nothing_covers_the_steps(page: Page, pairs: dict[str, str]) -> None:
    page.set_viewport_size({"width": 390, "height": 640})
    go(page, pairs["many"])
    page.get_by_role("button", name="Close this hint").click()
    expect(page.locator("[data-step]").first).to_be_hidden()  # the rows are further down
    scroll_to(page, 1)
    expect(page.locator("[data-step]").first).to_be_visible()
    for height in range(640, 901, 20):
        resize(page, 390, height)
        covered = page.locator("[data-step]").evaluate_all(
            """steps => steps.flatMap(step => {
              const box = step.getBoundingClientRect();
              const at = share => document.elementFromPoint(box.left + box.width / 2, box.top + box.height * share);
              const found = [0.1, 0.5, 0.9].map(at);
              return found.filter(one => !step.contains(one)).map(one => one?.outerHTML.slice(0, 60));
            })"""
        )
        assert covered == [], height


def test_the_keys_can_be_turned_off_for_good(page: Page, pairs: dict[str, str]) -> None:
    go(page, pairs["many"])
    page.keyboard.press("?")
    keys = page.get_by_role("dialog", name="Keys")
    expect(keys.get_by_role("button", name="Close")).to_be_focused()
    box = keys.get_by_role("checkbox", name="These keys work")
    box.uncheck()
    keys.get_by_role("button", name="Close").click()
    for view in ("one column", "changes only"):  # in place, and on a page that has come anew
        page.get_by_role("link", name=view).click()
        shown_view(page, view)
        page.keyboard.press("n")
        page.keyboard.press("?")
        page.keyboard.press("v")
        page.get_by_role("link", name="show figures").click()  # would come after what the keys do
        expect(page.get_by_role("link", name="hide figures")).to_be_visible()
        shown_view(page, view)
        expect(page.locator(":target")).to_have_count(0)
        expect(keys).to_be_hidden()
        go(page, pairs["many"])
    page.get_by_role("button", name="Keys").click()  # the way back needs no key
    expect(box).not_to_be_checked()
    box.check()
    page.keyboard.press("Escape")
    page.keyboard.press("n")
    expect(page.get_by_role("navigation", name="Changes")).to_contain_text("change 1 of")


def test_the_keys_can_be_turned_off_where_nothing_is_remembered(page: Page, pairs: dict[str, str]) -> None:
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new Error('off'); }});"
    )
    go(page, pairs["many"])
    page.get_by_role("button", name="Keys").click()
    page.get_by_role("checkbox", name="These keys work").uncheck()
    page.keyboard.press("Escape")
    page.get_by_role("link", name="one column").click()
    shown_view(page, "one column")
    page.keyboard.press("n")
    page.get_by_role("link", name="show figures").click()
    expect(page.get_by_role("link", name="hide figures")).to_be_visible()
    expect(page.locator(":target")).to_have_count(0)
