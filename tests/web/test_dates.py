"""Dates in words, as precise as they were given."""

import pytest

from app.web.dates import display_date


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
