"""Answers for what cannot be shown: a page for people, JSON for programs. Neither repeats what was asked for."""

import logging
import re

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, JSONResponse, Response

from app.errors import NotFoundError, NotYetError, StoreError
from app.web.origin import asked_path
from app.web.pages import ErrorPage
from app.web.rendering import render

log = logging.getLogger("variorum")
_PATH = re.compile(r"/[^/\\]")

_TEXTS = {
    404: (
        "There is nothing at this address",
        "No story, article, version or comparison has it. The address may have been cut short when it was copied.",
        "Look for the story in the list:",
    ),
    405: (
        "This address only answers reading",
        "Material comes in by the command line: variorum import.",
        "Go on with",
    ),
    422: (
        "This address does not say what to show",
        "One of the values after the question mark is not among those that this page knows.",
        "Take the question mark and what follows off the address, or start from",
    ),
    501: (
        "What can be embedded is not described in this format",
        "It is described as JSON or as XML.",
        "Ask for one of these, or start from",
    ),
    503: (
        "The store cannot be read just now",
        "Nothing is lost. Whoever runs this site finds the cause in its log.",
        "Try again in a moment, or go to",
    ),
    500: (
        "Something went wrong here, not with you",
        "The fault has been written to the log of this site.",
        "Try again, or go to",
    ),
}

_NOT_YET = (
    "This story is being put together",
    "Its texts are so long that putting them beside each other, statement by statement, takes a while.",
    "Come back in a few minutes; until then, go to",
)


_BUSY = (
    "Many are asking for this just now",
    "Nothing is lost; there is only so much that is done at a time.",
    "Try again in a moment, or go to",
)


def answer(request: Request, status: int, texts: tuple[str, str, str] | None = None) -> Response:
    """The answer for a status, with its own texts or others: JSON where the address asks for data, else a page.

    Scripts of any site may read why there is nothing to embed, as they may read what there is.
    """
    title, message, way_out = texts or _TEXTS.get(status, _TEXTS[500])
    path = request.url.path
    if path.endswith(".json") or path.startswith("/api/") or path == "/oembed":
        headers = {"Access-Control-Allow-Origin": "*"} if path == "/oembed" else None
        return JSONResponse({"error": title, "detail": message}, status, headers)
    return HTMLResponse(render(ErrorPage(title, message, way_out)), status)


def without_slashes(asked: str) -> str | None:
    """A path, with its parameters, without the slashes at its end; None where it has none, or would lead to another host.

    What begins with two strokes, of either kind, is the name of a host to a browser.

    >>> without_slashes("/stories/flood/?page=2")
    '/stories/flood?page=2'
    """
    path, mark, parameters = asked.partition("?")
    shorter = path.rstrip("/")
    if shorter == path or not _PATH.match(shorter):
        return None
    return f"{shorter}{mark}{parameters}"


def install(app: FastAPI) -> None:
    """Answer every kind of failure of `app`."""

    @app.exception_handler(NotFoundError)
    def not_found(request: Request, _error: NotFoundError) -> Response:
        return answer(request, 404)

    @app.exception_handler(HTTPException)
    def refused(request: Request, error: HTTPException) -> Response:
        if error.status_code == 404 and (where := without_slashes(asked_path())):
            return Response(status_code=308, headers={"Location": where})
        response = answer(request, error.status_code, _BUSY if error.status_code == 503 else None)
        response.headers.update(error.headers or {})
        response.status_code = error.status_code
        return response

    @app.exception_handler(RequestValidationError)
    def unreadable(request: Request, _error: RequestValidationError) -> Response:
        return answer(request, 422)

    @app.exception_handler(NotYetError)
    def not_yet(request: Request, _error: NotYetError) -> Response:
        response = answer(request, 503, _NOT_YET)
        response.headers["Retry-After"] = "30"
        return response

    @app.exception_handler(StoreError)
    def no_store(request: Request, error: StoreError) -> Response:
        log.error("the store failed: %s", error)
        return answer(request, 503)

    @app.exception_handler(Exception)
    def failed(request: Request, _error: Exception) -> Response:
        return answer(request, 500)
