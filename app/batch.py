"""Many comparisons at once: JSON lines in, JSON lines out, in the same order."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from app.compare.comparison import Comparison
from app.compare.engine import compare, compare_sentences
from app.errors import InputError
from app.ingest.plain_text import read_body
from app.text.document import Document, read_document, read_sentence
from app.web.formats.comparison_json import Json, comparison_json

TEXT_LIMIT = 5_000_000
"""Code points of one text; a record with a longer one is refused."""


def compare_lines(lines: Iterable[str]) -> Iterator[Json]:
    """One answer per line that is not blank: the comparison, or `{"id", "error"}` where the record cannot be compared."""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        identifier: object = None
        try:
            record = _record(line, number)
            identifier = record.get("id")
            yield comparison_json(identifier, _compare(record))
        except InputError as error:
            yield {"id": identifier, "error": str(error)}


def _record(line: str, number: int) -> dict[str, Any]:
    try:
        record = json.loads(line)
    except (json.JSONDecodeError, RecursionError) as error:
        raise InputError(f"line {number} is not JSON: {error}") from None
    if not isinstance(record, dict):
        raise InputError(
            f'line {number} is not a JSON object of the form {{"id", "a": {{"text"}}, "b": {{"text"}}}}'
        )
    return record


def _compare(record: dict[str, Any]) -> Comparison:
    how = record.get("as", "article")
    if how not in {"article", "sentence"}:
        raise InputError(f'"as" is {how!r}; it may be "sentence", or be left out')
    read = _sentence if how == "sentence" else _article
    a, b = (read(_side(record, name), name) for name in ("a", "b"))
    return compare_sentences(a, b) if how == "sentence" else compare(a, b)


def _side(record: dict[str, Any], name: str) -> dict[str, Any]:
    side = record.get(name)
    if not isinstance(side, dict):
        raise InputError(f'"{name}" is missing, or is not an object with a "text"')
    return side


def _sentence(side: dict[str, Any], name: str) -> Document:
    return read_sentence(_text(side, name, "text"))


def _article(side: dict[str, Any], name: str) -> Document:
    title = _text(side, name, "title") if side.get("title") is not None else None
    return read_document(read_body(_text(side, name, "text"), title))


def _text(side: dict[str, Any], name: str, field: str) -> str:
    text = side.get(field)
    if not isinstance(text, str):
        raise InputError(f'"{name}.{field}" is {"missing" if text is None else "not text"}')
    if len(text) > TEXT_LIMIT:
        raise InputError(f'"{name}.{field}" has {len(text):,} characters; the limit is {TEXT_LIMIT:,}')
    if not text.isascii() and any("\ud800" <= c <= "\udfff" for c in text):
        raise InputError(f'"{name}.{field}" holds half of a surrogate pair, which is not text')
    return text
