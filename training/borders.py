"""Learns where readers border their edits: python -m training.borders [--gold FILE] [--check].

Data: sentence pairs with the edits that people marked (arXivEdits, Jiang et al., EMNLP 2022), by reference; 200 pairs
hold some 80 runs that differ on both sides, in more than one word on either. For each of them the reading that gives most
of the marked edits is the right one; several may be. The weights are those of a conditional logit (McFadden 1974), drawn
towards nothing by `RIDGE`, found by Newton's method from zero, and rounded to two digits.

It prints span F1 as `worddiff.py` counts it: with every run whole, with weights learned on four fifths of the pairs and
used on the last fifth (the mean over several shuffles), and with the weights it writes to app/compare/border_weights.py.
"""

import argparse
import json
import random
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from app.compare import border_weights
from app.compare.borders import FEATURES, MAX_UNITS, readings
from app.compare.changes import matched_runs
from app.compare.limits import Limits
from app.compare.runs import Pair, Run
from app.compare.units import Passage, Units, split_units
from app.text.document import read_sentence

GOLD = Path(__file__).parent.parent.parent / "shared" / "gold" / "worddiff" / "dev.json"
RIDGE = 0.3
FOLDS = 5
SHUFFLES = 10

Array = NDArray[np.float64]
Edit = tuple[tuple[int, int] | None, tuple[int, int] | None]
"""A span of words between spaces on either side; None where that side has nothing."""


class Choice(NamedTuple):
    """A run that may be read in several ways: a row of features each, which are right, and the edits that each gives."""

    features: Array
    right: NDArray[np.bool_]
    found: list[int]
    said: list[int]


class Sample(NamedTuple):
    """A sentence pair: edits found, said and wanted outside its choices, and those."""

    found: int
    said: int
    wanted: int
    choices: list[Choice]


def read_sample(record: dict[str, Any]) -> Sample:
    """The choices in a sentence pair, worked on in the direction that `app.compare.engine` would take."""
    texts = record["sentence-1"], record["sentence-2"]
    order = (0, 1) if (len(texts[0]), texts[0]) <= (len(texts[1]), texts[1]) else (1, 0)
    one, other = (_passage(texts[side]) for side in order)
    pair = Pair(one, other, split_units(one), split_units(other))
    words = _words_of(pair.in_a, texts[order[0]]), _words_of(pair.in_b, texts[order[1]])
    wanted = {
        _edit(*(edit[f"sentence-{side + 1}-token-indices"] for side in order))
        for edit in record["edits-combination-0"].values()
    }
    plain: set[Edit] = set()
    choices: list[Choice] = []
    for run in matched_runs(pair, Limits()):
        if run.same:
            continue
        if run.one_sided or run.size == 2 or run.size > MAX_UNITS:
            plain.add(_span(run, words))
        else:
            choices.append(_choice(run, pair, words, wanted))
    return Sample(len(plain & wanted), len(plain), len(wanted), choices)


def _choice(run: Run, pair: Pair, words: tuple[list[int], list[int]], wanted: set[Edit]) -> Choice:
    known = [(edits, features) for edits, features in readings(run, pair)]
    given = [{_span(edit, words) for edit in edits} for edits, _ in known]
    within = sum(_holds(_span(run, words), edit) for edit in wanted)
    worth = [2 * len(edits & wanted) / (len(edits) + within) for edits in given]
    right = np.array([one == max(worth) > 0 for one in worth])
    features = np.array([features for _, features in known], dtype=float)
    return Choice(features, right, [len(edits & wanted) for edits in given], [len(edits) for edits in given])


def _passage(text: str) -> Passage:
    document = read_sentence(text)
    first, last = document.sentences[0], document.sentences[-1]
    return Passage(document.text, first.start, last.end, document.words, first.first_word, last.last_word)


def _words_of(units: Units, text: str) -> list[int]:
    """For every unit, how many spaces stand before its end: the number of the word that it ends in."""
    return [text[:end].count(" ") for end in units.ends]


