"""The form that two texts come in: its bytes counted as they are read, its fields told apart within limits."""

import asyncio
import re
from collections.abc import AsyncGenerator
from dataclasses import dataclass, field

from fastapi import Request
from starlette.datastructures import Headers, UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser

from app.web.brought.refusal import Refused

BODY_LIMIT = 2_000_000
"""Bytes of a request; what comes above it is read and forgotten, so that a browser gets to see the answer."""
READ_LIMIT = 16_000_000
"""Bytes above which a request is not even read to its end."""
FIELDS = 16
"""Fields of a form that are no files; headers of a field and their length are bounded by python-multipart."""
FILES = 2
TOO_LARGE = (
    "What was sent is larger than {:,} bytes. Send the text of the two articles alone; for longer ones there is "
    "the command line: variorum compare."
)
_MULTIPART = re.compile(r"multipart/form-data\s*;", re.IGNORECASE)
_CHARSET = re.compile(r"charset", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Fields:
    """A form's fields as they came, in bytes, by name; `files` that nobody chose are left out."""

    texts: dict[str, bytes] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)


async def read_body(request: Request) -> bytes:
    """The body of a request. Raises Refused (413) beyond `BODY_LIMIT`, whether or not a header told the length."""
    declared = request.headers.get("content-length", "")
    if declared.isdecimal() and len(declared) < 20 and int(declared) > READ_LIMIT:
        raise Refused(413, TOO_LARGE.format(BODY_LIMIT), {"Connection": "close"})
    size = 0
    chunks: list[bytes] = []
    async for chunk in request.stream():
        size += len(chunk)
        if size > READ_LIMIT:
            break
        if size <= BODY_LIMIT:
            chunks.append(chunk)
        else:
            chunks.clear()
    if size > BODY_LIMIT:
        raise Refused(413, TOO_LARGE.format(BODY_LIMIT))
    return b"".join(chunks)


def read_fields(content_type: str, body: bytes) -> Fields:
    """The fields of a form; of several of one name, the last.

    Raises Refused: 415 for another kind of body, 422 for one that is damaged or has more fields or headers than the form.
    To be called where no event loop runs.
    """
    if not _MULTIPART.match(content_type) or _CHARSET.search(content_type):
        raise Refused(415, "Two texts are sent as a form: multipart/form-data, in UTF-8.")
    return asyncio.run(_parse(content_type, body))


async def _parse(content_type: str, body: bytes) -> Fields:
    # Latin-1 has a sign for every byte: the fields' own bytes come out again, and nothing was guessed.
    headers = Headers({"content-type": f"{content_type}; charset=latin-1"})
    parser = MultiPartParser(
        headers, _once(body), max_files=FILES, max_fields=FIELDS, max_part_size=BODY_LIMIT
    )
    parser.spool_max_size = BODY_LIMIT + 1  # never in a file
    try:
        parsed = await parser.parse()
    except MultiPartException:
        raise Refused(
            422, "What was sent is no form, is damaged, or has more fields than this one."
        ) from None
    fields = Fields()
    for name, value in parsed.multi_items():
        if isinstance(value, UploadFile):
            content = await value.read()
            await value.close()
            if value.filename or content:
                fields.files[name] = content
        else:
            fields.texts[name] = value.encode("latin-1")
    return fields


async def _once(body: bytes) -> AsyncGenerator[bytes, None]:
    yield body
