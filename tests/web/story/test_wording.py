"""Two wordings in one line."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.web.story.wording import Piece, in_one_line

CASES = [
    ("The gate held.", "The gate held.", [("same", "The gate held.")]),
    (
        "We are open to talks, but they must be fair.",
        "they must be fair.",
        [("cut", "We are open to talks, but "), ("same", "they must be fair.")],
    ),
    (
        "The gate held all night.",
        "The gate stood all night.",
        [("same", "The gate "), ("cut", "held"), ("added", "stood"), ("same", " all night.")],
    ),
    ("Nothing alike.", "", [("cut", "Nothing alike.")]),
]


@pytest.mark.parametrize(("first", "second", "pieces"), CASES)
def test_what_was_cut_stands_before_what_was_added(
    first: str, second: str, pieces: list[tuple[str, str]]
) -> None:
    assert [(one.kind, one.text) for one in in_one_line(first, second, "en")] == pieces


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The U.S. firms were good,", "The US firms were good."),
        ("The U.S. firms were good, and we said so", "The US firms were good and we said so!"),
        ("We organised two of them; it was late", "We organized 2 of them. It was late"),
    ],
)
def test_marks_and_house_style_are_no_difference(first: str, second: str) -> None:
    pieces = in_one_line(first, second, "en")
    assert {one.kind for one in pieces} == {"same"}
    assert "".join(one.text for one in pieces) == second


words = st.text(st.sampled_from("ab ,."), max_size=30)


@settings(max_examples=50, deadline=None)
@given(words, words)
def test_the_second_is_there_exactly_as_printed(first: str, second: str) -> None:
    pieces: tuple[Piece, ...] = in_one_line(first, second, "en")
    assert "".join(one.text for one in pieces if one.kind != "cut") == second
