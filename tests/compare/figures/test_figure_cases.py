"""Figures and dates in texts of twelve languages: what is found, and with what value."""

from collections import Counter

import pytest

from tests.compare.figures.figure_cases import Case, cases

LEAST_CASES, LEAST_LANGUAGES = 60, 12
FLOOR = 0.97
"""Least share of the cases' figures that are found with kind, value and text, and of those found that are in the cases."""
CASES = cases()


def test_there_are_cases_in_many_languages() -> None:
    assert len(CASES) >= LEAST_CASES
    assert len({case.language for case in CASES}) >= LEAST_LANGUAGES


@pytest.mark.parametrize("language", sorted({case.language for case in CASES}))
def test_figures_are_found_with_their_values(language: str) -> None:
    hits = asked = found = 0
    wrong = []
    for case in CASES:
        if case.language == language:
            told, expected = Counter(case.found()), Counter(case.figures)
            hits += (told & expected).total()
            asked, found = asked + expected.total(), found + told.total()
            wrong += [(case.text, expected - told, told - expected)] if told != expected else []
    assert hits >= FLOOR * asked, wrong
    assert hits >= FLOOR * found, wrong


def test_a_case_without_figures_holds_none() -> None:
    empty: list[Case] = [case for case in CASES if not case.figures]
    assert empty
    assert [case.found() for case in empty] == [()] * len(empty)
