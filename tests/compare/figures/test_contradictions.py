"""Pairs of texts, in eleven languages, that contradict each other on a figure or were written to mislead."""

import pytest

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
