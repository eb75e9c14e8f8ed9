"""The `quotes` of a collation and of a comparison as JSON."""

from app.compare.engine import compare
from app.compare.quotes.between import utterances_between
from app.compare.quotes.utterances import find_utterances
from app.web.formats.quotes_json import quotes_between_json, quotes_json
from tests.compare.comparison_texts import document

ONE = document("“We found the crack in June,” said Ana Ruiz. The “ghost” ferry sank.")
OTHER = document("Nobody spoke at first.\n\nRuiz said: “We found the crack.” It was late.")


def test_utterances_of_versions_without_terms() -> None:
    assert quotes_json(find_utterances([ONE, OTHER, ONE], [])) == [
        {
            "speaker": "Ana Ruiz",
            "agreement": "identical",
            "attributed_differently": False,
            "members": [
                {
                    "version": version,
                    "sentence": 0,
                    "text": "We found the crack in June,",
                    "speaker": "Ana Ruiz",
                    "start": 1,
                    "end": 28,
                }
                for version in (0, 2)
            ],
        },
        {
            "speaker": "Ruiz",
            "agreement": "identical",
            "attributed_differently": False,
            "members": [
                {
                    "version": 1,
                    "sentence": 1,
                    "text": "We found the crack.",
                    "speaker": "Ruiz",
                    "start": 36,
                    "end": 55,
                }
            ],
        },
    ]


def test_utterances_of_a_comparison_name_sides() -> None:
    utterances = quotes_between_json(utterances_between(compare(ONE, OTHER)))
    sides = sorted(member["side"] for one in utterances for member in one["members"])
    assert sides == ["a", "b"]
    for one in utterances:
        for member in one["members"]:
            side = ONE if member["side"] == "a" else OTHER
            assert side.text[member["start"] : member["end"]] == member["text"]
