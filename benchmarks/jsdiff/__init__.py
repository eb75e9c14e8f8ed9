"""jsdiff, a JavaScript library, as a peer: one process of node that stays and times its own work."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.text.content import Content
from benchmarks.peers import Method

_HERE = Path(__file__).parent
_INSTALLED = Path(sys.prefix) / "jsdiff"
"""Beside the Python packages, so that it is kept from run to run and no part of the project."""


@contextmanager
def jsdiff() -> Iterator[Method | str]:
    """The method, or why there is none: node or npm missing, or the package not to be had."""
    if reason := _install():
        yield reason
        return
    with subprocess.Popen(
        ["node", "words.js"], cwd=_INSTALLED, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as node:
        yield Method("jsdiff, diffWords", "marks words", _Asking(node))


class _Asking:
    """Times one pair in the waiting process; raises RuntimeError where it does not answer."""

    def __init__(self, node: subprocess.Popen[bytes]) -> None:
        self._node = node

    def __call__(self, a: Content, b: Content) -> float:
        if not self._node.stdin or not self._node.stdout:
            raise RuntimeError("node has no pipes")
        self._node.stdin.write(json.dumps({"a": a.body(), "b": b.body()}).encode() + b"\n")
        self._node.stdin.flush()
        return float(self._node.stdout.readline())


def _install() -> str:
    """Install the pinned package where it is not yet; gives the reason where it cannot be."""
    if not shutil.which("node") or not shutil.which("npm"):
        return "node and npm are not here"
    wanted = (_HERE / "package-lock.json").read_bytes()
    lock = _INSTALLED / "package-lock.json"
    _INSTALLED.mkdir(exist_ok=True)
    if not (_INSTALLED / "node_modules" / "diff").is_dir() or lock.read_bytes() != wanted:
        for name in ("package.json", "package-lock.json"):
            shutil.copy(_HERE / name, _INSTALLED)
        install = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"]
        if subprocess.run(install, cwd=_INSTALLED, capture_output=True, check=False).returncode:
            return "npm cannot install it"
    shutil.copy(_HERE / "words.js", _INSTALLED)
    return ""
