"""A version on its way in: checked and measured, before any transaction is open."""

import hashlib
import json
import unicodedata
import zlib
from dataclasses import dataclass, fields
from datetime import datetime

from app.errors import InputError
from app.store.search.entries import Entry, entry_of
from app.store.tables import NAME_LIMIT
from app.text.content import BLOCK_KINDS, Content, display_title, short_id
from app.text.words import is_word, split_words


@dataclass(frozen=True, slots=True)
class Name:
    """What an article may be known by: the digest over its outlet and a key, an address, or captured bytes."""

    digest: str
    is_key: bool
    finds: bool
    """Whether an article is looked for by it, and not only remembered by it."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """A version on its way in, checked and with everything worked out that needs no database."""

    content: Content
    digest: str
    article_digest: str
    names: tuple[Name, ...]
    story_title: str
    word_count: int
    raw_sha256: str
    raw_size: int
    compressed: bytes
    file_name: str | None
    media_type: str | None
    url: str | None
    article_key: str | None
    captured: datetime
    entry: Entry
    """What the search index is to hold."""

    @property
    def version_id(self) -> str:
        """The version's id."""
        return short_id(bytes.fromhex(self.digest))

    @property
    def article_id(self) -> str:
        """The id of the article that the version goes to if it is new."""
        return short_id(bytes.fromhex(self.article_digest))


def prepare(
    content: Content,
    raw: bytes,
    *,
    file_name: str | None,
    media_type: str | None,
    url: str | None,
    article_key: str | None,
    story_title: str | None,
    captured: datetime,
) -> Incoming:
    """Check and measure a version.

    Raises InputError for text that cannot be stored, ValueError for a moment without a time zone.
    """
    if captured.tzinfo is None:
        raise ValueError(f"captured has no time zone: {captured!r}")
    named = {"file name": file_name, "media type": media_type, "address": url, "article key": article_key}
    for name, text in named.items():
        require_storable(text, name)
    _require_storable_content(content)
    digest = content.digest()
    key = article_key or url or short_id(bytes.fromhex(digest))
    raw_sha256 = hashlib.sha256(raw).hexdigest()
    return Incoming(
        content=content,
        digest=digest,
        article_digest=article_digest(content.outlet, key),
        names=_names(content.outlet, article_key, url, raw_sha256 if raw else None),
        story_title=_story_title(story_title, content),
        word_count=sum(
            is_word(word) for block in content.compared() for word in split_words(block.text).keys
        ),
        raw_sha256=raw_sha256,
        raw_size=len(raw),
        compressed=zlib.compress(raw),
        file_name=file_name,
        media_type=media_type,
        url=url,
        article_key=article_key,
        captured=captured,
        entry=entry_of(content),
    )


def article_digest(outlet: str | None, key: str) -> str:
    """Return the SHA-256, in hexadecimal, over an article's outlet and key: the same on every machine."""
    canonical = json.dumps([outlet, key], ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("ascii")).hexdigest()


def _names(outlet: str | None, key: str | None, url: str | None, raw_sha256: str | None) -> tuple[Name, ...]:
    """What the article may be known by, the surest first."""
    names = []
    if key:
        names.append(Name(article_digest(outlet, key), is_key=True, finds=True))
    if url:
        names.append(Name(article_digest(outlet, url), is_key=False, finds=True))
    if raw_sha256:
        names.append(Name(article_digest(outlet, f"sha256:{raw_sha256}"), is_key=False, finds=not url))
    return tuple(names)


def require_storable(text: str | None, name: str, limit: int | None = None) -> None:
    """Raise InputError, calling it `name`, for a text that no database keeps code point for code point."""
    if text is None:
        return
    for at, character in enumerate("" if _is_plain(text) else text):
        if character == "\0" or "\ud800" <= character <= "\udfff":
            raise InputError(
                f"The {name} holds U+{ord(character):04X} at character {at + 1}, which is not text; "
                "take it out or read the file in its right encoding"
            )
    if limit is not None and len(text) > limit:
        raise InputError(f"The {name} has {len(text)} characters; at most {limit} can be stored")


def story_name(title: str) -> str:
    """Return a story's title as it is kept: composed (NFC), one space between words.

    >>> story_name(" The  gate ")
    'The gate'
    """
    return " ".join(unicodedata.normalize("NFC", title).split())[:NAME_LIMIT]


def _story_title(title: str | None, content: Content) -> str:
    if title is None:
        return story_name(display_title(content)) or "Untitled"
    require_storable(title, "story title", NAME_LIMIT)
    named = story_name(title)
    if not named:
        raise InputError("The story title is empty; give it a word")
    return named


def _require_storable_content(content: Content) -> None:
    for field in fields(content):
        if field.name != "blocks":
            require_storable(
                getattr(content, field.name), field.name, NAME_LIMIT if field.name == "outlet" else None
            )
    for number, block in enumerate(content.blocks, 1):
        require_storable(block.text, f"text (block {number})")
        if block.kind not in BLOCK_KINDS:
            raise InputError(
                f"Block {number} is of the kind {block.kind!r}; it must be one of {', '.join(BLOCK_KINDS)}"
            )


def _is_plain(text: str) -> bool:
    try:
        return b"\0" not in text.encode("utf-8")
    except UnicodeEncodeError:
        return False
