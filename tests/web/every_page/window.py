"""A reader's window onto the site: it hears the browser's complaints and sees the requests that leave the site."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Route, expect

from tests.web.every_page.states import State


@dataclass(frozen=True, slots=True)
class Site:
    """A server's address, that of one that holds nothing, and what addresses are filled in with."""

    address: str
    bare: str
    places: dict[str, str]

    def url(self, state: State) -> str:
        """Where a state is seen."""
        return (self.bare if state.empty else self.address) + state.address.format(**self.places)


@dataclass
class Window:
    """A page of a browser: what its console complained of, and whom it asked besides the site."""

    page: Page
    site: Site
    complaints: list[str] = field(default_factory=list)
    strangers: list[str] = field(default_factory=list)

    def visit(self, state: State) -> None:
        """Go to a state, and do there what brings it about, once the page has fetched what belongs to it.

        Raises AssertionError where the server answers otherwise.
        """
        answer = self.page.goto(self.site.url(state))
        assert answer is not None
        assert answer.status == state.status, f"{state.name}: {answer.status}"
        expect(self.page.locator("[aria-busy]")).to_have_count(0)
        if state.do:
            state.do(self.page)

    def hear(self, message: ConsoleMessage) -> None:
        """Keep an error; that the server refuses what is to be refused is none."""
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            self.complaints.append(message.text)

    def notice(self, request: Request) -> None:
        """Keep a request that left the site."""
        if not request.url.startswith((self.site.address, self.site.bare, "data:", "blob:")):
            self.strangers.append(request.url)


@contextmanager
def window(browser: Browser, site: Site, **options: Any) -> Iterator[Window]:
    """A window of its own; the options are those of `Browser.new_context`."""
    context = browser.new_context(**options)
    opened = Window(context.new_page(), site)
    context.route("**/*.html", _shown_in_place)
    opened.page.on("console", opened.hear)
    opened.page.on("pageerror", lambda error: opened.complaints.append(str(error)))
    context.on("request", opened.notice)
    yield opened
    context.close()


def _shown_in_place(route: Route) -> None:
    """A page that comes as a file to keep is shown as it is when the file is opened: without the server's headers."""
    answer = route.fetch()
    route.fulfill(status=answer.status, content_type=answer.headers["content-type"], body=answer.body())
