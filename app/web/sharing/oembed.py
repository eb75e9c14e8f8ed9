"""oEmbed 1.0 (oembed.com): whoever gives the address of a comparison gets the frame that shows it.

No author is named: the two texts have authors, their comparison has not.
"""

import re
from collections.abc import Mapping
from typing import Annotated
from urllib.parse import SplitResult, parse_qsl, urlsplit
from xml.etree import ElementTree as ET

from fastapi import Query, Request
from pydantic import ValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

from app.errors import NotFoundError
from app.web.feeds.atom import xml_document, xml_text
from app.web.library import StoredPair
from app.web.origin import absolute
from app.web.permanent import permanent
from app.web.sharing.addresses import card_address, embed_address
from app.web.sharing.chosen import find_row
from app.web.sharing.frame import WIDTH, frame_code, frame_height
from app.web.sharing.naming import title_of
from app.web.sharing.preview import CARD_HEIGHT, CARD_WIDTH
from app.web.shown import shown
from app.web.switches import Switches

LONGEST = 2000
"""Characters of an address that is asked about; a longer one is refused."""
FIELDS = 50
"""Parameters of that address; with more it is refused."""
KEPT = 86_400
"""Seconds that an answer may be kept without asking again; what it frames does not change."""
_PATH = re.compile(r"/compare/([a-z2-7]+)/([a-z2-7]+)")
_ROW = re.compile(r"[lr]-[a-z2-7-]+")
_HEADERS = {"Access-Control-Allow-Origin": "*", "X-Robots-Tag": "noindex"}
_PORTS = {"http": 80, "https": 443}

Answer = dict[str, str | int]


def oembed(
    request: Request,
    url: Annotated[str, Query(max_length=LONGEST)],
    form: Annotated[str, Query(alias="format")] = "json",
    maxwidth: Annotated[int | None, Query(ge=1)] = None,
    maxheight: Annotated[int | None, Query(ge=1)] = None,
) -> Response:
    """What to show for the address `url` of a comparison, no wider and no higher than wanted, as `json` or `xml`."""
    if form not in {"json", "xml"}:
        raise HTTPException(501)
    a, b, switches = _asked(url)

    def described(pair: StoredPair) -> Response:
        answer = _answer(pair, switches, maxwidth, maxheight)
        return _xml(answer) if form == "xml" else JSONResponse(answer)

    return permanent(request, a, b, described, _HEADERS)


def _asked(url: str) -> tuple[str, str, Switches]:
    """Both ids and the switches of the address of a comparison; its fragment stands for a row that it does not name.

    Raises HTTPException for what is no web address or names a user, NotFoundError for one that has no comparison here.
    """
    try:
        parts, own = urlsplit(url), urlsplit(absolute("/"))
        place = _place(parts)
        query = dict(parse_qsl(parts.query, max_num_fields=FIELDS))
    except ValueError:
        raise HTTPException(422) from None
    if parts.scheme not in _PORTS or not parts.hostname or "@" in parts.netloc:
        raise HTTPException(422)
    found = _PATH.fullmatch(parts.path.removeprefix(own.path.rstrip("/")))
    if place != _place(own) or not parts.path.startswith(own.path) or not found:
        raise NotFoundError("Not the address of a comparison on this site")
    if "row" not in query and _ROW.fullmatch(parts.fragment):
        query["row"] = parts.fragment
    return found[1], found[2], _switches(query)


def _switches(query: Mapping[str, str]) -> Switches:
    try:
        return Switches.model_validate(query)
    except ValidationError:
        raise NotFoundError("The page would refuse one of these switches") from None


def _place(parts: SplitResult) -> tuple[str | None, int | None]:
    """Whose address it is: a host and a port, or none where the scheme says it; behind a proxy a site is http and https."""
    return parts.hostname, None if parts.port == _PORTS.get(parts.scheme) else parts.port


def _answer(pair: StoredPair, switches: Switches, maxwidth: int | None, maxheight: int | None) -> Answer:
    seen = shown(pair.compared(), switches=switches)
    chosen = find_row(seen, switches.row)
    row = chosen.id if chosen else ""
    width = min(WIDTH, maxwidth or WIDTH)
    height = frame_height(seen, chosen, width)
    if maxheight:
        height = min(height, maxheight)
    address = absolute(embed_address(pair.a.id, pair.b.id, row, switches))
    return {
        "version": "1.0",
        "type": "rich",
        "title": title_of(seen, chosen),
        "provider_name": "Variorum",
        "provider_url": absolute("/"),
        "cache_age": KEPT,
        "html": frame_code(seen, address, chosen, (width, height)),
        "width": width,
        "height": height,
        **_thumbnail(card_address(pair.a.id, pair.b.id, row), maxwidth, maxheight),
    }


def _thumbnail(card: str, maxwidth: int | None, maxheight: int | None) -> Answer:
    """The picture card, unless it is larger than what is wanted: the bounds are its own too."""
    if (maxwidth or CARD_WIDTH) < CARD_WIDTH or (maxheight or CARD_HEIGHT) < CARD_HEIGHT:
        return {}
    size = {"thumbnail_width": CARD_WIDTH, "thumbnail_height": CARD_HEIGHT}
    return {"thumbnail_url": absolute(card), **size}


def _xml(answer: Answer) -> Response:
    root = ET.Element("oembed")
    for name, value in answer.items():
        ET.SubElement(root, name).text = xml_text(str(value))
    return Response(xml_document(root), media_type="text/xml")
