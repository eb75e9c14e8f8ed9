"""Texts with the figures that a reader finds in them; tests/cases/figures/README.md has the form."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from app.compare.figures.finding import find_figures
from app.text.document import read_sentence

CASES = Path(__file__).parents[2] / "cases" / "figures"
_FIGURE = re.compile(r"  (?P<kind>\w+) (?P<value>.+?)(?P<resolved>\*)? \| (?P<text>.+)")
Told = tuple[str, str, str, bool]
"""Kind, value, text, and whether it was resolved."""


@dataclass(frozen=True, slots=True)
class Case:
    """A text and its figures."""

    name: str
    language: str
    published: str | None
    text: str
    figures: tuple[Told, ...]

    def found(self) -> tuple[Told, ...]:
        figures = find_figures(read_sentence(self.text, language=self.language), self.published)
        return tuple((one.kind, one.value, one.text, one.resolved) for one in figures)


def cases() -> list[Case]:
    return [case for path in sorted(CASES.glob("*.txt")) for case in _read(path)]


def _read(path: Path) -> Iterator[Case]:
    language, published = "", None
    for part in re.split(r"\n\n+", path.read_text(encoding="utf-8").strip()):
        lines = part.splitlines()
        while lines and (match := re.fullmatch(r"(language|published): (.+)", lines[0])):
            if match[1] == "language":
                language, published = match[2], None
            else:
                published = match[2]
            lines.pop(0)
        if lines:
            yield Case(
                f"{path.stem}: {lines[0][:30]}", language, published, lines[0], tuple(map(_told, lines[1:]))
            )


def _told(line: str) -> Told:
    match = _FIGURE.fullmatch(line)
    if not match:
        raise ValueError(f"{line!r} is no figure")
    return match["kind"], match["value"], match["text"], bool(match["resolved"])
