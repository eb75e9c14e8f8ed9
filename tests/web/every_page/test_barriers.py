"""Every page in every state: no barrier that axe finds, nothing wider than the window, no complaint, nobody else asked."""

from collections import Counter
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.web.barriers import barriers
from tests.web.every_page.states import STATES, State
from tests.web.every_page.window import Site, window
from tests.web.waiting import resize

pytestmark = pytest.mark.xdist_group("every page")

LOOKS = [("light", 1440), ("dark", 390)]
"""One scheme at each width. `make audit` looks at all four pairs, and at every state."""
WIDTHS = [390, 768, 1440]
OFTEN = [state for state in STATES if not state.seldom]


def looks() -> Iterator[tuple[State, list[tuple[str, int]]]]:
    """The first state of each kind of page in both looks, the others in one, by turns."""
    known = set()
    for turn, state in enumerate(OFTEN):
        yield state, LOOKS if state.route not in known else [LOOKS[turn % 2]]
        known.add(state.route)


@pytest.mark.parametrize(("state", "chosen"), list(looks()), ids=[state.name for state in OFTEN])
def test_no_barrier(browser: Browser, every_site: Site, state: State, chosen: list[tuple[str, int]]) -> None:
    with window(browser, every_site, viewport={"width": 1440, "height": 900}) as opened:
        opened.visit(state)
        found = []
        for scheme, width in chosen:
            resize(opened.page, width)
            opened.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            found += [f"{scheme}, {width}: {one}" for one in barriers(opened.page)]
        for width in WIDTHS:
            resize(opened.page, width)
            if (wide := opened.page.evaluate("document.documentElement.scrollWidth")) > width:
                found.append(f"{wide} wide in a window of {width}")
    assert (found, opened.complaints, opened.strangers) == ([], [], [])


@pytest.mark.parametrize("tab", ["matrix", "own", "timeline"])
def test_a_table_laid_out_as_cards_stays_a_table_for_screen_readers(
    browser: Browser, every_site: Site, tab: str
) -> None:
    with window(browser, every_site, viewport={"width": 390, "height": 900}) as opened:
        opened.visit(next(state for state in STATES if state.name == tab))
        expect(opened.page.locator("table").first).to_have_css("display", "block")
        rows, cells = (
            opened.page.locator("table tr:visible").count(),
            opened.page.locator("td:visible").count(),
        )
        tree = opened.page.context.new_cdp_session(opened.page).send("Accessibility.getFullAXTree")["nodes"]
        roles = Counter(node["role"]["value"] for node in tree if not node["ignored"])
    assert (roles["row"], roles["cell"]) == (rows, cells)
