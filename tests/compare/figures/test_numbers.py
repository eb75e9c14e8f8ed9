"""Numbers in digits and words, by language."""

from decimal import Decimal

import pytest

from app.compare.figures.comparing import Relation, relation
from app.compare.figures.dates import day_of, resolved
from app.compare.figures.figure import FigureKind
from app.compare.figures.numbers import MOST_DIGITS, digits_value, han_value, plain

DIGITS = [
    ("1,234.5", "en", "1234.5"),
    ("1,234", "en", "1234"),
    ("1.234", "en", "1.234"),
    ("1.234,5", "de", "1234.5"),
    ("1.234", "de", "1234"),
    ("1,234", "de", "1.234"),
    ("0,250", "fr", "0.250"),
    ("1 234,5", "fr", "1234.5"),
    ("1\u202f234\u202f567", "fr", "1234567"),
    ("1’234.50", "de", "1234.50"),
    ("1'234", "de", "1234"),
    ("12,34,567", "hi", "1234567"),
    ("1,23,456", "en", "123456"),
    ("1.234.567", "en", "1234567"),
    ("١٢٣", "ar", "123"),
    ("٦١٫٥", "ar", "61.5"),
    ("२४०", "hi", "240"),
    ("３５", "ja", "35"),
    ("１，２００", "zh", "1200"),
]


@pytest.mark.parametrize(("raw", "language", "value"), DIGITS)
def test_digits_have_the_value_that_their_language_gives_them(raw: str, language: str, value: str) -> None:
    assert digits_value(raw, language) == Decimal(value)


@pytest.mark.parametrize("raw", ["1.2.3.4", "10:30", "12,3,4"])
def test_versions_and_clock_times_are_no_numbers(raw: str) -> None:
    assert digits_value(raw, "en") is None


def test_a_number_has_a_limit_of_digits() -> None:
    assert digits_value("9" * MOST_DIGITS, "en") == int("9" * MOST_DIGITS)
    assert digits_value("9" * (MOST_DIGITS + 1), "en") is None


@pytest.mark.parametrize(
    ("signs", "value"),
    [
        ("三", 3),
        ("十", 10),
        ("十五", 15),
        ("二十", 20),
        ("三百零六", 306),
        ("两千四百", 2400),
        ("二〇二四", 2024),
    ],
)
def test_numbers_in_chinese_signs(signs: str, value: int) -> None:
    assert han_value(signs) == value


@pytest.mark.parametrize(
    ("number", "text"), [("2.40E+11", "240000000000"), ("1.50", "1.5"), ("100", "100"), ("0.0", "0")]
)
def test_values_are_written_without_exponents_and_idle_zeros(number: str, text: str) -> None:
    assert plain(Decimal(number)) == text


