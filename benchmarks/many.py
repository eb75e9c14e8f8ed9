"""What all versions of a story at once cost, in comparisons of two."""

import statistics
import time
from collections.abc import Callable, Sequence
from functools import partial
from itertools import combinations

from app.compare.collating import collate
from app.text.content import Content
from app.text.document import read_document
from benchmarks.peers import whole


def collate_over_pair(articles: Sequence[Content], rounds: int) -> float:
    """The time to read and collate all the articles over the median time of one pair: the median over the rounds."""
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
