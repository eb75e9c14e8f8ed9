"""A comparison as one page that needs nothing else: no server, no script, no other file."""

import base64
import hashlib
from dataclasses import dataclass
from typing import ClassVar

from app.compare.comparison import Summary
from app.resources import STATIC
from app.web.comparison_view import Item, view_items
from app.web.formats.subject import Compared
from app.web.pages import Side
from app.web.rendering import Page, render
from app.web.sides import both_sides


@dataclass(frozen=True, slots=True)
class ComparisonFile(Page):
    """Two versions side by side in one file. `policy` allows the style sheet inside it, by its hash, and nothing else."""

    template: ClassVar[str] = "comparison_file.html"
    left: Side
    right: Side
    summary: Summary
    only_left: int
    only_right: int
    identical: bool
    coarse: tuple[str, ...]
    items: tuple[Item, ...]
    policy: str


def comparison_html(compared: Compared) -> str:
    """The whole comparison as one HTML page."""
    comparison = compared.comparison
    left, right = both_sides(compared)
    return render(
        ComparisonFile(
            left=left,
            right=right,
            summary=comparison.summary,
            only_left=len(comparison.only_a),
            only_right=len(comparison.only_b),
            identical=compared.identical,
            coarse=comparison.coarse,
            items=view_items(comparison),
            policy=_policy(),
        )
    )


def _policy() -> str:
    style = hashlib.sha256((STATIC / "site.css").read_bytes()).digest()
    return f"default-src 'none'; style-src 'sha256-{base64.b64encode(style).decode()}'; base-uri 'none'; form-action 'none'"
