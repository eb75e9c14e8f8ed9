"""Comparisons of odd texts, as pages show them."""

from app.text.content import Block, Content
from app.web.formats.subject import Compared
from app.web.pages import Shown
from app.web.shown import shown
from app.web.switches import BY_ITSELF, Switches

GATE = "The gate failed at noon on Friday, and water came over the quay."
LATER = "The gate failed at ten on Friday, and water came over the quay."
ALONE = "Nobody had looked at its hinges since the spring."


def content(
    *paragraphs: str, title: str | None = "A gate fails", outlet: str | None = "The Quay Post"
) -> Content:
    return Content(
        tuple(Block("paragraph", one) for one in paragraphs),
        title=title,
        outlet=outlet,
        published="2026-03-14",
        language="en",
    )


def compared(left: Content, right: Content) -> Compared:
    return Compared.of(left, right)


def seen(left: Content, right: Content, switches: Switches = BY_ITSELF) -> Shown:
    return shown(compared(left, right), switches=switches)


NAMES = [
    "The Ledger",
    None,
    'The "Daily" <script>alert(1)</script> & Co.',
    "صحيفة المرفأ",
    "\u202edraziw",
    "x" * 10_000,
    "word " * 3_000,
    "e" + "\u0301" * 3_000,
    "港の新聞" * 900,
    "line\nbreak\ttab\x1b[31m\u2028end",
    "</script><!--<script>",
    "👩‍👩‍👧‍👦" * 200,
]
"""Outlets and titles that somebody might have."""
