"""What a comparison can have marked beside its changes: what is reused, quoted, or a figure."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from app.compare.comparison import Comparison
from app.compare.figures.comparing import relation
from app.compare.figures.figure import Figure
from app.compare.figures.finding import find_figures
from app.compare.quotes.finding import find_quotations
from app.text.document import Document
from app.web.runs import Layer, Stretch, apart, reused_stretches
from app.web.switches import Switches

Stretches = tuple[Stretch, ...]
Layers = tuple[tuple[Layer, Stretches], ...]


def layers_of(comparison: Comparison, switches: Switches) -> dict[str, Layers]:
    """Where each layer that is switched on has something on the sides `a` and `b`: in order, apart from each other.

    Figures are of two sorts: those that what answers across has too, and those that it lacks or has otherwise. Of a sentence
    that nothing answers to, nothing can be said, and its figures are of the first sort.
    """
    figures = {
        side: find_figures(document, None) if switches.figures == "on" else ()
        for side, document in (("a", comparison.a), ("b", comparison.b))
    }
    return {
        side: (
            *_layers(comparison, side, switches),
            *_of_figures(comparison, side, figures[side], figures[other]),
        )
        for side, other in (("a", "b"), ("b", "a"))
    }


def _layers(comparison: Comparison, side: str, switches: Switches) -> Iterator[tuple[Layer, Stretches]]:
    if switches.reuse == "on":
        yield "reused", reused_stretches(comparison, side)
    if switches.quotes == "on":
        yield "quoted", _quoted(comparison.a if side == "a" else comparison.b)


def _quoted(document: Document) -> Stretches:
    return apart(sorted([(one.start, one.end) for one in find_quotations(document) if not one.scare]))


def _of_figures(
    comparison: Comparison, side: str, here: tuple[Figure, ...], across: tuple[Figure, ...]
) -> Iterator[tuple[Layer, Stretches]]:
    if not here:
        return
    answers: dict[int, set[int]] = defaultdict(set)
    for link in comparison.links:
        mine, others = (link.a, link.b) if side == "a" else (link.b, link.a)
        for sentence in mine:
            answers[sentence].update(others)
    told: dict[int, list[Figure]] = defaultdict(list)
    for figure in across:
        told[figure.sentence].append(figure)
    lone = [
        figure
        for figure in here
        if answers[figure.sentence]
        and not _among(figure, (other for at in answers[figure.sentence] for other in told[at]))
    ]
    yield "figure", apart(sorted([(one.start, one.end) for one in here]))
    yield "lone", apart(sorted([(one.start, one.end) for one in lone]))


def _among(figure: Figure, others: Iterable[Figure]) -> bool:
    """Whether one of the others says the same, or may: “about 40” where the figure is 38."""
    return any(
        figure.value == other.value
        or (figure.kind == other.kind and relation(figure.kind, figure.value, other.value) == "same")
        for other in others
    )
