"""The folder that holds an embedding model: what must be in it, and what names it."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from app.errors import InputError

MODEL = "model.onnx"
TOKENIZER = "tokenizer.json"
CONFIGURATION = "variorum.json"
"""May stand beside the two: `{"languages": ["en", "de"]}` or `{"languages": "any"}`."""
ANY_LANGUAGE = "any"
RECIPE = "1"
"""Version of how vectors are made from a model's output; part of every model's name."""
NAME_LENGTH = 16
_AT_ONCE = 1 << 20


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


def read_folder(value: str) -> ModelFolder:
    """Look into the folder of that name. Raises InputError where it is none, or something is missing or unreadable."""
    path = Path(value)
    if not path.is_dir():
        raise InputError(f"there is no such folder; it has to hold {MODEL} and {TOKENIZER}")
    for name in (MODEL, TOKENIZER):
        if not (path / name).is_file():
            raise InputError(f"there is no {name} in it")
    try:
        languages = _languages(path / CONFIGURATION)
        # a model beyond 2 GB keeps its weights beside it, in model.onnx_data or the like
        files = [*sorted(path.glob(f"{MODEL}*")), path / TOKENIZER]
        digest = hashlib.sha256(RECIPE.encode())
        for file in files:
            digest.update(_digest(file))
    except OSError as error:
        raise InputError(f"{error.filename} cannot be read: {error.strerror}") from None
    digest.update(json.dumps(sorted(languages) if languages is not None else ANY_LANGUAGE).encode())
    return ModelFolder(path, digest.hexdigest()[:NAME_LENGTH], languages)


def _digest(file: Path) -> bytes:
    digest = hashlib.sha256()
    with file.open("rb") as opened:
        while part := opened.read(_AT_ONCE):
            digest.update(part)
    return digest.digest()


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
            f'{CONFIGURATION} has to be {{"languages": ["en", …]}}, codes of two or three letters, '
            f'or {{"languages": "{ANY_LANGUAGE}"}}'
        )
    return frozenset(languages)


def _is_code(value: object) -> bool:
    return (
        isinstance(value, str)
        and len(value) in {2, 3}
        and value.isascii()
        and value.isalpha()
        and value.islower()
    )
