"""Addresses, as people paste them: which ones lead to the same article."""

import hashlib
import re
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

LONGEST = 4096
"""Characters beyond which nothing is looked for as an address."""
_AT_HOME = re.compile(
    r"/(?:(versions|articles)/([a-z2-7]{16})|compare/([a-z2-7]{16})/([a-z2-7]{16})(?:\.[a-z]+|/versions)?)/?\Z"
)
_STORY = re.compile(r"(?:^|/)stories/([^/\s]+)(?:/[a-z]+)?/?\Z")
_AROUND = re.compile(r"<(.*)>|\((.*)\)|\[(.*)\]|([\"'“”„«»‘’‚])(.*)[\"'“”„«»‘’‚]", re.DOTALL)
_FOLLOWING = re.compile(r"utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|smid|cmp|ito|ref|ref_src")
_HOST = re.compile(r"^(?:www|m|mobile|amp)\.(?=[^.]+\.)")
_BARE = re.compile(r"[^\s/@:.?#]+(?:\.[^\s/@:.?#]+)+(?::\d{1,5})?(?:[/?#]\S*)?")
_PORTS = {"http": 80, "https": 443}


def address_digest(text: str) -> str | None:
    """SHA-256, in hexadecimal, of what is the same in all ways to write an address; None for what is no web address.

    Neither the scheme, nor `www.`, the port a scheme has by itself, a slash at the end, the fragment, the order of the
    parameters, nor those that tell who followed a link make another address.
    """
    if len(text) > LONGEST:
        return None
    try:
        parts = urlsplit(text.strip())
        host, port = parts.hostname, parts.port
    except ValueError:
        return None
    if parts.scheme not in _PORTS or not host:
        return None
    where = _HOST.sub("", host) + ("" if port in {None, _PORTS[parts.scheme]} else f":{port}")
    asked = sorted(
        (name, value)
        for name, value in parse_qsl(parts.query, keep_blank_values=True, max_num_fields=None)
        if not _FOLLOWING.fullmatch(name)
    )
    # A lone surrogate is no character of an address, but may have been written into one.
    whole = "\n".join((where, parts.path.rstrip("/"), urlencode(asked, errors="surrogatepass")))
    return hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()


def looks_like_address(text: str) -> bool:
    """Whether a text could be a web address without its scheme: `coast.example/gate`."""
    return len(text) <= LONGEST and _BARE.fullmatch(text) is not None


def own_ids(text: str) -> tuple[tuple[str, str], ...]:
    """What an address of a page of Variorum, whole or without its host, names: `versions` or `articles`, and an id.

    >>> own_ids("http://127.0.0.1:8000/versions/aaaaaaaaaaaaaaaa?x=1")
    (('versions', 'aaaaaaaaaaaaaaaa'),)
    """
    if len(text) > LONGEST:
        return ()
    try:
        path = urlsplit(text.strip()).path
    except ValueError:
        return ()
    found = _AT_HOME.search(path)
    if found is None:
        return ()
    kind, one, a, b = found.groups()
    return ((kind, one),) if kind else (("versions", a), ("versions", b))


def own_slug(text: str) -> str | None:
    """The story that the address of one of its pages names, whole or without its host.

    >>> own_slug("https://news.example/stories/flood/matrix?versions=all")
    'flood'
    """
    if len(text) > LONGEST:
        return None
    try:
        found = _STORY.search(urlsplit(text.strip()).path)
    except ValueError:
        return None
    return unquote(found[1]) if found else None


def unwrapped(text: str) -> str:
    """An address without the brackets or quotation marks around it; any other text as it is.

    >>> unwrapped("<https://coast.example/gate>"), unwrapped('"the gate"')
    ('https://coast.example/gate', '"the gate"')
    """
    inner = text.strip()
    while len(inner) <= LONGEST and (found := _AROUND.fullmatch(inner)):
        inner = next(part for part in (*found.groups()[:3], found[5]) if part is not None).strip()
    return inner if inner != text and _names_something(inner) else text


def _names_something(text: str) -> bool:
    known = address_digest(text) or own_ids(text) or own_slug(text)
    return bool(known) or looks_like_address(text)
