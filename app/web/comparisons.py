"""The comparison of two versions: the page, the same as data, and the choice of another version."""

from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal
from urllib.parse import urlencode

from fastapi import Query, Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response

from app.store.records import VersionHead
from app.web.cards.card import words_for_card
from app.web.change_map import map_marks
from app.web.formats.comparison_csv import comparison_csv
from app.web.formats.comparison_html import comparison_html
from app.web.formats.comparison_json import compared_json
from app.web.formats.comparison_text import comparison_text
from app.web.library import StoredPair
from app.web.origin import absolute
from app.web.pages import ChoosePage, Mark, Newer, NewerPart, Shown
from app.web.permanent import permanent
from app.web.rendering import Page, render
from app.web.sharing.addresses import card_address, comparison_address
from app.web.sharing.chosen import ChosenRow, find_row
from app.web.sharing.naming import description_of, title_of
from app.web.sharing.panel import Share, share_of
from app.web.sharing.preview import Preview, comparison_preview
from app.web.shown import shown
from app.web.stories import library_of
from app.web.structured import Structured, comparison_page
from app.web.switches import Switches


@dataclass(frozen=True, slots=True)
class RowLinks:
    """How the rows of a page are addressed: by what stands before their ids. `panel` shares the row `chosen`, if one is."""

    before: str
    chosen: str
    panel: Share | None


@dataclass(frozen=True, slots=True)
class ComparePage(Page):
    """Two versions side by side. `marks` show on the map where they differ.

    `lost`: the address names a row that is not in this comparison. `oembed` is the absolute address that describes it
    for other sites, up to the format.
    """

    template: ClassVar[str] = "compare.html"
    story_slug: str
    story_title: str
    shown: Shown
    switches: Switches
    marks: tuple[Mark, ...]
    links: RowLinks
    lost: bool
    panel: Share
    preview: Preview
    oembed: str
    structured: Structured


def page(request: Request, a: str, b: str, switches: Annotated[Switches, Query()]) -> Response:
    """Two versions beside each other, or in one column."""
    return permanent(request, a, b, lambda pair: HTMLResponse(render(_compare_page(pair, switches))))


def as_json(request: Request, a: str, b: str) -> Response:
    """The comparison of two stored versions, in the contract's JSON."""

    def data(pair: StoredPair) -> Response:
        headers = {"Content-Disposition": f'inline; filename="{_file(pair)}.json"'}
        return JSONResponse(compared_json(pair.compared()), headers=headers)

    return permanent(request, a, b, data)


def as_text(request: Request, a: str, b: str) -> Response:
    """The comparison as text, marks in signs."""
    return permanent(request, a, b, _text_of)


def _text_of(pair: StoredPair) -> Response:
    text = comparison_text(pair.compared(), absolute(comparison_address(pair.a.id, pair.b.id)))
    return PlainTextResponse(text, headers={"Content-Disposition": f'inline; filename="{_file(pair)}.txt"'})


def _file(pair: StoredPair) -> str:
    """What a comparison is called as a file."""
    return f"variorum-{pair.a.id}-{pair.b.id}"


def as_csv(request: Request, a: str, b: str) -> Response:
    """The comparison as a table."""

    def attachment(pair: StoredPair) -> Response:
        headers = {"Content-Disposition": f'attachment; filename="{_file(pair)}.csv"'}
        return Response(comparison_csv(pair.compared()), media_type="text/csv", headers=headers)

    return permanent(request, a, b, attachment)


def as_file(request: Request, a: str, b: str) -> Response:
    """The comparison as one page that needs nothing else, to keep."""

    def attachment(pair: StoredPair) -> Response:
        headers = {"Content-Disposition": f'attachment; filename="{_file(pair)}.html"'}
        address = absolute(comparison_address(pair.a.id, pair.b.id))
        return HTMLResponse(comparison_html(pair.compared(), address), headers=headers)

    return permanent(request, a, b, attachment)


