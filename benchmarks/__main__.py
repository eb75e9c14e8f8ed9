"""Speed of whole comparisons beside peers and against size, all in one run: `make bench`.

With `--docs` the tables and the plot in docs/ are written anew; else they are only printed.
"""

import argparse
import platform
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.metadata import version

from benchmarks.articles import case_pairs, sample, sample_pairs, seed_pairs, seeds
from benchmarks.growth import Curve, curves
from benchmarks.jsdiff import jsdiff
from benchmarks.many import collate_over_pair, many, steps
from benchmarks.peers import PEERS, Method
from benchmarks.plot import draw
from benchmarks.race import Pairs, race
from benchmarks.report import bounds_table, peers_table, size_table, steps_table
from benchmarks.targets import ROOT

BENCHMARKS = ROOT / "docs" / "benchmarks.md"
PLOT = ROOT / "docs" / "cost.svg"
MARK = "<!-- what follows is written by `make bench` -->\n"
LIBRARIES = ("cydifflib", "rapidfuzz", "fast-diff-match-patch", "redlines")


@contextmanager
def all_peers() -> Iterator[tuple[Sequence[Method], str]]:
    """The peers that are here, and a line about those that are not."""
    with jsdiff() as found:
        if isinstance(found, str):
            yield PEERS, f"\n\njsdiff is left out: {found}."
        else:
            yield (*PEERS, found), ""


def peers(rounds: int) -> Iterator[str]:
    """A section for each set of pairs."""
    sets: list[tuple[str, Pairs, bool]] = [
        ("The sample’s articles", sample_pairs(), False),
        ("Short articles in eight languages (tests/cases/alignment)", case_pairs(), False),
        ("Five articles of about 1,000 words (not in the repository)", seed_pairs(), True),
    ]
    with all_peers() as (methods, missing):
        for name, pairs, judged in sets:
            if pairs:
                found = peers_table(race(pairs, methods, rounds), judged=judged)
                yield f"### {name}: {len(pairs)} pairs\n\n{found}{missing}"
            else:
                yield f"### {name}\n\nLeft out: they are not here."


def growth(found: list[Curve], rounds: int) -> str:
    five = collate_over_pair(seeds() or sample(), rounds)
    story = many(rounds)
    return (
        f"## Cost against size\n\n![Time of a comparison against the size of its texts](cost.svg)\n\n{size_table(found)}"
        f"\n\n{bounds_table(found, five, story)}\n\n## Collating\n\n{steps_table(steps(rounds))}\n\n"
        f"A kept collation of 31 versions is opened in the time of {story.opened:.1f} pairs in full. Such a pair takes "
        f"{story.in_full:.1f} times as long as its sentences and words alone."
    )


def machine() -> str:
    libraries = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    return f"Python {platform.python_version()} on {platform.machine()}; {libraries}."


def main() -> None:
    """Measure, print, and write the documents where that is asked for."""
    parser = argparse.ArgumentParser(description="Time comparisons beside peers and against size.")
    parser.add_argument("--docs", action="store_true", help="write docs/benchmarks.md and docs/cost.svg")
    parser.add_argument("--rounds", type=int, default=5, help="rounds after the first, which warms up")
    options = parser.parse_args()
    parts = [machine(), "## Beside peers"]
    print("\n\n".join(parts))
    for section in peers(options.rounds):
        parts.append(section)
        print(f"\n{section}", flush=True)
    found = curves(options.rounds)
    parts.append(growth(found, options.rounds))
    print(f"\n{parts[-1]}")
    if options.docs:
        written = BENCHMARKS.read_text(encoding="utf-8").partition(MARK)[0]
        BENCHMARKS.write_text(written + MARK + "\n" + "\n\n".join(parts) + "\n", encoding="utf-8")
        draw(found, PLOT)


if __name__ == "__main__":
    main()
