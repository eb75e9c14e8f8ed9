"""A comparison as one page that needs nothing else: no server, no script, no other file."""

import base64
import hashlib
from dataclasses import dataclass
from typing import ClassVar

from app.resources import STATIC
from app.web.formats.subject import Compared
from app.web.pages import Shown
from app.web.rendering import Page, render
from app.web.shown import shown


@dataclass(frozen=True, slots=True)
class ComparisonFile(Page):
    """Two versions side by side in one file. `policy` allows the style sheet inside it, by its hash, and nothing else."""

    template: ClassVar[str] = "comparison_file.html"
    shown: Shown
    policy: str


def comparison_html(compared: Compared) -> str:
    """The whole comparison as one HTML page."""
    return render(ComparisonFile(shown(compared), _policy()))


def _policy() -> str:
    style = hashlib.sha256((STATIC / "site.css").read_bytes()).digest()
    return f"default-src 'none'; style-src 'sha256-{base64.b64encode(style).decode()}'; base-uri 'none'; form-action 'none'"
