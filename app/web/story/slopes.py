"""Prominence as a drawing: a column for each version, a line for each statement, high where it stands early."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.compare.story.prominence import Line

TOP, DEPTH, FOOT = 5.2, 34.0, 1.9
"""Heights, in ems: of the names above, from the first words of a text to its last, and below."""
LEFT, RIGHT = 9.0, 91.0
"""Per cent of the width between which the columns stand."""
NEAR = 0.9
"""Height between two numbers below which they would lie on each other."""
NAME_SIGNS, NAME_LINES = 11, 3
"""Signs of a line of a column's name, and lines."""


@dataclass(frozen=True, slots=True)
class Pole:
    """A column: where it stands (per cent), and its name in lines, which begin or end at `name_x` or stand about it."""

    x: float
    name: tuple[str, ...]
    name_x: float
    anchor: str


@dataclass(frozen=True, slots=True)
class Dot:
    """A statement in a version."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Stroke:
    """From one version that has a statement to the next that has it; `over`: versions between them do not."""

    x1: float
    y1: float
    x2: float
    y2: float
    over: bool


@dataclass(frozen=True, slots=True)
class Label:
    """The numbers of lines that begin, or end, at a place: `left` or right of it."""

    x: float
    y: float
    left: bool
    text: str


@dataclass(frozen=True, slots=True)
class Slope:
    """The line of a statement. `number` is there where it is brought out."""

    line: Line
    dots: tuple[Dot, ...]
    strokes: tuple[Stroke, ...]
    number: int | None


@dataclass(frozen=True, slots=True)
class SlopeChart:
    """The drawing, its heights in ems, the lines that are brought out last, so that they lie on top.

    `width` is a step from 0 to 5.
    """

    height: float
    bottom: float
    rules: tuple[float, ...]
    poles: tuple[Pole, ...]
    slopes: tuple[Slope, ...]
    labels: tuple[Label, ...]
    width: int


def draw_slopes(names: Sequence[str], lines: Sequence[Line], numbers: dict[int, int]) -> SlopeChart:
    """The drawing of some lines; `numbers` are those of the statements (by index) that are brought out."""
    count = len(names)
    xs = [round(LEFT + (RIGHT - LEFT) * at / max(1, count - 1), 2) for at in range(count)]
    slopes = [_slope(line, xs, numbers.get(line.statement)) for line in lines]
    return SlopeChart(
        height=TOP + DEPTH + FOOT,
        bottom=TOP + DEPTH,
        rules=tuple([TOP + DEPTH * quarter / 4 for quarter in range(5)]),
        poles=tuple([_pole(x, name) for x, name in zip(xs, names, strict=True)]),
        labels=_labels(slopes),
        slopes=tuple(sorted(slopes, key=lambda slope: -(slope.number or 1_000))),
        width=sum(count > limit for limit in (3, 4, 8, 12, 24)),
    )


def _pole(x: float, name: str) -> Pole:
    """A column; the names of the first and the last stay inside the drawing."""
    name_x, anchor = {LEFT: (0.0, "start"), RIGHT: (100.0, "end")}.get(x, (x, "middle"))
    return Pole(x, _in_lines(name), name_x, anchor)


def _slope(line: Line, xs: Sequence[float], number: int | None) -> Slope:
    dots = [Dot(xs[place.version], round(TOP + DEPTH * place.depth, 2)) for place in line.places]
    versions = [place.version for place in line.places]
    strokes = [
        Stroke(dots[k].x, dots[k].y, dots[k + 1].x, dots[k + 1].y, over=versions[k + 1] - versions[k] > 1)
        for k in range(len(dots) - 1)
    ]
    return Slope(line, tuple(dots), tuple(strokes), number)


def _labels(slopes: Sequence[Slope]) -> tuple[Label, ...]:
    """The numbers at the ends of the lines that are brought out; those too near to each other stand in one label."""
    numbered = sorted([slope for slope in slopes if slope.number], key=lambda slope: slope.number or 0)
    made: list[Label] = []
    for slope in numbered:
        for end, left in ((slope.dots[0], True), (slope.dots[-1], False)):
            near = [one for one in made if one.left == left and one.x == end.x and abs(one.y - end.y) < NEAR]
            if near:
                made[made.index(near[0])] = replace(near[0], text=f"{near[0].text}, {slope.number}")
            else:
                made.append(Label(end.x, end.y, left, str(slope.number)))
    return tuple(made)


def _in_lines(name: str) -> tuple[str, ...]:
    """A name broken at its spaces, and cut where it is too long."""
    lines = [""]
    for word in name.split():
        joined = f"{lines[-1]} {word}".strip()
        if len(joined) <= NAME_SIGNS or not lines[-1]:
            lines[-1] = joined
        else:
            lines.append(word)
    kept = [one if len(one) <= NAME_SIGNS + 1 else one[:NAME_SIGNS] + "…" for one in lines[:NAME_LINES]]
    if len(lines) > NAME_LINES and not kept[-1].endswith("…"):
        kept[-1] += "…"
    return tuple(kept)
