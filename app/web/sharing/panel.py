"""The share panel: of a comparison on its page, of a row below that row, and as a part of a page for scripts to fetch."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

from fastapi import Query, Request
from starlette.responses import HTMLResponse, Response

from app.errors import NotFoundError
from app.web.cards.card import words_for_card
from app.web.dates import display_date
from app.web.library import StoredPair
from app.web.origin import absolute
from app.web.pages import Shown
from app.web.permanent import permanent
from app.web.rendering import Page, render
from app.web.sharing.addresses import card_address, comparison_address, embed_address
from app.web.sharing.chosen import ChosenRow, find_row
from app.web.sharing.citation import citation
from app.web.sharing.frame import frame_code
from app.web.sharing.naming import kind_of
from app.web.shown import shown
from app.web.switches import BY_ITSELF, Switches


@dataclass(frozen=True, slots=True)
class Share:
    """What the panel offers of a comparison, or of one row. Addresses are paths, but in `citation` and `code`.

    `code` is the frame for other sites, as HTML source. `text` is the row as text, with its marks; a comparison's is
    fetched.
    """

    is_row: bool
    here: str
    link: str
    citation: str
    embed: str
    code: str
    card: str
    card_says: str
    text: str


@dataclass(frozen=True, slots=True)
class SharePart(Page):
    """The panel of one row."""

    template: ClassVar[str] = "share.html"
    panel: Share


def share_of(
    seen: Shown, chosen: ChosenRow | None = None, switches: Switches = BY_ITSELF, *, card_says: str
) -> Share:
    """What there is to share of a comparison, or of a row of it, switched as it is: the address is the view."""
    sides = seen.left.id, seen.right.id
    row = chosen.id if chosen else ""
    link, embed = comparison_address(*sides, row, switches), embed_address(*sides, row, switches)
    return Share(
        is_row=bool(chosen),
        here=comparison_address(*sides),
        link=link,
        citation=citation(seen, absolute(link), chosen),
        embed=embed,
        code=frame_code(seen, absolute(embed), chosen),
        card=card_address(*sides, row),
        card_says=card_says,
        text=_as_text(seen, chosen, absolute(link)) if chosen else "",
    )


def row_panel(request: Request, a: str, b: str, switches: Annotated[Switches, Query()]) -> Response:
    """The panel of the row that the address names, as a part of a page."""

    def part(pair: StoredPair) -> Response:
        compared = pair.compared()
        seen = shown(compared, switches=switches)
        chosen = find_row(seen, switches.row)
        if chosen is None:
            raise NotFoundError("The comparison has no such row")
        panel = share_of(seen, chosen, switches, card_says=words_for_card(compared, chosen.id))
        return HTMLResponse(render(SharePart(panel)), headers={"X-Robots-Tag": "noindex"})

    return permanent(request, a, b, part)


def _as_text(seen: Shown, chosen: ChosenRow, address: str) -> str:
    """Both sides of a row with their marks, what the row is, and its address: four lines."""
    lines = [
        f"{side.name} ({display_date(side.content.published)}): {text or '—'}"
        for side, text in zip((seen.left, seen.right), chosen.marked, strict=True)
    ]
    return "\n".join([*lines, f"{kind_of(seen, chosen)}: [-cut-] {{+added+}}", address])
