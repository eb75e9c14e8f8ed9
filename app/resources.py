"""Where templates, static files and the sample story lie: at the checkout's top level, or in the installed package."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def _folder(*parts: str) -> Path:
    installed = PACKAGE.joinpath(*parts)
    return installed if installed.is_dir() else PACKAGE.parent.joinpath(*parts)


TEMPLATES = _folder("templates")
STATIC = _folder("static")
SAMPLE = _folder("data", "sample")
