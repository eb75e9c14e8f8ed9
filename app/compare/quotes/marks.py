r"""Where quotation marks open and close in a text.

What was tried before: a pattern for each pair of marks, from the opening one to the next that closes. It runs on to the
next quotation where a mark was forgotten, takes “ for an opening mark in German, and « in both ways. So marks are read in
order, and what a mark does is told from its sign, from what stands beside it, and from what is open:

1. “ ” „ « » 「 」 " open or close; those of two minds look at the spaces    „so“ · “so” · ”so” · »so« · « so » · "so"
2. the outermost quotation counts, what it holds is part of it               “He said ‘no’ to me” is one
3. a closing mark of another make closes too                                 “so"
4. a mark that nothing closes ends with its sentence, or with the paragraph  “We go. He left.¶ is all of it
   where the paragraph begins with it
5. a paragraph that begins with the mark once more carries on                “We go.¶ “We go now,” is one
6. after a figure, a straight mark is a measure                              a 6" nail · 5'10"
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

_MARK = re.compile('[“”„‟"＂«»‹›「」『』〝〞〟]')
_TYPED = re.compile(f"{_MARK.pattern}|``|''")
"""The same with marks made of two; slower."""
_MEASURE = re.compile(r"(?<!\w)\d+['’′]\s?\d+(?:\.\d+)?[\"”″]|(?<![\w\"“])\d+(?:\.\d+)?\"(?=\s?[x×]\s?\d)")
_CLOSED_BY = {
    **dict.fromkeys(["“", "„", "‟", '"', "＂", "〝", "”", "``", "''"], frozenset([*'“”‟"＂〞〟', "''"])),
    **dict.fromkeys("«»", frozenset("«»")),
    **dict.fromkeys("‹›", frozenset("‹›")),
    "「": frozenset("」"),
    "『": frozenset("』"),
}
"""For a mark that opened, the marks that close it."""
_ALWAYS_OPEN = frozenset(["„", "「", "『", "〝", "``"])
_ALWAYS_CLOSE = frozenset("」』〞〟")
_BEFORE_OPENING = frozenset("([{<¡¿‘'‚—–-/…")
_AFTER_CLOSING = frozenset(".,;:!?)]}—–-/…’'")


class Marked(NamedTuple):
    """What stands between two marks, `[start, end)` in code points of a text, marks left out.

    `opens` is where the opening mark begins, `shuts` where the closing one ends (or where the text ends that nothing
    closes); `again` are the places of marks with which further paragraphs begin.
    """

    opens: int
    start: int
    end: int
    shuts: int
    again: tuple[int, ...] = ()


class Open(NamedTuple):
    """A mark that nothing has closed yet: its sign, where it begins and ends, and where paragraphs begin with it again."""

    sign: str
    opens: int
    start: int
    again: tuple[int, ...] = ()


class MarksOfBlock(NamedTuple):
    """The outermost quotations of a block, in order; the mark that is open at its end; the one somebody forgot to close."""

    closed: list[Marked]
    left: Open | None
    forgotten: Open | None = None


def read_block(text: str, start: int, end: int, carried: Open | None) -> MarksOfBlock:
    """The quotations that double marks make of the block `text[start:end]`; `carried` is open from the blocks before."""
    stack: list[Open] = [carried] if carried else []
    closed: list[Marked] = []
    for at, sign in _marks(text, start, end):
        top = stack[-1].sign if stack else None
        if carried and at == _first(text, start) and sign in {carried.sign, "»", "”"}:
            stack[0] = stack[0]._replace(again=(*stack[0].again, at))
        elif _opens(text, at, sign, top):
            stack.append(Open(sign, at, at + len(sign)))
        elif (depth := _closing(stack, sign)) is not None:
            one = stack[depth]
            del stack[depth:]
            closed.append(Marked(one.opens, one.start, at, at + len(sign), one.again))
    kept = outermost(closed)
    if not stack:
        return MarksOfBlock(kept, None)
    first, last = stack[0], stack[-1]
    if first != last and first.sign == last.sign:
        return MarksOfBlock(kept, last, first)
    if any(one.opens > first.opens for one in kept):
        return MarksOfBlock(kept, None, first)
    return MarksOfBlock(kept, first)


def continues(text: str, start: int, carried: Open) -> bool:
    """Whether the block that begins at `start` takes up a quotation that the one before left open."""
    first = _first(text, start)
    sign = carried.sign
    return text.startswith((sign, "»") if sign == "«" else sign, first)


def _first(text: str, start: int) -> int:
    while start < len(text) and text[start].isspace():
        start += 1
    return start


def _marks(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """Every double mark of a block, but those of measures."""
    typed = text.find("''", start, end) >= 0 or text.find("``", start, end) >= 0
    straight = text.find('"', start, end) >= 0
    measures = {match.end() - 1 for match in _MEASURE.finditer(text, start, end)} if straight else ()
    for match in (_TYPED if typed else _MARK).finditer(text, start, end):
        if match.start() not in measures:
            yield match.start(), match[0]


def _opens(text: str, at: int, sign: str, top: str | None) -> bool:
    """Whether a mark opens a quotation. `top` is the innermost mark that is open."""
    if sign in _ALWAYS_OPEN or sign in _ALWAYS_CLOSE:
        return sign in _ALWAYS_OPEN
    before = text[at - 1 : at] or " "
    after = text[at + len(sign) : at + len(sign) + 1] or " "
    leans_on_next = (before.isspace() or before in _BEFORE_OPENING) and not after.isspace()
    leans_back = not before.isspace() and (after.isspace() or after in _AFTER_CLOSING)
    if top is None:
        return _begins(sign, before, leans_on_next, leans_back)
    if sign not in _CLOSED_BY[top]:
        return sign not in "”»›" or leans_on_next
    if sign in "«‹":
        return top == sign and not leans_back
    if sign == "“":
        return not leans_back and (top != "„" or leans_on_next)
    if sign in "”»›":
        return top == sign and leans_on_next and before.isspace()
    return leans_on_next and before not in "—–-/…'’"


def _begins(sign: str, before: str, leans_on_next: bool, leans_back: bool) -> bool:
    """Whether a mark opens a quotation where none is open."""
    if sign in "“‟«‹":
        return not leans_back
    if sign in "”»›":
        return leans_on_next
    return leans_on_next or (before in ":," and not leans_back) or not before.isascii()


def _closing(stack: list[Open], sign: str) -> int | None:
    """The place in the stack of what a mark closes; None where it closes nothing."""
    for depth in range(len(stack) - 1, -1, -1):
        if sign in _CLOSED_BY[stack[depth].sign]:
            return depth
    return None


def outermost(closed: Iterable[Marked]) -> list[Marked]:
    """The quotations that no other one holds, in order."""
    kept: list[Marked] = []
    for one in sorted(closed, key=lambda one: (one.opens, -one.shuts)):
        if not kept or one.opens >= kept[-1].shuts:
            kept.append(one)
    return kept
