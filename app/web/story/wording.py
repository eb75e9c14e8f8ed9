"""Two wordings of one thing, read in one line: what both have, what was cut and what was added."""

from dataclasses import dataclass
from typing import Literal

from app.compare.engine import compare_sentences
from app.text.document import read_sentence

PieceKind = Literal["same", "cut", "added"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words: of both wordings (as the second prints it), of the first alone (`cut`) or the second (`added`)."""

    kind: PieceKind
    text: str


def in_one_line(first: str, second: str, language: str) -> tuple[Piece, ...]:
    """The second wording with what it leaves out of the first, and what it has beyond it, in reading order.

    The pieces that are not cut, joined, are the second text exactly as printed.
    """
    compared = compare_sentences(
        read_sentence(first, language=language), read_sentence(second, language=language)
    )
    if not compared.links:
        return _pieces(("cut", first), ("added", second))
    pieces: list[Piece] = []
    for change in compared.links[0].changes:
        a, b = first[change.a_start : change.a_end], second[change.b_start : change.b_end]
        pieces += _pieces(("same", b)) if change.op == "equal" else _pieces(("cut", a), ("added", b))
    return tuple(pieces)


def _pieces(*parts: tuple[PieceKind, str]) -> tuple[Piece, ...]:
    return tuple([Piece(kind, text) for kind, text in parts if text])
