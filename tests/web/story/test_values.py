"""Values of figures in words."""

import pytest

from app.compare.figures.figure import FigureKind
from app.web.story.values import value_in_words

CASES: list[tuple[FigureKind, str, str]] = [
    ("money", "USD 240000000000", "USD 240,000,000,000"),
    ("count", "~410000000", "about 410,000,000"),
    ("count", "900000000..1100000000", "900,000,000 to 1,100,000,000"),
    ("count", "1600 kg", "1,600 kg"),
    ("count", "3.1416", "3.1416"),
    ("percent", "12.5%", "12.5%"),
    ("ordinal", "75th", "75th"),
    ("date", "2024-05-16", "16 May 2024"),
    ("date", "2024-W19", "week 19 of 2024"),
    ("date", "2022-02", "February 2022"),
    ("date", "1949", "1949"),
    ("date", "XXXX-WXX-4", "a Thursday"),
    ("date", "XXXX-03", "March, year not told"),
    ("date", "XXXX-03-09", "9 March, year not told"),
    ("date", "2022-13", "2022-13"),
    ("date", "visit-1D", "the day before the visit"),
    ("date", "visit+0D", "the day of the visit"),
    ("date", "year-1", "the year before"),
    ("date", "year-2", "2 years before"),
    ("date", "month+0", "that month"),
    ("date", "week+1", "the week after"),
    ("duration", "P2D", "2 days"),
    ("duration", "P1Y", "1 year"),
    ("duration", "PT30M", "30 minutes"),
    ("duration", "P14M", "14 months"),
    ("duration", ">P6M", "more than 6 months"),
    ("duration", "P", "P"),
    ("count", ">=12", "at least 12"),
]


@pytest.mark.parametrize(("kind", "value", "words"), CASES)
def test_a_value_in_words(kind: FigureKind, value: str, words: str) -> None:
    assert value_in_words(kind, value) == words
