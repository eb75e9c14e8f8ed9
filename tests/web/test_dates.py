"""Dates in words, as precise as they were given."""

import pytest

from app.web.dates import apart, dated, display_date


@pytest.mark.parametrize(
    ("published", "shown"),
    [
        (None, "undated"),
        ("2026-03-14", "14 March 2026"),
        ("2026-03-14T08:20:00+00:00", "14 March 2026, 08:20 UTC"),
        ("2026-03-14T08:20:00Z", "14 March 2026, 08:20 UTC"),
        ("2026-03-14T08:20", "14 March 2026, 08:20"),
        ("2026-03-14T08:20:00+02:00", "14 March 2026, 08:20 UTC+2"),
        ("2026-03-14T08:20:00-03:30", "14 March 2026, 08:20 UTC−3:30"),
        ("9999-12-31", "31 December 9999"),
        ("spring", "spring"),
        ("2026-99-99T08:20", "2026-99-99T08:20"),
    ],
)
def test_display_date(published: str | None, shown: str) -> None:
    assert display_date(published) == shown


def test_a_name_from_right_to_left_is_isolated() -> None:
    assert dated("The Ledger", "16 May 2026") == "The Ledger, 16 May 2026"
    assert dated("عدن", "16 May 2026") == "\u2068عدن\u2069, 16 May 2026"


@pytest.mark.parametrize(
    ("dates", "told_apart"),
    [
        (["14 March 2026, 10:05 UTC", "14 March 2026, 13:40 UTC"], ["10:05 UTC", "13:40 UTC"]),
        (
            ["14 March 2026, 10:05 UTC", "15 March 2026, 10:05 UTC"],
            ["14 March 2026, 10:05 UTC", "15 March 2026, 10:05 UTC"],
        ),
        (["14 March 2026", "14 March 2026, 13:40 UTC"], ["14 March 2026", "14 March 2026, 13:40 UTC"]),
        ([], []),
    ],
)
def test_dates_of_one_day_are_told_apart_by_the_time(dates: list[str], told_apart: list[str]) -> None:
    assert apart(dates) == told_apart
