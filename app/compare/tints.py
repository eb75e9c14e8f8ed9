"""How strongly each part of a change is marked, worked out only where it is shown.

1. a figure, a date or a word in another form is marked whole, and what differs in it more strongly:
       1,250 → 1,350     stronger "250" and "350"          vote → voted       stronger "d"
2. a word that is only printed differently is marked lightly:
       the Senate → the senate                             “aye” → "aye"      the quotes
Borders lie between what a reader takes for single signs (grapheme clusters) and, in figures, between groups of digits.
"""

from itertools import zip_longest
from typing import Literal, NamedTuple

import regex

from app.compare.borders import is_kin
from app.compare.comparison import Change
from app.text.normalize import match_form
from app.text.words import split_words

Tone = Literal["same", "light", "changed", "finer"]

MAX_WORDS = 6
"""Words of a replacement beyond which it has one tint all over."""
MAX_SIGNS = 20_000
"""Code points of a change beyond which it has one tint all over."""
_GROUPS = regex.compile(r"\p{N}+|[^\p{N}]+")
_DIGITS = regex.compile(r"\p{N}+")
_CLUSTER = regex.compile(r"\X")
_INK = regex.compile(r"\S+")


class Tint(NamedTuple):
    """`[start, end)` in code points of one side's text."""

    start: int
    end: int
    tone: Tone


Tints = tuple[Tint, ...]


def tints(change: Change, a: str, b: str) -> tuple[Tints, Tints]:
    """The tints of a change between two texts: on either side in order, without a gap, none where it has nothing."""
    left, right = a[change.a_start : change.a_end], b[change.b_start : change.b_end]
    parts_a, parts_b = _parts(change, left, right)
    return _placed(parts_a, change.a_start), _placed(parts_b, change.b_start)


def same_words(a: str, b: str) -> bool:
    """Whether two passages differ in nothing but print."""
    return match_form(a).split() == match_form(b).split()


Parts = list[tuple[str, Tone]]


def _parts(change: Change, a: str, b: str) -> tuple[Parts, Parts]:
    whole: Tone = "same" if change.op == "equal" else "changed"
    plain: tuple[Parts, Parts] = [(a, whole)], [(b, whole)]
    if change.op in ("delete", "insert") or a == b or len(a) + len(b) > MAX_SIGNS:
        return plain
    if change.op == "equal" or same_words(a, b):
        return _lightly(a, b)
    return _finer(a, b) or plain


def _placed(parts: Parts, at: int) -> Tints:
    """The parts as offsets; neighbours of one tone are one, except that light words stay apart."""
    placed: list[Tint] = []
    for text, tone in parts:
        if placed and placed[-1].tone == tone != "light":
            placed[-1] = placed[-1]._replace(end=at + len(text))
        elif text:
            placed.append(Tint(at, at + len(text), tone))
        at += len(text)
    return tuple(placed)


def _lightly(a: str, b: str) -> tuple[Parts, Parts]:
    """Two passages of the same words: those that are printed differently are light."""
    in_a, in_b = split_words(a), split_words(b)
    spans_a = list(zip(in_a.starts, in_a.ends, strict=True))
    spans_b = list(zip(in_b.starts, in_b.ends, strict=True))
    prints_a, prints_b = [a[start:end] for start, end in spans_a], [b[start:end] for start, end in spans_b]
    if len(prints_a) == len(prints_b):
        pairs = zip(prints_a, prints_b, strict=True)
        other = [k for k, (one, two) in enumerate(pairs) if one != two]
        return _lit(a, spans_a, other), _lit(b, spans_b, other)
    head = _alike(prints_a, prints_b)
    tail = _alike(prints_a[head:][::-1], prints_b[head:][::-1])
    return (
        _lit(a, spans_a, range(head, len(spans_a) - tail)),
        _lit(b, spans_b, range(head, len(spans_b) - tail)),
    )


def _alike(a: list[str], b: list[str]) -> int:
    """How many first ones are the same."""
    for k, (one, other) in enumerate(zip_longest(a, b)):
        if one is None or one != other:
            return k
    return len(a)


def _lit(text: str, spans: list[tuple[int, int]], light: list[int] | range) -> Parts:
    parts: Parts = []
    at = 0
    for start, end in (spans[k] for k in light):
        parts += [(text[at:start], "same"), (text[start:end], "light")]
        at = end
    return [*parts, (text[at:], "same")]


def _finer(a: str, b: str) -> tuple[Parts, Parts] | None:
    """The parts of single words that are forms of one, or figures of one shape, or of a few such in step; else None."""
    words_a, words_b = list(_INK.finditer(a)), list(_INK.finditer(b))
    if not len(words_a) == len(words_b) <= MAX_WORDS:
        return None
    parts_a: Parts = []
    parts_b: Parts = []
    at_a = at_b = 0
    for one, other in zip(words_a, words_b, strict=True):
        parts = _word(one[0], other[0], alone=len(words_a) == 1)
        if parts is None:
            return None
        parts_a += [(a[at_a : one.start()], "changed"), *parts[0]]
        parts_b += [(b[at_b : other.start()], "changed"), *parts[1]]
        at_a, at_b = one.end(), other.end()
    return [*parts_a, (a[at_a:], "changed")], [*parts_b, (b[at_b:], "changed")]


def _word(a: str, b: str, *, alone: bool) -> tuple[Parts, Parts] | None:
    if a == b:
        return [(a, "changed")], [(b, "changed")]
    if not alone and _DIGITS.fullmatch(a) and _DIGITS.fullmatch(b):
        return [(a, "finer")], [(b, "finer")]
    return _figure(a, b) or _inflection(a, b)


def _figure(a: str, b: str) -> tuple[Parts, Parts] | None:
    """Figures, dates, times of one shape: the same but for the groups of digits, of which some differ."""
    if _DIGITS.search(a) is None or _DIGITS.sub("0", a) != _DIGITS.sub("0", b):
        return None
    groups = list(zip(_GROUPS.findall(a), _GROUPS.findall(b), strict=True))
    if all(one != other for one, other in groups):
        return None
    tones: list[Tone] = ["changed" if one == other else "finer" for one, other in groups]
    return (
        [(one, tone) for (one, _), tone in zip(groups, tones, strict=True)],
        [(other, tone) for (_, other), tone in zip(groups, tones, strict=True)],
    )


def _inflection(a: str, b: str) -> tuple[Parts, Parts] | None:
    """Words that begin alike, where `app.compare.borders` takes them for forms of one; what follows is finer."""
    if not (_letters(a) and _letters(b) and is_kin(match_form(a), match_form(b))):
        return None
    signs_a, signs_b = _CLUSTER.findall(a), _CLUSTER.findall(b)
    same = _alike(signs_a, signs_b)
    stem_a, stem_b = "".join(signs_a[:same]), "".join(signs_b[:same])
    if not stem_a:
        return None
    return [(stem_a, "changed"), (a[len(stem_a) :], "finer")], [
        (stem_b, "changed"),
        (b[len(stem_b) :], "finer"),
    ]


def _letters(text: str) -> bool:
    """Whether a word is nothing but letters and the marks that they bear."""
    return regex.fullmatch(r"[\p{L}\p{M}]+", text) is not None
