r"""Where single quotation marks open and close, and which are apostrophes.

What was tried before: a mark after a space opens, the next before a space closes. Then "'the players' union'" ends after
"players", and "rock 'n' roll" is a quotation. So:

1. a mark that stands for left-out letters opens nothing                     'tis · '90s · rock 'n' roll · 's avonds
2. a mark between letters is an apostrophe                                   don't · l’eau
3. a mark closes that stands after a stop, or before anything but a word     ‘We go,’ he said · a ‘term’, then
4. after s, or after the n of -in', with a word to follow, it closes only    ‘the players’ union’ said · ‘two terms’ he knew
   where nothing else does before the next mark that opens
5. ‘ closes what ‚ opened                                                    ‚so‘
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter

from app.compare.quotes.marks import Marked, MarksOfBlock, Open

_SINGLE = re.compile(r"['‘’‚‛](?:(?<![^\W_].)|(?![^\W_]))")
"""A single mark that does not stand between two letters or figures."""
_ELISION = re.compile(
    r"['‘’](?:tis|twas|twere|twill|em|til|till|cause|bout|n|round|neath|nuff|ere|ello|cos|cuz|tude|s|t|m|d|ll|re|ve"
    r"|\d{2}s?)(?!\w)(?!['’]?\w)",
    re.IGNORECASE,
)
_BEFORE = frozenset('([{—–-/“„«"¡¿…:,')
_STOPS = frozenset(".,;:!?…。！？，)]")


def read_single(
    text: str, start: int, end: int, doubles: Sequence[Marked], carried: Open | None
) -> MarksOfBlock:
    """The quotations between single marks of the block `text[start:end]` that no double marks hold, in order.

    What is left open is a mark with which the block begins and that nothing closes; `carried` is such a one from before.
    """
    marks = [match.start() for match in _SINGLE.finditer(text, start, end)]
    marks = [at for at in marks if not _is_within(doubles, at)]
    opening = [at for at in marks if _may_open(text, at, start)]
    closing = [at for at in marks if _may_close(text, at, end)]
    found: list[Marked] = []
    for at, limit in zip(opening, [*opening, end][1:], strict=True):
        if found and at < found[-1].shuts:
            continue
        begun = Open(text[at], at, at + 1)
        if carried and at == start and text[at] == carried.sign:
            begun = carried._replace(again=(*carried.again, at))
        shut = _closed_at(text, at, limit, end, closing, doubles)
        if shut is not None:
            found.append(Marked(begun.opens, begun.start, shut, shut + 1, begun.again))
        elif at == start and limit == end:
            return MarksOfBlock(found, begun)
    return MarksOfBlock(found, None)


def _is_within(doubles: Sequence[Marked], at: int) -> bool:
    before = bisect_left(doubles, at, key=attrgetter("opens")) - 1
    return before >= 0 and at < doubles[before].shuts


def _may_open(text: str, at: int, start: int) -> bool:
    if text[at] == "‚":
        return not text[at - 1 : at].isspace() or not text[at + 1 : at + 2].isspace()
    before, after = text[at - 1 : at] if at > start else " ", text[at + 1 : at + 2]
    if text[at] == "’" or not after or after.isspace():
        return False
    return (before.isspace() or before in _BEFORE) and _ELISION.match(text, at) is None


def _may_close(text: str, at: int, end: int) -> bool:
    if text[at] == "‚" or text[at - 1 : at].isspace():
        return False
    return at + 1 >= end or not text[at + 1].isalnum()


def _closed_at(
    text: str, opens: int, limit: int, end: int, closing: list[int], doubles: Sequence[Marked]
) -> int | None:
    """The mark that closes what `opens`, before the next one that opens."""
    unsure = None
    for number in range(bisect_left(closing, opens + 2), bisect_right(closing, limit)):
        at = closing[number]
        if _surely(text, at, end):
            later = bisect_right(doubles, opens, key=attrgetter("opens"))
            holds = later < len(doubles) and doubles[later].opens < at
            return at if not holds or text[at - 1] in _STOPS else None
        unsure = unsure or at
    return unsure


def _surely(text: str, at: int, end: int) -> bool:
    """Whether a mark is no possessive: after a stop, before a sign, or after other letters than theirs."""
    if text[at] == "‘" or text[at - 1] in _STOPS or at + 1 >= end:
        return True
    after = text[at + 1 : at + 3]
    if not after[0].isspace():
        return True
    possessive = text[at - 1] in "sSxXzZ" or text[at - 2 : at] == "in"
    return not possessive or not (after[1:].isalnum() or after[1:] in "'‘“\"")
