"""The page that other sites may frame: what two versions share, and the first changes, or one row."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

from fastapi import Query, Request
from starlette.responses import HTMLResponse, Response

from app.web.library import StoredPair
from app.web.pages import Shown
from app.web.permanent import permanent
from app.web.rendering import Page, render
from app.web.runs import Run
from app.web.security import FRAMED
from app.web.sharing.addresses import comparison_address
from app.web.sharing.chosen import find_row
from app.web.sharing.embedded import HEADLINE_LENGTH, EmbeddedRow, cut_runs, embedded_rows
from app.web.sharing.naming import places, title_of
from app.web.shown import shown
from app.web.switches import Switches

_HEADERS = {**FRAMED, "X-Robots-Tag": "noindex"}


@dataclass(frozen=True, slots=True)
class EmbedPage(Page):
    """`rows` of a comparison, which has `more` changes; `headlines` of both, left first. `of_row`: one row was asked for.

    `places` are what either side goes by after “only in”: on a phone there is no left and no right. `address` is the
    whole comparison's, as it is switched. `lost`: the address names a row that is not in this comparison. `originals` are
    the addresses at which the outlets published either side; None where none is known.
    """

    template: ClassVar[str] = "embed.html"
    title: str
    shown: Shown
    headlines: tuple[tuple[Run, ...], tuple[Run, ...]]
    rows: tuple[EmbeddedRow, ...]
    more: int
    places: tuple[str, str]
    address: str
    lost: bool
    of_row: bool
    originals: tuple[str | None, str | None]


def embed(request: Request, a: str, b: str, switches: Annotated[Switches, Query()]) -> Response:
    """Two versions in little, to stand in a page of another site."""
    return permanent(
        request, a, b, lambda pair: HTMLResponse(render(_embed_page(pair, switches))), headers=_HEADERS
    )


def _embed_page(pair: StoredPair, switches: Switches) -> EmbedPage:
    compared = pair.compared()
    seen = shown(compared, switches=switches)
    chosen = find_row(seen, switches.row)
    rows, more = embedded_rows(seen, compared, chosen, switches)
    return EmbedPage(
        title=title_of(seen, chosen),
        shown=seen,
        headlines=(
            cut_runs(seen.left.headline, HEADLINE_LENGTH),
            cut_runs(seen.right.headline, HEADLINE_LENGTH),
        ),
        rows=rows,
        more=more,
        places=places(seen),
        address=comparison_address(pair.a.id, pair.b.id, chosen.id if chosen else "", switches),
        lost=bool(switches.row) and chosen is None,
        of_row=chosen is not None,
        originals=(pair.a.article.url, pair.b.article.url),
    )
