"""The frame that other sites put around the embed page: its size and its HTML."""

from html import escape
from unicodedata import east_asian_width

from app.text.content import display_title
from app.web.pages import Shown
from app.web.sharing.chosen import ChosenRow, as_chosen
from app.web.sharing.embedded import CELL_LENGTH, MOST_ROWS, changed_rows
from app.web.sharing.naming import title_of

WIDTH = 640
"""Of a frame where nobody says how wide it may be, in CSS pixels."""
LEAST_HEIGHT, MOST_HEIGHT = 240, 800
"""Of a frame, in CSS pixels; what is higher is scrolled to."""
TWO_COLUMNS = 560
"""Width from which the two sides stand beside each other, as in embed.css."""
_SIGN, _LINE, _ROW, _FURNITURE = 7.4, 23, 34, 190
"""Pixels that an average sign is wide, a line is high, a row has around its text, and all the rest is high."""


def frame_height(seen: Shown, chosen: ChosenRow | None, width: int) -> int:
    """About how high the embed page is at this width, from its text alone: within the two bounds, in tens.

    It is taken to hold the first changes: which ones tell most takes longer to find out than a page should wait for.
    """
    columns = 2 if width >= TWO_COLUMNS else 1
    signs_in_line = max(8.0, (width / columns - 36) / _SIGN)
    pairs = [(display_title(seen.left.content), display_title(seen.right.content))]
    rows = [chosen] if chosen else [as_chosen(row) for row in changed_rows(seen)[:MOST_ROWS]]
    pairs += [(row.left[:CELL_LENGTH], row.right[:CELL_LENGTH]) for row in rows]
    high = _FURNITURE + _ROW * len(rows)
    for pair in pairs:
        lines = [-(-_signs(text) // signs_in_line) for text in pair]
        high += int(_LINE * (max(lines) if columns == 2 else sum(lines)))
    return min(MOST_HEIGHT, max(LEAST_HEIGHT, -(-high // 10) * 10))


def frame_code(
    seen: Shown,
    address: str,
    chosen: ChosenRow | None = None,
    size: tuple[int, int] | None = None,
) -> str:
    """The frame as HTML: as wide as there is room and fit for `WIDTH`, or of this width and height.

    `address` is the embed page's, absolute. The page needs no script, no cookie and no right but to open its links.
    """
    width, height = size or (0, frame_height(seen, chosen, WIDTH))
    return (
        f'<iframe src="{escape(address)}" title="{escape(title_of(seen, chosen))}" '
        f'width="{width or "100%"}" height="{height}" loading="lazy" '
        'sandbox="allow-popups allow-popups-to-escape-sandbox" frameborder="0"></iframe>'
    )


def _signs(text: str) -> int:
    """How many signs wide a text is; those of East Asia are as wide as two."""
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in text)
