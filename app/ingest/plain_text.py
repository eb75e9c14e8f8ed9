"""Plain text into an article's content: frame and body told apart, nothing left out."""

import re
from typing import TYPE_CHECKING

from app.errors import InputError
from app.ingest.blank_lines import split_at_blank_lines
from app.ingest.decoding import decode, require_sentence, require_words
from app.text.content import COMPARED_KINDS, Block, Content
from app.text.language import SAMPLE_LENGTH, detect_language

if TYPE_CHECKING:
    from app.ingest.item import Item

# What reads front matter and tells frame and body apart is slow to load, and imported where it is first needed: a body that
# comes with its title does without.

_UNPRINTABLE = re.compile(r"[\x00\ud800-\udfff]")
_CONTENT_KEYS = ("title", "standfirst", "byline", "dateline", "agency", "published", "outlet", "language")


def read_text_file(raw: bytes, name: str) -> "Item":
    """Read a text file's bytes: encoding, front matter, frame, body. `name` is what messages call the file.

    InputError, naming the file, the cause and the way out, for what is too large, empty, not text, without a sentence
    (under a title in front matter: without a letter), or front matter that cannot be read.
    """
    from app.ingest.front_matter import read_front_matter
    from app.ingest.item import Item

    text, warnings = decode(raw, name)
    matter = read_front_matter(text, name)
    require = require_words if "title" in matter.values else require_sentence
    require(matter.text, name)
    content = _read_text(matter.text, matter.values, name)
    return Item(
        content=content,
        name=name,
        raw=raw,
        story=matter.values.get("story"),
        article_key=matter.values.get("article"),
        url=matter.values.get("url"),
        warnings=warnings + matter.warnings,
    )


def read_body(text: str, title: str | None) -> Content:
    """Read a text given without a file, as in a batch record.

    With a title the text is the body: paragraphs parted by blank lines, line breaks inside kept. Without, it is read as a
    text file is. InputError for a text without a letter, and for signs that no text has (NUL, half a surrogate pair).
    """
    name = "text"
    for value in (text, title or ""):
        if _UNPRINTABLE.search(value):
            raise InputError(f"{name}: there is a NUL or half a character in it. Take it out.")
    require_words(text, name)
    if title is None:
        return _read_text(text, {}, name)
    blocks = tuple(Block("paragraph", paragraph) for paragraph in split_at_blank_lines(text))
    return Content(blocks=blocks, title=title, language=_language(blocks))


def _read_text(text: str, given: dict[str, str], name: str) -> Content:
    from app.ingest.body import read_body_blocks
    from app.ingest.frame import read_frame
    from app.ingest.paragraphs import split_paragraphs

    paragraphs = split_paragraphs(text, name)
    guess = given["language"].split("-")[0] if "language" in given else detect_language(text[:SAMPLE_LENGTH])
    frame = read_frame(paragraphs, given, guess)
    blocks = (*frame.blocks, *read_body_blocks(frame.body))
    fields = {key: frame.fields[key] for key in _CONTENT_KEYS if key in frame.fields}
    if "language" not in fields:
        standfirst = (Block("paragraph", fields["standfirst"]),) if "standfirst" in fields else ()
        fields["language"] = _language(standfirst + blocks)
    return Content(blocks=blocks, **fields)


def _language(blocks: tuple[Block, ...]) -> str:
    return detect_language("\n\n".join(block.text for block in blocks if block.kind in COMPARED_KINDS))
