"""Two brought texts: read as text files are, and compared."""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol

from app.embedding.embedder import Embedder
from app.errors import InputError
from app.text.content import Content
from app.web.brought.form import Fields
from app.web.brought.refusal import Refused
from app.web.counts import grouped
from app.web.formats.subject import Compared

TEXT_LIMIT = 100_000
"""Code points of one text; the longest reports of magazines have as many."""
NAME_LIMIT = 200
"""Code points of a name."""
_SIDES = (("a", "left"), ("b", "right"))


class Read(Protocol):
    """What reading a text gives."""

    @property
    def content(self) -> Content:
        """Title, frame and body told apart."""


@dataclass(frozen=True, slots=True)
class Readers:
    """How texts are read, which is not for pages to know. Both raise InputError in words for people.

    `decode`: a file's bytes into its text and warnings. `read`: a text, as bytes in UTF-8, into content. Both also take the
    name that messages call it by.
    """

    decode: Callable[[bytes, str], tuple[str, tuple[str, ...]]]
    read: Callable[[bytes, str], Read]
    embedder: Embedder | None = None


@dataclass(frozen=True, slots=True)
class Given:
    """One side as it was given: who published it, if that was said, and its text."""

    name: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class TwoTexts:
    """What stands in the form; `problems` are what keeps the texts from being compared, `warnings` what does not."""

    left: Given
    right: Given
    story: str = ""
    """The title of the story that both are to be kept in, where that was asked."""
    problems: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    status: int = 200
    """That of the answer: 413 or 422 where there are problems."""


NOTHING = TwoTexts(Given(), Given())


def two_texts(fields: Fields, readers: Readers) -> TwoTexts:
    """The texts of a form. A file stands over what is typed beside it; `swap` changes the sides."""
    problems: list[Refused] = []
    warnings: list[str] = []
    given = []
    for side, word in _SIDES:
        try:
            name = _name(fields.texts.get(f"name_{side}", b""), word)
        except Refused as refusal:
            problems.append(refusal)
            name = ""
        text = _shown(fields.texts.get(f"text_{side}", b""))
        try:
            text, said = _text(fields, side, word, readers)
            warnings += said
            _require_size(text, word)
        except Refused as refusal:
            problems.append(refusal)
        given.append(Given(name, text))
    left, right = reversed(given) if fields.texts.get("swap") and not problems else given
    status = max((refusal.status for refusal in problems), default=200)
    story = _shown(fields.texts.get("story", b""))
    return TwoTexts(left, right, story, tuple(map(str, problems)), tuple(warnings), status)


def compared(texts: TwoTexts, readers: Readers) -> Compared:
    """The comparison of two texts. Raises Refused (422) for one in which there is nothing to compare."""
    return Compared.of(*contents(texts, readers), readers.embedder)


def contents(texts: TwoTexts, readers: Readers) -> tuple[Content, Content]:
    """Both texts read. Raises Refused (422) as `compared` does."""
    return _content(texts.left, "left", readers), _content(texts.right, "right", readers)


def _content(given: Given, word: str, readers: Readers) -> Content:
    try:
        content = readers.read(given.text.encode(), f"The {word} text").content
    except InputError as error:
        raise Refused(422, str(error)) from None
    return replace(content, outlet=given.name or content.outlet)


def _text(fields: Fields, side: str, word: str, readers: Readers) -> tuple[str, tuple[str, ...]]:
    """The text of a side, and warnings about its encoding."""
    chosen = fields.files.get(f"file_{side}")
    if chosen is not None:
        try:
            text, warnings = readers.decode(chosen, f"The {word} file")
        except InputError as error:
            raise Refused(422, str(error)) from None
        return _lines(text), warnings
    typed = fields.texts.get(f"text_{side}", b"")
    if not typed.strip():
        raise Refused(422, f"The {word} text is empty. Paste an article into it, or choose a file.")
    return _lines(_utf8(typed, f"The {word} text")), ()


def _require_size(text: str, word: str) -> None:
    if len(text) > TEXT_LIMIT:
        raise Refused(
            413,
            f"The {word} text has {grouped(len(text))} characters; the limit is {grouped(TEXT_LIMIT)}. "
            "For longer ones there is the command line: variorum compare.",
        )


def _name(raw: bytes, word: str) -> str:
    name = " ".join(_utf8(raw, f"The {word} name").split())
    if len(name) > NAME_LIMIT or any(unicodedata.category(sign) == "Cc" for sign in name):
        raise Refused(
            422, f"The {word} name is longer than {NAME_LIMIT} characters, or holds what is no text."
        )
    return name


def _utf8(raw: bytes, what: str) -> str:
    try:
        text = raw.decode()
    except UnicodeDecodeError:
        text = "\0"
    if "\0" in text:
        raise Refused(422, f"{what} holds NUL, half of a character, or is not in UTF-8.")
    return text


def _shown(raw: bytes) -> str:
    """What was typed, to be typed on, whatever is wrong with it."""
    return _lines(raw.decode(errors="replace").replace("\0", "\ufffd"))


def _lines(text: str) -> str:
    """A form ends its lines as no text does."""
    return text.replace("\r\n", "\n").replace("\r", "\n")
