"""Learns how likely a link is: python -m training.alignment [--model FOLDER] [--check] [--curve FILE]

Data: pairs of news articles whose sentences people linked, by reference (../shared/gold/alignment). Every candidate pair of
sentences is an example: right where a label says "same" or "partial", left out where it says "related". The weights are
those of a logistic regression, drawn towards nothing by `RIDGE` on figures brought to one scale, found by Newton's method
from zero.

It prints the figures that `alignment.py` counts, with every story compared by weights learned on other stories (articles
that share an article or a day are one story), and how many links of each score are right then. Then it writes the weights
learned on everything to app/compare/weights.py, or with --check says whether they are there. --model learns those for
comparing by meaning too. --curve draws how many links of each score are right (training/calibration.py).
"""

import argparse
import json
import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import mean
from unittest.mock import patch

import numpy as np
from numpy.typing import NDArray

from app.compare import weights
from app.compare.comparison import Comparison
from app.compare.engine import compare
from app.compare.features import MEANING_FEATURES, WORD_FEATURES, features
from app.compare.limits import Limits
from app.compare.meaning import Meanings
from app.compare.reading import read_sentences
from app.compare.similarity import pairs_to_score
from app.compare.terms import number_terms
from app.compare.verbatim import verbatim_pairs
from app.embedding.embedder import Embedder
from app.text.document import Document
from app.text.stems import stem_rules
from tests.compare.alignment_scores import answering, read_telling, right_links, score
from tests.compare.labelled_cases import Pair, Telling
from training.calibration import Mark, bins, draw

GOLD = Path(__file__).parent.parent.parent / "shared" / "gold" / "alignment"
RIDGE = 5.0
FOLDS = 8
SHUFFLES = 3
DECIMALS = 4

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Example:
    """A labelled pair of articles: its story, its documents, the figures of its candidates (a row each), which are right."""

    pair: Pair
    story: int
    a: Document
    b: Document
    meanings: Meanings | None
    figures: Array
    right: Array


def dev_pairs() -> tuple[list[Pair], list[set[str]]]:
    """The labelled pairs, and for each what makes it one story with others."""
    records = json.loads((GOLD / "dev.json").read_text(encoding="utf-8"))["pairs"]
    pairs, marks = [], []
    for record in records:
        a, b = (
            Telling(one["source"], one["title"], tuple(map(tuple, one["paragraphs"])))
            for one in (record["a"], record["b"])
        )
        pairs.append(Pair(record["id"], "en", a, b, {(i, j): label for i, j, label in record["links"]}))
        marks.append({one[key] for one in (record["a"], record["b"]) for key in ("uuid", "date")})
    return pairs, marks


def seed_pairs() -> list[Pair]:
    """The pairs of the seeds, as their labelled sentences."""
    gold = json.loads((GOLD / "seeds.json").read_text(encoding="utf-8"))
    tellings = {
        name: Telling(name, name, tuple((sentence,) for sentence in sentences))
        for name, sentences in gold["sentences"].items()
    }
    return [
        Pair(
            one["id"],
            "en",
            tellings[one["a"]],
            tellings[one["b"]],
            {(i, j): label for i, j, label in one["links"]},
        )
        for one in gold["pairs"]
    ]


def stories(marks: Sequence[set[str]]) -> list[int]:
    """A number for each pair, the same for those that a chain of common marks joins."""
    groups: list[set[str]] = []
    for mark in marks:
        met = [group for group in groups if group & mark]
        groups = [group for group in groups if not group & mark] + [mark.union(*met)]
    return [next(number for number, group in enumerate(groups) if mark <= group) for mark in marks]


def read_example(pair: Pair, story: int, model: Embedder | None) -> Example:
    """The candidates of a pair and their labels, in the direction in which the engine works."""
    a, b = read_telling(pair.a), read_telling(pair.b)
    meanings = model.meanings(a, b) if model else None
    if model and meanings is None:
        sys.exit(f"{pair.name}: the model does not take both texts")
    stemmed = stem_rules(a.language) == stem_rules(b.language)
    read_a, read_b = read_sentences(a, stemmed=stemmed), read_sentences(b, stemmed=stemmed)
    limits = Limits()
    left_a, left_b = np.ones(len(read_a), bool), np.ones(len(read_b), bool)
    for i, j in verbatim_pairs(read_a.prints, read_b.prints, limits):
        left_a[i] = left_b[j] = False
    found = pairs_to_score(number_terms(read_a, read_b), left_a, left_b, limits, meanings)
    back_a, back_b = answering(a, pair.a.paragraphs), answering(b, pair.b.paragraphs)
    right = [
        _label(pair, {(g, h) for g in back_a[i] for h in back_b[j]})
        for i, j in zip(found.i.tolist(), found.j.tolist(), strict=True)
    ]
    return Example(pair, story, a, b, meanings, features(found, meanings), np.array(right))


def _label(pair: Pair, places: set[tuple[int, int]]) -> float:
    """1 for right, 0 for wrong, not a number for doubtful."""
    if places & pair.labelled("same", "partial"):
        return 1.0
    return float("nan") if places & pair.labelled("related") else 0.0


