"""Scores alignment with weights learned on other stories, in the form of the scripts of ../shared/evals.

The weights of app/compare/weights.py were learned on all the labelled pairs, so the engine's own score on them flatters it.
"""

import json

from training.alignment import cross_validated, dev_pairs, read_example, seed_pairs, stories


def main() -> None:
    pairs, marks = dev_pairs()
    dev = [read_example(pair, story, None) for pair, story in zip(pairs, stories(marks), strict=True)]
    scores, _ = cross_validated(dev, [read_example(pair, -1, None) for pair in seed_pairs()])
    print("dev", json.dumps({name: round(value, 3) for name, value in scores.items()}))


if __name__ == "__main__":
    main()
