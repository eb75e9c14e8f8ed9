"""Static files under addresses that change with their content, so that browsers may keep them for good."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.staticfiles import NotModifiedResponse, StaticFiles
from starlette.types import Scope

from app.resources import STATIC
from app.web.modules import in_one

IMMUTABLE = "public, max-age=31536000, immutable"


def fingerprint(files: Iterable[Path]) -> str:
    """Ten hexadecimal digits that change when the name or content of any file does."""
    digest = hashlib.sha256()
    for file in sorted(files):
        digest.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()[:10]


class Assets(StaticFiles):
    """The static folder, served below `/static/<fingerprint of the whole folder>/`.

    A script comes with what it imports, in one file.
    """

    def __init__(self, folder: Path = STATIC) -> None:
        super().__init__(directory=folder)
        self.fingerprint = fingerprint(file for file in folder.iterdir() if file.is_file())
        self._scripts = {file.name: in_one(folder, file.name).encode() for file in folder.glob("*.js")}

    def url(self, name: str) -> str:
        """The address of a static file, relative to the site's root."""
        return f"/static/{self.fingerprint}/{name}"

    async def get_response(self, path: str, scope: Scope) -> Response:
        """The file below the fingerprint; an old or wrong fingerprint still finds it, but is not kept by caches."""
        given, _, name = path.partition("/")
        response = (
            self._script(name, scope) if name in self._scripts else await super().get_response(name, scope)
        )
        response.headers["Cache-Control"] = IMMUTABLE if given == self.fingerprint else "no-cache"
        # the frame of a page in another site may have no origin, and still needs its style sheets
        response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
        return response

    def _script(self, name: str, scope: Scope) -> Response:
        content = self._scripts[name]
        headers = {"ETag": f'"{hashlib.sha256(content).hexdigest()[:32]}"'}
        response = Response(content, headers=headers, media_type="text/javascript")
        if self.is_not_modified(response.headers, Headers(scope=scope)):
            return NotModifiedResponse(response.headers)
        return response

    def is_not_modified(self, response_headers: Headers, request_headers: Headers) -> bool:
        """Compare by entity tag alone: a file's time says nothing of its content after a fresh checkout."""
        return response_headers.get("etag") in request_headers.get("if-none-match", "").split(", ")
