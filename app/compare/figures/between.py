"""The figures and facts of two versions that were compared."""

from app.compare.comparison import Comparison
from app.compare.figures.facts import find_facts
from app.compare.figures.figure import Fact
from app.compare.statements import Statement


def facts_between(
    comparison: Comparison, published: tuple[str | None, str | None] = (None, None)
) -> tuple[Fact, ...]:
    """The facts of a comparison's two sides, the left one being version 0; `published` are their dates (ISO 8601)."""
    linked = [Statement(((0, link.a), (1, link.b))) for link in comparison.links]
    return find_facts((comparison.a, comparison.b), published, linked)
