"""A run of pieces that the grammar takes for a figure, with what stands around it, and the amounts in it."""

from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from app.compare.figures.figure import FigureKind
from app.compare.figures.numbers import plain
from app.compare.figures.pieces import Piece, Pieces
from app.text.rarity import word_rarity

NUMBERS = "nye"
CONTENT = 0.21
"""Least rarity (app.text.rarity) of a word that may be what is counted: rarer than “were” and “said”, as “people” is."""
EDGE = Piece("|", "", 0, 0)


class Reading(NamedTuple):
    """What a run means: `[first, last)` are the pieces that stand for it."""

    kind: FigureKind
    value: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Run:
    """Pieces `[first, last)` of a version, as one form of the grammar has them."""

    text: str
    language: str
    pieces: Pieces
    first: int
    last: int

    @property
    def code(self) -> str:
        """The letters of its pieces."""
        return self.pieces.code[self.first : self.last]

    def items(self, letters: str) -> list[Piece]:
        """Those of its pieces that have one of the letters."""
        return [piece for piece in self.pieces.items[self.first : self.last] if piece.letter in letters]

    def at(self, index: int) -> Piece:
        """The piece at a place of the version; an edge where there is none."""
        return self.pieces.items[index] if 0 <= index < len(self.pieces.items) else EDGE

    @property
    def before(self) -> Piece:
        """The piece before it."""
        return self.at(self.first - 1)

    @property
    def after(self) -> Piece:
        """The piece behind it."""
        return self.at(self.last)

    def print_of(self, piece: Piece) -> str:
        """A piece as printed."""
        return self.text[piece.start : piece.end]

    def is_content(self, piece: Piece) -> bool:
        """Whether a piece is a word that may be counted."""
        if piece.letter == "c":
            return True
        printed = self.print_of(piece)
        if self.language == "de" and not printed[:1].isupper():
            return False
        return (
            piece.letter == "x"
            and printed[:1].isalpha()
            and word_rarity((printed.lower(),), self.language)[0] >= CONTENT
        )

    def numbers(self) -> list[Decimal]:
        """The values of its numbers, in order."""
        return [Decimal(str(piece.value)) for piece in self.items(NUMBERS)]

    def count(self) -> Decimal:
        """Its one number; one where only an article stands."""
        numbers = self.numbers()
        return numbers[-1] if numbers else Decimal(1)

    def amount(self, write: str = "{}", times: Decimal = Decimal(1)) -> str:
        """Its number or range with its qualifier, each number as `write` has it: `>240`, `~12 km`, `10..15`."""
        numbers = [number * times for number in self.numbers()][-2:] or [times]
        if len(numbers) == 2 and numbers[0] >= numbers[1]:
            numbers = numbers[-1:]
        qualifiers = self.items("Q")
        sign = str(qualifiers[0].value) if qualifiers and len(numbers) == 1 else ""
        return sign + "..".join(write.format(plain(number)) for number in numbers)
