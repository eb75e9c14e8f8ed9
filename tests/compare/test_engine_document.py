"""docs/engine.md says what the engine does: its figures, its limits, and the project's own sentences."""

import re
from pathlib import Path

import pytest

from app.compare import (
    alignment,
    changes,
    matching,
    reading,
    reuse,
    sharing,
    similarity,
    statements,
    verbatim,
)
from app.compare.features import MEANING_FEATURES, WORD_FEATURES
from app.ingest.files import Refusal, read_files
from app.resources import SAMPLE
from tests.compare.labelled_cases import pairs

DOCUMENT = (Path(__file__).parents[2] / "docs" / "engine.md").read_text(encoding="utf-8")
PROSE = " ".join(DOCUMENT.split())


def rows(heading: str) -> list[list[str]]:
    """The cells of the first table after these words, without its head."""
    after = DOCUMENT[DOCUMENT.index(heading) :]
    lines = after[after.index("\n| --- ") :].split("\n\n")[0].splitlines()[2:]
    return [[cell.strip() for cell in line.strip("| ").split(" | ")] for line in lines]


LIMITS = {
    "words and marks of one sentence": [reading.READ_WORDS],
    "repeated sentences": [verbatim.MAX_CELLS],
    "meetings listed": [sharing.STEPS_PER_SENTENCE, sharing.MAX_STEPS],
    "candidates kept": [sharing.PER_SENTENCE, sharing.MAX_KEPT],
    "words of one side of a link": [changes.MAX_WORDS],
    "cells of a word comparison": [matching.MAX_CELLS],
    "places looked at": [reuse.PLACES],
    "links of one sentence": [statements.MOST_LINKS],
}
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight")


@pytest.mark.parametrize("limit", LIMITS)
def test_every_limit_is_the_one_that_holds(limit: str) -> None:
    (row,) = [row for row in rows("## Limits") if row[0].startswith(limit)]
    assert [int(number.replace(",", "")) for number in re.findall(r"\d[\d,]*\d|\d", row[1])] == LIMITS[limit]


def test_no_other_limit_is_listed() -> None:
    assert len(rows("## Limits")) == len(LIMITS)


def test_every_figure_is_explained_once() -> None:
    named = [name for row in rows("7. **Runs.**") for name in re.findall(r"`(\w+)`", row[0])]
    assert sorted(named) == sorted([*WORD_FEATURES, *MEANING_FEATURES])


def test_thresholds_are_those_that_hold() -> None:
    assert f"its likelihood reaches {alignment.LINKED}" in PROSE
    assert f"at least {alignment.EDITED} of the words" in PROSE
    assert f"each sentence keeps the {NUMBERS[sharing.PER_SENTENCE]} that share most" in PROSE
    assert f"the {NUMBERS[similarity.NEAREST]} sentences nearest in meaning" in PROSE
    assert f"a budget of {sharing.STEPS_PER_SENTENCE} steps a sentence" in PROSE


def test_wrong_links_are_quoted_from_the_projects_own_texts() -> None:
    told = [" ".join(side.sentences()) for pair in pairs() for side in (pair.a, pair.b)]
    for item in read_files([SAMPLE]):
        assert not isinstance(item, Refusal)
        told.append("\n".join(block.text for block in item.content.blocks))
    wrong = rows("Ten wrong links")
    assert len(wrong) == 10
    for quotation in [quotation for row in wrong for quotation in row[1:3]]:
        pieces = [
            piece.strip(" ,.”") for piece in quotation.removeprefix("PORT ENNICK (Tellan) — ").split("…")
        ]
        assert any(all(piece in " ".join(text.split()) for piece in pieces) for text in told), quotation
