"""Everything the pages are held to that needs a checker from outside: `make audit`.

Serves the stories of the browser tests and one of long articles on this machine, and visits every page in every state.
Exits 1 where a figure misses its bound, 2 where what the checks need is not here.
"""

import argparse
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from benchmarks.audit.barriers import barriers
from benchmarks.audit.feeds import feeds
from benchmarks.audit.figure import Figure
from benchmarks.audit.lighthouse import Tool, lighthouse
from benchmarks.audit.markup import markup
from benchmarks.audit.packages import MissingError, chromium, install
from benchmarks.audit.site import audited
from benchmarks.audit.weight import Weight, comparison, weights
from benchmarks.report import table
from benchmarks.targets import ROOT
from tests.web.conftest import ARGUMENTS
from tests.web.every_page.states import STATES, see_newer
from tests.web.every_page.window import Site

REPORT = ROOT / "docs" / "audit.md"
MARK = "<!-- what follows is written by `make audit` -->\n"
TOLD = 40
"""Cases of a missed figure that are printed."""
HEAVIEST = 12
"""Pages whose weight is printed."""
LONG = [
    state
    for state in STATES
    if "{" in state.address
    and state.do is not see_newer
    and not any(one in state.address for one in ("rtl", "alone", "mute"))
]
"""The states that a story of long articles, each of one version, has."""
FIRST = {"comparison": "/compare/{a}/{b}", "home": "/", "story": "/stories/{story}"}
"""The pages that readers come to first."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What the checks work with: `long` is the same site, its places those of the long articles, which are `kind`."""

    browser: Browser
    site: Site
    long: Site
    kind: str
    packages: Path
    chromium: str


def _axe(ground: Ground) -> list[Figure]:
    return barriers(ground.browser, ground.site, STATES, ground.packages)


def _axe_long(ground: Ground) -> Iterator[Figure]:
    states = [one for one in LONG if not one.seldom]
    return _named(barriers(ground.browser, ground.long, states, ground.packages), ground.kind)


def _markup(ground: Ground) -> list[Figure]:
    return markup(ground.browser, ground.site, STATES, ground.packages)


def _weight(ground: Ground) -> Iterator[Figure]:
    return _named(comparison(ground.browser, ground.long), ground.kind)


def _feeds(ground: Ground) -> list[Figure]:
    return feeds(ground.site)


def _lighthouse(ground: Ground) -> Iterator[Figure]:
    urls = {name: ground.long.address + path.format(**ground.long.places) for name, path in FIRST.items()}
    return _named(lighthouse(Tool(ground.packages, ground.chromium), urls), ground.kind)


CHECKS: dict[str, Callable[[Ground], Iterable[Figure]]] = {
    "axe": _axe,
    "axe-long": _axe_long,
    "markup": _markup,
    "weight": _weight,
    "feeds": _feeds,
    "lighthouse": _lighthouse,
}


def main() -> None:
    """Measure, print, and write the document where that is asked for."""
    parser = argparse.ArgumentParser(description="Hold every page to what it is held to.")
    parser.add_argument("--docs", action="store_true", help="write docs/audit.md")
    parser.add_argument(
        "--only", choices=CHECKS, action="append", help="this check alone; may be given again"
    )
    options = parser.parse_args()
    try:
        with standing() as ground:
            found = [figure for name in options.only or CHECKS for figure in _said(CHECKS[name](ground))]
            heavy = weights(ground.browser, ground.long, LONG)[:HEAVIEST] if options.docs else []
    except MissingError as error:
        parser.exit(2, f"not audited: {error}\n")
    if options.docs:
        before = REPORT.read_text(encoding="utf-8").partition(MARK)[0]
        REPORT.write_text(f"{before}{MARK}\n{written(found, heavy)}\n", encoding="utf-8")
    missed = sum(not one.holds for one in found)
    print(f"\n{len(found)} figures, {missed} missed")
    parser.exit(1 if missed else 0)


@contextmanager
def standing() -> Iterator[Ground]:
    """The site, the browser and the packages. Raises MissingError where something is not here."""
    packages, program = install(), chromium()
    with audited() as (site, places, kind), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        yield Ground(browser, site, Site(site.address, site.bare, places), kind, packages, program)
        browser.close()


def written(found: Iterable[Figure], heavy: Iterable[Weight]) -> str:
    """The figures and the heaviest pages, as Markdown."""
    pages = [
        (one.name, *(f"{size:,}" for size in (one.files, one.scripts, one.page, one.wire, one.elements)))
        for one in heavy
    ]
    return (
        f"{table(('figure', 'measured', 'must be', ''), [one.cells() for one in found])}\n\n"
        f"## The heaviest pages\n\n"
        f"{table(('page', 'all files, bytes', 'scripts', 'the page itself', 'with headers', 'elements'), pages)}"
    )


def _said(figures: Iterable[Figure]) -> Iterator[Figure]:
    for one in figures:
        print("  ".join(one.cells()), *(f"    {case}" for case in one.told[:TOLD]), sep="\n", flush=True)
        yield one


def _named(figures: Iterable[Figure], kind: str) -> Iterator[Figure]:
    return (replace(one, name=f"{one.name} ({kind})") for one in figures)


if __name__ == "__main__":
    main()
