"""The comparison of two versions: the page, the same as data, and the choice of another version."""

from typing import Annotated, Literal

from fastapi import Query, Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response

from app.web.change_map import map_marks
from app.web.formats.comparison_csv import comparison_csv
from app.web.formats.comparison_html import comparison_html
from app.web.formats.comparison_json import compared_json
from app.web.formats.comparison_text import comparison_text
from app.web.library import StoredPair
from app.web.pages import ChoosePage, ComparePage, Newer, NewerPart
from app.web.permanent import permanent
from app.web.rendering import render
from app.web.shown import shown
from app.web.stories import library_of
from app.web.switches import Switches


def page(request: Request, a: str, b: str, switches: Annotated[Switches, Query()]) -> Response:
    """Two versions beside each other, or in one column."""
    return permanent(request, a, b, lambda pair: HTMLResponse(render(_compare_page(pair, switches))))


def as_json(request: Request, a: str, b: str) -> Response:
    """The comparison of two stored versions, in the contract's JSON."""
    return permanent(request, a, b, lambda pair: JSONResponse(compared_json(pair.compared())))


def as_text(request: Request, a: str, b: str) -> Response:
    """The comparison as text, marks in signs."""
    return permanent(request, a, b, lambda pair: PlainTextResponse(comparison_text(pair.compared())))


def as_csv(request: Request, a: str, b: str) -> Response:
    """The comparison as a table."""

    def attachment(pair: StoredPair) -> Response:
        headers = {"Content-Disposition": f'attachment; filename="{pair.a.id}-{pair.b.id}.csv"'}
        return Response(comparison_csv(pair.compared()), media_type="text/csv", headers=headers)

    return permanent(request, a, b, attachment)


def as_file(request: Request, a: str, b: str) -> Response:
    """The comparison as one page that needs nothing else, to keep."""

    def attachment(pair: StoredPair) -> Response:
        name = f"variorum-{pair.a.id}-{pair.b.id}.html"
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        return HTMLResponse(comparison_html(pair.compared()), headers=headers)

    return permanent(request, a, b, attachment)


def choose(request: Request, a: str, b: str, side: Literal["left", "right"] = "left") -> HTMLResponse:
    """The versions that may stand on one side of a comparison: those of the story of the one that stands there."""
    store = library_of(request).store
    left, right = store.versions([a, b])
    chosen = left if side == "left" else right
    found = store.story(chosen.article.story_slug)
    return HTMLResponse(
        render(
            ChoosePage(
                story_slug=found.story.slug,
                story_title=found.story.title,
                a=a,
                b=b,
                side=side,
                chosen=chosen.id,
                articles=found.articles,
            )
        )
    )


def newer(request: Request, a: str, b: str) -> HTMLResponse:
    """Which sides of a comparison have a newer version of their article: a part of a page, true only for now."""
    store = library_of(request).store
    found = []
    for side, version in zip(("left", "right"), store.versions([a, b]), strict=True):
        newest = store.article(version.article.id).versions[-1]
        if newest.id not in (a, b):
            address = f"/compare/{newest.id}/{b}" if side == "left" else f"/compare/{a}/{newest.id}"
            found.append(Newer(side, newest, version.id, address))
    return HTMLResponse(render(NewerPart(tuple(found))), headers={"Cache-Control": "no-store"})


def _compare_page(pair: StoredPair, switches: Switches) -> ComparePage:
    page = shown(pair.compared(), (pair.a.article.id, pair.b.article.id), switches)
    return ComparePage(
        story_slug=pair.a.article.story_slug,
        story_title=pair.a.article.story_title,
        shown=page,
        changes=tuple(row.id for item in page.items for row in item.rows if row.is_change),
        folds=sum(item.folded for item in page.items),
        switches=switches,
        marks=map_marks(page.items),
    )
