"""A passage cut to the room there is, around the words that have to be seen."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from unicodedata import category, east_asian_width

import regex

from app.text.words import is_word, split_words

Span = tuple[int, int]
"""`[start, end)` in code points of a text."""

ROOMS = (600, 420, 340, 290, 250, 220, 195, 175, 155, 135, 115, 95, 75, 55, 40)
"""Widths for which a passage is cut, in signs of a Latin text; a sign as wide as it is high counts twice."""
HEADLINE_ROOMS = (200, 110, 98, 88, 80, 73, 67, 61, 55, 49, 43, 36)
NAME_ROOMS = (80, 60, 50, 44, 39, 35, 31, 27, 23, 19)
"""The same for headlines, and for the names of outlets."""
LOOKED_AT = 3000
"""Code points before and behind the focus that are looked at."""
_FOCUS = 0.7
"""The part of the room that the focus may take by itself."""
_BEFORE = 0.4
"""The part of what is left that goes to what stands before the focus."""
_LITTLE = 3
"""Width that is not worth leaving out."""
_ELLIPSIS = "…"
_CLUSTERS = regex.compile(r"\X")


@dataclass(frozen=True, slots=True)
class Piece:
    """Text as printed, marked or not."""

    text: str
    marked: bool


Passage = tuple[Piece, ...]


def passages(
    text: str, span: Span, marks: Sequence[Span], focus: Span | None, rooms: Sequence[int]
) -> tuple[Passage, ...]:
    """The stretch `span` of a text for every one of some rooms, the widest first, without repeating itself.

    Where it has to be cut, it shows `focus` (by itself: its beginning) and words on both sides of it, with `…` where words
    are missing. `marks` are in order, apart from each other.
    """
    window = _Window(text, span, focus or (span[0], span[0]))
    cut = (window.cut(room) for room in rooms)
    return tuple(dict.fromkeys(_pieces(text, span, inside, marks) for inside in cut))


class _Window:
    """The part of a text that is looked at, with the width of everything before each of its signs."""

    def __init__(self, text: str, span: Span, focus: Span) -> None:
        self.span, self.focus = span, focus
        self.first = max(span[0], focus[0] - LOOKED_AT)
        self.last = min(span[1], max(focus[0], min(focus[1], focus[0] + LOOKED_AT)) + LOOKED_AT)
        part = text[self.first : self.last]
        self.widths = [0, *accumulate(map(_width, part))]
        words = split_words(part)
        self.starts = [
            self.first + start for start, key in zip(words.starts, words.keys, strict=True) if is_word(key)
        ]
        self.ends = [self.first + end for end in words.ends]
        self.text = text

    def cut(self, room: int) -> Span:
        """What of the span fits in a room."""
        whole = self.first == self.span[0] and self.last == self.span[1]
        if whole and self.widths[-1] <= room:
            return self.span
        start, end = self.focus[0], min(self.focus[1], self.last)
        if self._of(start, end) > room * _FOCUS:
            end = self._snapped(start, self._reach(start, room * _FOCUS))
            return self._before(start, room * (1 - _FOCUS) * _BEFORE), end
        left = room - self._of(start, end)
        before, after = self._of(self.first, start), self._of(end, self.last)
        ahead = min(before, max(left * _BEFORE, left - after))
        return self._before(start, ahead), self._after(end, left - ahead)

    def _of(self, start: int, end: int) -> int:
        return self.widths[end - self.first] - self.widths[start - self.first]

    def _reach(self, start: int, width: float) -> int:
        """The furthest place that is not further than a width from `start`."""
        return self.first + bisect_right(self.widths, self.widths[start - self.first] + width) - 1

    def _before(self, start: int, width: float) -> int:
        """The beginning of the earliest word that is not further than a width before `start`."""
        earliest = self.first + bisect_left(self.widths, self.widths[start - self.first] - width)
        if self.first > self.span[0]:
            earliest = max(earliest, self.first + 1)  # the first word may be the end of one
        elif self._of(self.first, earliest) <= _LITTLE:
            return self.first
        at = bisect_left(self.starts, earliest)
        return min(start, self.starts[at]) if at < len(self.starts) else start

    def _after(self, end: int, width: float) -> int:
        """The end of the last word that is not further than a width behind `end`."""
        reach = self._reach(end, width)
        if self._of(reach, self.last) <= _LITTLE:
            return self.last
        at = bisect_right(self.ends, reach) - 1
        if at >= 0 and self.ends[at] > end:
            return self.ends[at]
        return end if self.focus[1] > self.focus[0] else self._snapped(end, self._reach(end, width))

    def _snapped(self, start: int, end: int) -> int:
        """The last place between two words, else between what a reader takes for single signs, up to `end`; one at least."""
        at = bisect_right(self.ends, end) - 1
        if at >= 0 and self.ends[at] > start:
            return self.ends[at]
        clusters = [cluster.end() for cluster in _CLUSTERS.finditer(self.text, start, self.last)]
        return max((at for at in clusters if at <= end), default=min(clusters, default=end))


def _pieces(text: str, span: Span, inside: Span, marks: Sequence[Span]) -> Passage:
    start, end = inside
    pieces = []
    if start > span[0]:
        pieces.append(Piece(_ELLIPSIS + " " * text[start - 1].isspace(), marked=False))
    at = start
    for mark in marks:
        first, last = _inked(text, max(mark[0], start), min(mark[1], end))
        if first < last:
            pieces += [Piece(text[at:first], marked=False), Piece(text[first:last], marked=True)]
            at = last
    pieces.append(Piece(text[at:end], marked=False))
    if end < span[1]:
        pieces.append(Piece(" " * text[end].isspace() + _ELLIPSIS, marked=False))
    return tuple(piece for piece in pieces if piece.text)


def _inked(text: str, start: int, end: int) -> Span:
    """A stretch without the white space at its ends, in which there is nothing to see."""
    part = text[start:end]
    return start + len(part) - len(part.lstrip()), start + len(part.rstrip())


def _width(sign: str) -> int:
    if category(sign) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if east_asian_width(sign) in "WF" else 1
