"""The site's own absolute address: the one that an operator set, else that of the request, if it is a plain one.

Absolute addresses stand in feeds, in the site map, in canonical links, in what is shared or kept as a file, and on paper:
links between pages have no host, and nothing is ever redirected to one.
"""

import re
from contextvars import ContextVar

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

_HOST = re.compile(
    r"(?:[a-z0-9_](?:[a-z0-9._-]{0,251}[a-z0-9_])?|\[[0-9a-f:.]{2,45}\])(?::[0-9]{1,5})?",
    re.ASCII | re.IGNORECASE,
)
_SCHEMES = ("http", "https")
_origin: ContextVar[str] = ContextVar("origin", default="")
_asked: ContextVar[str] = ContextVar("asked", default="")


class Origin:
    """Middleware that knows the site's own address while a request is answered."""

    def __init__(self, app: ASGIApp, base_url: str | None = None) -> None:
        self.app = app
        self._base_url = base_url

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on."""
        if scope["type"] == "http":
            _origin.set(self._base_url or request_origin(scope))
            _asked.set(_request_path(scope))
        await self.app(scope, receive, send)


def absolute(path: str) -> str:
    """A path of this site, from its first slash on, as an absolute address; outside a request, the path as it is."""
    return _origin.get() + path


def asked_path() -> str:
    """The path that was asked for, with its parameters, as it was sent."""
    return _asked.get()


def own_address() -> str:
    """The absolute address that was asked for, with its parameters: what a printed page says of itself."""
    return absolute(asked_path())


def _request_path(scope: Scope) -> str:
    path: bytes = scope.get("raw_path") or scope["path"].encode()
    query: bytes = scope.get("query_string", b"")
    return (path + (b"?" + query if query else b"")).decode("ascii", "replace")


def request_origin(scope: Scope) -> str:
    """Scheme, host and port that a request was sent to.

    A Host header that is more or less than a host and a port is not believed: then it is the socket's own address.
    """
    scheme = scope.get("scheme", "http")
    host = Headers(scope=scope).get("host", "")
    if not _HOST.fullmatch(host):
        name, port = scope.get("server") or ("localhost", None)
        name = f"[{name}]" if ":" in name else name
        host = f"{name}:{port}" if port else "localhost"
    return f"{scheme if scheme in _SCHEMES else 'http'}://{host.lower()}"
