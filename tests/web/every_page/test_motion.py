"""Nothing moves for a reader who asked that nothing moves."""

import pytest
from playwright.sync_api import Browser

from tests.web.every_page.states import STATES
from tests.web.every_page.window import Site, window

pytestmark = pytest.mark.xdist_group("every page")

MOVING = """() => [...document.querySelectorAll("*")].flatMap((one) => ["", "::before", "::after"].map((part) => {
    const style = getComputedStyle(one, part || undefined);
    const lasts = (times) => times.split(",").some((time) => parseFloat(time) > 0);
    const moves = lasts(style.transitionDuration) || style.animationName !== "none" || style.scrollBehavior === "smooth";
    return moves ? `${one.tagName} ${one.className}${part}` : "";
})).filter(Boolean).slice(0, 5)"""


def test_nothing_moves_by_itself(browser: Browser, every_site: Site) -> None:
    found = {}
    first = {state.route: state for state in reversed(STATES) if state.status == 200 and not state.do}
    with window(browser, every_site, reduced_motion="reduce") as opened:
        for state in first.values():
            opened.visit(state)
            if moving := opened.page.evaluate(MOVING):
                found[state.name] = moving
    assert found == {}


def test_a_step_to_a_change_does_not_glide(browser: Browser, every_site: Site) -> None:
    comparison = next(state for state in STATES if state.name == "comparison")
    with window(browser, every_site, reduced_motion="reduce") as opened:
        opened.visit(comparison)
        for _ in range(4):
            opened.page.keyboard.press("n")
        assert opened.page.evaluate("document.getAnimations().length") == 0
        before = opened.page.evaluate("scrollY")
        assert before == opened.page.evaluate(
            "new Promise(done => requestAnimationFrame(() => done(scrollY)))"
        )
