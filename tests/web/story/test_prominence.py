"""Where versions have what they share: the drawing, the page."""

import re

import pytest
from starlette.testclient import TestClient

from app.compare.story.prominence import Line, Place
from app.web.story.prominence import MOST_ROWS, ROWS
from app.web.story.slopes import DEPTH, NAME_LINES, TOP, SlopeChart, draw_slopes

STORY = "/stories/port-ennick-tidal-barrier-failure/prominence"


def line(statement: int, depths: dict[int, float]) -> Line:
    places = [Place(version, 0, depth, 1, 9, "body") for version, depth in depths.items()]
    return Line(statement, tuple(places))


def drawn(depths: dict[int, float], names: int = 3) -> SlopeChart:
    return draw_slopes(["A"] * names, [line(0, depths)], {})


def test_the_first_words_stand_above_and_the_last_below() -> None:
    (slope,) = drawn({0: 0.0, 1: 0.5, 2: 1.0}).slopes
    assert [dot.y for dot in slope.dots] == [TOP, TOP + DEPTH / 2, TOP + DEPTH]
    assert [dot.x for dot in slope.dots] == [9.0, 50.0, 91.0]


def test_a_line_that_passes_a_version_without_the_statement_says_so() -> None:
    (slope,) = drawn({0: 0.0, 2: 0.5, 3: 0.5}, names=4).slopes
    assert [stroke.over for stroke in slope.strokes] == [True, False]


def test_lines_that_are_brought_out_lie_on_top() -> None:
    chart = draw_slopes(["A", "B"], [line(n, {0: 0.0, 1: 0.1 * n}) for n in range(4)], {0: 2, 3: 1})
    assert [slope.number for slope in chart.slopes] == [None, None, 2, 1]


@pytest.mark.parametrize(
    ("count", "width"), [(1, 0), (3, 0), (4, 1), (5, 2), (8, 2), (9, 3), (12, 3), (13, 4), (25, 5)]
)
def test_many_columns_are_drawn_wider(count: int, width: int) -> None:
    assert drawn({0: 0.0}, names=count).width == width


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Ledger", ("Ledger",)),
        ("The Harbour Ledger", ("The Harbour", "Ledger")),
        ("Tellan News Agency, 16 May 2031, 17:10 UTC", ("Tellan News", "Agency, 16", "May 2031,…")),
        ("Donaudampfschiffahrtsblatt", ("Donaudampfs…",)),
        ("", ("",)),
    ],
)
def test_names_are_broken_into_short_lines(name: str, lines: tuple[str, ...]) -> None:
    (pole,) = draw_slopes([name], [], {}).poles
    assert pole.name == lines
    assert len(lines) <= NAME_LINES


def rows(page: str) -> list[str]:
    """The statements of the table, by their names in the address."""
    return re.findall(
        r'<th scope="row"[^>]*>(?:<b[^>]*>\d+</b> )?<a href="[^"]*statement=([a-z2-7-]+\d*)#places"', page
    )


def test_the_page_draws_the_statements_of_widest_coverage(client: TestClient) -> None:
    page = client.get(STORY).text
    assert len(rows(page)) == page.count('<a class="slope') == ROWS
    assert len(rows(client.get(f"{STORY}?rows=3").text)) == 3


def test_a_statement_is_brought_out_even_if_it_is_not_among_the_widest(client: TestClient) -> None:
    every = rows(client.get(f"{STORY}?rows={MOST_ROWS}").text)
    few = rows(client.get(f"{STORY}?rows=3").text)
    other = next(one for one in every if one not in few and every.count(one) == 1)
    page = client.get(f"{STORY}?rows=3&statement={other}").text
    assert sorted(rows(page)) == sorted([*few, other])
    assert page.count('<a class="slope out"') == 1
    assert "What the address names is brought out." in page


def test_a_sentence_of_two_statements_brings_both_out(client: TestClient) -> None:
    every = rows(client.get(f"{STORY}?rows={MOST_ROWS}").text)
    double = next(one for one in every if every.count(one) == 2)
    page = client.get(f"{STORY}?statement={double}").text
    assert page.count('<a class="slope out"') == 2
    assert "a sentence of 2 statements" in page


def test_a_statement_that_one_version_alone_has_is_no_error(
    client: TestClient, sample_ids: dict[str, str]
) -> None:
    (shared, *_) = rows(client.get(STORY).text)
    page = client.get(f"{STORY}?version={sample_ids['05-harbour-ledger']}&statement={shared}")
    assert page.status_code == 200
    assert "No two of these versions" in page.text


def test_headlines_stand_word_by_word(client: TestClient) -> None:
    page = client.get(STORY).text
    assert re.findall(r'class="agreed">([^<]*)<', page).count("jammed") == 3
    assert re.search(r'class="alone" colspan="\d+" lang="en" dir="auto">“The sirens came', page)


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("rows=1", 200),
        (f"rows={MOST_ROWS}", 200),
        (f"rows={MOST_ROWS + 1}", 422),
        ("rows=0", 422),
        ("rows=many", 422),
        ("statement=aaaaaaaa", 404),
        ("version=nothing", 404),
        ("versions=some", 422),
    ],
)
def test_what_the_address_may_say(client: TestClient, query: str, status: int) -> None:
    assert client.get(f"{STORY}?{query}").status_code == status
