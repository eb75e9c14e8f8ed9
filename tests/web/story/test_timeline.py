"""The timeline: times on a line, marks on tracks, the page."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from app.compare.story.periods import Period
from app.compare.story.timeline import Appearance
from app.store.records import VersionHead
from app.web.periods import period
from app.web.story.axis import Axis, duration
from app.web.story.chart import MOST_LANES, ROOMS, Chart, draw
from app.web.story.columns import Column
from app.web.story.ticks import MOST_TICKS, TICK_ROOM, Ticker
from app.web.story.timeline import LISTED, _after, _listed
from tests.web.story.made import PATH, served, told

STORY = "/stories/port-ennick-tidal-barrier-failure/timeline"
HOUR = 3600.0


def at(*texts: str) -> list[Period]:
    return [one for text in texts if (one := period(text))]


def axis(*texts: str) -> Axis:
    return Axis(at(*texts), 0.0, 100.0)


def words(line: Axis, room: float = 60.0) -> list[str]:
    return [" ".join(filter(None, [tick.label, tick.below])) for tick in Ticker(line, room).ticks()]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (
            ["2031-05-16T10:00Z", "2031-05-16T10:05Z"],
            ["10:00 16 May 2031", "10:01", "10:02", "10:03", "10:04", "10:05", "10:06"],
        ),
        (
            ["2031-05-16T08:20Z", "2031-05-16T20:15Z"],
            ["10:00 16 May 2031", "12:00", "14:00", "16:00", "18:00", "20:00"],
        ),
        (
            ["2031-12-31T20:00Z", "2032-01-01T02:00Z"],
            ["20:00 31 Dec 2031", "21:00", "22:00", "23:00", "00:00 1 Jan 2032", "01:00", "02:00"],
        ),
        (["2031-05-16", "2031-05-20"], ["16 May 2031", "17 May", "18 May", "19 May", "20 May", "21 May"]),
        (["2031-05-16", "2031-06-20", "2031-07-20"], ["26 May 2031", "9 Jun", "23 Jun", "7 Jul", "21 Jul"]),
        (
            ["2031-01-16", "2031-03-20", "2031-06-20", "2031-08-02"],
            ["Feb 2031", "Mar", "Apr", "May", "Jun", "Jul", "Aug"],
        ),
        (["2029-01-16", "2031-03-20", "2033-06-20"], ["2030", "2031", "2032", "2033"]),
        (["2031-05"], ["5 May 2031", "12 May", "19 May", "26 May"]),
        (["2031-05-16T10:00Z"], ["10:00 16 May 2031", "10:01"]),
    ],
)
def test_ticks_stand_at_round_times(texts: list[str], expected: list[str]) -> None:
    assert words(axis(*texts)) == expected


def test_a_long_stretch_without_a_version_is_cut_out_and_said() -> None:
    line = axis("2031-05-16T10:00Z", "2031-05-16T12:00Z", "2031-08-16T12:00Z")
    (gap,) = line.gaps()
    assert gap.words == "92 days"
    assert [word for word in words(line) if "Aug" in word] == ["12:00 16 Aug"]
    assert line.x(at("2031-05-16T11:00Z")[0].start) > 30


def test_two_moments_have_no_cut_between_them() -> None:
    assert axis("2031-05-16T10:00Z", "2031-08-16T12:00Z").gaps() == ()


@pytest.mark.parametrize(
    ("hours", "cuts"),
    [((0, 3, 6, 9, 20), 0), ((0, 3, 6, 9, 22), 1), ((0, 3, 43, 46, 80), 2), ((0, 30, 60), 0)],
)
def test_stretches_are_cut_that_are_far_longer_than_the_others(hours: tuple[int, ...], cuts: int) -> None:
    periods = [Period(n * HOUR, n * HOUR + 60, zoned=True) for n in hours]
    assert len(Axis(periods, 0.0, 100.0).gaps()) == cuts


def test_moments_keep_their_order_and_ticks_their_distance() -> None:
    periods = [Period(n * n * HOUR, n * n * HOUR + 60, zoned=True) for n in range(12)]
    line = Axis(periods, 2.0, 98.0)
    places = [line.x(one.start) for one in periods]
    assert places == sorted(places)
    assert places[0] == 2.0
    assert 97 < places[-1] <= 98.0
    for room in ROOMS.values():
        ticks = [tick.x for tick in Ticker(line, room).ticks()]
        assert len(ticks) <= min(MOST_TICKS, room / TICK_ROOM)
        assert all((after - before) * room / 100 >= 2.5 for before, after in pairwise(ticks))


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["2031-05-16T08:20Z", "2031-05-16T20:15Z"], ["12:00 16 May 2031", "18:00"]),
        (["2031-05-16", "2031-05-18"], ["16 May 2031", "17 May", "18 May", "19 May"]),
        (["2031-05-12T22:00Z", "2031-05-13T10:00Z"], ["00:00 13 May 2031", "06:00"]),
    ],
)
def test_in_a_narrow_drawing_fewer_times_are_written(texts: list[str], expected: list[str]) -> None:
    assert words(Axis(at(*texts), 2.0, 98.0), ROOMS["narrow"]) == expected


def test_lengths_of_cuts_are_written_where_they_do_not_touch() -> None:
    periods = [Period(n * HOUR, n * HOUR + 60, zoned=True) for n in (0, 20, 520, 521, 1021, 1041)]
    line = Axis(periods, 2.0, 98.0)
    assert len(line.gaps()) == 2
    assert len(Ticker(line, 200.0).gaps()) == 2
    assert len(Ticker(line, ROOMS["narrow"]).gaps()) == 1


def test_what_is_known_to_a_month_does_not_stretch_the_line() -> None:
    line = axis("2031-05-16T10:00Z", "2031-05-16T12:00Z", "2031-05")
    (month,) = at("2031-05")
    assert (line.x(month.start), line.x(month.end)) == (0.0, 100.0)


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(60, "1 min"), (3600, "1 h"), (5400, "1 h 30 min"), (26 * 3600, "26 h"), (48 * 3600, "2 days")],
)
def test_durations(seconds: float, text: str) -> None:
    assert duration(seconds) == text


@pytest.mark.parametrize(
    ("least", "most", "text"),
    [
        (3540, 3660, "1 h later"),
        (0, 7200, "up to 2 h later"),
        (3600, 86400 + 3600, "1 h to 25 h later"),
    ],
)
def test_how_much_later(least: float, most: float, text: str) -> None:
    assert _after(least, most) == text


def columns(*published: str | None) -> list[Column]:
    head = VersionHead(
        "a" * 16,
        "article",
        1,
        1,
        1,
        "The Ledger",
        "Bridge",
        "Bridge",
        None,
        datetime(2031, 5, 16, tzinfo=UTC),
        "en",
        9,
    )
    heads = [
        replace(head, position=k + 1, of=len(published), published=one) for k, one in enumerate(published)
    ]
    return [Column("The Ledger", one, "en", latest=True, chosen=True) for one in heads]


def drawn(*published: str | None, articles: tuple[int, ...] = ()) -> Chart | None:
    shown = columns(*published)
    numbers = articles or (0,) * len(shown)
    seen = [
        Appearance(number, number, one.head.position, period(one.head.published))
        for number, one in zip(numbers, shown, strict=True)
    ]
    return draw(shown, seen, ())


def test_without_a_date_there_is_no_drawing() -> None:
    assert drawn(None, None) is None


def test_versions_without_a_date_stand_behind_the_line() -> None:
    chart = drawn("2031-05-16T10:00Z", None, None, None, None)
    assert chart
    (track,) = chart.tracks
    assert chart.apart
    assert [(mark.x, mark.dx > 0) for mark in track.marks[1:]] == [(chart.end, True)] * 4
    assert len({(mark.dx, mark.y) for mark in track.marks}) == 5
    assert track.joints == ()


def test_marks_at_one_moment_stand_on_lanes() -> None:
    for count, lanes in ((2, 2), (MOST_LANES, MOST_LANES), (MOST_LANES + 1, MOST_LANES)):
        chart = drawn(*["2031-05-16T10:00Z"] * count)
        assert chart
        assert len({mark.y for mark in chart.tracks[0].marks}) == lanes
        assert len({mark.x for mark in chart.tracks[0].marks}) == 1


def test_a_day_is_a_bar_and_a_minute_is_none() -> None:
    chart = drawn("2031-05-16", "2031-05-17T12:00Z")
    assert chart
    day, minute = chart.tracks[0].marks
    assert day.bar == pytest.approx((98 - 2) * 24 / (36 + 1 / 60), abs=0.1)
    assert minute.bar is None


def test_tracks_go_by_their_first_moment_and_those_without_come_last() -> None:
    chart = drawn(None, "2031-05-17T12:00Z", "2031-05-16T12:00Z", articles=(0, 1, 2))
    assert chart
    assert [track.marks[0].column.head.position for track in chart.tracks] == [3, 2, 1]


def text(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def rows(page: str) -> int:
    """How many rows the table of versions has, its head included."""
    return page.partition('<table class="when">')[2].partition("</table>")[0].count("<tr>")


def test_the_page_shows_every_version_and_what_revisions_changed(client: TestClient) -> None:
    page = client.get(STORY).text
    assert rows(page) == 1 + 8
    assert "2 sentences added 1 edited" in text(page)
    assert "headline changed" in text(page)


def test_the_page_names_what_was_cut_and_is_still_said_elsewhere(client: TestClient) -> None:
    unspread = text(client.get(STORY).text).split("Who had a statement first")[0]
    assert "Tellan News Agency, 13:40 UTC cut this" in unspread
    assert "Still in The Caldmoor Record" in unspread


def test_firsts_are_listed_in_part_or_all(client: TestClient) -> None:
    some, every = client.get(STORY).text, client.get(f"{STORY}?firsts=all").text
    assert some.count('<li id="t-') == LISTED
    count = every.count('<li id="t-')
    assert f"All {count} statements" in text(some)
    assert len(set(re.findall(r'<li id="(t-[^"]+)"', every))) == count


@pytest.mark.parametrize(("count", "shown"), [(LISTED, LISTED), (LISTED + 1, LISTED)])
def test_a_list_stops_where_it_says(count: int, shown: int) -> None:
    assert len(_listed(range(count), "some")) == shown
    assert len(_listed(range(count), "all")) == count


def test_versions_can_be_chosen(client: TestClient, sample_ids: dict[str, str]) -> None:
    address = f"{STORY}?version={sample_ids['01-tellan-r1']}&version={sample_ids['03-tellan-r3']}"
    page = client.get(address).text
    assert rows(page) == 1 + 2
    assert f"/compare/{sample_ids['01-tellan-r1']}/{sample_ids['03-tellan-r3']}" in page
    assert rows(client.get(f"{STORY}?versions=latest").text) == 1 + 5


@pytest.mark.parametrize(
    ("query", "others"), [("", ""), ("?versions=all", "?versions=all"), ("?versions=latest", "")]
)
def test_the_other_pages_show_the_versions_that_the_address_names(
    client: TestClient, query: str, others: str
) -> None:
    matrix = STORY.replace("timeline", "matrix")
    assert f'href="{matrix}{others}"' in client.get(STORY + query).text


@pytest.mark.parametrize(
    ("address", "status"),
    [
        (f"{STORY}?firsts=none", 422),
        (f"{STORY}?corrections=", 422),
        (f"{STORY}?version=nothing", 404),
        ("/stories/nothing/timeline", 404),
    ],
)
def test_wrong_addresses(client: TestClient, address: str, status: int) -> None:
    assert client.get(address).status_code == status


@pytest.mark.parametrize("which", ["latest", "all"])
def test_a_version_under_its_articles_first_date_is_not_first_whichever_are_shown(
    tmp_path: Path, which: str
) -> None:
    said = "Divers will search the river bed again at first light for a missing bicycle courier."
    versions = [
        told("Nobody was hurt.", outlet="Echo", published="2031-05-16T08:00Z"),
        told(said, outlet="Echo", published="2031-05-16T08:00Z"),
        told(said, outlet="Post", published="2031-05-16T10:00Z"),
        told(said, outlet="Star", published="2031-05-16T12:00Z"),
    ]
    with served(tmp_path, versions) as (client, ids):
        answer = client.get(f"{PATH}/timeline?versions={which}").text
        firsts = answer[answer.index('<ol class="firsts">') :]
        assert re.findall(r"<li><b>First in </b><a [^>]*><bdi>(.*?)</bdi>", firsts) == ["Post"]
        assert "without a date of its own: <bdi>Echo" in firsts
        rows = client.get(f"/api/v1{PATH}/firsts?versions={which}").json()["rows"]
        assert [(row["version"], row["first"]) for row in rows] == [(ids[2], True), (ids[3], False)]
        own = client.get(f"/api/v1{PATH}/own?versions={which}").json()["rows"]
        orders = {row["version"]: (row["base"], row["order"]) for row in own}
        assert orders[ids[3]] == ((ids[2], "earlier") if which == "latest" else (ids[0], "unclear"))
