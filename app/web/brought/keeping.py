"""Keeping two brought texts: only when asked to, and only for the person who sits at the machine."""

from ipaddress import ip_address

from fastapi import Request

from app.errors import InputError
from app.store.records import AddResult
from app.store.store import Store
from app.text.content import Content, display_title
from app.web.brought.admission import client_of, require_own_page
from app.web.brought.refusal import Refused
from app.web.brought.texts import Given

_FORWARDED = ("forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip")
"""What proxies add: behind one, a connection from this machine may be anybody's."""
STORY_LIMIT = 500
"""Code points of a story's title, as in the store."""


def is_loopback(host: str) -> bool:
    """Whether a host, as a server is told to listen on it or a browser asks for it, is this machine alone."""
    if host.lower() == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def at_the_machine(request: Request) -> bool:
    """Whether a request is from this machine, to a name that no other site can have, and through no proxy."""
    server = request.scope.get("server") or ("", None)
    return (
        request.client is not None
        and client_of(request) is None
        and is_loopback(server[0])
        and is_loopback(request.url.hostname or "")
        and not any(name in request.headers for name in _FORWARDED)
    )


def require_person_here(request: Request) -> None:
    """Raises Refused (403) for all but a form of this site's own page, sent on this machine."""
    require_own_page(request)
    if not at_the_machine(request) or "origin" not in request.headers:
        raise Refused(403, "Texts are kept only for the person at the machine that Variorum runs on.")


def keep(store: Store, sides: tuple[tuple[Given, Content], ...], story: str) -> list[AddResult]:
    """Put texts into the store, in the story of that title (without one: the first text's headline); where each is now.

    Raises Refused (422) for what cannot be stored, StoreError.
    """
    title = " ".join(story.split()) or display_title(sides[0][1])
    if len(title) > STORY_LIMIT:
        raise Refused(422, f"The story's title is longer than {STORY_LIMIT} characters. Shorten it.")
    try:
        return [
            store.add_version(content, raw=given.text.encode(), media_type="text/plain", story_title=title)
            for given, content in sides
        ]
    except InputError as error:
        raise Refused(422, str(error)) from None
