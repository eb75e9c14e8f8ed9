"""Invented versions to put into a store."""

from datetime import UTC, datetime, timedelta
from typing import Any

from app.text.content import Block, Content

CAPTURED = datetime(2031, 5, 20, 8, 0, tzinfo=UTC)
"""When the samples were captured, unless a test says otherwise."""


def moment(days: float = 0) -> datetime:
    return CAPTURED + timedelta(days=days)


def content(text: str = "The barrier held for an hour.", **fields: Any) -> Content:
    """A version of one paragraph per line of `text`."""
    return Content(blocks=tuple(Block("paragraph", line) for line in text.split("\n")), **fields)


def piece(revision: int, outlet: str = "Coast Agency") -> Content:
    """One of many revisions of a piece."""
    text = f"The barrier held for {revision} hours.\nThen the tide came over it."
    return content(text, title=f"Barrier holds, revision {revision}", outlet=outlet)