def learn(examples: Sequence[Example]) -> tuple[float, ...]:
    """The constant, then the weight of each figure. A logistic regression: Newton's method, from zero."""
    figures = np.concatenate([one.figures for one in examples])
    right = np.concatenate([one.right for one in examples])
    figures, right = figures[~np.isnan(right)], right[~np.isnan(right)]
    middle, spread = figures.mean(0), figures.std(0) + 1e-9
    rows = np.column_stack([np.ones(len(figures)), (figures - middle) / spread])
    ridge = np.array([0.0] + [RIDGE] * figures.shape[1])
    found = np.zeros(rows.shape[1])
    for _ in range(15):
        likely = 1 / (1 + np.exp(-rows @ found))
        slope = rows.T @ (likely - right) + ridge * found
        bend = (rows * (likely * (1 - likely))[:, None]).T @ rows + np.diag(ridge)
        found -= np.linalg.solve(bend, slope)
    scaled = found[1:] / spread
    return tuple(round(float(one), DECIMALS) for one in (found[0] - scaled @ middle, *scaled))


def compared(examples: dict[int, Example], learned: dict[int, tuple[float, ...]], pair: Pair) -> Comparison:
    """The engine's comparison of a pair by the weights for its story."""
    one = examples[id(pair)]
    name = "WORDS" if one.meanings is None else "MEANING"
    with patch.object(weights, name, learned[one.story]):
        return compare(one.a, one.b, meanings=one.meanings)


def held_out(examples: Sequence[Example], shuffle: int) -> dict[int, tuple[float, ...]]:
    """For every story, weights learned without its fold."""
    numbers = sorted({one.story for one in examples})
    random.Random(shuffle).shuffle(numbers)  # noqa: S311
    folds = [set(numbers[k::FOLDS]) for k in range(FOLDS)]
    return {
        story: learned
        for fold in folds
        for learned in [learn([one for one in examples if one.story not in fold])]
        for story in fold
    }


def cross_validated(
    examples: Sequence[Example], also: Sequence[Example] = ()
) -> tuple[dict[str, float], list[Mark]]:
    """The figures of `examples`, every story compared by weights learned on others, and the marks of all their links.

    `also` are learned from in every fold. Figures are means over `SHUFFLES` ways to part the stories; each has its marks.
    """
    by_pair = {id(one.pair): one for one in examples}
    pairs = [one.pair for one in examples]
    scores, marks = [], []
    for shuffle in range(SHUFFLES):
        learned = held_out([*examples, *also], shuffle)
        found = {pair.name: compared(by_pair, learned, pair) for pair in pairs}
        scores.append(score(pairs, partial(_of, found)))
        marks += [mark for pair in pairs for mark in right_links(pair, found[pair.name])]
    return {name: mean(one[name] for one in scores) for name in scores[0]}, marks


def _of(found: dict[str, Comparison], pair: Pair) -> Comparison:
    return found[pair.name]


def report(scores: dict[str, float], marks: Sequence[Mark]) -> Iterator[str]:
    """Figures and calibration, a line each."""
    yield ", ".join(f"{name} {value:.3f}" for name, value in scores.items())
    for one in bins(marks):
        yield f"  scored {one.score:.2f}: {one.right:.2f} right of {one.links}"


def written(words: Sequence[float], meaning: Sequence[float]) -> str:
    """The module that holds the weights."""
    lines = [
        '"""What training/alignment.py learned: the constant, then a weight for each figure of app.compare.features."""',
        "",
    ]
    for name, values, names in (
        ("WORDS", words, WORD_FEATURES),
        ("MEANING", meaning, (*WORD_FEATURES, *MEANING_FEATURES)),
    ):
        lines.append(f"{name}: tuple[float, ...] = (")
        lines += [f"    {value},  # {what}" for value, what in zip(values, ("constant", *names), strict=True)]
        lines.append(")")
    return "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--model", help="folder of the embedding model")
    parser.add_argument(
        "--check", action="store_true", help="write nothing, say whether the weights are these"
    )
    parser.add_argument("--curve", type=Path, help="file for the calibration curve, an SVG")
    options = parser.parse_args()
    if not GOLD.is_dir():
        sys.exit(f"skipped: there is no {GOLD.name} data beside the project")
    learned = {}
    curves: dict[str, list[Mark]] = {}
    for name, model in (
        ("WORDS", None),
        ("MEANING", Embedder.load(options.model) if options.model else None),
    ):
        if name == "MEANING" and model is None:
            learned[name] = weights.MEANING
            continue
        pairs, marks = dev_pairs()
        dev = [read_example(pair, story, model) for pair, story in zip(pairs, stories(marks), strict=True)]
        seeds = [read_example(pair, -1, model) for pair in seed_pairs()]
        print(name, f"{sum(len(one.right) for one in dev):,} candidates")
        found = {"dev, other stories' weights": (dev, seeds), "seeds, weights of dev": (seeds, dev)}
        for title, (examples, also) in found.items():
            scores, links = cross_validated(examples, also)
            print(f"{title}:", *report(scores, links), sep="\n")
            if examples is dev:
                curves["by meaning too" if model else "by words"] = links
        learned[name] = learn([*dev, *seeds])
    if options.curve:
        draw(curves, SHUFFLES, options.curve)
    text = written(learned["WORDS"], learned["MEANING"])
    path = Path(str(weights.__file__))
    if options.check:
        sys.exit(0 if path.read_text(encoding="utf-8") == text else f"{path.name} holds other weights")
    path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
