"""The `figures` of a collation and of a comparison as JSON."""

from app.compare.engine import compare
from app.compare.figures.between import facts_between
from app.compare.figures.facts import find_facts
from app.compare.mirroring import mirror
from app.compare.statements import Statement
from app.web.formats.figures_json import figures_between_json, figures_json
from tests.compare.comparison_texts import document

ONE = document("The blast killed 12 people in the fish market on Tuesday.")
OTHER = document("A blast in the fish market on Tuesday killed 14 people.")


def test_facts_of_versions() -> None:
    facts = find_facts([ONE, OTHER], ["2024-05-17", None], [Statement(((0, (0,)), (1, (0,))))])
    assert figures_json(facts) == [
        {
            "kind": "count",
            "agreement": "conflict",
            "members": [
                {
                    "version": 0,
                    "sentence": 0,
                    "text": "12 people",
                    "value": "12",
                    "start": 17,
                    "end": 26,
                    "resolved": False,
                },
                {
                    "version": 1,
                    "sentence": 0,
                    "text": "14 people",
                    "value": "14",
                    "start": 45,
                    "end": 54,
                    "resolved": False,
                },
            ],
        },
        {
            "kind": "date",
            "agreement": "agree",
            "members": [
                {
                    "version": 0,
                    "sentence": 0,
                    "text": "Tuesday",
                    "value": "2024-05-14",
                    "start": 49,
                    "end": 56,
                    "resolved": True,
                },
                {
                    "version": 1,
                    "sentence": 0,
                    "text": "Tuesday",
                    "value": "XXXX-WXX-2",
                    "start": 30,
                    "end": 37,
                    "resolved": False,
                },
            ],
        },
    ]


def test_facts_of_a_comparison_name_sides_and_are_mirrored_with_it() -> None:
    comparison = compare(ONE, OTHER)
    facts = figures_between_json(facts_between(comparison, ("2024-05-17", None)))
    turned = figures_between_json(facts_between(mirror(comparison), (None, "2024-05-17")))
    assert [[member["side"] for member in fact["members"]] for fact in facts] == [["a", "b"], ["a", "b"]]
    for fact in turned:
        for member in fact["members"]:
            member["side"] = {"a": "b", "b": "a"}[member["side"]]
    assert sorted(map(_unordered, facts)) == sorted(map(_unordered, turned))


def _unordered(fact: dict[str, object]) -> str:
    members = fact["members"]
    assert isinstance(members, list)
    return f"{fact['kind']} {fact['agreement']} {sorted(map(str, members))}"
