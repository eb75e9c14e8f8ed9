"""How a comparison, or a row of it, is cited: both titles, outlets, dates and versions, and the address.

The day of access is not in it: the page is the same for everyone, and only the reader's clock knows the day.
"""

from app.text.content import display_title, first_words
from app.web.dates import display_date
from app.web.directions import isolated
from app.web.pages import Shown, Side
from app.web.sharing.chosen import ChosenRow
from app.web.sharing.cut import shortened
from app.web.sharing.quotation import quoted

CITED_LENGTH = 200
"""Code points of a title or an outlet."""
ROW_WORDS = 8
"""Words of a row that a citation quotes."""


def citation(shown: Shown, address: str, chosen: ChosenRow | None = None) -> str:
    """The citation in one line, without a full stop at its end; `address` is absolute."""
    both = f"{_cited(shown.left)}, beside {_cited(shown.right)}"
    if chosen:
        words = first_words(chosen.left or chosen.right, ROW_WORDS)
        both += f"; the row {quoted(words, CITED_LENGTH)}"
    return f"{both}. Variorum, {address}"


def _cited(side: Side) -> str:
    content = side.content
    outlet = isolated(shortened(content.outlet, CITED_LENGTH)) if content.outlet else "outlet not given"
    title = quoted(display_title(content), CITED_LENGTH)
    return f"{title}, {outlet}, {display_date(content.published)} (version {side.id})"
