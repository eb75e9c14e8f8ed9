"""What a version says: the fields and blocks that a reader of the page would see, and the hash that names them."""

import hashlib
import json
from base64 import b32encode
from dataclasses import dataclass
from typing import Literal, get_args

BlockKind = Literal["paragraph", "heading", "caption", "credit", "boilerplate"]
BLOCK_KINDS: tuple[BlockKind, ...] = get_args(BlockKind)
COMPARED_KINDS: frozenset[BlockKind] = frozenset({"paragraph", "heading"})
ID_LENGTH = 16
"""Characters of a version id: base 32, so 80 of the hash's 256 bits."""
TITLE_WORDS = 10
"""Words of the text that stand for a missing title."""
NAME_WORDS = 5
"""Words of a title that stand for an outlet nobody named."""


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading, caption, credit or piece of boilerplate; plain text without a blank line in it."""

    kind: BlockKind
    text: str


@dataclass(frozen=True, slots=True)
class Content:
    """One immutable state of an article, as its outlet published it.

    `published` is ISO 8601, a date or a date and time, exactly as precise as the source said. `title` is None where the
    source gives none. The standfirst is compared like a paragraph that stands before the blocks.
    """

    blocks: tuple[Block, ...]
    title: str | None = None
    standfirst: str | None = None
    byline: str | None = None
    dateline: str | None = None
    agency: str | None = None
    published: str | None = None
    language: str | None = None
    outlet: str | None = None

    def compared(self) -> tuple[Block, ...]:
        """The blocks that are compared: the standfirst as a paragraph, then paragraphs and headings in order."""
        first = (Block("paragraph", self.standfirst),) if self.standfirst else ()
        return first + tuple(block for block in self.blocks if block.kind in COMPARED_KINDS)

    def set_apart(self) -> tuple[Block, ...]:
        """The blocks that are kept but not compared: captions, credits, boilerplate."""
        return tuple(block for block in self.blocks if block.kind not in COMPARED_KINDS)

    def body(self) -> str:
        """The body's paragraphs and headings, parted by a blank line; without the standfirst."""
        return "\n\n".join(block.text for block in self.blocks if block.kind in COMPARED_KINDS)

    def digest(self) -> str:
        """SHA-256 over every field, in hexadecimal: the same on every machine, whatever was imported before."""
        fields = {name: getattr(self, name) for name in self.__slots__ if name != "blocks"}
        fields["blocks"] = [[block.kind, block.text] for block in self.blocks]
        canonical = json.dumps(fields, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(canonical.encode("ascii")).hexdigest()

    def id(self) -> str:
        """The version id: the digest's first bits in lower-case base 32, `ID_LENGTH` characters."""
        return short_id(bytes.fromhex(self.digest()))


def short_id(digest: bytes) -> str:
    """The first `ID_LENGTH` characters of a digest in lower-case base 32 (letters and 2 to 7 only)."""
    return b32encode(digest).decode("ascii").lower()[:ID_LENGTH]


def display_title(content: Content) -> str:
    """The title, or else the first words of the text."""
    if content.title:
        return content.title
    return first_words(next((block.text for block in content.compared()), ""), TITLE_WORDS)


def first_words(text: str, count: int) -> str:
    """The first `count` words, with an ellipsis where there are more.

    >>> first_words("The barrier held for an hour", 4)
    'The barrier held for …'
    """
    words = text.split(maxsplit=count)
    return " ".join(words[:count]) + (" …" if len(words) > count else "")
