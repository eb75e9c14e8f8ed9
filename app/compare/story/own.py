"""What a version has of its own, once what a base has verbatim is taken away.

Taken away is what stands in a run of six words and more that the base has too (app.compare.reuse), and the marks that
touch such a run. Two runs with no word between them are one stretch.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from app.compare.comparison import Reuse
from app.compare.limits import Limits
from app.compare.reuse import find_reuse, is_passed_over
from app.compare.story.periods import NEVER, Period, certainly_before
from app.text.document import SEPARATOR, Document
from app.text.words import is_word

Order = Literal["earlier", "later", "unclear"]
MOST_SOURCES = 12
"""Versions that are taken away from one text: the first and the latest of those that came before it."""


class Piece(NamedTuple):
    """`[start, end)` of the compared text, inside one block, with so many words.

    `sources` are those that have it verbatim, by index: all that have the whole stretch, or where none has (`pieced`), all
    that have part of it. None of them: it is the version's own.
    """

    start: int
    end: int
    words: int
    sources: tuple[int, ...] = ()
    pieced: bool = False


@dataclass(frozen=True, slots=True)
class Remainder:
    """A version by block, in order and without a gap in any of them; its words, and how many of them are its own."""

    blocks: tuple[tuple[Piece, ...], ...]
    words: int
    own: int


@dataclass(frozen=True, slots=True)
class Sources:
    """The versions to take away, by index; `order`: whether all of them certainly came earlier, or later.

    `left_out` are how many more there are than `MOST_SOURCES`.
    """

    versions: tuple[int, ...]
    order: Order
    left_out: int = 0


def sources_for(
    read: int,
    base: int,
    article: Sequence[int],
    periods: Sequence[Period | None],
    *,
    one_clock: bool = False,
) -> Sources:
    """What to take away from version `read`: of the versions of the base's `article` those that may have come before it.

    That is `earlier` where all of them certainly did. Where all came later, it is the base. `read` and `base` are two
    indices of `periods`, and so are those of `article`; `one_clock`: `read` is of that article too.
    """

    def before(one: int, other: int) -> bool:
        return certainly_before(periods[one], periods[other], one_clock=one_clock)

    perhaps = [at for at in article if at != read and not before(read, at)]
    if not perhaps:
        return Sources((base,), "later")
    if not all(before(at, read) for at in perhaps):
        return _bounded(perhaps, "unclear")
    return _bounded(sorted(perhaps, key=lambda at: periods[at] or NEVER), "earlier")


def _bounded(versions: list[int], order: Order) -> Sources:
    kept = versions if len(versions) <= MOST_SOURCES else [versions[0], *versions[1 - MOST_SOURCES :]]
    return Sources(tuple(kept), order, left_out=len(versions) - len(kept))


def take_away(document: Document, sources: Sequence[Document], limits: Limits) -> Remainder:
    """A version without what the sources have."""
    holders = [_held(document, find_reuse(document, source, limits).runs) for source in sources]
    seen = [any(held) for held in zip(*holders, strict=True)] or [False] * len(document.words)
    plain = [is_word(key) for key in document.words.keys]
    own = sum(is_plain and not is_seen for is_plain, is_seen in zip(plain, seen, strict=True))
    _absorb_marks(document, seen, plain)
    return Remainder(_blocks(document, _stretches(seen), holders, plain), words=sum(plain), own=own)


def _held(document: Document, runs: Sequence[Reuse]) -> list[bool]:
    """Of every word and mark, whether it stands in one of the runs."""
    words = document.words
    held = [False] * len(words)
    for run in runs:
        first, stop = bisect_left(words.starts, run.a_start), bisect_left(words.starts, run.a_end)
        held[first:stop] = [True] * (stop - first)
    return held


def _absorb_marks(document: Document, seen: list[bool], plain: list[bool]) -> None:
    """Make seen what is between two seen words without a word, and the marks that touch a seen word."""
    words = document.words
    size = len(seen)
    marks = [not is_plain and is_passed_over(key) for key, is_plain in zip(words.keys, plain, strict=True)]
    at = 0
    while at < size:
        if seen[at] or not marks[at]:
            at += 1
            continue
        stop = at
        while stop < size and marks[stop] and not seen[stop]:
            stop += 1
        if at and stop < size and seen[at - 1] and seen[stop]:
            seen[at:stop] = [True] * (stop - at)
        else:
            _touch(document, seen, at, stop)
        at = stop


def _touch(document: Document, seen: list[bool], first: int, stop: int) -> None:
    """Of the marks `[first, stop)`, make seen those that hang on a seen word before or behind them without a space."""
    starts, ends = document.words.starts, document.words.ends
    at = first
    while at < stop and at and seen[at - 1] and ends[at - 1] == starts[at]:
        seen[at] = True
        at += 1
    behind = stop - 1
    while behind >= at and behind + 1 < len(seen) and seen[behind + 1] and ends[behind] == starts[behind + 1]:
        seen[behind] = True
        behind -= 1


def _stretches(seen: list[bool]) -> list[range]:
    """The words that are seen, in unbroken ranges."""
    made: list[range] = []
    for at, is_seen in enumerate(seen):
        if is_seen and made and made[-1].stop == at:
            made[-1] = range(made[-1].start, at + 1)
        elif is_seen:
            made.append(range(at, at + 1))
    return made


def _blocks(
    document: Document, stretches: list[range], holders: list[list[bool]], plain: list[bool]
) -> tuple[tuple[Piece, ...], ...]:
    """Every block in pieces, seen and own in turns."""
    words = document.words
    counted = [start for start, is_plain in zip(words.starts, plain, strict=True) if is_plain]
    seen = [
        Piece(words.starts[one.start], words.ends[one.stop - 1], 0, *_sources(holders, one, plain))
        for one in stretches
    ]
    made = []
    start = first = 0
    for block in document.blocks:
        end = start + len(block.text)
        stop = first
        while stop < len(seen) and seen[stop].start < end:
            stop += 1
        made.append(tuple(_pieces(seen[first:stop], start, end, counted)))
        first = stop - 1 if stop > first and seen[stop - 1].end > end else stop
        start = end + len(SEPARATOR)
    return tuple(made)


def _pieces(seen: Iterable[Piece], start: int, end: int, counted: list[int]) -> Iterator[Piece]:
    """What is seen of `[start, end)` and the own pieces around it; `counted` are the places of the words."""
    at = start
    for one in seen:
        first, stop = max(one.start, start), min(one.end, end)
        if at < first:
            yield _counted(Piece(at, first, 0), counted)
        yield _counted(one._replace(start=first, end=stop), counted)
        at = stop
    if at < end:
        yield _counted(Piece(at, end, 0), counted)


def _counted(piece: Piece, counted: list[int]) -> Piece:
    return piece._replace(words=bisect_left(counted, piece.end) - bisect_left(counted, piece.start))


def _sources(holders: list[list[bool]], stretch: range, plain: list[bool]) -> tuple[tuple[int, ...], bool]:
    words = [at for at in stretch if plain[at]]
    whole = [k for k, held in enumerate(holders) if all(held[at] for at in words)]
    return tuple(whole or [k for k, held in enumerate(holders) if any(held[at] for at in words)]), not whole
