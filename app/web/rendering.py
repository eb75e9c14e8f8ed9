"""Pages: a documented value per page, and the template that shows it."""

from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import ClassVar

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from app import __version__
from app.resources import STATIC, TEMPLATES
from app.text.content import display_title
from app.web.assets import Assets
from app.web.counts import grouped, percent
from app.web.dates import display_date
from app.web.origin import absolute, own_address
from app.web.sharing.cut import shortened
from app.web.spans import span
from app.web.story.tabs import TABS

_RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})


@dataclass(frozen=True, slots=True)
class Page:
    """What a page shows: the fields of its subclass are the only variables that its template has, beside the globals."""

    template: ClassVar[str]


@cache
def assets() -> Assets:
    """The static files of this process."""
    return Assets()


@cache
def environment() -> Environment:
    """The Jinja environment: everything is escaped, and an unknown name is an error."""
    jinja = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    jinja.globals.update(
        static_url=assets().url,
        release=__version__,
        own_style=own_style,
        absolute=absolute,
        own_address=own_address,
        between=span,
        story_tabs=TABS,
    )
    jinja.filters.update(
        when=display_date,
        percent=percent,
        display_title=display_title,
        direction=direction,
        grouped=grouped,
        shortened=shortened,
    )
    return jinja


def render(page: Page) -> str:
    """The page as HTML."""
    values = {field.name: getattr(page, field.name) for field in fields(page)}
    return environment().get_template(page.template).render(values)


def direction(language: str | None) -> str:
    """Which way a language is written, for `dir`: `rtl` or `ltr`; `auto` where the language is not known."""
    if not language:
        return "auto"
    return "rtl" if language.split("-")[0].lower() in _RIGHT_TO_LEFT else "ltr"


@cache
def own_style(name: str, folder: Path = STATIC) -> Markup:
    """A style sheet of our own, to stand inside a page that has to be one file. Never given text from outside.

    Without the line break at its end: checkers take a hash of it without that too.
    """
    return Markup((folder / name).read_text(encoding="utf-8").strip())  # noqa: S704
