"""What search engines ask for: robots.txt (RFC 9309) and the site map (sitemaps.org)."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Annotated
from urllib.parse import quote
from xml.etree import ElementTree as ET

from fastapi import Path, Request
from starlette.responses import PlainTextResponse, Response

from app.errors import NotFoundError
from app.web.feeds.atom import xml_document
from app.web.origin import absolute
from app.web.stories import LAST_PAGE, library_of
from app.web.story.tabs import TABS

LISTED = 5_000
"""Stories, articles and versions in one file. A story has several pages; the protocol allows 50,000 addresses and 50 MB,
and those of so many stories of the longest names stay below both."""
FILES = 50_000
"""Files that an index may list."""
PAGES = ("/", "/about", "/compare-texts", "/api/docs")
"""What is always there, listed first."""
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
_ROBOTS = """\
User-agent: *
Disallow: /search
Disallow: /api/v1/
Disallow: /compare/*/versions
Disallow: /compare/*/share
Sitemap: {sitemap}
"""


def robots() -> PlainTextResponse:
    """What programs may read: everything but searches and choices, of which there is no end."""
    return PlainTextResponse(_ROBOTS.format(sitemap=absolute("/sitemap.xml")))


def sitemap(request: Request) -> Response:
    """Every address; where they are of more than `LISTED`, the files that hold them."""
    count = library_of(request).store.address_count() + len(PAGES)
    if count <= LISTED:
        return _xml("urlset", "url", _addresses(request, 1))
    files = min(FILES, -(-count // LISTED))
    return _xml(
        "sitemapindex", "sitemap", ((f"/sitemap-{number}.xml", None) for number in range(1, files + 1))
    )


def sitemap_part(request: Request, number: Annotated[int, Path(ge=1, le=LAST_PAGE)]) -> Response:
    """One of the files that `sitemap` lists."""
    found = list(_addresses(request, number))
    if not found:
        raise NotFoundError("The site map has no such part")
    return _xml("urlset", "url", iter(found))


def _addresses(request: Request, number: int) -> Iterator[tuple[str, datetime | None]]:
    """The paths of part `number`, from 1, each with when it last changed; `PAGES` are the first of all."""
    start = (number - 1) * LISTED
    always = PAGES[start : start + LISTED]
    for path in always:
        yield path, None
    store = library_of(request).store
    for one in store.addresses(LISTED - len(always), max(0, start - len(PAGES))):
        path = f"/{one.kind}/{quote(one.name)}"
        for address in [tab.of(path) for tab in TABS] if one.kind == "stories" else [path]:
            yield address, one.at


def _xml(root: str, each: str, paths: Iterator[tuple[str, datetime | None]]) -> Response:
    top = ET.Element(root, {"xmlns": _NAMESPACE})
    for path, at in paths:
        node = ET.SubElement(top, each)
        ET.SubElement(node, "loc").text = absolute(path)
        if at is not None:
            ET.SubElement(node, "lastmod").text = f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
    return Response(xml_document(top), media_type="application/xml")
