"""How to read a comparison: what every sign means, beside a comparison of two short texts of our own."""

from dataclasses import dataclass
from functools import cache
from typing import ClassVar

from fastapi import Request
from starlette.responses import HTMLResponse, Response

from app.store.records import Story
from app.text.content import Block, Content
from app.web.formats.subject import Compared
from app.web.pages import Shown
from app.web.rendering import Page, render
from app.web.shown import shown
from app.web.stories import newest_story


@dataclass(frozen=True, slots=True)
class AboutPage(Page):
    """What the signs mean. `shown` is the example, compared by the engine; `story` is the newest one."""

    template: ClassVar[str] = "about.html"
    shown: Shown
    story: Story | None


def telling(outlet: str, title: str, *paragraphs: str, published: str) -> Content:
    """A version in English; `published` is ISO 8601."""
    blocks = tuple(Block("paragraph", paragraph) for paragraph in paragraphs)
    return Content(blocks, title=title, outlet=outlet, language="en", published=published)


LEFT = telling(
    "The Quay Post",
    "Ferry runs aground off Saltmere, 40 taken off",
    "A passenger ferry ran aground on a sandbank off Saltmere on Tuesday evening. Nobody was hurt, the harbour office said.",
    "“We felt a bump,” said Ada Brill, who was on board.",
    "Lifeboats took off 40 passengers within an hour. The ferry was refloated at high tide.",
    "The bank is not marked by a light.",
    published="2031-05-13T20:40+00:00",
)
RIGHT = telling(
    "Saltmere Herald",
    "Ferry runs aground off Saltmere, 42 rescued",
    "A passenger ferry ran aground on a sandbank off Saltmere late on Tuesday. Nobody was hurt, the harbour office said.",
    "Lifeboats took off 42 passengers within an hour. At the next high tide the vessel floated free again.",
    "The company has cancelled all crossings until Friday.",
    "“We felt a bump,” said Ada Brill, who was on board.",
    published="2031-05-13T21:25+00:00",
)


@cache
def example() -> Shown:
    """The two texts above, compared."""
    return shown(Compared.of(LEFT, RIGHT))


def about(request: Request) -> Response:
    """The page."""
    return HTMLResponse(render(AboutPage(example(), newest_story(request))))
