"""Where a text has what was looked for, and the stretches that show it in context."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.text.asking import Asked, Term
from app.text.lookup import Units, split_units

BEFORE, AFTER = 10, 22
"""Units of context before the first match of a stretch, and from there on."""
STRETCHES = 2
"""Stretches that are shown of a text."""
LONGEST = 400
"""Code points that a stretch may have."""
LOOKED_AT = 60_000
"""Code points of a text in which places are looked for: a match further on is found, but not shown."""
MOST_PLACES = 500


@dataclass(frozen=True, slots=True)
class Piece:
    """Text as printed; `found` where it is what was looked for."""

    text: str
    found: bool


Excerpt = tuple[Piece, ...]
"""Pieces that joined are a stretch of a text, with `…` where it begins or ends in the middle of a block."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Units `[first, last)` of a text that are the term of this number."""

    first: int
    last: int
    term: int


def marked(text: str, asked: Asked) -> Excerpt:
    """A whole text (a title), with what was looked for."""
    units = split_units(text)
    return _pieces(text, units, _places(units, asked), 0, len(text))


def excerpts(blocks: Sequence[str], asked: Asked) -> tuple[Excerpt, ...]:
    """At most `STRETCHES` stretches of some blocks, in order, that show as many terms as can be; else the first words."""
    candidates: list[tuple[int, str, Units, list[_Place]]] = []
    looked_at = 0
    for number, block in enumerate(blocks):
        text = block[: max(0, LOOKED_AT - looked_at)]
        looked_at += len(text)
        units = split_units(text)
        candidates += [(number, text, units, near) for near in _windows(_places(units, asked))]
    chosen: list[int] = []
    shown: set[int] = set()
    for _ in range(STRETCHES):
        gain = [
            _worth(near, shown) if at not in chosen else (0, 0) for at, (*_, near) in enumerate(candidates)
        ]
        best = max(range(len(gain)), key=gain.__getitem__, default=None)
        if best is None or not gain[best][0]:
            break
        chosen.append(best)
        shown |= {place.term for place in candidates[best][3]}
    stretches = tuple([_stretch(*candidates[at][1:]) for at in sorted(chosen)])
    return stretches or _opening(blocks)


def _worth(near: list[_Place], shown: set[int]) -> tuple[int, int]:
    """How many terms a window has that are not shown yet, then how many places."""
    return len({place.term for place in near} - shown), len(near)


def _opening(blocks: Sequence[str]) -> tuple[Excerpt, ...]:
    first = next((block for block in blocks if block.strip()), "")[:LOOKED_AT]
    return (_stretch(first, split_units(first), []),) if first else ()


def _places(units: Units, asked: Asked) -> list[_Place]:
    """Where the terms stand, at most `MOST_PLACES` of them, in order."""
    at: dict[str, list[int]] = {}
    for number, key in enumerate(units.keys):
        at.setdefault(key, []).append(number)
    found = [
        _Place(first, first + len(term.keys), number)
        for number, term in enumerate(asked.terms)
        for first in _firsts(units.keys, at, term)
    ]
    return sorted(found, key=lambda place: (place.first, -place.last))[:MOST_PLACES]


def _firsts(keys: tuple[str, ...], at: dict[str, list[int]], term: Term) -> Iterator[int]:
    *whole, last = term.keys
    ends = [key for key in at if key.startswith(last)] if term.prefix else [last]
    for end in ends:
        for number in at.get(end, ()):
            first = number - len(whole)
            if first >= 0 and list(keys[first:number]) == whole:
                yield first


def _windows(places: list[_Place]) -> Iterator[list[_Place]]:
    """The places that one stretch shows together, beginning with the first one that no stretch has shown."""
    at = 0
    while at < len(places):
        near = [place for place in places[at:] if place.first < places[at].first + AFTER]
        yield near
        at += len(near)


def _stretch(text: str, units: Units, near: list[_Place]) -> Excerpt:
    first = max(0, near[0].first - BEFORE) if near else 0
    last = min(len(units.keys), (near[0].first if near else 0) + AFTER)
    start = units.starts[first] if first else 0
    end = units.ends[last - 1] if last < len(units.keys) else len(text)
    if near:
        # Words without end: the match is what has to be seen.
        start = max(start, units.starts[near[0].first] - LONGEST // 4)
    end = min(end, start + LONGEST)
    pieces = _pieces(text, units, near, start, end)
    before = (Piece("…", found=False),) if start else ()
    after = (Piece("…", found=False),) if end < len(text) else ()
    return before + pieces + after


def _pieces(text: str, units: Units, places: list[_Place], start: int, end: int) -> Excerpt:
    pieces: list[Piece] = []
    at = start
    for place in places:
        first, last = units.starts[place.first], min(end, units.ends[place.last - 1])
        if first >= end or last <= at:
            continue
        if at < first:
            pieces.append(Piece(text[at:first], found=False))
        pieces.append(Piece(text[max(at, first) : last], found=True))
        at = last
    if at < end:
        pieces.append(Piece(text[at:end], found=False))
    return tuple(pieces)
