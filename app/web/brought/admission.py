"""Who may have two texts compared, and how often: requests of this site's own pages, at a rate."""

import math
import time
from collections.abc import Callable
from ipaddress import IPv6Address, ip_address
from threading import Lock
from urllib.parse import urlsplit

from cachetools import LRUCache
from fastapi import Request

from app.web.brought.refusal import Refused
from app.web.origin import absolute, request_origin

BURST = 30
"""Comparisons that a client may ask for at once."""
SECONDS_EACH = 2.0
"""Seconds after which it may ask for one more."""
CLIENTS = 10_000
"""Clients that are remembered: those that asked last."""


class Rate:
    """A bucket of `BURST` tokens for every client, of which one comes back every `SECONDS_EACH`."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._known: LRUCache[str, tuple[float, float]] = LRUCache(CLIENTS)
        self._lock = Lock()

    def take(self, client: str) -> float:
        """Take a token; the seconds until there is one, 0 where there was."""
        with self._lock:
            now = self._clock()
            tokens, at = self._known.get(client, (float(BURST), now))
            tokens = min(float(BURST), tokens + (now - at) / SECONDS_EACH)
            taken = tokens >= 1
            self._known[client] = (tokens - 1 if taken else tokens), now
            return 0.0 if taken else (1 - tokens) * SECONDS_EACH


def require_own_page(request: Request) -> None:
    """Raises Refused (403) for a form that another site sent, or that hides where it is from.

    Programs say nothing about where they are, and are let through: there is nothing here that belongs to a person.
    """
    origin = request.headers.get("origin")
    own = {urlsplit(address).netloc for address in (request_origin(request.scope), absolute(""))}
    here = origin is None or urlsplit(origin.lower()).netloc in own - {""}
    if not here or request.headers.get("sec-fetch-site", "none") not in {"none", "same-origin"}:
        raise Refused(403, "This came from a page of another site. Paste the two texts here instead.")


def require_patience(request: Request, rate: Rate) -> None:
    """Raises Refused (429) for a client that asks too often; one on this machine may."""
    client = client_of(request)
    if client is None:
        return
    wait = rate.take(client)
    if wait:
        seconds = math.ceil(wait)
        raise Refused(
            429,
            f"That was more than {BURST} comparisons in a short time. Try again in {seconds} "
            f"second{'' if seconds == 1 else 's'}.",
            {"Retry-After": str(seconds)},
        )


def client_of(request: Request) -> str | None:
    """What tells clients apart: the address that the connection is from, of IPv6 its network; None for this machine.

    No header is believed.
    """
    if request.client is None:  # a socket in the file system
        return None
    try:
        address = ip_address(request.client.host.partition("%")[0])
    except ValueError:
        return request.client.host
    if isinstance(address, IPv6Address):
        address = address.ipv4_mapped or address
    if address.is_loopback:
        return None
    return address.exploded[:19] if isinstance(address, IPv6Address) else str(address)
