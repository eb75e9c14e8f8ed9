"""Answers that caches keep and ask about again: by entity tag alone, so that clocks play no part."""

import hashlib
from collections.abc import Callable, Mapping

from fastapi import Request
from starlette.responses import Response

REVALIDATE = "public, max-age=0, must-revalidate"


def revalidated(
    request: Request,
    parts: tuple[str, ...],
    make: Callable[[], Response],
    headers: Mapping[str, str] | None = None,
) -> Response:
    """The answer that `make` gives, tagged with everything that decides on it; 304 where the client has that one.

    `headers` stand on both: a cache takes those of a 304 for the answer that it keeps.
    """
    joined = "\n".join(parts).encode("utf-8", "surrogatepass")
    tag = f'"{hashlib.sha256(joined).hexdigest()[:24]}"'
    carried = {**(headers or {}), "ETag": f"W/{tag}", "Cache-Control": REVALIDATE}
    known = [one.strip().removeprefix("W/") for one in request.headers.get("if-none-match", "").split(",")]
    if tag in known or known == ["*"]:
        return Response(status_code=304, headers=carried | {"Vary": "Accept-Encoding"})
    response = make()
    response.headers.update(carried)
    return response
