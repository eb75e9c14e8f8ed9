"""What the engine must reach on the project's own cases (tests/cases/floors.json), and what it reaches."""

import json
from collections.abc import Iterator
from itertools import groupby

from tests.compare import alignment_scores, revision_scores
from tests.compare.labelled_cases import CASES, Pair, pairs
from tests.compare.newsroom import revisions

Scores = dict[str, float]
FLOORS: dict[str, dict[str, Scores]] = json.loads((CASES.parent / "floors.json").read_text(encoding="utf-8"))
LANGUAGES: dict[str, list[Pair]] = {
    language: list(found)
    for language, found in groupby(
        sorted(pairs(), key=lambda pair: pair.language), lambda pair: pair.language
    )
}
SEEDS = range(1, 5)


def alignment(language: str) -> Scores:
    """Links between independent tellings of one event."""
    return alignment_scores.score(LANGUAGES[language])


def edits() -> Scores:
    """Known edits of one article, found again."""
    return revision_scores.score(revision for seed in SEEDS for revision in revisions(seed))


def measured() -> Iterator[tuple[str, Scores, Scores]]:
    """A name, the scores and their floors, for every entry of the file."""
    for language, floors in FLOORS["alignment"].items():
        yield f"own cases: alignment, {language}", alignment(language), floors
    yield "own cases: revisions", edits(), FLOORS["revisions"]["en"]
