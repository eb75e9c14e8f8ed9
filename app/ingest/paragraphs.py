"""Lines into paragraphs.

1. A blank line parts paragraphs.
2. A line break inside is undone where it was forced by the width: the next word would not have fitted.
       The barrier held for an hour and then it     →  The barrier held for an hour and then it failed.
       failed.
3. Any other line break parts paragraphs too: the file has one paragraph a line, or a title above a byline.
4. Lines that begin with a list mark stay lines of one paragraph.
"""

from itertools import pairwise

import regex

from app.errors import InputError
from app.ingest.blank_lines import is_blank
from app.ingest.credits import read_byline
from app.ingest.shape import is_closed

MAX_LINES = 20_000
MAX_WIDTH = 100
"""Columns of the widest line of hard-wrapped text."""
MIN_WIDTH = 40

_EDGES = " \t\u00a0\u202f\u205f\u3000\ufeff\u200b" + "".join(map(chr, range(0x2000, 0x200B)))
_LIST_MARK = regex.compile(r"(?:[-–—*•·▪‣◦]|\d{1,3}[.)])\s+\S")
_FRAMED = regex.compile(r"([-–—*])\s.*\s\1$")
_CJK = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}，。、！？：；「」]")


def split_paragraphs(text: str, name: str) -> list[str]:
    """The paragraphs of a text in order, without blank ones; a line break inside one stands between lines of a list.

    InputError beyond `MAX_LINES` lines.
    """
    groups = _groups(text, name)
    width = _wrap_width(groups)
    return [paragraph for group in groups for paragraph in _paragraphs(group, width)]


def _groups(text: str, name: str) -> list[list[str]]:
    lines = text.splitlines()
    if len(lines) > MAX_LINES:
        raise InputError(f"{name}: more than {MAX_LINES:,} lines, the limit for one article. Split it.")
    groups: list[list[str]] = [[]]
    for line in lines:
        if is_blank(line):
            groups.append([])
        else:
            groups[-1].append(line.rstrip(_EDGES).replace("\t", " "))
    return [group for group in groups if group]


def _wrap_width(groups: list[list[str]]) -> int | None:
    """The width the file was wrapped to, or None when it was not.

    It was not where some line of several is wider than any wrapping, nor where sentences hardly ever run on from line to
    line: a comment above "Reply" is no hard-wrapped paragraph.
    """
    lengths = [len(line) for group in groups if len(group) > 1 for line in group]
    if not lengths or not MIN_WIDTH <= max(lengths) <= MAX_WIDTH:
        return None
    breaks = [pair for group in groups for pair in pairwise(group)]
    running = sum(1 for last, line in breaks if _runs_on(last, line.lstrip(_EDGES)))
    return max(lengths) if running * 5 >= len(breaks) else None


def _runs_on(last: str, bare: str) -> bool:
    """Whether a sentence plainly goes on from one line to the next."""
    return not is_closed(last) and bare[:1].isalpha() and not bare[:1].isupper() and not _is_item(last)


def _paragraphs(group: list[str], width: int | None) -> list[str]:
    """The paragraphs of the lines between two blank ones."""
    pieces: list[str] = []
    last = ""
    for line in group:
        bare = line.lstrip(_EDGES)
        if pieces and not _is_item(bare) and _continues(last, line, bare, width):
            pieces[-1] += _joint(last, bare) + bare
        elif pieces and _is_item(bare) and _is_item(pieces[-1]):
            pieces[-1] += "\n" + bare
        else:
            pieces.append(bare)
        last = line
    return pieces


def _is_item(text: str) -> bool:
    return _LIST_MARK.match(text) is not None and _FRAMED.fullmatch(text) is None


def _continues(last: str, line: str, bare: str, width: int | None) -> bool:
    """Whether the line goes on where the last one was broken by the width, or is indented under a list item."""
    if line[:2] == "  " and _is_item(last.lstrip()):
        return True
    if width is None or read_byline(bare):
        return False
    word = bare[:1] if _CJK.match(bare) else bare.split(maxsplit=1)[0]
    if len(last) + 1 + len(word) > width:
        return True
    return len(last) > 0.6 * width and bare[:1].islower() and last[-1:] not in ".!?"


def _joint(last: str, bare: str) -> str:
    return "" if _CJK.match(last[-1:]) and _CJK.match(bare) else " "
