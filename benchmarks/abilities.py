"""What the command line can do at present: asked of it as anyone would, on texts of the project's own."""

import json
import shlex
import subprocess
import tempfile
from pathlib import Path

from app.resources import SAMPLE

PAGE = "<!doctype html><title>Ferry aground</title><article><p>A ferry ran aground off Pell Point on Friday.</p></article>"


def has(tool: str, ability: str) -> bool:
    """Whether the tool has a command of that name, reads `pages`, or gives `quotes` or `figures` in a collation."""
    if ability == "pages":
        return _reads_pages(tool)
    if ability in {"quotes", "figures"}:
        return bool(_collation(tool).get(ability))
    return _run(tool, ability, "--help").returncode == 0


def _run(tool: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*shlex.split(tool), *arguments], capture_output=True, text=True, check=False)


def _reads_pages(tool: str) -> bool:
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        page.write_text(PAGE, encoding="utf-8")
        return "Pell Point" in _run(tool, "extract", "--format", "jsonl", str(page)).stdout


def _collation(tool: str) -> dict[str, object]:
    files = sorted(str(path) for path in Path(str(SAMPLE)).glob("0[4-8]*.txt"))
    done = _run(tool, "collate", *files, "--format", "json")
    found: dict[str, object] = json.loads(done.stdout) if done.returncode == 0 else {}
    return found
