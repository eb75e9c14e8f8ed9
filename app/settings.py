"""Settings from the environment, prefix `VARIORUM_`. A wrong value stops the start with a line that quotes it."""

import re
from pathlib import Path
from typing import Annotated, Self
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, ValidationError
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, SettingsConfigDict

from app.embedding.folder import require_files
from app.errors import InputError

PREFIX = "VARIORUM_"


def _origin(value: str) -> str:
    """An absolute http or https address: a host, perhaps a port and a path, without a trailing slash, and nothing else."""
    parts = urlsplit(value)
    try:
        usable = bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        usable = False
    if (
        parts.scheme not in {"http", "https"}
        or not usable
        or parts.query
        or parts.fragment
        or "@" in parts.netloc
    ):
        raise ValueError("must be an absolute address such as https://news.example")
    return value.rstrip("/")


def _model(value: str) -> str:
    """A folder that holds the files of a model; whether they are any good is seen when it is loaded."""
    try:
        require_files(Path(value))
    except InputError as error:
        raise ValueError(str(error)) from None
    return value


def _database(value: str) -> str:
    """The address of a database of a kind that the store knows."""
    if not value.startswith("sqlite:///") or value == "sqlite:///":
        raise ValueError("must be the address of a database file such as sqlite:///data/variorum.db")
    return value


class Settings(BaseSettings):
    """What an operator may choose; see docs/operating.md."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_ignore_empty=True, extra="ignore", frozen=True)

    database_url: Annotated[str, AfterValidator(_database)] = "sqlite:///data/variorum.db"
    base_url: Annotated[str, AfterValidator(_origin)] | None = None
    embedding_model: Annotated[str, AfterValidator(_model)] | None = None
    host: str = "127.0.0.1"
    port: int = Field(default=8000, ge=0, le=65535)
    workers: int = Field(default=1, ge=1, le=64)

    @classmethod
    def read(cls) -> Self:
        """The settings of this process. Raises InputError with a line per wrong value, quoting it."""
        try:
            return cls()
        except ValidationError as error:
            raise InputError("\n".join(map(_complaint, error.errors()))) from None


def _complaint(error: ErrorDetails) -> str:
    """A line that quotes the wrong value; what stands before an @ in an address may be a password, and is left out."""
    name = f"{PREFIX}{'_'.join(map(str, error['loc'])).upper()}"
    value = re.sub(r"://[^@/]*@", "://…@", str(error["input"]))
    return f"{name}={value!r}: {error['msg'].removeprefix('Value error, ')}"
