"""The folder that holds an embedding model: what must be in it, and what names it."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from app.errors import InputError

MODEL = "model.onnx"
TOKENIZER = "tokenizer.json"
CONFIGURATION = "variorum.json"
"""May stand beside the two: `{"languages": ["en", "de"]}` or `{"languages": "any"}`; English where it does not."""
ANY_LANGUAGE = "any"
RECIPE = "1"
"""Version of how vectors are made from a model's output; part of every model's name."""
NAME_LENGTH = 16


@dataclass(frozen=True, slots=True)
class ModelFolder:
    """A folder with a model. `name` is a short hash of what decides on the vectors and on where they are used.

    `languages` are the codes of the languages that the model is good at; None stands for any.
    """

    path: Path
    name: str
    languages: frozenset[str] | None

    def knows(self, language: str) -> bool:
        """Whether the model is good at a language, which may be named with a region (`en-GB`)."""
        return self.languages is None or language.replace("_", "-").split("-")[0].lower() in self.languages


def require_files(path: Path) -> None:
    """Raise InputError, without the path in its text, where a folder is none or lacks one of the two files."""
    if not path.is_dir():
        raise InputError(f"there is no such folder; it has to hold {MODEL} and {TOKENIZER}")
    for name in (MODEL, TOKENIZER):
        if not (path / name).is_file():
            raise InputError(f"there is no {name} in this folder; it has to hold {MODEL} and {TOKENIZER}")


def read_folder(path: Path) -> ModelFolder:
    """Look into a folder. Raises InputError where it is none, or something in it is missing or cannot be read."""
    require_files(path)
    try:
        languages = _languages(path / CONFIGURATION)
        # a model beyond 2 GB keeps its weights beside it, in model.onnx_data or the like
        files = [*sorted(path.glob(f"{MODEL}*")), path / TOKENIZER]
        parts = [_digest(file) for file in files]
    except OSError as error:
        raise InputError(f"{Path(str(error.filename)).name} cannot be read: {error.strerror}") from None
    named = json.dumps([RECIPE, parts, ANY_LANGUAGE if languages is None else sorted(languages)])
    return ModelFolder(path, hashlib.sha256(named.encode("ascii")).hexdigest()[:NAME_LENGTH], languages)


def _digest(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _languages(file: Path) -> frozenset[str] | None:
    if not file.exists():
        return frozenset({"en"})
    try:
        languages = json.loads(file.read_text(encoding="utf-8"))["languages"]
    except (ValueError, KeyError, TypeError, RecursionError):
        languages = None
    if languages == ANY_LANGUAGE:
        return None
    if not isinstance(languages, list) or not languages or not all(map(_is_code, languages)):
        raise InputError(
            f'{CONFIGURATION} has to be {{"languages": ["en", …]}}, codes of two or three small letters, '
            f'or {{"languages": "{ANY_LANGUAGE}"}}'
        )
    return frozenset(languages)


def _is_code(value: object) -> bool:
    return isinstance(value, str) and len(value) in {2, 3} and value.isascii() and value.islower()
