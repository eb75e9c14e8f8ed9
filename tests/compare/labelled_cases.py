"""Events as several outlets tell them, with the links a reader would draw; tests/cases/alignment/README.md has the form."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

CASES = Path(__file__).parents[1] / "cases" / "alignment"
Label = Literal["same", "partial", "related"]
LABELS: dict[str, Label] = {"=": "same", "~": "partial", "?": "related"}
_ARTICLE = re.compile(r"== (?P<key>[a-z]) · (?P<outlet>[^·]+) · (?P<title>.+)")
_LINK = re.compile(r"(\d+)([=~?])(\d+)")


@dataclass(frozen=True, slots=True)
class Telling:
    """One outlet's article: its sentences by paragraph."""

    outlet: str
    title: str
    paragraphs: tuple[tuple[str, ...], ...]

    def sentences(self) -> list[str]:
        return [sentence for paragraph in self.paragraphs for sentence in paragraph]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two tellings; `links` holds the label of each pair of sentences, counted from zero."""

    name: str
    language: str
    a: Telling
    b: Telling
    links: dict[tuple[int, int], Label]

    def labelled(self, *labels: Label) -> set[tuple[int, int]]:
        return {pair for pair, label in self.links.items() if label in labels}


def pairs() -> list[Pair]:
    """Every labelled pair, in the order of the files' names."""
    return [pair for path in sorted(CASES.glob("*.txt")) for pair in read_case(path)]


def read_case(path: Path) -> Iterator[Pair]:
    """The pairs of one file; raises ValueError where it is not in form."""
    head, *sections = re.split(r"(?m)^(?=== )", path.read_text(encoding="utf-8"))
    language = head.removeprefix("language:").strip()
    tellings: dict[str, Telling] = {}
    for section in sections[:-1]:
        first, _, body = section.partition("\n")
        if not (match := _ARTICLE.fullmatch(first)):
            raise ValueError(f"{path.name}: {first!r} opens no article")
        tellings[match["key"]] = Telling(match["outlet"], match["title"], _paragraphs(body, path.name))
    for line in sections[-1].splitlines()[1:]:
        (one, other), marks = line[:3].split("-"), line[3:].split()
        a, b = tellings[one], tellings[other]
        yield Pair(f"{path.stem} {one}-{other}", language, a, b, _links(marks, a, b, path.name))


def _paragraphs(body: str, name: str) -> tuple[tuple[str, ...], ...]:
    found = []
    numbers = []
    for part in re.split(r"\n\n+", body.strip()):
        lines = [line.split(" ", 1) for line in part.splitlines()]
        numbers += [int(number) for number, _ in lines]
        found.append(tuple(text for _, text in lines))
    if numbers != list(range(1, len(numbers) + 1)):
        raise ValueError(f"{name}: sentences are numbered {numbers}")
    return tuple(found)


def _links(marks: list[str], a: Telling, b: Telling, name: str) -> dict[tuple[int, int], Label]:
    links: dict[tuple[int, int], Label] = {}
    for mark in marks:
        if not (match := _LINK.fullmatch(mark)):
            raise ValueError(f"{name}: {mark!r} is no link")
        key = int(match[1]) - 1, int(match[3]) - 1
        if key in links or key[0] >= len(a.sentences()) or key[1] >= len(b.sentences()):
            raise ValueError(f"{name}: {mark!r} stands twice or names no sentence")
        links[key] = LABELS[match[2]]
    return links
