"""What all versions of a story at once cost, in comparisons of two; `python -m benchmarks.many VERSIONS` collates one.

A pair of a story is compared in full, as the contract's JSON has it: sentences, word changes, quotations and figures, as a
collation finds these too.
"""

import json
import resource
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory

from app.compare.collating import collate
from app.compare.engine import compare
from app.compare.figures.between import facts_between
from app.compare.quotes.between import utterances_between
from app.store import Store, upgrade
from app.text.content import Content
from app.text.document import read_document
from app.web.library import Library
from benchmarks.large import KILOBYTES_OF_MAXRSS
from benchmarks.peers import whole
from benchmarks.story import story

VERSIONS = 30
PAIRS_A_ROUND = 15
STEPS = ((5, 800), (10, 800), (20, 800), (30, 800), (50, 800), (10, 1600), (10, 3200))
"""Versions and words of which the cost is shown."""
TITLE = "Story"
SLUG = "story"


@dataclass(frozen=True, slots=True)
class Many:
    """Costs of a story of `VERSIONS` versions: medians of times over that of a pair in full in the same round; memory."""

    collated: float
    """All of it, from the versions' contents on, without a store."""
    one_more: float
    """The collation of one version more, from a store that keeps the others' into it, by who has the story open."""
    one_more_anew: float
    """The same by a new process, which first reads all the versions."""
    opened: float
    """Reading a kept collation, with its versions."""
    in_full: float
    """A pair in full over the comparison of sentences and words alone."""
    megabytes: float
    """Most that a process that collates them ever held, with everything it had loaded."""


def collate_over_pair(articles: Sequence[Content], rounds: int) -> float:
    """The time to read and collate all the articles over the median time of one pair: the median over the rounds."""
    ratios = []
    for turn in range(rounds + 1):
        pair = _of_a_pair(articles)
        together = _seconds(lambda: collate([read_document(article) for article in articles]))
        if turn:  # the first round warms up
            ratios.append(together / pair)
    return statistics.median(ratios)


def many(rounds: int) -> Many:
    """Measure a story of `VERSIONS` versions, then one version more."""
    articles = story(VERSIONS + 1)
    with TemporaryDirectory() as folder:
        kept = Path(folder) / "kept.db"
        _fill(kept, articles[:-1])
        turns = [_turn(articles, kept, Path(folder) / f"{turn}.db") for turn in range(rounds + 1)][1:]
    collated, one_more, anew, opened, in_full = (
        statistics.median(column) for column in zip(*turns, strict=True)
    )
    command = [sys.executable, "-m", "benchmarks.many", str(VERSIONS)]
    answer = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return Many(collated, one_more, anew, opened, in_full, json.loads(answer)["megabytes"])


def steps(rounds: int) -> list[tuple[int, int, float]]:
    """Versions, words, and the median seconds of collating a story of so many."""
    found = []
    for versions, words in STEPS:
        articles = story(versions, words)
        taken = [
            _seconds(lambda: collate([read_document(one) for one in articles]))  # noqa: B023 - called at once
            for _ in range(max(1, rounds // 2))
        ]
        found.append((versions, words, statistics.median(taken)))
    return found


def _turn(articles: Sequence[Content], kept: Path, file: Path) -> tuple[float, ...]:
    """The whole story, one version more twice, and opening that, each over a pair that was timed beside it; and a pair."""
    alone = _of_a_pair(articles[:VERSIONS])
    before = _of_a_pair(articles[:VERSIONS], in_full)
    whole_story = _seconds(lambda: collate([read_document(one) for one in articles[:VERSIONS]]))
    between = _of_a_pair(articles[:VERSIONS], in_full)
    shutil.copy(kept, file)
    with Store(f"sqlite:///{file}") as store:
        library = Library(store)
        library.collated(SLUG)
        _add(store, articles[-1])
        one_more = _seconds(lambda: library.collate_ahead(SLUG))
    shutil.copy(kept, file)
    with Store(f"sqlite:///{file}") as store:
        _add(store, articles[-1])
        one_more_anew = _seconds(lambda: Library(store).collate_ahead(SLUG))
        opened = _seconds(lambda: Library(store).collated(SLUG))
    after = _of_a_pair(articles[:VERSIONS], in_full)
    return (
        2 * whole_story / (before + between),
        2 * one_more / (between + after),
        2 * one_more_anew / (between + after),
        2 * opened / (between + after),
        before / alone,
    )


def in_full(a: Content, b: Content) -> object:
    """Two versions compared with all that the JSON of a comparison says of them."""
    comparison = compare(read_document(a), read_document(b))
    return utterances_between(comparison), facts_between(comparison)


def _of_a_pair(articles: Sequence[Content], method: Callable[[Content, Content], object] = whole) -> float:
    """The median time of one pair, of `PAIRS_A_ROUND` spread over all."""
    pairs = list(combinations(articles, 2))
    chosen = pairs[:: max(1, len(pairs) // PAIRS_A_ROUND)]
    return statistics.median(_seconds(partial(method, a, b)) for a, b in chosen)


def _fill(file: Path, articles: Sequence[Content]) -> None:
    """A store that holds the articles as one story, collated."""
    url = f"sqlite:///{file}"
    upgrade(url)
    with Store(url) as store:
        for article in articles:
            _add(store, article)
        Library(store).collate_ahead(SLUG)


def _add(store: Store, article: Content) -> None:
    store.add_version(article, raw=article.body().encode(), story_title=TITLE)


def _seconds(work: Callable[[], object]) -> float:
    """Processor time: other work on the machine is not counted with it."""
    start = time.process_time()
    work()
    return time.process_time() - start


def main() -> None:
    """Collate one story; print seconds and peak memory."""
    articles = story(int(sys.argv[1]))
    seconds = _seconds(lambda: collate([read_document(one) for one in articles]))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * KILOBYTES_OF_MAXRSS
    print(json.dumps({"seconds": seconds, "megabytes": peak / 1024}))


if __name__ == "__main__":
    main()
