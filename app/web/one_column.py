"""Two sides of a link as one text: what both have once, what was cut before what was added."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from app.compare.comparison import Change
from app.compare.tints import tints
from app.web.runs import Run, clip


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of text in runs: of both sides, as the right prints it, or of one alone, in the element `mark`.

    It begins at `start` in the compared text of the left where that alone has it (`del`), else in that of the right.
    """

    runs: tuple[Run, ...]
    mark: Literal["", "del", "ins"]
    start: int


def in_one(changes: Sequence[Change], a: str, b: str) -> tuple[Part, ...]:
    """The parts of both sides, of whose texts `a` and `b` the changes tell, in reading order."""
    parts: list[Part] = []
    for change in changes:
        left, right = tints(change, a, b)
        if change.op == "equal":
            parts.append(Part(clip(b, right, change.b_start, change.b_end), "", change.b_start))
            continue
        if change.a_start < change.a_end:
            parts.append(Part(clip(a, left, change.a_start, change.a_end), "del", change.a_start))
        if change.b_start < change.b_end:
            parts.append(Part(clip(b, right, change.b_start, change.b_end), "ins", change.b_start))
    return tuple(parts)
