"""The packages from npm, installed on demand beside the Python packages: no part of the project."""

import shutil
import subprocess
import sys
from pathlib import Path

_WANTED = Path(__file__).with_name("package.json")
_INSTALLED = Path(sys.prefix) / "audit"


class MissingError(Exception):
    """Something that the checks need is not here and cannot be had."""


def install() -> Path:
    """The folder of the installed packages, in the versions of package.json. Raises MissingError, naming what is missing."""
    for program in ("node", "npm", "java"):
        if not shutil.which(program):
            raise MissingError(f"{program} is not here")
    done = _INSTALLED / "package.json"
    if not done.is_file() or done.read_bytes() != _WANTED.read_bytes():
        _INSTALLED.mkdir(exist_ok=True)
        waiting = _INSTALLED / "package.wanted.json"
        shutil.copy(_WANTED, waiting)
        _npm(waiting)
        waiting.rename(done)
    return _INSTALLED / "node_modules"


def chromium() -> str:
    """Debian's Chromium. Raises MissingError where there is none."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if not found:
        raise MissingError("Chromium is not here")
    return found


def _npm(wanted: Path) -> None:
    """Install what is wanted, apart, so that a broken installation is not taken for a whole one."""
    folder = wanted.parent / "making"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    shutil.copy(wanted, folder / "package.json")
    command = [
        "npm",
        "install",
        "--ignore-scripts",
        "--no-audit",
        "--no-fund",
        "--no-package-lock",
        "--silent",
    ]
    if subprocess.run(command, cwd=folder, check=False).returncode:
        raise MissingError("npm cannot install the packages")
    shutil.rmtree(wanted.parent / "node_modules", ignore_errors=True)
    (folder / "node_modules").rename(wanted.parent / "node_modules")
    shutil.rmtree(folder)
