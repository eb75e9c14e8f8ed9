"""What a page weighs as it comes over the wire, compressed and with its headers, and how many elements it has."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from playwright.sync_api import Browser, Request

from benchmarks.audit.figure import Figure
from tests.web.every_page.states import COMPARISON, State
from tests.web.every_page.window import Site, window

ALL_FILES = 70_000
SCRIPTS = 12_000


@dataclass(frozen=True, slots=True)
class Weight:
    """Compressed bytes of all files, of the scripts, of the page itself; of all with their headers (`wire`); elements."""

    name: str
    files: int
    scripts: int
    page: int
    wire: int
    elements: int


def weigh(browser: Browser, site: Site, state: State) -> Weight:
    """The weight of a state with nothing in any cache."""
    with window(browser, site) as opened:
        came: list[Request] = []
        opened.page.on("requestfinished", partial(_keep, came))
        opened.visit(state)
        opened.page.wait_for_load_state("networkidle")
        elements = int(opened.page.evaluate("document.querySelectorAll('*').length"))
        sizes = [(one.resource_type, one.sizes()) for one in came]

    def of(*wanted: str) -> int:
        return sum(size["responseBodySize"] for kind, size in sizes if not wanted or kind in wanted)

    wire = of() + sum(size["responseHeadersSize"] for _, size in sizes)
    return Weight(state.name, of(), of("script"), of("document"), wire, elements)


def _keep(came: list[Request], request: Request) -> None:
    came.append(request)


def weights(browser: Browser, site: Site, states: Sequence[State]) -> list[Weight]:
    """The heaviest first."""
    found = [weigh(browser, site, state) for state in states]
    return sorted(found, key=lambda one: -one.files)


def comparison(browser: Browser, site: Site) -> list[Figure]:
    """The weight of the comparison of the site's two versions."""
    found = weigh(browser, site, State("comparison", COMPARISON, "/compare/{a}/{b}"))
    return [
        Figure("weight of the comparison, all files, compressed", found.files, ALL_FILES, unit=" bytes"),
        Figure("weight of its scripts", found.scripts, SCRIPTS, unit=" bytes"),
    ]
