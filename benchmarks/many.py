"""What all versions of a story at once cost, in comparisons of two."""

import importlib
import importlib.util
import statistics
import time
from collections.abc import Callable, Sequence
from functools import partial
from itertools import combinations

from app.text.content import Content
from app.text.document import read_document
from benchmarks.peers import whole


def collate_over_pair(articles: Sequence[Content], rounds: int) -> float | None:
    """The time to read and collate all the articles over the median time of one pair: the median over the rounds.

    None where the project cannot collate yet.
    """
    if importlib.util.find_spec("app.compare.collation") is None:
        return None
    collate = importlib.import_module("app.compare.collation").collate
    ratios = []
    for turn in range(rounds + 1):
        pairs = [_seconds(partial(whole, a, b)) for a, b in combinations(articles, 2)]
        together = _seconds(lambda: collate([read_document(article) for article in articles]))
        if turn:  # the first round warms up
            ratios.append(together / statistics.median(pairs))
    return statistics.median(ratios)


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
