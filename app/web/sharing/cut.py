"""Text cut to a length, for places that have room for so much: titles, descriptions, quotations of a row."""

import regex

from app.text.normalize import visible_form

_CLUSTER = regex.compile(r"\X")


def shortened(text: str, limit: int) -> str:
    """The text in one line of at most `limit` code points, from 4 on; an ellipsis says that some is left out.

    It is cut between two words; where that would take more than half of it away, between two signs as readers see them
    (grapheme clusters), and where even the first of these is too long, between two code points.

    >>> shortened("The barrier held for an hour", 18)
    'The barrier held …'
    """
    line = " ".join(visible_form(text).split())
    if len(line) <= limit:
        return line
    room = limit - 2
    end = border(line, room)
    return f"{line[:end].rstrip()}{' …' if line[end] == ' ' else '…'}"


def border(text: str, room: int) -> int:
    """Where a text that is longer than `room` code points is cut, as `shortened` says: an index up to `room`."""
    space = text.rfind(" ", 0, room + 1)
    if space >= room // 2:
        return space
    end = 0
    for cluster in _CLUSTER.finditer(text):
        if cluster.end() > room:
            break
        end = cluster.end()
    return end or room
