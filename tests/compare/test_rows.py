"""Rows: both sides whole and in order, whatever moved."""

import re

import pytest
from hypothesis import given, settings

from app.compare.anchors import anchors
from app.compare.engine import compare
from app.compare.rows import Row, folds, rows
from app.text.document import Document
from tests.compare.comparison_texts import document, documents

quick = settings(max_examples=80, deadline=None)
A, B, C, D, E = (
    "Alder trees lined the quiet northern road.",
    "Bakers opened their shutters before sunrise.",
    "Carpenters mended the broken chapel roof.",
    "Divers searched the cold quarry pool.",
    "Engineers measured every rusted girder.",
)


def made(old: list[str], new: list[str]) -> list[tuple[str, tuple[int, ...], tuple[int, ...]]]:
    shown = rows(compare(document("\n\n".join(old)), document("\n\n".join(new))))
    return [(row.kind, row.a, row.b) for row in shown]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ([], [], []),
        ([A], [], [("only_a", (0,), ())]),
        ([], [A], [("only_b", (), (0,))]),
        ([A, B], [A, B], [("verbatim", (0,), (0,)), ("verbatim", (1,), (1,))]),
        ([A, C], [A, B, C], [("verbatim", (0,), (0,)), ("only_b", (), (1,)), ("verbatim", (1,), (2,))]),
        (
            [A, B, C, D],
            [B, C, D, A],
            [
                ("verbatim", (0,), (3,)),
                ("verbatim", (1,), (0,)),
                ("verbatim", (2,), (1,)),
                ("verbatim", (3,), (2,)),
                ("stub", (), (3,)),
            ],
        ),
    ],
)
def test_rows(
    old: list[str], new: list[str], expected: list[tuple[str, tuple[int, ...], tuple[int, ...]]]
) -> None:
    assert made(old, new) == expected


def test_a_stub_refers_to_the_row_that_shows_its_sentences() -> None:
    shown = rows(compare(document("\n\n".join([A, B, C, D])), document("\n\n".join([E, B, C, D, A]))))
    (stub,) = [row for row in shown if row.kind == "stub"]
    assert stub.refers_to is not None
    assert (shown[stub.refers_to].b, shown[stub.refers_to].moved) == (stub.b, True)


def test_sentences_that_moved_together_have_one_stub() -> None:
    three = [f"Fishers of {port} landed {k} tons of mackerel." for k, port in ((40, "Hale"), (55, "Moor"))]
    old, new = [A, *three, B, C, D, E], [A, B, C, D, E, *three]
    shown = rows(compare(document("\n\n".join(old)), document("\n\n".join(new))))
    (stub,) = [row for row in shown if row.kind == "stub"]
    assert (stub.b, stub.refers_to) == ((5, 6), 1)
    assert [row.b for row in shown[1:3]] == [(5,), (6,)]


def test_sentences_that_moved_apart_have_stubs_of_their_own() -> None:
    shown = rows(compare(document("\n\n".join([A, B, C, D, E])), document("\n\n".join([C, D, E, B, A]))))
    assert [(row.b, row.refers_to) for row in shown if row.kind == "stub"] == [((3,), 1), ((4,), 0)]


def test_one_sentence_retold_in_two_is_one_row() -> None:
    told = "The ferry Osprey ran aground off Kelda shoal at dawn and 212 passengers were lifted to safety by helicopters."
    retold = [
        "At dawn the Osprey, a ferry, struck the Kelda shoal.",
        "Helicopters lifted all of the 212 passengers to safety.",
    ]
    assert made([A, told, B], [A, *retold, B]) == [
        ("verbatim", (0,), (0,)),
        ("reworded", (1,), (1, 2)),
        ("verbatim", (2,), (3,)),
    ]
    assert made([A, *retold, B], [A, told, B]) == [
        ("verbatim", (0,), (0,)),
        ("reworded", (1, 2), (1,)),
        ("verbatim", (3,), (2,)),
    ]


@quick
@given(documents, documents)
def test_both_sides_are_whole_and_in_order(a: Document, b: Document) -> None:
    comparison = compare(a, b)
    shown = rows(comparison)
    assert [i for row in shown for i in row.a] == list(range(len(a.sentences)))
    in_place = [row for row in shown if row.kind == "stub" or not row.moved]
    assert [j for row in in_place for j in row.b] == list(range(len(b.sentences)))
    assert sorted(j for row in shown if row.kind != "stub" for j in row.b) == list(range(len(b.sentences)))
    assert sum(row.moved for row in shown if row.kind != "stub") == comparison.summary.moved
    for row in shown:
        assert (row.kind == "stub") == (row.refers_to is not None)
        if row.refers_to is not None:
            told: tuple[int, ...] = ()
            for referred in shown[row.refers_to :]:
                told += referred.b
                if len(told) >= len(row.b):
                    break
            assert told == row.b
        assert row.link is None or row.kind == "reworded" or set(row.a) <= set(row.link.a)
        assert (row.kind == "only_a") == (bool(row.a) and row.link is None)
    linked = {(i, j) for link in comparison.links for i in link.a for j in link.b}
    pairs = {(i, j) for row in shown if row.kind != "stub" for i in row.a for j in row.b + row.also_b}
    assert linked <= pairs | {(i, j) for row in shown for j in row.b for i in row.also_a}


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("", []),
        ("vvv", []),
        ("vvvv", [range(1, 3)]),
        ("evvvvvoavvvv", [range(2, 5), range(9, 11)]),
        ("vvmvv", []),
    ],
)
def test_folds(pattern: str, expected: list[range]) -> None:
    sorts = {
        "v": Row("verbatim", (0,), (0,)),
        "m": Row("verbatim", (0,), (0,), moved=True),
        "e": Row("edited", (0,), (0,)),
        "o": Row("only_b", (), (0,)),
        "a": Row("only_a", (0,), ()),
    }
    assert list(folds(tuple(sorts[letter] for letter in pattern))) == expected


def test_anchors_come_from_the_words_alone() -> None:
    one = anchors(document("“Stay,” he said. Ships sailed.\n\nShips sailed."))
    other = anchors(document('Ships sailed. Ships SAILED. "Stay," he said.'))
    assert one[0] == other[2]
    assert one[1] == other[0]
    assert one[2] == other[1] == one[1] + "-2"
    assert re.fullmatch("[a-z2-7]{8}", one[0])


@quick
@given(documents)
def test_anchors_are_unique(side: Document) -> None:
    assert len(set(anchors(side))) == len(side.sentences)


def test_what_only_the_left_has_stands_before_what_only_the_right_has() -> None:
    assert made([A, C, B], [A, D, B]) == [
        ("verbatim", (0,), (0,)),
        ("only_a", (1,), ()),
        ("only_b", (), (1,)),
        ("verbatim", (2,), (2,)),
    ]
