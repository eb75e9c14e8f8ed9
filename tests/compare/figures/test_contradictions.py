"""Pairs of texts, in eleven languages, that contradict each other on a figure or were written to mislead."""

from itertools import permutations

import pytest

from app.compare.figures import totals
from app.compare.figures.facts import find_facts
from app.compare.limits import Limits
from tests.compare.comparison_texts import document
from tests.compare.figures.contradiction_cases import Pair, pairs

MOST_MISLED = 2
"""Pairs written to mislead that are told as contradictions all the same."""
MOST_MISSED = 1
"""Of further pairs, written after the rules, those of which another is said than a reader would."""
TOLLS, MISLEADING, MORE = pairs("tolls"), pairs("misleading"), pairs("more")


@pytest.mark.parametrize("pair", TOLLS, ids=[f"{one.language}: {one.other[:40]}" for one in TOLLS])
def test_numbers_of_people_are_told_of_one_thing_or_of_two(pair: Pair) -> None:
    assert pair.holds()
    assert pair.holds(turned=True)


def test_few_pairs_that_were_written_to_mislead_do() -> None:
    misled = [pair for pair in MISLEADING if not (pair.holds() and pair.holds(turned=True))]
    assert len(misled) <= MOST_MISLED, misled


def test_further_pairs_are_told_as_a_reader_would() -> None:
    missed = [pair for pair in MORE if not (pair.holds() and pair.holds(turned=True))]
    assert len(missed) <= MOST_MISSED, missed
    assert all(pair.verdict == "contradict" for pair in missed)


def test_there_are_cases_in_many_languages() -> None:
    assert len({pair.language for pair in TOLLS + MORE}) >= 11


FLOOD = (
    "Three people were killed when the levee of the Sarrow broke in a storm.",
    "It rained.\n\nBoats came.\n\nRain fell.\n\nA bridge fell.\n\nNobody slept.\n\nFour people died in the storm.",
    "A storm broke the levee of the Sarrow, and three people died.",
)


def test_totals_do_not_depend_on_the_order_of_the_versions() -> None:
    read = [document(text) for text in FLOOD]
    for order in permutations(range(len(read))):
        (fact,) = find_facts([read[k] for k in order], [None] * len(read), ())
        assert fact.agreement == "conflict"
        assert {order[one.version]: one.figure.value for one in fact.members} == {0: "3", 1: "4", 2: "3"}


@pytest.mark.parametrize(("most", "coarse"), [(3, False), (2, True)])
def test_a_limit_on_numbers_of_people_is_told(
    monkeypatch: pytest.MonkeyPatch, most: int, coarse: bool
) -> None:
    monkeypatch.setattr(totals, "MOST_TOLLS", most)
    limits = Limits()
    find_facts([document(text) for text in FLOOD], [None] * len(FLOOD), (), limits)
    assert bool(limits.reasons()) == coarse