def _span(run: Run, words: tuple[list[int], list[int]]) -> Edit:
    a, b = words[0][run.a0 : run.a1], words[1][run.b0 : run.b1]
    return (a[0], a[-1] + 1) if a else None, (b[0], b[-1] + 1) if b else None


def _edit(a: list[int] | None, b: list[int] | None) -> Edit:
    return (a[0], a[1]) if a else None, (b[0], b[1]) if b else None


def _holds(outer: Edit, inner: Edit) -> bool:
    return all(
        few is None or (many is not None and many[0] <= few[0] and few[1] <= many[1])
        for many, few in zip(outer, inner, strict=True)
    )


def learn(samples: Iterable[Sample]) -> Array:
    """The weights under which the right readings are likeliest, less `RIDGE` times half of their squares."""
    choices = [choice for sample in samples for choice in sample.choices if choice.right.any()]
    weights = np.zeros(len(FEATURES))
    for _ in range(100):
        slope, curve = -RIDGE * weights, RIDGE * np.eye(len(FEATURES))
        for choice in choices:
            odds = np.exp(choice.features @ weights - (choice.features @ weights).max())
            likely, right = odds / odds.sum(), odds * choice.right / (odds @ choice.right)
            mean = choice.features.T @ likely
            slope += choice.features.T @ (right - likely)
            curve += (choice.features * likely[:, None]).T @ choice.features - np.outer(mean, mean)
        step = np.linalg.solve(curve, slope)
        weights += step / max(1.0, np.abs(step).max())
    return np.round(weights, 2)


def span_f1(samples: Iterable[Sample], weights: Array | None) -> float:
    """Of these pairs' edits, with these weights; None reads every run as one replacement."""
    return _f1(_counts(sample, weights) for sample in samples)


def _counts(sample: Sample, weights: Array | None) -> tuple[int, int, int]:
    taken = [
        0 if weights is None else int(np.argmax(np.round(one.features @ weights, 9)))
        for one in sample.choices
    ]
    found = sum(one.found[k] for one, k in zip(sample.choices, taken, strict=True))
    said = sum(one.said[k] for one, k in zip(sample.choices, taken, strict=True))
    return sample.found + found, sample.said + said, sample.wanted


def _f1(counts: Iterable[tuple[int, int, int]]) -> float:
    found, said, wanted = (sum(column) for column in zip(*counts, strict=True))
    return 2 * found / (said + wanted)


def crossed(samples: Sequence[Sample]) -> Iterator[float]:
    """Span F1 on what was held out, for every shuffle."""
    for seed in range(SHUFFLES):
        order = list(range(len(samples)))
        random.Random(seed).shuffle(order)  # noqa: S311
        counts = []
        for fold in range(FOLDS):
            held = set(order[fold::FOLDS])
            weights = learn([samples[k] for k in order if k not in held])
            counts += [_counts(samples[k], weights) for k in held]
        yield _f1(counts)


def written(weights: Array) -> str:
    """The module that carries the weights."""
    lines = "".join(f'    "{name}": {weight:.2f},\n' for name, weight in zip(FEATURES, weights, strict=True))
    return f'"""{border_weights.__doc__}"""\n\nWEIGHTS = {{\n{lines}}}\n'


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--gold", type=Path, default=GOLD)
    parser.add_argument(
        "--check", action="store_true", help="write nothing; fail if the weights would change"
    )
    options = parser.parse_args()
    if not options.gold.exists():
        print(f"skipped: there is no {options.gold.name} to learn from")
        return
    samples = [read_sample(one) for one in json.loads(options.gold.read_text(encoding="utf-8")).values()]
    weights = learn(samples)
    print(f"every run whole   {span_f1(samples, None):.3f}")
    held_out = list(crossed(samples))
    print(f"held out          {np.mean(held_out):.3f} ({min(held_out):.3f} to {max(held_out):.3f})")
    print(f"learned from all  {span_f1(samples, weights):.3f}")
    path = Path(str(border_weights.__file__))
    if not options.check:
        path.write_text(written(weights), encoding="utf-8")
    elif path.read_text(encoding="utf-8") != written(weights):
        raise SystemExit("the weights in app/compare/border_weights.py are not what this learns")


if __name__ == "__main__":
    main()
