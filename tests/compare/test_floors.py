"""What the engine must reach on cases written for this project; tests/cases/floors.json holds the figures."""

from dataclasses import replace
from random import Random

import pytest

from app.compare.engine import compare
from tests.compare import alignment_scores, revision_scores
from tests.compare.floors import FLOORS, LANGUAGES, SEEDS, alignment, edits
from tests.compare.newsroom import Paragraphs, articles, revisions, with_boilerplate

BOILERPLATE = "Sign up to our morning letter for more stories like this one."
ARTICLES = [article for versions in articles().values() for article in versions if len(article) > 5]


def under(scores: dict[str, float], floors: dict[str, float]) -> dict[str, tuple[float, float]]:
    """The scores that miss their floors, with them."""
    assert scores.keys() == floors.keys()
    return {name: (round(scores[name], 4), floor) for name, floor in floors.items() if scores[name] < floor}


@pytest.mark.parametrize("language", sorted(FLOORS["alignment"]))
def test_alignment_across_outlets(language: str) -> None:
    assert not under(alignment(language), FLOORS["alignment"][language])


def test_every_labelled_language_has_a_floor() -> None:
    assert LANGUAGES.keys() == FLOORS["alignment"].keys()


def test_alignment_across_revisions() -> None:
    assert not under(edits(), FLOORS["revisions"]["en"])


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article[0][0][:30])
def test_repeated_boilerplate_never_moves(article: Paragraphs) -> None:
    for before, after in ((1, 2), (2, 1), (1, 3), (3, 1), (2, 3), (3, 2), (3, 4), (5, 2)):
        old = with_boilerplate(article, BOILERPLATE, before)
        new = with_boilerplate(article, BOILERPLATE, after)
        links = compare(revision_scores.document(old), revision_scores.document(new)).links
        assert not [link for link in links if link.moved]


@pytest.mark.parametrize("share", [0.3, 0.5, 1.0])
def test_boilerplate_edited_in_places_never_moves(share: float) -> None:
    rng = Random(5)  # noqa: S311
    for article in ARTICLES:
        old = with_boilerplate(article, BOILERPLATE, 2)
        new = tuple(tuple(_edited(s) if rng.random() < share else s for s in part) for part in old)
        comparison = compare(revision_scores.document(old), revision_scores.document(new))
        assert (comparison.only_a, comparison.only_b) == ((), ())
        assert not [link for link in comparison.links if link.moved]


def _edited(sentence: str) -> str:
    return sentence.replace("morning letter", "evening letter") if sentence == BOILERPLATE else sentence


@pytest.mark.parametrize("every", [1, 2, 3])
def test_revisions_with_boilerplate_in_them(every: int) -> None:
    """Which of many like sentences was cut cannot be known; what moved, and what was edited, can."""
    found = [
        revision
        for seed in SEEDS[:1]
        for revision in revisions(seed, lambda old: with_boilerplate(old, BOILERPLATE, every))
    ]
    assert not under(revision_scores.score(found), FLOORS["revisions"]["en"])
    for revision in found:
        links = compare(revision_scores.document(revision.old), revision_scores.document(revision.new)).links
        assert revision.moved or not [link for link in links if link.moved]


def test_the_newsroom_says_what_it_did() -> None:
    for revision in revisions(1):
        old, new = ([s for p in side for s in p] for side in (revision.old, revision.new))
        assert {j for _, j in revision.links} >= revision.moved | revision.edits.keys()
        for i, j in revision.links:
            before, after = revision.edits.get(j, ("", ""))
            whole = old[i].replace(before, after, 1) == new[j] if before else new[j] == old[i]
            assert whole or new[j].rstrip(".") in old[i] or new[j][1:] in old[i]


def test_wrong_answers_cost_score() -> None:
    """Against labels that are not the case's own, no score stands."""
    found = list(revisions(1))
    shifted = [replace(r, links=frozenset((i, max(j - 1, 0)) for i, j in r.links) - r.links) for r in found]
    assert revision_scores.score(shifted)["links F1"] < 0.1
    unlabelled = [replace(pair, links=dict.fromkeys(pair.links, "related")) for pair in LANGUAGES["en"]]
    assert alignment_scores.score(unlabelled)["primary F1"] == 0
