"""Why two brought texts are not compared, in words for the person who brought them."""

from collections.abc import Mapping

from app.errors import VariorumError


class Refused(VariorumError):  # noqa: N818 - it is the answer, not a fault
    """The request is answered with `status`, and its page says the text of this error."""

    def __init__(self, status: int, message: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.headers = dict(headers or {})
