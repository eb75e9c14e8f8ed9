"""Pages of what is stored: home, a story, an article, a version."""

from typing import Annotated, Literal

from fastapi import Query, Request
from starlette.responses import HTMLResponse

from app.errors import NotFoundError
from app.web.grid import similarity_grid
from app.web.library import Library
from app.web.pages import ArticlePage, HomePage, StoryPage
from app.web.rendering import render

PAGE = 50
"""Stories on a page of home."""
LAST_PAGE = 100_000


def library_of(request: Request) -> Library:
    """The library that the application was started with."""
    library: Library = request.app.state.library
    return library


def home(request: Request, page: Annotated[int, Query(ge=1, le=LAST_PAGE)] = 1) -> HTMLResponse:
    """The stories, newest first, `PAGE` of them at a time."""
    store = library_of(request).store
    pages = max(1, -(-store.story_count() // PAGE))
    if page > pages:
        raise NotFoundError("There are not that many stories")
    stories = store.stories(limit=PAGE, offset=(page - 1) * PAGE)
    return HTMLResponse(render(HomePage(stories, page, pages)))


def story(request: Request, slug: str, versions: Literal["latest", "all"] = "latest") -> HTMLResponse:
    """A story; the grid holds the `latest` version of each article, or `all`."""
    library = library_of(request)
    found = library.store.story(slug)
    every = tuple(version for article in found.articles for version in article.versions)
    latest = tuple(article.versions[-1] for article in found.articles)
    page = StoryPage(
        story=found.story,
        articles=found.articles,
        article_count=len(found.articles),
        version_count=len(every),
        grid=similarity_grid(library, every if versions == "all" or len(latest) == 1 else latest),
        every_version=versions == "all",
    )
    return HTMLResponse(render(page))


def article(request: Request, article_id: str) -> HTMLResponse:
    """One article: its versions over time."""
    found = library_of(request).store.article(article_id)
    return HTMLResponse(render(ArticlePage(found.article, found.versions)))
