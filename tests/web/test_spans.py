"""From when until when, in words."""

import pytest

from app.web.spans import extremes, span


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2031-05-16T08:20+00:00", "2031-05-16T20:15+00:00", ("16 May 2031, 08:20", "20:15 UTC")),
        ("2031-05-16T08:20+02:00", "2031-05-16T20:15+00:00", ("16 May 2031, 08:20 UTC+2", "20:15 UTC")),
        ("2031-05-16T08:20", "2031-05-16T20:15", ("16 May 2031, 08:20", "20:15")),
        ("2031-05-16", "2031-05-16T20:15+00:00", ("16 May 2031", "")),
        ("2031-05-16", "2031-05-16", ("16 May 2031", "")),
        ("2031-05-16T08:20+00:00", "2031-05-17T20:15+00:00", ("16", "17 May 2031")),
        ("2031-05-16", "2031-06-16", ("16 May", "16 June 2031")),
        ("2030-12-31", "2031-01-01", ("31 December 2030", "1 January 2031")),
        (None, "2031-05-16", ("16 May 2031", "")),
        (None, None, ("undated", "")),
        ("last spring", "2031-05-16", ("last spring", "16 May 2031")),
        ("2031", "2032", ("2031", "2032")),
        ("2031-05", "2031-05-16", ("2031-05", "16 May 2031")),
    ],
)
def test_what_both_dates_say_is_said_once(
    first: str | None, last: str | None, words: tuple[str, str]
) -> None:
    assert span(first, last) == words


@pytest.mark.parametrize(
    ("dates", "found"),
    [
        ([], (None, None)),
        ([None, "soon"], (None, None)),
        (["2031-05-17"], ("2031-05-17", "2031-05-17")),
        # by the moment, not by the letters
        (
            ["2031-05-16T01:00+00:00", "2031-05-16T02:00+02:00"],
            ("2031-05-16T02:00+02:00", "2031-05-16T01:00+00:00"),
        ),
    ],
)
def test_the_earliest_and_the_latest(dates: list[str | None], found: tuple[str | None, str | None]) -> None:
    assert extremes(dates) == found
