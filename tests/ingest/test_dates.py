"""Printed dates: as precise as printed, with the offset that is printed and no other."""

import pytest

from app.ingest.dates import parse_date, read_date_line
from app.text.published import moment

ZONES = {
    "EDT": "-04:00",
    "(EDT)": "-04:00",
    "EST": "-05:00",
    "ET": "",
    "et": "",
    "CDT": "-05:00",
    "CST": "",
    "CT": "",
    "MDT": "-06:00",
    "MST": "-07:00",
    "MT": "",
    "PDT": "-07:00",
    "PST": "-08:00",
    "PT": "",
    "BST": "+01:00",
    "CEST": "+02:00",
    "CET": "+01:00",
    "MESZ": "+02:00",
    "MEZ": "+01:00",
    "JST": "+09:00",
    "IST": "",
    "GMT": "+00:00",
    "UTC": "+00:00",
    "GMT+2": "+02:00",
    "+0530": "+05:30",
}
"""Names of zones and their offsets; none for a name that several zones go by, or that says no season."""


@pytest.mark.parametrize(("zone", "offset"), ZONES.items(), ids=ZONES.keys())
@pytest.mark.parametrize(
    ("printed", "language"), [("May 16, 2026 10:05 AM {}", "en"), ("16. Mai 2026, 10:05 Uhr {}", "de")]
)
def test_a_named_zone_gives_its_offset(printed: str, language: str, zone: str, offset: str) -> None:
    assert parse_date(printed.format(zone), language) == f"2026-05-16T10:05{offset}"


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("Published: May 16, 2026 10:05 AM EDT", "2026-05-16T10:05-04:00"),
        ("Published May 16, 2026 at 10:05 a.m. ET", "2026-05-16T10:05"),
        ("May 16, 2026 EDT", "2026-05-16"),
        ("May 16, 2026 / 10:05 AM EDT / Coast News", "2026-05-16T10:05-04:00"),
        ("10:05 EST, 16 January 2026", "2026-01-16T10:05-05:00"),
        ("May 16, 2026 10:05 AM EDT | Updated: May 16, 2026 2:30 PM EDT", "2026-05-16T10:05-04:00"),
        ("At 10:05 AM EDT on May 16, 2026 the gate failed", None),
    ],
)
def test_a_line_with_a_zone(line: str, published: str | None) -> None:
    found = read_date_line(line, "en")
    assert (found[0] if found else None) == published


def test_zones_are_put_in_order_by_the_moment() -> None:
    printed = ["May 16, 2026 10:05 AM EDT", "May 16, 2026 3:30 PM CEST", "May 16, 2026 1:00 PM UTC"]
    moments = [moment(parse_date(one)) for one in printed]
    assert sorted(range(3), key=lambda at: str(moments[at])) == [2, 1, 0]
