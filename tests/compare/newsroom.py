"""A seeded newsroom: it revises articles by edits that are all known, to hold what the engine finds against them."""

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from app.ingest.files import Refusal, read_files
from app.resources import SAMPLE
from app.text.document import read_document
from tests.compare.labelled_cases import pairs

Paragraphs = tuple[tuple[str, ...], ...]

SWAPS = {
    "said": "claimed",
    "told": "informed",
    "about": "roughly",
    "large": "sizeable",
    "before": "ahead of",
    "after": "following",
    "first": "earliest",
    "people": "residents",
    "homes": "houses",
    "most": "nearly all",
    "until": "up to",
    "would": "will",
}
_FIGURE = re.compile(r"(?<![\w.,:-])\d+(?![.,:-]?\w)")
"""A whole figure: not the 2 of 2.1 nor the 11 of 11:55."""
_ENDS = (".", "!", "?", ".”", "!”", "?”", '."', '!"', '?"')
LEAST_MOVE = 3
"""Paragraphs that a moved one passes."""
FEWEST_SENTENCES = 6


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence of the revised article: the sentence it comes from, if any, and the words that were exchanged in it."""

    text: str
    source: int | None = None
    edit: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Revision:
    """An article before and after; sentences are counted through the paragraphs."""

    old: Paragraphs
    new: Paragraphs
    links: frozenset[tuple[int, int]]
    moved: frozenset[int]
    """Sentences of `new` that stand in a moved paragraph."""
    edits: dict[int, tuple[str, str]]
    """Sentences of `new` in which some words stand for others: the old words and the new."""


@cache
def articles() -> dict[str, list[Paragraphs]]:
    """English articles written for this project, by the event they tell."""
    found: dict[str, list[Paragraphs]] = {"sample": list(_sample())}
    for pair in pairs():
        if pair.language == "en":
            told = found.setdefault(pair.name.split(" ")[0], [])
            told += [side.paragraphs for side in (pair.a, pair.b) if side.paragraphs not in told]
    return found


def _sample() -> Iterator[Paragraphs]:
    for item in read_files([SAMPLE]):
        assert not isinstance(item, Refusal)
        document = read_document(item.content)
        by_block: dict[int, list[str]] = {}
        for number, sentence in enumerate(document.sentences):
            by_block.setdefault(sentence.block, []).append(document.sentence_text(number))
        yield tuple(tuple(sentences) for sentences in by_block.values())


def revisions(seed: int, prepare: Callable[[Paragraphs], Paragraphs] = lambda old: old) -> Iterator[Revision]:
    """One revision of each article, prepared so; what is added comes from an article about another event."""
    rng = random.Random(seed)  # noqa: S311
    told = articles()
    for event, versions in told.items():
        spare = [s for other in told if other != event for article in told[other] for p in article for s in p]
        spare = [s for s in spare if len(s.split()) > 8]
        for version in versions:
            yield revise(prepare(version), spare, rng)


def revise(old: Paragraphs, spare: Sequence[str], rng: random.Random) -> Revision:
    """Cut, add, split and reword sentences, and move a paragraph."""
    numbers = iter(range(sum(map(len, old))))
    work = [[Piece(text, next(numbers)) for text in paragraph] for paragraph in old]
    few = sum(map(len, old)) <= FEWEST_SENTENCES
    edited = [[new for piece in part for new in _edit(piece, spare, rng, keep=few)] for part in work]
    edited = [paragraph for paragraph in edited if paragraph]
    moved = _move(edited, rng)
    links, at, in_moved, edits = set(), 0, set(), {}
    for paragraph in edited:
        for piece in paragraph:
            if piece.source is not None:
                links.add((piece.source, at))
                in_moved |= {at} if paragraph is moved else set()
            if piece.edit:
                edits[at] = piece.edit
            at += 1
    new = tuple(tuple(piece.text for piece in paragraph) for paragraph in edited)
    return Revision(old, new, frozenset(links), frozenset(in_moved), edits)


def _edit(piece: Piece, spare: Sequence[str], rng: random.Random, *, keep: bool) -> list[Piece]:
    roll = rng.random()
    if roll < 0.05:
        return [piece] if keep else []
    if roll < 0.09:
        return [Piece(rng.choice(spare)), piece]
    if roll < 0.16:
        return [_other_number(piece, rng)]
    if roll < 0.26:
        return [_other_word(piece)]
    if roll < 0.32:
        return _split(piece)
    return [piece]


def _other_number(piece: Piece, rng: random.Random) -> Piece:
    match = _FIGURE.search(piece.text)
    if not match:
        return piece
    new = str(int(match[0]) + rng.randint(1, 9))
    return replace(
        piece, text=piece.text[: match.start()] + new + piece.text[match.end() :], edit=(match[0], new)
    )


def _other_word(piece: Piece) -> Piece:
    for old, new in SWAPS.items():
        if f" {old} " in piece.text:
            return replace(piece, text=piece.text.replace(f" {old} ", f" {new} ", 1), edit=(old, new))
    return piece


def _split(piece: Piece) -> list[Piece]:
    left, comma, right = piece.text.partition(", and ")
    quoted = any(mark in piece.text for mark in "“”\"'‘")
    if not comma or quoted or min(len(left.split()), len(right.split())) < 6:
        return [piece]
    return [replace(piece, text=left + "."), replace(piece, text=right[0].upper() + right[1:])]


def _move(work: list[list[Piece]], rng: random.Random) -> list[Piece] | None:
    """Move a paragraph past others that weigh more than twice its words, so that it is plain which side moved."""
    choices = []
    for at, paragraph in enumerate(work):
        for to in range(len(work)):
            passed = work[at + 1 : to + 1] if to > at else work[to:at]
            if len(passed) >= LEAST_MOVE and _weight(*passed) > 2 * _weight(paragraph):
                choices.append((at, to))
    if not choices or rng.random() < 0.3:
        return None
    at, to = rng.choice(choices)
    taken = work.pop(at)
    work.insert(to, taken)
    return taken


def _weight(*paragraphs: list[Piece]) -> int:
    return sum(len(piece.text.split()) for paragraph in paragraphs for piece in paragraph)


def with_boilerplate(old: Paragraphs, sentence: str, every: int) -> Paragraphs:
    """The article with one same sentence at the end of every few paragraphs; not behind lines that end no sentence."""
    return tuple(
        (*p, sentence) if k % every == every - 1 and p[-1].endswith(_ENDS) else p for k, p in enumerate(old)
    )
