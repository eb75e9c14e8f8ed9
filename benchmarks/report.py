"""The measured figures as Markdown tables, each beside what must hold and what to work for."""

from collections.abc import Iterable

from benchmarks.growth import LARGE, SIZES, Curve
from benchmarks.many import Many
from benchmarks.race import Result
from benchmarks.targets import Target, targets

NONE = "–"


def verdict(value: float, target: Target) -> str:
    """An upper bound: whether it holds."""
    if value > target.floor:
        return "**missed**"
    return "aim reached" if value <= target.aim else "holds"


def peers_table(results: list[Result], *, judged: bool) -> str:
    """A row a method; `judged` where these are the pairs that the targets are about."""
    bounds = targets("peers") if judged else {}
    rows = [
        (
            result.method.name,
            result.method.does,
            f"{result.seconds * 1000:.2f}",
            f"{result.ratio:.3g} ×",
            *_bounds(result.ratio, bounds.get(result.method.name)),
        )
        for result in results
    ]
    return table(("method", "does", "ms a pair", "Variorum takes", "at most", "aim", ""), rows)


def size_table(curves: list[Curve]) -> str:
    """Milliseconds by size, and what twice the text costs."""
    rows = [(f"{size:,}", *(cell for curve in curves for cell in _size_cells(curve, size))) for size in SIZES]
    return table(
        ("words a side", *(head for c in curves for head in (f"{c.shape}, ms", "× half the size"))), rows
    )


def steps_table(steps: list[tuple[int, int, float]]) -> str:
    """What collating costs by versions and words."""
    rows = [
        (
            str(versions),
            f"{words:,}",
            str(pairs := versions * (versions - 1) // 2),
            f"{seconds:.2f}",
            f"{seconds / pairs * 1000:.1f}",
        )
        for versions, words, seconds in steps
    ]
    return table(("versions", "words each", "pairs", "seconds", "ms a pair"), rows)


def bounds_table(curves: list[Curve], collate: float, many: Many) -> str:
    """The bounds on growth, on the large texts and on many versions."""
    bounds = targets("size")
    rows = []
    for curve in curves:
        worst = max(curve.doubling)
        rows += [
            _bound(f"{curve.shape}: twice the text, worst", worst, "×", bounds["doubling"]),
            _bound(
                f"{curve.shape}: {LARGE:,} words a side",
                curve.large_seconds,
                "s",
                bounds["seconds_at_100000"],
            ),
            _bound(
                f"{curve.shape}: memory at that", curve.large_megabytes, "MB", bounds["megabytes_at_100000"]
            ),
        ]
    rows += [
        _bound("five versions collated, over one pair", collate, "×", bounds["collate_over_pair"]),
        _bound("30 versions collated, over one pair in full", many.collated, "×", bounds["story_over_pair"]),
        _bound("one version more, over one pair in full", many.one_more, "×", bounds["one_more_over_pair"]),
        _bound("one version more, by a new process", many.one_more_anew, "×", bounds["one_more_over_pair"]),
        _bound("30 versions: memory", many.megabytes, "MB", bounds["megabytes_of_story"]),
    ]
    return table(("what", "measured", "at most", "aim", ""), rows)


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A Markdown table with its columns aligned; the first is text, the others as they come."""
    lines = [list(head), *(list(row) for row in rows)]
    widths = [max(len(line[k]) for line in lines) for k in range(len(lines[0]))]
    printed = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) + " |"
        for line in lines
    ]
    rule = "| " + " | ".join("-" * max(3, width) for width in widths) + " |"
    return "\n".join([printed[0], rule, *printed[1:]])


def _size_cells(curve: Curve, size: int) -> tuple[str, str]:
    ratio = f"{curve.doubling[SIZES.index(size) - 1]:.2f}" if size != SIZES[0] else NONE
    return f"{curve.seconds[size] * 1000:.1f}", ratio


def _bounds(value: float, target: Target | None) -> tuple[str, str, str]:
    if target is None:
        return NONE, NONE, ""
    return f"{target.floor:.3g} ×", f"{target.aim:.3g} ×", verdict(value, target)


def _bound(what: str, value: float, unit: str, target: Target) -> tuple[str, ...]:
    return (
        what,
        f"{value:.3g} {unit}",
        f"{target.floor:g} {unit}",
        f"{target.aim:g} {unit}",
        verdict(value, target),
    )
