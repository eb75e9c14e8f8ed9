"""Pages of what is stored: home, an article."""

from typing import Annotated

from fastapi import Query, Request
from starlette.responses import HTMLResponse

from app.errors import NotFoundError, StoreError
from app.store.records import Story
from app.web.library import Library
from app.web.pages import ArticlePage, HomePage
from app.web.rendering import render
from app.web.structured import article_page, home_page

PAGE = 50
"""Stories on a page of home."""
LAST_PAGE = 100_000


def library_of(request: Request) -> Library:
    """The library that the application was started with."""
    library: Library = request.app.state.library
    return library


def newest_story(request: Request) -> Story | None:
    """The newest story, for pages that show one as an example; none where there is none, or it cannot be had."""
    try:
        newest = library_of(request).store.stories(limit=1)
    except StoreError:
        return None
    return newest[0].story if newest else None


def home(request: Request, page: Annotated[int, Query(ge=1, le=LAST_PAGE)] = 1) -> HTMLResponse:
    """The stories, newest first, `PAGE` of them at a time."""
    store = library_of(request).store
    pages = max(1, -(-store.story_count() // PAGE))
    if page > pages:
        raise NotFoundError("There are not that many stories")
    stories = store.stories(limit=PAGE, offset=(page - 1) * PAGE)
    return HTMLResponse(render(HomePage(stories, page, pages, home_page())))


def article(request: Request, article_id: str) -> HTMLResponse:
    """One article: its versions over time."""
    found = library_of(request).store.article(article_id)
    structured = article_page(found.article, found.versions[-1])
    return HTMLResponse(render(ArticlePage(found.article, found.versions, structured)))
