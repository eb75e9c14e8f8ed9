"""Searching: the page."""

from dataclasses import dataclass
from typing import Annotated, ClassVar

from fastapi import Depends, Query, Request
from starlette.responses import HTMLResponse

from app.errors import NotFoundError
from app.store.records import Outlet, Story
from app.store.search.records import Filters, SearchResult
from app.text.language_names import english_name
from app.text.normalize import visible_form
from app.web.rendering import Page, render
from app.web.search_form import SearchForm, read_form
from app.web.stories import LAST_PAGE, library_of

HITS = 20
"""Articles on a page."""
OFFERED = 200
"""Outlets, and stories, that the form offers: the outlets with most articles, the newest stories."""


@dataclass(frozen=True, slots=True)
class SearchPage(Page):
    """What was looked for and found: `result` is page `page` of `pages`, None where nothing is asked, or cannot be.

    `outlets`, `stories` and `languages` (codes and names) are those offered to choose by; `previous` and `following` the
    addresses of the pages before and after; `unfiltered` that of the same search without filters, where there are any.
    """

    template: ClassVar[str] = "search.html"
    q: str
    form: SearchForm
    filters: Filters
    result: SearchResult | None
    outlets: tuple[str, ...]
    stories: tuple[Story, ...]
    languages: tuple[tuple[str, str], ...]
    page: int
    pages: int
    previous: str | None
    following: str | None
    unfiltered: str | None


def search(
    request: Request,
    form: Annotated[SearchForm, Depends(read_form)],
    page: Annotated[int, Query(ge=1, le=LAST_PAGE)] = 1,
) -> HTMLResponse:
    """Articles by what they say, by filters alone, or by an address."""
    store = library_of(request).store
    filters = form.filters
    asked = not form.problems and (form.q.strip() or filters != Filters())
    result = store.search(form.q, filters, limit=HITS, offset=(page - 1) * HITS) if asked else None
    pages = max(1, -(-(result.total if result else 0) // HITS))
    if page > pages:
        raise NotFoundError("Not that many articles were found")
    shown = SearchPage(
        q=visible_form(form.q),
        form=form,
        filters=filters,
        result=result,
        outlets=_offered(store.outlets(), filters.outlet),
        stories=tuple(summary.story for summary in store.stories(limit=OFFERED)),
        languages=_named({*store.languages(), *([filters.language] if filters.language else [])}),
        page=page,
        pages=pages,
        previous=form.address(page - 1) if page > 1 else None,
        following=form.address(page + 1) if page < pages else None,
        unfiltered=form.everywhere() if filters != Filters() else None,
    )
    return HTMLResponse(render(shown), 422 if form.problems else 200)


def _offered(outlets: tuple[Outlet, ...], chosen: str | None) -> tuple[str, ...]:
    most = sorted(outlets, key=lambda outlet: (-outlet.article_count, outlet.name))[:OFFERED]
    return tuple(sorted({outlet.name for outlet in most} | ({chosen} if chosen else set())))


def _named(codes: set[str]) -> tuple[tuple[str, str], ...]:
    """Languages by their names, in the order of these."""
    return tuple(sorted([(code, english_name(code)) for code in codes], key=lambda one: one[1]))
