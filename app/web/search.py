"""Searching: the page."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, ClassVar
from urllib.parse import urlencode

from fastapi import Query, Request
from pydantic import BeforeValidator, Field
from starlette.responses import HTMLResponse

from app.errors import NotFoundError
from app.store.records import Outlet, Story
from app.store.search.records import Filters, SearchResult
from app.text.normalize import visible_form
from app.web.rendering import Page, render
from app.web.stories import LAST_PAGE, library_of

HITS = 20
"""Articles on a page."""
LONGEST = 2000
"""Characters of a query; a longer one is refused."""
OFFERED = 200
"""Outlets, and stories, that the form offers: the outlets with most articles, the newest stories."""


def _or_none(value: Any) -> Any:
    """A field that was left empty chooses nothing."""
    return value or None


_Word = Annotated[Annotated[str, Field(max_length=500)] | None, BeforeValidator(_or_none)]
_Language = Annotated[Annotated[str, Field(pattern=r"^[a-z]{2,8}\z")] | None, BeforeValidator(_or_none)]
_First = Annotated[date | None, BeforeValidator(_or_none), Query(alias="from")]
_Last = Annotated[date | None, BeforeValidator(_or_none), Query(alias="to")]


@dataclass(frozen=True, slots=True)
class SearchPage(Page):
    """What was looked for and found: `result` is page `page` of `pages`, None where nothing was asked.

    `outlets`, `stories` and `languages` are those offered to choose by; `previous` and `following` the addresses of the
    pages before and after; `unfiltered` that of the same search without filters, where there are any.
    """

    template: ClassVar[str] = "search.html"
    q: str
    filters: Filters
    result: SearchResult | None
    outlets: tuple[str, ...]
    stories: tuple[Story, ...]
    languages: tuple[str, ...]
    page: int
    pages: int
    previous: str | None
    following: str | None
    unfiltered: str | None


def search(
    request: Request,
    q: Annotated[str, Query(max_length=LONGEST)] = "",
    outlet: _Word = None,
    story: _Word = None,
    language: _Language = None,
    first: _First = None,
    last: _Last = None,
    page: Annotated[int, Query(ge=1, le=LAST_PAGE)] = 1,
) -> HTMLResponse:
    """Articles by what they say, or by an address."""
    store = library_of(request).store
    filters = Filters(_stored(outlet), _stored(story), language, first, last)
    result = store.search(q, filters, limit=HITS, offset=(page - 1) * HITS) if q.strip() else None
    pages = max(1, -(-(result.total if result else 0) // HITS))
    if page > pages:
        raise NotFoundError("Not that many articles were found")
    shown = SearchPage(
        q=visible_form(q),
        filters=filters,
        result=result,
        outlets=_offered(store.outlets(), filters.outlet),
        stories=tuple(summary.story for summary in store.stories(limit=OFFERED)),
        languages=store.languages(),
        page=page,
        pages=pages,
        previous=_address(q, filters, page - 1) if page > 1 else None,
        following=_address(q, filters, page + 1) if page < pages else None,
        unfiltered=_address(q, Filters(), 1) if filters != Filters() else None,
    )
    return HTMLResponse(render(shown))


def _stored(name: str | None) -> str | None:
    """A name as a database can look for it."""
    return name.replace("\0", "\ufffd") if name else None


def _offered(outlets: tuple[Outlet, ...], chosen: str | None) -> tuple[str, ...]:
    most = sorted(outlets, key=lambda outlet: (-outlet.article_count, outlet.name))[:OFFERED]
    return tuple(sorted({outlet.name for outlet in most} | ({chosen} if chosen else set())))


def _address(q: str, filters: Filters, page: int) -> str:
    """The search as an address, without what is not chosen."""
    chosen = {
        "q": q,
        "outlet": filters.outlet,
        "story": filters.story,
        "language": filters.language,
        "from": filters.first and filters.first.isoformat(),
        "to": filters.last and filters.last.isoformat(),
        "page": str(page) if page > 1 else None,
    }
    return "/search?" + urlencode({name: value for name, value in chosen.items() if value})
