"""A collation as one page that needs nothing else: no server, no script, no other file."""

from dataclasses import dataclass
from typing import ClassVar

from app.web.formats.collation_subject import Collated
from app.web.formats.collation_view import CollationView, view_collation
from app.web.formats.one_file import style_policy
from app.web.rendering import Page, render

STYLES = ("tokens.css", "site.css", "matrix.css")


@dataclass(frozen=True, slots=True)
class CollationFile(Page):
    """Several versions in one file. `policy` allows the style sheets inside it, by their hashes, and nothing else."""

    template: ClassVar[str] = "collation_file.html"
    view: CollationView
    styles: tuple[str, ...]
    policy: str


def collation_html(collated: Collated) -> str:
    """The whole collation as one HTML page."""
    return render(CollationFile(view_collation(collated), STYLES, style_policy(STYLES)))
