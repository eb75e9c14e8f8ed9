"""Prominence: where in each version a statement stands, from the first words to the last paragraph."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from app.compare.collation import Collation
from app.text.document import Document
from app.text.words import is_word

Standing = Literal["heading", "lede", "last", "body"]
APART = 0.5
"""Least difference in depth between two versions for which a statement counts as placed differently."""
MOST_APART = 5
"""Statements that are brought out for it."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a version has a statement for the first time: the sentence, and its `depth`, the share of words before it.

    It is in paragraph `paragraph` of `paragraphs`, from 1, headings not counted (a heading has the number of the paragraph
    that follows). `standing` is `lede` in the first paragraph, `last` in the last one of several.
    """

    version: int
    sentence: int
    depth: float
    paragraph: int
    paragraphs: int
    standing: Standing


@dataclass(frozen=True, slots=True)
class Line:
    """A statement (its index) that at least two versions have, with its place in each, by version."""

    statement: int
    places: tuple[Place, ...]

    @property
    def spread(self) -> float:
        """The difference in depth between the versions that have it highest and lowest."""
        depths = [place.depth for place in self.places]
        return max(depths) - min(depths)

    @property
    def apart(self) -> bool:
        """Whether versions place it differently: far apart, or in the lede of one and the last paragraph of another."""
        standings = {place.standing for place in self.places}
        return self.spread >= APART or {"lede", "last"} <= standings


def find_lines(collation: Collation) -> tuple[Line, ...]:
    """The statements that at least two versions have, in their order."""
    rulers = [_Ruler(document) for document in collation.documents]
    return tuple(
        [
            Line(number, tuple([rulers[version].place(version, said[0]) for version, said in one.members]))
            for number, one in enumerate(collation.statements)
            if one.coverage > 1
        ]
    )


def widest(lines: Sequence[Line], rows: int) -> tuple[Line, ...]:
    """The `rows` lines that most versions have, of these the ones whose places differ most; in their order."""
    ranked = sorted(lines, key=lambda line: (-len(line.places), -line.spread, line.statement))
    return tuple(sorted(ranked[:rows], key=lambda line: line.statement))


def furthest_apart(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines whose places differ most, at most `MOST_APART`, widest first."""
    ranked = sorted(
        [line for line in lines if line.apart],
        key=lambda line: (-line.spread, -len(line.places), line.statement),
    )
    return tuple(ranked[:MOST_APART])


class _Ruler:
    """Measures depths in one version."""

    def __init__(self, document: Document) -> None:
        words = [is_word(form) for form in document.words.forms]
        kept = [words[number] for number in document.words.print_of.tolist()]
        self.before = [0]
        for one in kept:
            self.before.append(self.before[-1] + one)
        self.document = document
        self.paragraphs = sorted(
            {one.block for one in document.sentences if document.blocks[one.block].kind != "heading"}
        )

    def place(self, version: int, sentence: int) -> Place:
        """The place of a sentence."""
        at = self.document.sentences[sentence]
        paragraph = bisect_left(self.paragraphs, at.block)
        return Place(
            version=version,
            sentence=sentence,
            depth=self.before[at.first_word] / max(1, self.before[-1]),
            paragraph=min(paragraph + 1, len(self.paragraphs)),
            paragraphs=len(self.paragraphs),
            standing=self._standing(at.block, paragraph),
        )

    def _standing(self, block: int, paragraph: int) -> Standing:
        if self.document.blocks[block].kind == "heading":
            return "heading"
        if paragraph == 0:
            return "lede"
        return "last" if paragraph == len(self.paragraphs) - 1 else "body"
