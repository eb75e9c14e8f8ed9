"""Where versions have a statement."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.compare.collating import collate
from app.compare.collation import Collation, select
from app.compare.story.prominence import MOST_APART, Line, Place, find_lines, furthest_apart, widest
from app.text.content import Block, Content
from app.text.document import Document, read_document
from tests.compare.comparison_texts import document, documents

PIER = "Heavy rain had loosened the western pier of the bridge."
DIVERS = "Divers will search the river bed again at first light."
MAYOR = "Mayor Lena Orbach asked drivers to stay away from town."
BAKER = "The bakery beside it gave away bread until noon."


def line_of(story: Collation, text: str) -> Line:
    """The line of the statement that begins with a sentence."""
    for line in find_lines(story):
        place = line.places[0]
        if story.documents[place.version].sentence_text(place.sentence) == text:
            return line
    raise AssertionError(text)


def test_depth_is_the_share_of_words_before() -> None:
    story = collate([document(f"{PIER}\n\n{MAYOR}"), document(f"{DIVERS} {MAYOR}\n\n{BAKER}\n\n{PIER}")])
    high, low = line_of(story, PIER).places
    assert (high.depth, high.paragraph, high.paragraphs, high.standing) == (0, 1, 2, "lede")
    assert low.depth == pytest.approx(29 / 39)
    assert (low.paragraph, low.paragraphs, low.standing) == (3, 3, "last")
    mayor = line_of(story, MAYOR).places
    assert [place.standing for place in mayor] == ["last", "lede"]
    assert line_of(story, PIER).apart


def test_headings_are_no_paragraphs() -> None:
    blocks = (Block("heading", "What the divers saw"), Block("paragraph", PIER), Block("heading", "The end"))
    story = collate([read_document(Content(blocks), language="en")] * 2)
    assert [(line.places[0].standing, line.places[0].paragraph) for line in find_lines(story)] == [
        ("heading", 1),
        ("lede", 1),
        ("heading", 1),
    ]


def test_a_single_paragraph_is_the_lede() -> None:
    (line,) = find_lines(collate([document(PIER)] * 2))
    assert [place.standing for place in line.places] == ["lede", "lede"]
    assert not line.apart


def line(statement: int, *depths: float) -> Line:
    return Line(statement, tuple([Place(k, 0, depth, 2, 9, "body") for k, depth in enumerate(depths)]))


def test_the_widest_come_in_their_order() -> None:
    lines = [line(0, 0, 0.9), line(1, 0, 0.1, 0.1), line(2, 0, 0.2), line(3, 0.5, 0.5, 0.5)]
    assert [one.statement for one in widest(lines, 1)] == [1]
    assert [one.statement for one in widest(lines, 3)] == [0, 1, 3]
    assert [one.statement for one in widest(lines, 4)] == [0, 1, 2, 3]
    assert [one.statement for one in widest(lines, 5)] == [0, 1, 2, 3]


@pytest.mark.parametrize(("depth", "apart"), [(0.49, False), (0.5, True)])
def test_places_that_differ(depth: float, apart: bool) -> None:
    assert line(0, 0, depth).apart == apart


def test_lede_of_one_and_last_paragraph_of_another_differ_however_short_the_text() -> None:
    places = (Place(0, 0, 0.0, 1, 3, "lede"), Place(1, 2, 0.4, 2, 2, "last"))
    assert Line(0, places).apart


def test_the_furthest_apart_are_a_few() -> None:
    lines = [line(k, 0, 0.5 + k / 100) for k in range(MOST_APART + 1)]
    assert [one.statement for one in furthest_apart(lines)] == [5, 4, 3, 2, 1]
    assert furthest_apart([*lines[:2], line(9, 0.1, 0.2)]) == (lines[1], lines[0])


@settings(max_examples=30)
@given(st.lists(documents, min_size=1, max_size=4), st.randoms(use_true_random=False))
def test_another_order_of_the_versions_changes_numbers_alone(
    versions: list[Document], random: Random
) -> None:
    order = list(range(len(versions)))
    random.shuffle(order)
    story = collate(versions)

    def plain(chosen: Collation, numbers: list[int]) -> list[set[tuple[object, ...]]]:
        return [
            {
                (numbers[one.version], one.sentence, one.depth, one.paragraph, one.standing)
                for one in found.places
            }
            for found in find_lines(chosen)
        ]

    assert plain(select(story, order), order) == plain(story, list(range(len(versions))))
    for found in find_lines(story):
        assert all(0 <= one.depth <= 1 and 0 <= one.paragraph <= one.paragraphs for one in found.places)
