"""The feeds: of everything, of a story, of an article."""

from datetime import UTC, datetime
from urllib.parse import quote

from fastapi import Request
from starlette.responses import Response

from app import __version__
from app.store.records import Arrival
from app.text.content import Content, first_words
from app.text.published import moment
from app.web.feeds.atom import MEDIA_TYPE, Entry, Feed, atom
from app.web.feeds.revision import revision
from app.web.library import Library
from app.web.origin import absolute
from app.web.revalidation import revalidated
from app.web.stories import library_of

ENTRIES = 50
"""Versions that a feed holds: those that came in last."""
SUMMARY_WORDS = 60
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)


def everything(request: Request) -> Response:
    """Every version that came in."""
    library = library_of(request)
    # Which site this is: the first story that it had, and when that came.
    first = library.store.first_story()
    name = f"everything/{first.slug}/{first.created.isoformat()}" if first else "everything"
    return _feed(request, name, "Variorum: what is new", "/", library.store.arrivals(ENTRIES))


def story(request: Request, slug: str) -> Response:
    """The versions of a story."""
    library = library_of(request)
    found = library.store.story(slug).story
    name = f"story/{found.slug}/{found.created.isoformat()}"
    arrivals = library.store.arrivals(ENTRIES, story_id=found.id)
    return _feed(request, name, found.title, f"/stories/{quote(found.slug)}", arrivals)


def article(request: Request, article_id: str) -> Response:
    """The versions of an article."""
    library = library_of(request)
    found = library.store.article(article_id)
    title = f"{found.article.outlet or 'Outlet not given'}: {found.versions[-1].display_title}"
    arrivals = library.store.arrivals(ENTRIES, article_id=article_id)
    return _feed(request, f"article/{article_id}", title, f"/articles/{article_id}", arrivals)


def _feed(request: Request, name: str, title: str, page: str, arrivals: tuple[Arrival, ...]) -> Response:
    library = library_of(request)
    path = "/atom.xml" if page == "/" else f"{page}/atom.xml"
    told = [one for new in arrivals for one in (new.version.id, new.before.id if new.before else "")]
    moments = [new.version.captured for new in arrivals]

    def make() -> Response:
        feed = Feed(
            name=name,
            title=title,
            address=absolute(path),
            page=absolute(page),
            updated=max(moments, default=_NEVER),
            entries=tuple([_entry(library, new) for new in arrivals]),
        )
        return Response(atom(feed), media_type=MEDIA_TYPE)

    return revalidated(request, (__version__, library.engine, absolute(path), name, title, *told), make)


def _entry(library: Library, new: Arrival) -> Entry:
    version, before = new.version, new.before
    text_address = absolute(f"/versions/{version.id}")
    changed = revision(library.pair(before.id, version.id)) if before else None
    summary = changed.summary if changed else _beginning(library.store.version(version.id).content)
    return Entry(
        version_id=version.id,
        title=f"{version.outlet}: {version.display_title}" if version.outlet else version.display_title,
        address=absolute(f"/compare/{before.id}/{version.id}") if before else text_address,
        text_address=text_address,
        author=version.outlet or "Outlet not given",
        language=version.language,
        published=moment(version.published),
        updated=version.captured,
        summary=summary,
        revision=changed,
    )


def _beginning(content: Content) -> str:
    return first_words(" ".join(block.text for block in content.compared()), SUMMARY_WORDS)