class Choosing(Switches):
    """The switches of the comparison, which stay, and the side that another version is chosen for."""

    side: Literal["left", "right"] = "left"


def choose(request: Request, a: str, b: str, switches: Annotated[Choosing, Query()]) -> HTMLResponse:
    """The versions that may stand on one side of a comparison: those of the story of the one that stands there."""
    store = library_of(request).store
    left, right = store.versions([a, b])
    chosen = left if switches.side == "left" else right
    found = store.story(chosen.article.story_slug)
    return HTMLResponse(
        render(
            ChoosePage(
                story_slug=found.story.slug,
                story_title=found.story.title,
                a=a,
                b=b,
                side=switches.side,
                query=switches.query(side="left", row=""),
                chosen=chosen.id,
                articles=found.articles,
            )
        )
    )


def newer(request: Request, a: str, b: str, switches: Annotated[Switches, Query()]) -> HTMLResponse:
    """Which sides of a comparison have a newer version of their article: a part of a page, true only for now."""
    store = library_of(request).store
    left, right = store.versions([a, b])
    query = switches.query(row="")
    newest = [store.article(version.article.id).versions[-1] for version in (left, right)]
    if left.article.id == right.article.id:
        found = [_newer_of_both(a, b, newest[0], query)]
    else:
        found = [_newer("left", a, b, newest[0], query), _newer("right", a, b, newest[1], query)]
    told = tuple([one for one in found if one.head.id not in (a, b)])
    return HTMLResponse(render(NewerPart(told)), headers={"Cache-Control": "no-store"})


def _newer_of_both(a: str, b: str, newest: VersionHead, query: str) -> Newer:
    if a == b:
        return Newer("", newest, (("compare this one with it", f"/compare/{a}/{newest.id}{query}"),))
    ways = (
        ("compare the left with it", f"/compare/{a}/{newest.id}{query}"),
        ("the right", f"/compare/{b}/{newest.id}{query}"),
    )
    return Newer("", newest, ways)


def _newer(side: str, a: str, b: str, newest: VersionHead, query: str) -> Newer:
    beside = (newest.id, b) if side == "left" else (a, newest.id)
    shown_now = a if side == "left" else b
    ways = (
        ("compare that one", "/compare/{}/{}{}".format(*beside, query)),
        ("see what changed in it", f"/compare/{shown_now}/{newest.id}{query}"),
    )
    return Newer(side, newest, ways)


def _compare_page(pair: StoredPair, switches: Switches) -> ComparePage:
    compared = pair.compared()
    page = shown(compared, (pair.a.article.id, pair.b.article.id), switches)
    chosen = find_row(page, switches.row)
    card_says = words_for_card(compared)
    row_says = words_for_card(compared, chosen.id) if chosen else card_says
    preview = comparison_preview(page, chosen, card_says=row_says)
    return ComparePage(
        story_slug=pair.a.article.story_slug,
        story_title=pair.a.article.story_title,
        shown=page,
        switches=switches,
        marks=map_marks(page.items),
        links=_row_links(page, chosen, switches, row_says),
        lost=bool(switches.row) and chosen is None,
        panel=share_of(page, switches=switches, card_says=card_says),
        preview=preview,
        structured=_structured(pair, page),
        oembed=f"{absolute('/oembed')}?{urlencode({'url': absolute(preview.path)})}&format=",
    )


def _row_links(page: Shown, chosen: ChosenRow | None, switches: Switches, card_says: str) -> RowLinks:
    if chosen is None:
        return RowLinks(switches.rows(), "", None)
    return RowLinks(switches.rows(), chosen.id, share_of(page, chosen, switches, card_says=card_says))


def _structured(pair: StoredPair, page: Shown) -> Structured:
    """The whole comparison, whichever row is chosen."""
    card = card_address(pair.a.id, pair.b.id)
    sides = [(version.id, version.content) for version in (pair.a, pair.b)]
    return comparison_page(pair.a.article, title_of(page), description_of(page), card, sides)
