"""How many of the links of each score are right, in figures and as a picture: the same links draw the same bytes."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from math import sqrt
from pathlib import Path
from statistics import mean
from typing import NamedTuple

SURE = 1.96
"""Standard deviations within which 95 of 100 shares lie."""
STYLES = (("#2b6cb0", "o"), ("#c05621", "s"))
"""Blue and orange that colour-blind readers tell apart, and a second sign."""

Mark = tuple[float, bool]
"""The score of a link, in (0, 1], and whether it is right."""


class Bin(NamedTuple):
    """Links scored alike: their mean score, the share of them that is right, and their number."""

    score: float
    right: float
    links: int


def bins(marks: Sequence[Mark]) -> list[Bin]:
    """Links by tenths of their score, ascending; those of 1 are verbatim, and by themselves. Empty tenths are left out."""
    return [
        Bin(mean(score for score, _ in of), mean(right for _, right in of), len(of))
        for _, group in groupby(sorted(marks), key=lambda mark: int(mark[0] * 10))
        for of in [list(group)]
    ]


def likely_share(right: float, count: float) -> tuple[float, float]:
    """Between what bounds the share lies, at 95%, of which `right` was seen in `count` (Wilson 1927)."""
    wide = SURE**2 / count
    middle = (right + wide / 2) / (1 + wide)
    half = SURE * sqrt(right * (1 - right) / count + wide / count / 4) / (1 + wide)
    return middle - half, middle + half


def draw(curves: Mapping[str, Sequence[Mark]], repeated: int, path: Path) -> None:
    """Write an SVG: score against share of right links, for every curve, by name. Each link is in it `repeated` times."""
    import matplotlib as mpl  # only a picture needs it
    from matplotlib.figure import Figure

    with mpl.rc_context({"svg.hashsalt": "variorum", "svg.fonttype": "none", "font.size": 11}):
        figure = Figure(figsize=(5.2, 4.6), layout="constrained")
        axes = figure.subplots()
        axes.plot([0.3, 1], [0.3, 1], color="#888888", linewidth=1, linestyle=":", label="as scored")
        for (name, marks), (colour, marker) in zip(curves.items(), STYLES, strict=False):
            found = [one for one in bins(marks) if one.score < 1]
            bounds = [likely_share(one.right, one.links / repeated) for one in found]
            errors = [
                [max(0, one.right - low) for one, (low, _) in zip(found, bounds, strict=True)],
                [max(0, high - one.right) for one, (_, high) in zip(found, bounds, strict=True)],
            ]
            axes.errorbar(
                [one.score for one in found],
                [one.right for one in found],
                yerr=errors,
                color=colour,
                marker=marker,
                markersize=5,
                linewidth=1.8,
                elinewidth=0.8,
                capsize=2,
                label=name,
            )
        axes.set_xlim(0.3, 1)
        axes.set_ylim(0, 1)
        axes.set_xlabel("score of a link")
        axes.set_ylabel("share of links that are right")
        axes.grid(visible=True, color="#d9d9d9", linewidth=0.6)
        axes.set_axisbelow(True)
        axes.spines[["top", "right"]].set_visible(False)
        axes.legend(frameon=False, loc="upper left")
        figure.savefig(path, format="svg", metadata={"Date": None, "Creator": None})
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("".join(line.rstrip() + "\n" for line in lines), encoding="utf-8")
