"""What the command line writes with: standard output and error, lines of JSON, pages, progress."""

import io
import json
import re
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, TypeVar

from rich.console import Console
from rich.progress import track
from rich.text import Text

from app.text.normalize import visible_form

if TYPE_CHECKING:
    from app.ingest.files import PassedOver

out = Console(highlight=False, soft_wrap=True, emoji=False)
notes = Console(stderr=True, highlight=False, soft_wrap=True, emoji=False)

Item = TypeVar("Item")
_OBEYED = re.compile(r"[\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def say_passed_over(passed: "PassedOver") -> None:
    """Say on standard error which files were passed over."""
    notes.print(Text(visible_form(str(passed))))


def say_refused(message: str, console: Console) -> None:
    """Say what was refused, and why."""
    console.print(Text("refused ", style="red").append(visible_form(message), style="default"))


def with_progress(items: Iterable[Item], doing: str) -> Iterable[Item]:
    """A progress bar on a terminal; none elsewhere."""
    if not notes.is_terminal:
        return items
    return track(items, description=doing, total=None, console=notes, transient=True)


def print_json(value: object) -> None:
    """A line of JSON; signs that a terminal would obey are written as escapes, others only where they must be."""
    plain = sys.stdout.encoding.lower().replace("-", "") == "utf8"
    line = json.dumps(value, ensure_ascii=not plain)
    sys.stdout.write(_OBEYED.sub(lambda sign: f"\\u{ord(sign[0]):04x}", line) + "\n")


def print_page(page: str) -> None:
    """A page, in the encoding that it says it has."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    sys.stdout.write(page)
