"""Many comparisons at once: JSON lines in, JSON lines out, in the same order."""

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from app.compare.comparison import Comparison
from app.compare.engine import compare, compare_sentences
from app.errors import InputError
from app.ingest.plain_text import read_body
from app.text.document import Document, read_document, read_sentence
from app.web.formats.comparison_json import Json, comparison_json

if TYPE_CHECKING:
    from app.embedding.embedder import Embedder

TEXT_LIMIT = 5_000_000
"""Code points of one text; a record with a longer one is refused."""
_HALF_PAIR = re.compile("[\ud800-\udfff]")
MARK = b"\xef\xbb\xbf"
"""What some editors put at the head of a UTF-8 file."""


def read_lines(file: Path) -> Iterator[bytes]:
    """The lines of a file, one at a time; InputError where it cannot be read."""
    try:
        with file.open("rb") as lines:
            yield from lines
    except OSError as error:
        raise InputError(f"{file}: {error.strerror}; --batch takes a file of JSON lines") from None


def compare_lines(lines: Iterable[bytes], embedder: "Embedder | None" = None) -> Iterator[Json]:
    """One answer per line that is not blank: the comparison, or `{"id", "error"}` where the record cannot be compared.

    With a model, articles are compared by meaning too.
    """
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        identifier: object = None
        try:
            record = _record(line.removeprefix(MARK) if number == 1 else line, number)
            identifier = _checked_id(record.get("id"))
            yield comparison_json(identifier, _compare(record, embedder))
        except InputError as error:
            yield {"id": identifier, "error": str(error)}


def _record(line: bytes, number: int) -> dict[str, Any]:
    try:
        record = json.loads(line.decode("utf-8"), parse_constant=_refuse_constant)
    except (
        ValueError,
        RecursionError,
    ) as error:  # ValueError: no JSON, no UTF-8, or a number beyond Python's limit
        raise InputError(f"line {number} is not JSON in UTF-8: {error}") from None
    if not isinstance(record, dict):
        raise InputError(
            f'line {number} is not a JSON object of the form {{"id", "a": {{"text"}}, "b": {{"text"}}}}'
        )
    return record


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not a JSON number")


def _checked_id(identifier: object) -> object:
    """The id, if it can be written out again."""
    try:
        json.dumps(identifier, ensure_ascii=False, allow_nan=False).encode("utf-8")
    except (ValueError, RecursionError):
        raise InputError(
            '"id" holds half of a surrogate pair or a number beyond range; give it as plain text'
        ) from None
    return identifier


def _compare(record: dict[str, Any], embedder: "Embedder | None") -> Comparison:
    how = record.get("as", "article")
    if how == "sentence":
        return compare_sentences(*(_sentence(record, side) for side in "ab"))
    if how != "article":
        raise InputError(f'"as" is {json.dumps(how)}; it may be "sentence", or be left out')
    a, b = (_article(record, side) for side in "ab")
    return compare(a, b, meanings=embedder.meanings(a, b) if embedder else None)


def _sentence(record: dict[str, Any], side: str) -> Document:
    text = _text(record, side, "text")
    if not text.strip():
        raise InputError(f'"{side}.text" is blank; there is no sentence in it')
    return read_sentence(text)


def _article(record: dict[str, Any], side: str) -> Document:
    title = _text(record, side, "title") if _side(record, side).get("title") is not None else None
    try:
        return read_document(read_body(_text(record, side, "text"), title))
    except InputError as error:
        raise InputError(f'"{side}.text": {str(error).removeprefix("text: ")}') from None


def _side(record: dict[str, Any], side: str) -> dict[str, Any]:
    found = record.get(side)
    if not isinstance(found, dict):
        raise InputError(f'"{side}" is missing, or is not an object with a "text"')
    return found


def _text(record: dict[str, Any], side: str, field: str) -> str:
    text = _side(record, side).get(field)
    if not isinstance(text, str):
        raise InputError(f'"{side}.{field}" is {"missing" if text is None else "not text"}')
    if len(text) > TEXT_LIMIT:
        raise InputError(f'"{side}.{field}" has {len(text):,} characters; the limit is {TEXT_LIMIT:,}')
    if "\0" in text or (not text.isascii() and _HALF_PAIR.search(text)):
        raise InputError(f'"{side}.{field}" holds NUL or half of a surrogate pair, which is not text')
    return text
