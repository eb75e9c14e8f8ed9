"""What a comparison can have marked beside its changes: what is reused, quoted, or a figure."""

from collections.abc import Iterator

from app.compare.comparison import Comparison
from app.compare.figures.finding import find_figures
from app.compare.quotes.finding import find_quotations
from app.web.runs import Layer, Stretch, apart, reused_stretches
from app.web.switches import Switches

Stretches = tuple[Stretch, ...]


def stretches_of(
    comparison: Comparison, side: str, switches: Switches
) -> tuple[tuple[Layer, Stretches], ...]:
    """Where each layer that is switched on has something on side `a` or `b`: in order, apart from each other."""
    return tuple(_layers(comparison, side, switches))


def _layers(comparison: Comparison, side: str, switches: Switches) -> Iterator[tuple[Layer, Stretches]]:
    document = comparison.a if side == "a" else comparison.b
    if switches.reuse == "on":
        yield "reused", reused_stretches(comparison, side)
    if switches.quotes == "on":
        found = [one for one in find_quotations(document) if not one.scare]
        yield "quoted", apart(sorted([(one.start, one.end) for one in found]))
    if switches.figures == "on":
        yield "figure", apart(sorted([(one.start, one.end) for one in find_figures(document, None)]))
