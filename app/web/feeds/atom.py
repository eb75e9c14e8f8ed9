"""Atom (RFC 4287): typed entries in, bytes out. Text goes in as text nodes, so that it can be nothing else."""

import re
import uuid
from dataclasses import dataclass
from datetime import UTC, datetime
from xml.etree import ElementTree as ET

from app import __version__
from app.web.feeds.revision import Revision

MEDIA_TYPE = "application/atom+xml"
_NAMESPACE = "http://www.w3.org/2005/Atom"
_XHTML = "http://www.w3.org/1999/xhtml"
_OURS = uuid.uuid5(uuid.NAMESPACE_URL, "urn:variorum")
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8}){0,8}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Entry:
    """A version that came in. Addresses are absolute; `revision` is there where another version stands before it.

    `published` is what its source says, where that can be read; `updated` is when it was captured.
    """

    version_id: str
    title: str
    address: str
    text_address: str
    author: str
    language: str | None
    published: datetime | None
    updated: datetime
    summary: str
    revision: Revision | None


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: `name` tells it from every other one, on this site and elsewhere; `page` is what it is the feed of."""

    name: str
    title: str
    address: str
    page: str
    updated: datetime
    entries: tuple[Entry, ...]


def stable_id(name: str) -> str:
    """A URN that depends on the name alone, as RFC 9562 makes one of a name (version 5)."""
    return uuid.uuid5(_OURS, name).urn


def atom(feed: Feed) -> bytes:
    """The feed as a document in UTF-8."""
    root = ET.Element("feed", {"xmlns": _NAMESPACE})
    _add(root, "id", stable_id(feed.name))
    _add(root, "title", feed.title)
    _add(root, "updated", _moment(feed.updated))
    _link(root, "self", feed.address, MEDIA_TYPE)
    _link(root, "alternate", feed.page, "text/html")
    _add(root, "generator", "Variorum").set("version", __version__)
    _add(ET.SubElement(root, "author"), "name", "Variorum")
    for entry in feed.entries:
        _entry(ET.SubElement(root, "entry"), entry)
    return xml_document(root)


def xml_document(root: ET.Element) -> bytes:
    """A document in UTF-8, with its declaration."""
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def xml_text(text: str) -> str:
    """A text without the signs that no XML can hold; U+FFFD stands for each."""
    return _NOT_XML.sub("\ufffd", text)


def _entry(node: ET.Element, entry: Entry) -> None:
    if entry.language and _LANGUAGE.fullmatch(entry.language):
        node.set("xml:lang", entry.language)
    _add(node, "id", stable_id(f"version/{entry.version_id}"))
    _add(node, "title", entry.title)
    if entry.published is not None:
        _add(node, "published", _moment(entry.published))
    _add(node, "updated", _moment(entry.updated))
    _link(node, "alternate", entry.address, "text/html")
    if entry.text_address != entry.address:
        _link(node, "related", entry.text_address, "text/html")
    _add(ET.SubElement(node, "author"), "name", entry.author)
    _add(node, "summary", entry.summary).set("type", "text")
    if entry.revision is not None:
        content = ET.SubElement(node, "content", {"type": "xhtml"})
        _changes(ET.SubElement(content, "div", {"xmlns": _XHTML}), entry.revision)


def _changes(div: ET.Element, revision: Revision) -> None:
    """What changed, in elements of our own."""
    _add(div, "p", revision.summary)
    if revision.old_title is not None:
        headline = _add(div, "p", "Headline: ")
        _add(headline, "del", revision.old_title).tail = " "
        _add(headline, "ins", revision.new_title)
    if revision.changes:
        items = ET.SubElement(div, "ul")
        for change in revision.changes:
            item = _add(items, "li", f"{change.kind.capitalize()}: ")
            for stretch in change.stretches:
                element = {"cut": "del", "added": "ins", "same": "span"}[stretch.mark]
                _add(item, element, stretch.text)
                if change.kind == "reworded":
                    item[-1].tail = " "
    if revision.left_out:
        _add(div, "p", f"And {revision.left_out} more.")


def _add(parent: ET.Element, name: str, text: str) -> ET.Element:
    child = ET.SubElement(parent, name)
    child.text = xml_text(text)
    return child


def _link(parent: ET.Element, relation: str, address: str, media_type: str) -> None:
    ET.SubElement(parent, "link", {"rel": relation, "type": media_type, "href": xml_text(address)})


def _moment(at: datetime) -> str:
    """RFC 3339, in UTC."""
    return at.astimezone(UTC).isoformat().replace("+00:00", "Z")
