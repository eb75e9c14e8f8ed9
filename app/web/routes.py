"""Every address of the site, in one list."""

from collections.abc import Awaitable, Callable

from fastapi import APIRouter
from starlette.responses import HTMLResponse, PlainTextResponse, Response

from app.web import about, comparisons, discovery, search, stories, style
from app.web.api import guide
from app.web.api import stories as api
from app.web.brought import pages as brought
from app.web.cards import answers as cards
from app.web.feeds import feeds
from app.web.sharing import embed, oembed, panel
from app.web.story import coverage, figures, matrix, overview, own, prominence, quotes, readings, timeline

router = APIRouter()
router.include_router(api.router)


async def _healthy() -> PlainTextResponse:
    """Says that the process is up, in the loop itself: all threads may be at work on pages."""
    return PlainTextResponse("ok\n")


_PAGES: dict[str, Callable[..., Response | Awaitable[Response]]] = {
    "/": stories.home,
    "/stories/{slug}": overview.overview,
    "/stories/{slug}/atom.xml": feeds.story,
    "/stories/{slug}/matrix": matrix.matrix,
    "/stories/{slug}/quotes": quotes.quotes,
    "/stories/{slug}/figures": figures.figures,
    "/stories/{slug}/own": own.own,
    "/stories/{slug}/timeline": timeline.timeline,
    "/stories/{slug}/readings": readings.readings,
    "/stories/{slug}/prominence": prominence.prominence,
    "/articles/{article_id}/atom.xml": feeds.article,
    "/articles/{article_id}": stories.article,
    "/versions/{version_id}": coverage.version,
    "/compare/{a}/{b}.json": comparisons.as_json,
    "/compare/{a}/{b}.txt": comparisons.as_text,
    "/compare/{a}/{b}.csv": comparisons.as_csv,
    "/compare/{a}/{b}.html": comparisons.as_file,
    "/compare/{a}/{b}.png": cards.as_card,
    "/compare/{a}/{b}/versions": comparisons.choose,
    "/compare/{a}/{b}/newer": comparisons.newer,
    "/compare/{a}/{b}/share": panel.row_panel,
    "/compare/{a}/{b}": comparisons.page,
    "/embed/compare/{a}/{b}": embed.embed,
    "/oembed": oembed.oembed,
    "/compare-texts": brought.form,
    "/about": about.about,
    "/about/style": style.style,
    "/about/style/states.css": style.states,
    "/search": search.search,
    "/atom.xml": feeds.everything,
    "/sitemap.xml": discovery.sitemap,
    "/sitemap-{number}.xml": discovery.sitemap_part,
    "/robots.txt": discovery.robots,
    "/api/docs": guide.guide,
    "/healthz": _healthy,
}

for _path, _handler in _PAGES.items():
    router.add_api_route(
        _path, _handler, methods=["GET", "HEAD"], response_class=HTMLResponse, include_in_schema=False
    )

_FORMS: dict[str, Callable[..., Awaitable[Response]]] = {
    "/compare-texts": brought.page,
    "/compare-texts/keep": brought.keep_both,
    "/compare-texts.json": brought.as_json,
    "/compare-texts.txt": brought.as_text,
    "/compare-texts.html": brought.as_file,
}

for _path, _taker in _FORMS.items():
    router.add_api_route(
        _path, _taker, methods=["POST"], response_class=HTMLResponse, include_in_schema=False
    )
