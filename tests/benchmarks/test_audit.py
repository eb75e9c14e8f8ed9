"""The parts of `make audit` that do not measure: bounds, what checkers say, what they are known not to know."""

import json

import pytest

from app.resources import STATIC
from benchmarks.audit.figure import MISSED, Figure, count
from benchmarks.audit.lighthouse import shortfalls
from benchmarks.audit.markup import Gap, Said, known, parse, read_gaps

SAID = Said("error", "compare.css", 3, "No such property.", "x: y")


@pytest.mark.parametrize(
    ("figure", "holds"),
    [
        (Figure("weight", 70_000, 70_000), True),
        (Figure("weight", 70_001, 70_000), False),
        (Figure("score", 95, 95, "at least"), True),
        (Figure("score", 94, 95, "at least"), False),
        (count("cases", []), True),
        (count("cases", ["one"]), False),
    ],
)
def test_a_bound_holds_up_to_itself(figure: Figure, holds: bool) -> None:
    assert figure.holds is holds
    assert (figure.cells()[-1] == MISSED) is not holds


def test_errors_and_warnings_are_read_and_notes_to_them_are_not() -> None:
    messages = [
        {
            "type": "error",
            "url": "file:/pages/home,%20dark.html",
            "lastLine": 3,
            "message": "Bad.",
            "extract": "<b\n>",
        },
        {"type": "info", "subType": "warning", "url": "file:/pages/a.html", "message": "Odd."},
        {"type": "info", "url": "file:/pages/a.html", "message": "The first was here."},
        {"type": "non-document-error", "url": "file:/pages/a.html", "message": "Not read."},
    ]
    found = list(parse(json.dumps({"messages": messages})))
    assert [(one.kind, one.file) for one in found] == [
        ("error", "home, dark.html"),
        ("warning", "a.html"),
        ("error", "a.html"),
    ]
    assert str(found[0]) == "Bad. (home, dark.html, line 3: <b >)"


@pytest.mark.parametrize(
    ("gap", "is_known"),
    [
        (Gap("compare.css", "No such property.", "it is there"), True),
        (Gap("site.css", "No such property.", "it is there"), False),
        (Gap("compare.css", "No such property", "it is there"), False),
    ],
)
def test_a_gap_is_known_by_its_file_and_its_exact_message(gap: Gap, is_known: bool) -> None:
    assert known(SAID, gap) is is_known


def test_every_gap_of_the_checker_is_explained_and_about_a_file_that_is_there() -> None:
    for gap in read_gaps():
        assert gap.why
        assert gap.message
        assert not gap.file.endswith(".css") or (STATIC / gap.file).is_file()


def test_what_costs_points_is_told() -> None:
    report = {
        "categories": {"seo": {"auditRefs": [{"id": "title", "weight": 1}, {"id": "hint", "weight": 0}]}},
        "audits": {"title": {"score": 0, "displayValue": "none"}, "hint": {"score": 0}},
    }
    assert list(shortfalls(report, "seo")) == ["title 0 none []"]
