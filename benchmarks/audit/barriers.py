"""axe-core on every state of every page, in both schemes, on a phone and a wide screen; complaints; strangers."""

from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Error, Page

from benchmarks.audit.figure import Figure, count
from tests.web.every_page.states import State
from tests.web.every_page.window import Site, Window, window

LOOKS = tuple(product(("light", "dark"), (390, 1440)))
SELDOM = (("light", 1440), ("dark", 390))
"""For states that show more of what others show."""
COLOURS = ["color-contrast", "link-in-text-block"]
"""The rules on which colours have a say: all that is asked again of a page that was asked everything in the other scheme."""
Found = dict[str, list[str]]


def barriers(browser: Browser, site: Site, states: Sequence[State], packages: Path) -> list[Figure]:
    """Figures over these states; a state is loaded once and looked at from all sides."""
    axe = Axe((packages / "axe-core" / "axe.min.js").read_text(encoding="utf-8"))
    found: Found = {"violations": [], "too wide": [], "complaints": [], "strangers": [], "unseen": []}
    for state in states:
        with window(browser, site) as opened:
            try:
                _look(axe, opened, state, found)
            except (AssertionError, Error) as error:
                found["unseen"].append(f"{state.name}: {str(error).partition(chr(10))[0]}")
            found["complaints"] += [f"{state.name}: {one}" for one in opened.complaints]
            found["strangers"] += [f"{state.name}: {one}" for one in opened.strangers]
    seen = f"{len(states)} states, {sum(len(_looks(state)) for state in states)} looks"
    return [
        count(f"axe-core violations, {seen}", found["violations"]),
        count("pages wider than their window", found["too wide"]),
        count("complaints on the console, the policy's included", found["complaints"]),
        count("requests to others", found["strangers"]),
        count("states that could not be seen", found["unseen"]),
    ]


def _looks(state: State) -> tuple[tuple[str, int], ...]:
    return SELDOM if state.seldom else LOOKS


def _look(axe: Axe, opened: Window, state: State, found: Found) -> None:
    opened.visit(state)
    asked: set[int] = set()
    for scheme, width in _looks(state):
        opened.page.set_viewport_size({"width": width, "height": 900})
        opened.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        where = f"{state.name}, {scheme}, {width} px"
        found["violations"] += [
            f"{where}: {one}" for one in _violations(axe, opened.page, again=width in asked)
        ]
        asked.add(width)
        if opened.page.evaluate("document.documentElement.scrollWidth") > width:
            found["too wide"].append(where)


def _violations(axe: Axe, page: Page, *, again: bool) -> Iterator[str]:
    options = {"resultTypes": ["violations"]} | ({"runOnly": COLOURS} if again else {})
    for one in axe.run(page, options=options).response["violations"]:
        for node in one["nodes"][:3]:
            yield f"{one['id']}: {node['html'][:200]}"
