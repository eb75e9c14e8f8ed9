"""A comparison as one page that needs nothing else: no server, no script, no other file."""

from dataclasses import dataclass
from typing import ClassVar

from app.web.formats.one_file import style_policy
from app.web.formats.subject import Compared
from app.web.pages import Shown
from app.web.rendering import Page, render
from app.web.shown import shown

STYLES = ("tokens.css", "site.css", "rows.css")


@dataclass(frozen=True, slots=True)
class ComparisonFile(Page):
    """Two versions side by side in one file. `policy` allows the style sheets in it, by their hashes, and nothing else.

    `address` is where the comparison stands, empty where it stands nowhere else.
    """

    template: ClassVar[str] = "comparison_file.html"
    shown: Shown
    styles: tuple[str, ...]
    policy: str
    address: str


def comparison_html(compared: Compared, address: str = "") -> str:
    """The whole comparison as one HTML page; with an `address`, it says that it stands there."""
    return render(ComparisonFile(shown(compared), STYLES, style_policy(STYLES), address))
