"""The YAML that may stand at the top of a file between two lines of `---`: one `key: value` a line.

Values are taken as they are written, not as YAML would type them: `title: 2024` is a title, `published: 2024-05-17` stays a
date. Read from YAML's events alone, so nothing is built from tags and no alias is ever expanded.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import regex
import yaml

from app.errors import InputError
from app.ingest.dates import read_published

LIMITS = {
    "title": 1000,
    "standfirst": 5000,
    "byline": 500,
    "dateline": 200,
    "agency": 200,
    "outlet": 200,
    "published": 80,
    "url": 2000,
    "language": 35,
    "story": 500,
    "article": 500,
}
"""The keys that are known, and the longest value of each in code points; none longer than the store takes."""
MAX_LENGTH = 20_000
"""Code points of the whole front matter."""

MAX_DEPTH = 5

_KEY_LINE = regex.compile(r"\s*(?:#|[\p{L}_][\w -]{0,40}:(?:\s|$))")
_LANGUAGE = regex.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
_NO_TEXT = regex.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_QUOTED = 60
"""Code points of a wrong value that a message repeats."""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The values given, by key; the text below; warnings about keys that nothing is made of."""

    values: dict[str, str] = field(default_factory=dict)
    text: str = ""
    warnings: tuple[str, ...] = ()


def read_front_matter(text: str, name: str) -> FrontMatter:
    """Part the front matter from the text below it; InputError names the file and the line.

    A first line of `---` that no key follows is a rule in the text, not front matter.
    """
    lines = text.lstrip("\ufeff").splitlines()
    if not lines or lines[0].rstrip() != "---" or len(lines) < 2 or not _KEY_LINE.match(lines[1]):
        return FrontMatter(text=text)
    end = next((number for number, line in enumerate(lines[1:], 1) if line.rstrip() in {"---", "..."}), None)
    if end is None:
        raise InputError(f"{name}, line 1: the front matter is not closed. Put a line of --- below it.")
    block = "\n".join(lines[1:end])
    if len(block) > MAX_LENGTH:
        raise InputError(f"{name}, line 1: front matter longer than {MAX_LENGTH:,} characters. Shorten it.")
    values, warnings = _read_values(block, name)
    return FrontMatter(values, "\n".join(lines[end + 1 :]), warnings)


def _read_values(block: str, name: str) -> tuple[dict[str, str], tuple[str, ...]]:
    values: dict[str, str] = {}
    warnings: list[str] = []
    for key, value, line in _pairs(block, name):
        if key not in LIMITS:
            warnings.append(f"{name}, line {line}: the key {key[:40]!r} is not known and was left out.")
        elif key in values:
            raise InputError(f"{name}, line {line}: {key} is given twice. Leave one of them out.")
        elif value is None:
            raise InputError(f'{name}, line {line}: {key} has to be one text. Write it as {key}: "…".')
        elif value.strip() not in _NOTHING:
            values[key] = _checked_at(key, value, f"{name}, line {line}")
    return values, tuple(warnings)


def _pairs(block: str, name: str) -> list[tuple[str, str | None, int]]:
    """The top level's keys, values (None: not a text) and lines, counted from the file's first."""
    try:
        events = _shallow(yaml.parse(block, Loader=yaml.SafeLoader), name)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 2 if mark else 1
        raise InputError(
            f"{name}, line {line}: the front matter is not YAML ({error.problem}). Quote the value."
        ) from error
    except yaml.YAMLError as error:
        raise InputError(
            f"{name}: there is a sign in the front matter that YAML forbids. Take it out."
        ) from error
    return _collect(events, name)


def _shallow(events: Iterator[yaml.Event], name: str) -> list[yaml.Event]:
    """All events, unless they nest deeper than any front matter does: PyYAML's time grows with the square of the depth."""
    depth = 0
    kept: list[yaml.Event] = []
    for event in events:
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH:
            raise InputError(f"{name}, line {_line(event)}: front matter is one `key: value` a line.")
        kept.append(event)
    return kept


def _collect(events: list[yaml.Event], name: str) -> list[tuple[str, str | None, int]]:
    depth = 0
    top: list[tuple[str | None, int]] = []
    for event in events:
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth == 1 and not isinstance(event, yaml.MappingStartEvent):
                raise InputError(f"{name}, line 2: front matter is one `key: value` a line.")
            if depth == 2:
                top.append((None, _line(event)))
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        elif isinstance(event, yaml.ScalarEvent | yaml.AliasEvent) and depth <= 1:
            _require_mapping(depth, name)
            text = event.value if isinstance(event, yaml.ScalarEvent) else None
            top.append((text, _line(event)))
    return [(key or "?", value, line) for (key, line), (value, _) in zip(top[::2], top[1::2], strict=True)]


def _line(event: yaml.Event) -> int:
    """The line of the file, which is one further than the line of the YAML because of the `---` above it."""
    return event.start_mark.line + 2 if event.start_mark else 1


def _require_mapping(depth: int, name: str) -> None:
    if depth == 0:
        raise InputError(f"{name}, line 2: front matter is one `key: value` a line.")


def _checked_at(key: str, value: str, place: str) -> str:
    try:
        return checked_value(key, value)
    except InputError as error:
        raise InputError(f"{place}: {error}") from error


def checked_value(key: str, value: str) -> str:
    """A value of `LIMITS`'s key, given in front matter or as an option: one space between words, "" for a blank one.

    InputError quotes a value that is too long, no text, or not what the key asks for.
    """
    value = " ".join(value.split())
    quoted = repr(value if len(value) <= _QUOTED else value[:_QUOTED] + "…")
    if len(value) > LIMITS[key]:
        raise InputError(f"{key}: {quoted} is longer than {LIMITS[key]:,} characters. Shorten it.")
    if odd := _NO_TEXT.search(value):
        raise InputError(f"{key}: {quoted} holds U+{ord(odd[0]):04X}, which is not text. Take it out.")
    if not value:
        return value
    if key == "published":
        return read_published(value)
    if key == "url":
        return _checked_url(value)
    if key == "language" and not _LANGUAGE.fullmatch(value):
        raise InputError(f"language: {quoted} is not a language. Write its code, as in en or pt-BR.")
    return value


def _checked_url(value: str) -> str:
    try:
        parts = urlsplit(value)
        valid = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        valid = False
    if not valid or regex.search(r"[\s<>\"\\]", value):
        raise InputError(f"url: {value[:200]!r} is not a web address. It begins with http:// or https://.")
    return value
