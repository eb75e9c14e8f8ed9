"""What a version has of its own beside a base."""

from math import inf

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.compare.engine import compare
from app.compare.limits import Limits
from app.compare.story.own import MOST_SOURCES, Remainder, Sources, sources_for, take_away
from app.compare.story.periods import Period
from app.text.document import Document
from tests.compare.comparison_texts import document, documents

DAY = 86_400.0
WIRE = """The ferry Marigold ran aground off Pell Point late on Friday, “with 212 passengers aboard”.

Two tugs pulled the vessel free at dawn."""
LATER = "Nobody was hurt, the coastguard said on Saturday in Dunmere."


def remainder(text: str, *sources: str, language: str = "en") -> tuple[Document, Remainder]:
    read = document(text, language=language)
    return read, take_away(read, [document(source, language=language) for source in sources], Limits())


def marked(read: Document, left: Remainder) -> list[str]:
    """Every block with what is seen in brackets, behind its words and sources."""
    return [
        "".join(
            f"[{piece.words} {','.join(map(str, piece.sources))}{'?' if piece.pieced else ''}: {text}]"
            if piece.sources
            else text
            for piece in block
            for text in [read.text[piece.start : piece.end]]
        )
        for block in left.blocks
    ]


@pytest.mark.parametrize(
    ("text", "sources", "expected", "own"),
    [
        ("Rain fell. Two tugs pulled the vessel free at dawn.", [WIRE],
         ["Rain fell. [8 0: Two tugs pulled the vessel free at dawn.]"], 2),
        # five words are too few
        ("Two tugs pulled the vessel away.", [WIRE], ["Two tugs pulled the vessel away."], 6),
        # marks at the ends go with the run, those that hang on other words do not
        ("(Late on Friday) “two tugs pulled the vessel free at dawn,” it said.", [WIRE],
         ["(Late on Friday) [8 0: “two tugs pulled the vessel free at dawn,”] it said."], 5),
        # runs of two versions with no word between them are one stretch
        (f"Two tugs pulled the vessel free at dawn. {LATER}", [WIRE, LATER],
         [f"[18 0,1?: Two tugs pulled the vessel free at dawn. {LATER}]"], 0),
        (f"{LATER} Really.", [WIRE, LATER, f"It rained. {LATER}"], [f"[10 1,2: {LATER}] Really."], 1),
        # a run that goes on in the next paragraph
        ("The vessel\n\nfree at dawn was the news.", ["He saw the vessel free at dawn was the news."],
         ["[2 0: The vessel]", "[6 0: free at dawn was the news.]"], 0),
        ("Nothing alike.", [], ["Nothing alike."], 2),
        ("", [WIRE], [], 0),
    ],
)  # fmt: skip
def test_what_is_taken_away(text: str, sources: list[str], expected: list[str], own: int) -> None:
    read, left = remainder(text, *sources)
    assert marked(read, left) == expected
    assert left.own == own


def test_chinese_is_counted_in_signs() -> None:
    read, left = remainder(
        "渡轮周五晚间在佩尔角附近搁浅，无人受伤。", "渡轮周五晚间在佩尔角附近搁浅，当时下雨。", language="zh"
    )
    assert marked(read, left) == ["[14 0: 渡轮周五晚间在佩尔角附近搁浅，]无人受伤。"]
    assert (left.words, left.own) == (18, 4)


def test_a_differing_symbol_is_not_taken_away() -> None:
    read, left = remainder(
        "It cost about five million last year 5 %.", "It cost about five million last year 5 pounds."
    )
    assert marked(read, left) == ["[8 0: It cost about five million last year 5] %."]


@settings(max_examples=40)
@given(documents, st.lists(documents, max_size=3))
def test_pieces_cover_the_blocks_and_their_words(read: Document, sources: list[Document]) -> None:
    left = take_away(read, sources, Limits())
    assert ["".join(read.text[one.start : one.end] for one in block) for block in left.blocks] == [
        block.text for block in read.blocks
    ]
    pieces = [piece for block in left.blocks for piece in block]
    assert sum(piece.words for piece in pieces) == left.words
    assert sum(piece.words for piece in pieces if not piece.sources) == left.own
    assert all(piece.start < piece.end for piece in pieces)


@settings(max_examples=40)
@given(documents, documents)
def test_the_share_is_that_of_the_comparison(read: Document, source: Document) -> None:
    left = take_away(read, [source], Limits())
    reused = compare(source, read).summary.reused_b
    assert left.words - left.own == pytest.approx(reused * left.words)


@settings(max_examples=40)
@given(documents, st.permutations(range(3)), st.lists(documents, min_size=3, max_size=3))
def test_the_order_of_sources_only_numbers_them(
    read: Document, order: list[int], sources: list[Document]
) -> None:
    one = take_away(read, sources, Limits())
    other = take_away(read, [sources[at] for at in order], Limits())
    turned = [
        [piece._replace(sources=tuple(sorted(order[at] for at in piece.sources))) for piece in block]
        for block in other.blocks
    ]
    assert turned == [list(block) for block in one.blocks]
    assert (one.words, one.own) == (other.words, other.own)


def hour(start: float) -> Period:
    return Period(start * 3600, start * 3600 + 60, zoned=True)


@pytest.mark.parametrize(
    ("read", "base", "article", "expected"),
    [
        (3, 0, [0, 1, 2], Sources((0, 1), "earlier")),
        (4, 0, [0, 1, 2], Sources((0, 1, 2), "unclear")),
        (5, 2, [0, 1, 2], Sources((2,), "later")),
        (1, 0, [0, 1, 2], Sources((0,), "earlier")),
        (0, 1, [0, 1, 2], Sources((1,), "later")),
        (3, 2, [2], Sources((2,), "later")),
        (3, 4, [4], Sources((4,), "unclear")),
    ],
)
def test_what_came_before_is_taken_away(read: int, base: int, article: list[int], expected: Sources) -> None:
    """Three versions of the base's article, of 8, 10 and 14 o'clock; one of 12, one undated, one of 7."""
    periods = [hour(8), hour(10), hour(14), hour(12), None, hour(7)]
    assert sources_for(read, base, article, periods) == expected


def test_what_may_have_come_before_is_taken_away_too_and_then_nothing_came_earlier() -> None:
    """Two versions of the base's article, of 8 o'clock and of some time after; one of 12, and one of some time after."""
    first, second = hour(8), hour(8)._replace(end=inf)
    periods = [first, second, hour(12), hour(12)._replace(end=inf)]
    assert sources_for(2, 0, [0, 1], periods) == Sources((0, 1), "unclear")
    assert sources_for(3, 0, [0], periods) == Sources((0,), "earlier")
    assert sources_for(0, 2, [2, 3], periods) == Sources((2,), "later")


@pytest.mark.parametrize(("one_clock", "order"), [(True, "earlier"), (False, "unclear")])
def test_days_of_one_article_follow_each_other(one_clock: bool, order: str) -> None:
    days = [Period(at * DAY, (at + 1) * DAY, zoned=False) for at in range(2)]
    assert sources_for(1, 0, [0, 1], days, one_clock=one_clock).order == order


@pytest.mark.parametrize(("before", "kept", "left_out"), [(MOST_SOURCES, 12, 0), (MOST_SOURCES + 1, 12, 1)])
def test_of_many_versions_the_first_and_the_latest_count(before: int, kept: int, left_out: int) -> None:
    found = sources_for(before, 0, range(before), [hour(at) for at in range(before + 1)])
    assert (len(found.versions), found.left_out, found.order) == (kept, left_out, "earlier")
    assert (found.versions[0], found.versions[-1]) == (0, before - 1)
