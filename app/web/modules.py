"""Scripts as browsers get them: a module with those that it imports in one file, and without its comments.

A file costs a reader its headers (some 800 bytes) and a turn to and fro before the next one is known of; the scripts of a
comparison are 7.6 kB in one file, and 19.8 kB in ten.

    compare.js    import { show } from "./reveal.js";          function show(row) { … }
                  show(row);                              →    show(row);
    reveal.js     export function show(row) { … }

All modules of a file share one scope, so no two may give the same name to different things: tests/web/test_modules.py holds
them to it. Only what our own scripts use is understood: imports of neighbours by name or for what they do, and exports of
declarations.
"""

import re
from collections.abc import Iterator
from pathlib import Path

_IMPORT = re.compile(r'^import (?:\{[^}]*\} from )?"\./([\w-]+\.js)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?function |const |class )", re.MULTILINE)
_COMMENT = re.compile(r"^\s*(?://.*|/\*\*.*\*/)\n", re.MULTILINE)


def in_one(folder: Path, name: str) -> str:
    """A module of a folder after all that it imports, each once."""
    return "".join(_parts(folder, name, set()))


def _parts(folder: Path, name: str, seen: set[str]) -> Iterator[str]:
    seen.add(name)
    text = (folder / name).read_text(encoding="utf-8")
    for imported in _IMPORT.findall(text):
        if imported not in seen:
            yield from _parts(folder, imported, seen)
    yield _COMMENT.sub("", _EXPORT.sub("", _IMPORT.sub("", text)))
