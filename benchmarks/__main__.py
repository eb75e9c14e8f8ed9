"""Time whole comparisons of the sample's articles beside word differences by other libraries, all in one run.

Each method compares every pair of the sample's latest versions, both ways; methods take turns, round after round, so
that a slow spell of the machine meets them all. The table gives the median time of a pair and its ratio to Variorum's.
"""

import difflib
import statistics
import time
from collections.abc import Callable
from itertools import permutations

import cydifflib
import fast_diff_match_patch
from rapidfuzz.distance import LCSseq

from app.compare.engine import compare
from app.ingest.files import Refusal, read_files
from app.resources import SAMPLE
from app.text.content import Content
from app.text.document import read_document

ROUNDS = 7
LATEST = ("04-", "05-", "06-", "07-", "08-")


def variorum(a: Content, b: Content) -> object:
    """Everything: sentences, alignment, word changes, moves, summary."""
    return compare(read_document(a), read_document(b))


def difflib_words(a: Content, b: Content) -> object:
    return difflib.SequenceMatcher(None, a.body().split(), b.body().split(), autojunk=False).get_opcodes()


def cydifflib_words(a: Content, b: Content) -> object:
    return cydifflib.SequenceMatcher(None, a.body().split(), b.body().split(), autojunk=False).get_opcodes()


def rapidfuzz_words(a: Content, b: Content) -> object:
    return LCSseq.opcodes(a.body().split(), b.body().split())


def diff_match_patch(a: Content, b: Content) -> object:
    return fast_diff_match_patch.diff(a.body(), b.body(), timelimit=0, cleanup="Semantic", counts_only=False)


METHODS: dict[str, tuple[str, Callable[[Content, Content], object]]] = {
    "Variorum": ("sentences, alignment, word changes, moves", variorum),
    "difflib": ("word opcodes only", difflib_words),
    "cydifflib": ("word opcodes only", cydifflib_words),
    "rapidfuzz": ("word opcodes only", rapidfuzz_words),
    "fast-diff-match-patch": ("characters, semantic clean-up", diff_match_patch),
}


def articles() -> list[Content]:
    """The latest version of each of the sample's articles."""
    found = []
    for item in read_files([SAMPLE]):
        if isinstance(item, Refusal):
            raise SystemExit(item.message)
        if item.name.rpartition("/")[2].startswith(LATEST):
            found.append(item.content)
    return found


def main() -> None:
    """Measure, and print the table."""
    pairs = list(permutations(articles(), 2))
    times: dict[str, list[float]] = {name: [] for name in METHODS}
    for turn in range(ROUNDS + 1):
        for name, (_, method) in METHODS.items():
            for a, b in pairs:
                start = time.perf_counter()
                method(a, b)
                if turn:  # the first round warms up
                    times[name].append(time.perf_counter() - start)
    medians = {name: statistics.median(taken) * 1000 for name, taken in times.items()}
    print(f"{len(pairs)} pairs of the sample's articles, {ROUNDS} rounds, median time of a pair\n")
    print(f"{'method':<22}  {'what it does':<41}  {'ms':>8}  {'× Variorum':>10}")
    for name, (what, _) in METHODS.items():
        print(f"{name:<22}  {what:<41}  {medians[name]:>8.2f}  {medians[name] / medians['Variorum']:>10.2f}")


main()
