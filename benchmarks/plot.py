"""Cost against size as a picture: the same figures draw the same bytes."""

from pathlib import Path

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from benchmarks.growth import LARGE, Curve

FAINT = "#d9d9d9"
LINES = (("#2b6cb0", "o"), ("#c05621", "s"))
"""Blue and orange that colour-blind readers tell apart, and a second sign."""


def draw(curves: list[Curve], path: Path) -> None:
    """Write an SVG with both axes logarithmic, on which a cost that doubles with the text is a straight diagonal."""
    with mpl.rc_context({"svg.hashsalt": "variorum", "svg.fonttype": "none", "font.size": 11}):
        figure = Figure(figsize=(7, 4.2), layout="constrained")
        axes = figure.subplots()
        for curve, (colour, marker) in zip(curves, LINES, strict=True):
            _line(axes, curve, colour, marker)
        _dress(axes, curves)
        figure.savefig(path, format="svg", metadata={"Date": None, "Creator": None})
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("".join(line.rstrip() + "\n" for line in lines), encoding="utf-8")


def _line(axes: Axes, curve: Curve, colour: str, marker: str) -> None:
    points = {**curve.seconds, LARGE: curve.large_seconds}
    axes.plot(
        list(points),
        list(points.values()),
        color=colour,
        marker=marker,
        markersize=5,
        linewidth=1.8,
        label=curve.shape,
    )


def _dress(axes: Axes, curves: list[Curve]) -> None:
    """Scales, a grid, and a diagonal for comparison."""
    sizes = [*curves[0].seconds, LARGE]
    base = min(curve.seconds[sizes[0]] for curve in curves) * 0.6
    axes.plot(
        sizes,
        [base * size / sizes[0] for size in sizes],
        color="#888888",
        linewidth=1,
        linestyle=":",
        label="twice the text, twice the time",
    )
    axes.set_xscale("log")
    axes.set_yscale("log")
    axes.set_xticks(sizes, [f"{size:,}" for size in sizes], minor=False)
    axes.set_xticks([], minor=True)
    axes.yaxis.set_major_formatter(
        lambda value, _position: f"{value:g} s" if value >= 1 else f"{value * 1000:g} ms"
    )
    axes.set_xlabel("words a side")
    axes.set_ylabel("time of a whole comparison")
    axes.grid(visible=True, color=FAINT, linewidth=0.6)
    axes.set_axisbelow(True)
    axes.spines[["top", "right"]].set_visible(False)
    axes.legend(frameon=False, loc="upper left")
