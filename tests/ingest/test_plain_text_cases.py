"""Every `tests/cases/plain_text/NAME.txt` reads as `NAME.json` says: fields, and blocks with their kinds."""

import json
from pathlib import Path

import pytest

from app.ingest.extraction import extraction
from app.ingest.plain_text import read_text_file

CASES = sorted((Path(__file__).parents[1] / "cases" / "plain_text").glob("*.txt"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_case(case: Path) -> None:
    expected = json.loads(case.with_suffix(".json").read_text(encoding="utf-8"))
    found = extraction(read_text_file(case.read_bytes(), case.name))
    assert {key: found[key] for key in expected} == expected
    unsaid = found.keys() - expected.keys() - {"file", "text", "warnings"}
    assert {key: found[key] for key in unsaid if found[key] is not None} == {}


def test_cases_are_complete() -> None:
    assert len(CASES) >= 25
    assert {case.stem for case in CASES} == {case.stem for case in CASES[0].parent.glob("*.json")}
