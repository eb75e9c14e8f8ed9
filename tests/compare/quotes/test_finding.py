"""Quotations and their speakers: short texts in many languages, and floors over all of them."""

import pytest

from tests.compare.quotes.quotation_cases import Case, cases

FLOORS = {"texts": 1.0, "scare": 1.0, "speakers": 0.95}
"""Of all quotations of the cases: found with the right ends, told from terms, given the right speaker or none."""


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_every_quotation_is_found_whole(case: Case) -> None:
    found = case.found()
    assert [(one.text, one.scare) for one in found] == [(one.text, one.scare) for one in case.expected]


def test_speakers_keep_their_floor() -> None:
    right = total = 0
    for case in cases():
        pairs = list(zip(case.found(), case.expected, strict=True))
        total += len(pairs)
        right += sum(found.speaker == expected.speaker for found, expected in pairs)
    assert right >= FLOORS["speakers"] * total
