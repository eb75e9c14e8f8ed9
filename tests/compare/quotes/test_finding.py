"""Quotations and their speakers: short texts in many languages, and floors over all of them."""

import pytest

from app.compare.quotes.finding import find_quotations
from app.compare.quotes.speakers import NEIGHBOURS
from app.compare.quotes.subjects import SENTENCES_BACK
from tests.compare.comparison_texts import document
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


def test_a_speaker_is_looked_for_beyond_a_few_quotations_of_the_sentence() -> None:
    fragments = " and ".join(f"“the long crossing number {k}”" for k in range(NEIGHBOURS + 2))
    speakers = [one.speaker for one in find_quotations(document(f"Ana Ruiz praised {fragments} for hours."))]
    assert speakers == ["Ana Ruiz"] * (NEIGHBOURS + 1) + [None]


@pytest.mark.parametrize(("between", "speaker"), [(SENTENCES_BACK - 1, "Ana Ruiz"), (SENTENCES_BACK, None)])
def test_a_pronoun_is_followed_a_few_sentences_back(between: int, speaker: str | None) -> None:
    rain = "It rained on the quay. " * between
    (said,) = find_quotations(
        document(f"Ana Ruiz came in the morning. {rain}“We stay here tonight,” she said.")
    )
    assert said.speaker == speaker


def test_a_quotation_is_as_printed_but_for_the_marks_of_further_paragraphs() -> None:
    read = document("He said: “We waited.\n\n“Nobody came.”")
    (said,) = find_quotations(read)
    assert read.text[said.start : said.end] == "We waited.\n\n“Nobody came."
    assert said.text == "We waited.\n\nNobody came."
