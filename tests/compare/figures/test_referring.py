"""Days that are named again by what happened on them."""

import pytest

from app.compare.figures.finding import find_figures
from app.compare.figures.referring import taken_up
from tests.compare.comparison_texts import document

TAKEN_UP = [
    ("en", "The council met on Tuesday. It rained. Tuesday’s meeting was its third."),
    ("de", "Der Rat kam am Dienstag zusammen. Es regnete. Die Sitzung vom Dienstag war die dritte."),
    ("fr", "Le conseil s’est réuni mardi. Il pleuvait. La réunion de mardi a duré longtemps."),
    ("es", "El concejo se reunió el martes. Llovía. La reunión del martes fue larga."),
    ("it", "Il consiglio si è riunito martedì. Pioveva. La riunione di martedì è stata lunga."),
]


def _found(language: str, text: str) -> list[tuple[int, int]]:
    read = document(text, language=language)
    return list(taken_up(read, find_figures(read, None)))


@pytest.mark.parametrize(("language", "text"), TAKEN_UP)
def test_a_day_with_what_happened_on_it_takes_up_the_first_mention(language: str, text: str) -> None:
    assert _found(language, text) == [(0, 1)]


@pytest.mark.parametrize(
    "text",
    [
        "The council met on Tuesday. It rained. On Tuesday it rained again.",
        "The council met on Tuesday. It rained. Wednesday’s meeting was its third.",
        "It rained. " * 5 + "The council met on Tuesday. Tuesday’s meeting was its third.",
        "Le conseil s’est réuni mardi. Les écoles ferment à partir de mardi.",
    ],
)
def test_other_days_do_not(text: str) -> None:
    assert _found("fr" if text.startswith("Le") else "en", text) == []
