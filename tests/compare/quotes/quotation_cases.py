"""The labelled quotations of tests/cases/quotes: short texts in many languages, with what is said in them and by whom."""

import json
from dataclasses import dataclass
from pathlib import Path

from app.compare.quotes.finding import find_quotations
from app.text.content import Block, Content
from app.text.document import Document, read_document

FOLDER = Path(__file__).parents[2] / "cases" / "quotes"


@dataclass(frozen=True)
class Said:
    """A quotation as it is asked for."""

    text: str
    speaker: str | None
    scare: bool


@dataclass(frozen=True)
class Case:
    """A text and its quotations, in order."""

    name: str
    language: str
    paragraphs: tuple[str, ...]
    expected: tuple[Said, ...]

    def document(self) -> Document:
        """The text as a version."""
        return read_document(
            Content(tuple(Block("paragraph", one) for one in self.paragraphs)), language=self.language
        )

    def found(self) -> tuple[Said, ...]:
        """What is found in it."""
        return tuple(Said(one.text, one.speaker, one.scare) for one in find_quotations(self.document()))


def cases() -> list[Case]:
    """Every case of every file."""
    return [
        Case(
            f"{path.stem}: {one['name']}",
            one["language"],
            tuple(one["paragraphs"]),
            tuple(
                Said(said["text"], said["speaker"], said.get("scare", False)) for said in one["quotations"]
            ),
        )
        for path in sorted(FOLDER.glob("*.json"))
        for one in json.loads(path.read_text(encoding="utf-8"))
    ]
