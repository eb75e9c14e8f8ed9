"""Two wordings of one thing, read in one line: what both have, what was cut and what was added."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from app.compare.engine import compare_sentences
from app.compare.quotes.wording import read_text
from app.text.document import read_sentence

PieceKind = Literal["same", "cut", "added"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words: of both wordings (as the second prints it), of the first alone (`cut`) or the second (`added`)."""

    kind: PieceKind
    text: str


def in_one_line(first: str, second: str, language: str) -> tuple[Piece, ...]:
    """The second wording with what it leaves out of the first, and what it has beyond it, in reading order.

    The pieces that are not cut, joined, are the second text exactly as printed. Marks and house style alone are no
    difference.
    """
    return tuple(_in_words(_told_apart(first, second, language), language))


def _told_apart(first: str, second: str, language: str) -> tuple[Piece, ...]:
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


def _in_words(pieces: Iterable[Piece], language: str) -> Iterator[Piece]:
    """The pieces; what differs, but not in its words, is the same."""
    for is_same, run in groupby(pieces, key=lambda piece: piece.kind == "same"):
        held = list(run)
        cut, added = ("".join([one.text for one in held if one.kind == kind]) for kind in ("cut", "added"))
        if is_same or read_text(cut, language).words != read_text(added, language).words:
            yield from held
        elif added:
            yield Piece("same", added)
