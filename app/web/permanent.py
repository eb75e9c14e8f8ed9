"""What never changes: answers about two versions, the same bytes within one release, which caches keep and revalidate."""

from collections.abc import Callable, Mapping

from fastapi import Request
from starlette.responses import Response

from app import __version__
from app.web.library import StoredPair
from app.web.origin import absolute
from app.web.rendering import assets
from app.web.revalidation import revalidated
from app.web.stories import library_of


def permanent(
    request: Request,
    a: str,
    b: str,
    make: Callable[[StoredPair], Response],
    headers: Mapping[str, str] | None = None,
) -> Response:
    """The answer that `make` gives of two stored versions, with these headers, tagged; 304 where the client has that one.

    The tag is made of both ids, the engine and its model, the release with its static files, and the whole address.
    Raises NotFoundError for what is not stored, whatever tag is shown.
    """
    library = library_of(request)
    library.store.versions([a, b])
    address = absolute(request.url.path), request.url.query
    parts = library.engine, __version__, assets().fingerprint, a, b, *address
    return revalidated(request, parts, lambda: make(library.pair(a, b)), headers)
