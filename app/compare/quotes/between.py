"""The utterances of two versions, compared."""

from app.compare.comparison import Comparison
from app.compare.quotes.quotation import Utterance
from app.compare.quotes.utterances import find_utterances
from app.compare.statements import Statement


def utterances_between(comparison: Comparison) -> tuple[Utterance, ...]:
    """Every quotation of both sides, grouped; version 0 is `a`, 1 is `b`. Swapping the sides mirrors it."""
    statements = [Statement(((0, link.a), (1, link.b))) for link in comparison.links]
    return find_utterances((comparison.a, comparison.b), statements)