RELATIONS: list[tuple[FigureKind, str, str, Relation]] = [
    ("count", "240", "240", "same"),
    ("count", "12", "14", "exclude"),
    ("count", ">=12", "14", "same"),
    ("count", ">=12", "11", "exclude"),
    ("count", ">240", "400", "neither"),
    ("count", "<=20", "18", "same"),
    ("count", "<=20", "25", "exclude"),
    ("count", "~240", "238", "same"),
    ("count", "~240", "300", "neither"),
    ("count", "~240", "1000", "exclude"),
    ("count", "240", "238", "same"),
    ("count", "10", "12", "exclude"),
    ("count", "10..15", "12", "same"),
    ("count", "10..15", "16", "exclude"),
    ("count", "12 km", "7.5 mi", "same"),
    ("count", "12 km", "12 kg", "neither"),
    ("count", "12 km", "12", "neither"),
    ("count", "134-63", "98-96", "exclude"),
    ("count", "134-63", "134", "neither"),
    ("money", "USD 240000000000", "USD 240300000000", "same"),
    ("money", "USD 2000000", "USD 3000000", "exclude"),
    ("money", "USD 2000000", "EUR 3000000", "neither"),
    ("percent", "5%", "5pp", "neither"),
    ("percent", "52%", "54%", "exclude"),
    ("percent", "52.4%", "52%", "exclude"),
    ("duration", "P2W", "P14D", "same"),
    ("duration", "P3D", "P5D", "exclude"),
    ("duration", "PT48H", "P2D", "same"),
    ("ordinal", "3rd", "4th", "exclude"),
    ("date", "2022-02", "2022-02-24", "same"),
    ("date", "2022", "2022-02-24", "same"),
    ("date", "2022-02-23", "2022-02-24", "exclude"),
    ("date", "2021", "2022-02-24", "exclude"),
    ("date", "199X", "1995", "same"),
    ("date", "2019/2021", "2020", "same"),
    ("date", "2019/2021", "2023", "exclude"),
    ("date", "2024-W20", "2024-05-16", "same"),
    ("date", "XXXX-WXX-4", "2024-05-16", "same"),
    ("date", "XXXX-WXX-4", "2024-05-17", "exclude"),
    ("date", "XXXX-WXX-2", "XXXX-WXX-3", "exclude"),
    ("date", "XXXX-05-16", "2024-05-16", "same"),
    ("date", "XXXX-05", "XXXX-06", "exclude"),
    ("date", "XXXX-05-16", "XXXX-WXX-4", "neither"),
    ("date", "year-1", "2023", "neither"),
    ("date", "visit-1D", "visit+0D", "exclude"),
    ("date", "visit-1D", "vote-1D", "neither"),
]


@pytest.mark.parametrize(("kind", "one", "other", "expected"), RELATIONS)
def test_how_two_values_stand_to_each_other(
    kind: FigureKind, one: str, other: str, expected: Relation
) -> None:
    assert relation(kind, one, other) == relation(kind, other, one) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("year-1", "2023", "same"),
        ("year-1", "2021", "exclude"),
        ("XXXX-05-16", "XXXX-WXX-4", "same"),
        ("day-1", "day+0", "neither"),
        ("week-1", "2024-W19", "same"),
        ("year-1", "visit-1D", "neither"),
    ],
)
def test_the_day_of_the_story_says_more_of_dates(one: str, other: str, expected: Relation) -> None:
    story = day_of("2024-05-17")
    assert relation("date", one, other, story) == relation("date", other, one, story) == expected


@pytest.mark.parametrize(
    ("value", "published", "ahead", "expected"),
    [
        ("XXXX-WXX-4", "2024-05-17", False, "2024-05-16"),
        ("XXXX-WXX-5", "2024-05-17", False, "2024-05-17"),
        ("XXXX-WXX-5", "2024-05-17", True, "2024-05-17"),
        ("XXXX-WXX-1", "2024-05-17", True, "2024-05-20"),
        ("XXXX-12", "2024-05-17", False, "2023-12"),
        ("XXXX-07", "2024-05-17", True, "2024-07"),
        ("XXXX-01", "2016-11-30", False, "2017-01"),
        ("XXXX-12-28", "2024-01-03", False, "2023-12-28"),
        ("XXXX-XX-30", "2024-05-02", False, "2024-04-30"),
        ("XXXX-02-30", "2024-05-02", False, None),
        ("year-1", "2024-05-17", False, "2023"),
        ("month+1", "2024-12-31", False, "2025-01"),
        ("week-1", "2024-01-03", False, "2023-W52"),
        ("day-1", "2024-03-01", False, "2024-02-29"),
        ("year-9999", "2024-03-01", False, None),
        ("visit-1D", "2024-03-01", False, None),
        ("2024", "2024-03-01", False, None),
    ],
)
def test_dates_told_from_the_day_of_publication(
    value: str, published: str, *, ahead: bool, expected: str | None
) -> None:
    day = day_of(published)
    assert day
    assert resolved(value, day, ahead=ahead) == expected


@pytest.mark.parametrize("published", [None, "", "2024", "May 2024", "2024-13-01"])
def test_a_date_of_publication_that_names_no_day_resolves_nothing(published: str | None) -> None:
    assert day_of(published) is None
