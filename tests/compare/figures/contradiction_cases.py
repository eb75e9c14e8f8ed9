"""Pairs of texts that contradict each other on a figure, or do not; tests/cases/contradictions/README.md has the form."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from app.compare.figures.facts import find_facts
from app.compare.figures.figure import Fact
from app.compare.statements import Statement
from tests.compare.comparison_texts import document

CASES = Path(__file__).parents[2] / "cases" / "contradictions"
LINKED = (Statement(((0, (0,)), (1, (0,)))),)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts of one language, and what a careful reader says of them."""

    language: str
    one: str
    other: str
    verdict: str
    linked: bool

    def facts(self, *, turned: bool = False) -> tuple[Fact, ...]:
        texts = [self.other, self.one] if turned else [self.one, self.other]
        read = [document(text.replace("¶", "\n\n"), language=self.language) for text in texts]
        return find_facts(read, [None, None], LINKED if self.linked else ())

    def holds(self, *, turned: bool = False) -> bool:
        """Whether the reader is agreed with."""
        facts = self.facts(turned=turned)
        told = "conflict" in {fact.agreement for fact in facts}
        if self.verdict == "one":
            return not told and any({one.version for one in fact.members} == {0, 1} for fact in facts)
        return told == (self.verdict == "contradict")


def pairs(name: str) -> list[Pair]:
    return list(_read((CASES / f"{name}.txt").read_text(encoding="utf-8")))


def _read(text: str) -> Iterator[Pair]:
    language = ""
    for part in text.strip().split("\n\n"):
        lines = part.splitlines()
        if lines[0].startswith("language: "):
            language = lines.pop(0).removeprefix("language: ")
        one, other, verdict = lines
        said, *where = verdict.split()
        yield Pair(language, one, other, said, where != ["elsewhere"])
