"""Which version the others are read against."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.compare.story.base import Source, find_base, is_named_by
from app.compare.story.periods import SLACK, WIDE_SLACK, Period, certainly_before, of_revisions

DAY = 86_400.0


def at(hour: float, length: float = 60, *, zoned: bool = True) -> Period:
    return Period(hour * 3600, hour * 3600 + length, zoned)


LEDGER = Source("ledger", "The Ledger", None, at(9), 0.2)
WIRE = Source("wire", "Coast News Agency", "Coast", at(10), 0.3)
LATER_WIRE = replace(WIRE, id="later", period=at(12))
CREDITED = Source("credited", "Morning Post", "Coast", at(8), 0.4)
UNDATED = Source("undated", "Valley Echo", None, None, 0.9)


@pytest.mark.parametrize(
    ("sources", "expected"),
    [
        ([LEDGER, CREDITED, LATER_WIRE, WIRE], ("wire", "agency", 2, 0, "date")),
        ([LEDGER, CREDITED], ("credited", "named", 1, 0, "only")),
        ([UNDATED, LEDGER, replace(LEDGER, id="second", period=at(11))], ("ledger", "any", 3, 1, "date")),
        ([replace(LEDGER, period=None), UNDATED], ("undated", "any", 2, 2, "likeness")),
        ([replace(WIRE, period=None), LATER_WIRE], ("later", "agency", 2, 1, "date")),
        ([UNDATED], ("undated", "any", 1, 1, "only")),
        # a day may begin before a moment of it, yet the moment is what had certainly come first
        ([replace(LEDGER, id="day", period=at(0, DAY)), LEDGER], ("ledger", "any", 2, 0, "date")),
    ],
)
def test_the_base_and_why(sources: list[Source], expected: tuple[str, str, int, int, str]) -> None:
    base = find_base(sources)
    assert (sources[base.version].id, base.tier, base.among, base.undated, base.by) == expected


@pytest.mark.parametrize(
    ("periods", "certain"),
    [
        ([at(8), at(9)], True),
        ([at(8), at(8)], False),
        ([at(8), None], True),
        ([at(8), at(9), at(0, DAY)], False),
        ([at(0, DAY, zoned=False), at(24, DAY, zoned=False)], False),
    ],
)
def test_whether_it_came_first_for_certain(periods: list[Period | None], certain: bool) -> None:
    made = [replace(LEDGER, id=str(number), period=one) for number, one in enumerate(periods)]
    assert find_base(made).certain is certain


@pytest.mark.parametrize(
    ("outlet", "agency", "expected"),
    [
        ("Tellan News Agency", "Tellan", True),
        ("AP", "Associated Press", True),
        ("AP News", "The Associated Press", True),
        ("Coast News Agency", "CNA", True),
        ("Agence France-Presse", "Agence France-Presse", True),
        ("AFP", "Agence France-Presse", True),
        ("Harbour Ledger", "Tellan", False),
        ("The Morning Post", "Associated Press", False),
        ("…", "Tellan", False),
    ],
)
def test_an_agency_is_known_by_its_name(outlet: str, agency: str, expected: bool) -> None:
    assert is_named_by(outlet, agency) is expected


periods = st.none() | st.builds(at, st.integers(0, 30), st.sampled_from([60, DAY]), zoned=st.booleans())
sources = st.builds(
    Source,
    st.uuids().map(str),
    st.sampled_from([None, "Coast News Agency", "Morning Post"]),
    st.sampled_from([None, "Coast"]),
    periods,
    st.sampled_from([0.1, 0.5]),
)


@given(
    st.lists(sources, min_size=1, max_size=8, unique_by=lambda one: one.id).flatmap(
        lambda made: st.tuples(st.just(made), st.permutations(made))
    )
)
def test_another_order_gives_the_same_base(orders: tuple[list[Source], list[Source]]) -> None:
    one, other = orders
    first, second = find_base(one), find_base(other)
    assert one[first.version] == other[second.version]
    assert replace(first, version=0) == replace(second, version=0)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (at(8), at(9), True),
        (at(9), at(8), False),
        (at(9), at(9), False),
        (at(8), None, False),
        (None, at(8), False),
        (at(0, DAY), at(10), False),
        (at(0, DAY), at(24, DAY), True),
        (at(0, DAY, zoned=False), at(24), False),
        (at(0, DAY, zoned=False), at(24 + SLACK / 3600), True),
        (at(0, DAY, zoned=False), at(24 + SLACK / 3600 - 0.1), False),
        (at(24), at(24 + SLACK / 3600, zoned=False), False),
        (at(23), at(24 + SLACK / 3600, zoned=False), True),
        (at(0, DAY, zoned=False), at(24, DAY, zoned=False), False),
        (at(0, DAY, zoned=False), at(24 + WIDE_SLACK / 3600 - 0.1, zoned=False), False),
        (at(0, DAY, zoned=False), at(24 + WIDE_SLACK / 3600, zoned=False), True),
    ],
)
def test_what_certainly_came_before(one: Period | None, other: Period | None, expected: bool) -> None:
    assert certainly_before(one, other) is expected


def test_one_source_prints_all_its_dates_in_one_zone() -> None:
    assert certainly_before(at(0, DAY, zoned=False), at(24, DAY, zoned=False), one_clock=True)
    assert not certainly_before(at(0, DAY, zoned=False), at(24), one_clock=True)


def test_the_slack_is_that_of_the_zones_there_are() -> None:
    """In the last of them a day begins 26 hours before it does in the first."""
    ahead, behind = (datetime(2031, 5, 1, tzinfo=timezone(timedelta(hours=at))) for at in (14, -12))
    assert (behind - ahead).total_seconds() == WIDE_SLACK
    assert (datetime(2031, 5, 1, tzinfo=UTC) - ahead).total_seconds() == SLACK


@given(periods, periods, st.booleans())
def test_not_both_came_before(one: Period | None, other: Period | None, one_clock: bool) -> None:
    assert not (
        certainly_before(one, other, one_clock=one_clock)
        and certainly_before(other, one, one_clock=one_clock)
    )


@pytest.mark.parametrize(
    ("hours", "ended"),
    [
        ([8, 9, 10], [True, True, True]),
        ([8, 8, 10], [True, False, True]),
        ([8, 7, 8], [True, False, False]),
        ([None, 8, None, 8, 9], [None, True, None, False, True]),
    ],
)
def test_a_revision_under_an_earlier_date_appeared_at_some_time_after_it(
    hours: list[int | None], ended: list[bool | None]
) -> None:
    periods = [None if hour is None else at(hour) for hour in hours]
    found = of_revisions(periods)
    assert [one and one.ended for one in found] == ended
    assert [one and one.start for one in found] == [one and one.start for one in periods]
    assert of_revisions(found) == found
