"""The Nu HTML checker on every state of every page, as sent and as scripts leave it, and on every style sheet."""

import json
import subprocess
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser, Page, Response

from app.resources import STATIC
from benchmarks.audit.figure import Figure, count
from tests.web.every_page.states import PARTS, State
from tests.web.every_page.window import Site, window

_GAPS = Path(__file__).with_name("gaps.toml")
_WHOLE = """<!doctype html>
<html lang="en"><head><title>A part of a page</title></head><body><h1>A part of a page</h1>
{}
</body></html>
"""


@dataclass(frozen=True, slots=True)
class Gap:
    """Something right that the checker does not know: its exact message, where it says so, and why that is no fault."""

    file: str
    message: str
    why: str


@dataclass(frozen=True, slots=True)
class Said:
    """What the checker said of a file: `kind` is `error` or `warning`."""

    kind: str
    file: str
    line: int
    message: str
    extract: str

    def __str__(self) -> str:
        return f"{self.message} ({self.file}, line {self.line}: {' '.join(self.extract.split())})"


def markup(browser: Browser, site: Site, states: Sequence[State], packages: Path) -> list[Figure]:
    """Errors and warnings over these states and all style sheets, less what is known to be a gap of the checker."""
    gaps = read_gaps()
    with TemporaryDirectory() as folder:
        pages = _write_pages(browser, site, states, Path(folder))
        said = _check(packages, pages) + _check(packages, sorted(STATIC.glob("*.css")), "--css")
    ours = [one for one in said if not any(known(one, gap) for gap in gaps)]
    idle = [gap for gap in gaps if not any(known(one, gap) for one in said)]
    checked = f"{len(pages)} pages and every style sheet"
    return [
        _count(f"Nu checker: errors, {checked}", [one for one in ours if one.kind == "error"]),
        _count("Nu checker: warnings", [one for one in ours if one.kind == "warning"]),
        count(
            "known gaps of the checker that it no longer has", (f"{gap.file}: {gap.message}" for gap in idle)
        ),
    ]


def _count(name: str, said: Sequence[Said]) -> Figure:
    """How many there are; the same said of many pages is told once."""
    first = {one.message: one for one in reversed(said)}
    told = Counter(one.message for one in said).most_common()
    return Figure(name, len(said), 0, told=tuple(f"{times} × {first[message]}" for message, times in told))


def read_gaps(file: Path = _GAPS) -> list[Gap]:
    """The gaps, in the order of the file."""
    return [Gap(**entry) for entry in tomllib.loads(file.read_text(encoding="utf-8")).get("gap", [])]


def known(said: Said, gap: Gap) -> bool:
    """Whether the checker said that for want of knowing better."""
    return (said.file, said.message) == (gap.file, gap.message)


def parse(printed: str) -> Iterator[Said]:
    """The errors and warnings among the checker's messages; notes that belong to one of them are left out."""
    messages: list[dict[str, Any]] = json.loads(printed)["messages"]
    for one in messages:
        kind = one.get("subType") if one["type"] == "info" else "error"
        if kind in {"error", "warning"}:
            file = unquote(one.get("url", "")).rpartition("/")[2]
            yield Said(kind, file, one.get("lastLine", 0), one["message"], one.get("extract", ""))


def _check(packages: Path, files: Sequence[Path], *options: str) -> list[Said]:
    jar = packages / "vnu-jar" / "build" / "dist" / "vnu.jar"
    command = ["java", "-jar", str(jar), "--format", "json", "--exit-zero-always", *options, *map(str, files)]
    return list(parse(subprocess.run(command, check=True, capture_output=True, text=True).stderr))


def _write_pages(browser: Browser, site: Site, states: Sequence[State], folder: Path) -> list[Path]:
    pages: dict[str, str] = {}
    for state in states:
        with window(browser, site) as opened:
            answers: list[Response] = []
            opened.page.on("response", partial(_keep, answers))
            opened.visit(state)
            pages |= _seen(state, opened.page, answers)
    return list(_written(pages, folder))


def _keep(answers: list[Response], answer: Response) -> None:
    answers.append(answer)


def _seen(state: State, page: Page, answers: Sequence[Response]) -> dict[str, str]:
    """A page as it was sent, as scripts left it where there are scripts, and the parts of pages that they fetched."""
    found = {state.name: [one for one in answers if one.request.is_navigation_request()][-1].text()}
    if page.locator("script").count():
        found[f"{state.name}, after scripts"] = page.content()
    for part in PARTS:
        for one in answers:
            if urlsplit(one.url).path.endswith(part.rpartition("}")[2]):
                found[f"{state.name}, part"] = _WHOLE.format(one.text())
    return found


def _written(pages: dict[str, str], folder: Path) -> Iterator[Path]:
    """The pages as files, named by their states; where states have the same page, it is one file."""
    once = {text: name for name, text in reversed(pages.items())}
    for text, name in once.items():
        file = folder / f"{name.replace('/', '_').replace('?', '')}.html"
        file.write_text(text, encoding="utf-8")
        yield file
