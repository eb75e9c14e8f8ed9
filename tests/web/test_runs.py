"""Text in runs: cut where what is reused begins and ends, with nothing lost."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.compare.changes import title_changes
from app.compare.comparison import Reuse
from app.compare.engine import compare
from app.web.runs import Run, Stretch, clip, reused_stretches, tinted, with_layer
from tests.compare.comparison_texts import document

CASES = {
    "none": ([], [("abcdef", False), ("ghij", False)]),
    "before and after": ([(0, 10), (20, 30)], [("abcdef", False), ("ghij", False)]),
    "all": ([(5, 25)], [("abcdef", True), ("ghij", True)]),
    "across a border": ([(14, 18)], [("abcd", False), ("ef", True), ("gh", True), ("ij", False)]),
    "two": ([(11, 12), (13, 14)], [("a", False), ("b", True), ("c", False), ("d", True), ("ef", False), ("ghij", False)]),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_runs_are_cut_where_reuse_begins_and_ends(name: str) -> None:
    reused, expected = CASES[name]
    runs = with_layer((Run("abcdef", changed=False), Run("ghij", changed=True)), 10, reused, "reused")
    assert [(run.text, run.reused) for run in runs] == expected


@given(
    st.lists(st.text(min_size=1, max_size=9), max_size=5),
    st.lists(st.integers(0, 60), unique=True),
    st.integers(0, 20),
)
def test_nothing_is_lost(texts: list[str], borders: list[int], start: int) -> None:
    ends = sorted(borders)
    reused: list[Stretch] = [*zip(ends[::2], ends[1::2], strict=False)]
    runs = with_layer(tuple(Run(text, changed=False) for text in texts), start, reused, "reused")
    assert "".join(run.text for run in runs) == "".join(texts)
    at = start
    for run in runs:
        inside = [first <= at and at + len(run.text) <= last for first, last in reused]
        assert run.reused == any(inside)
        assert run.text
        at += len(run.text)


def test_stretches_that_overlap_are_one() -> None:
    one, two = "a b c d e f g", "b c d e f g h"
    comparison = compare(document("a b c d e f g h"), document(f"{one}, x {two}"))
    assert comparison.reuse == (Reuse(0, 13, 0, 13, 7), Reuse(2, 15, 17, 30, 7))
    assert reused_stretches(comparison, "a") == ((0, 15),)
    assert reused_stretches(comparison, "b") == ((0, 13), (17, 30))
    assert all(first[1] < second[0] for first, second in pairwise(reused_stretches(comparison, "b")))


def marked(a: str, b: str, side: str) -> str:
    """[changed] with *finer* parts, ~light~."""
    text = a if side == "a" else b
    line = ""
    for run in clip(text, tinted(title_changes(a, b), a, b, side), 0, len(text)):
        sign = "*{}*" if run.finer else "~{}~" if run.light else "[{}]" if run.changed else "{}"
        line += sign.format(run.text)
    return line


@pytest.mark.parametrize(
    ("a", "b", "left", "right"),
    [
        ("we vote on 1,250 now", "we voted on 1,350 now", "we [vote on 1,]*250* now", "we [vote]*d*[ on 1,]*350* now"),
        ("the house", "the big house", "the house", "the [big] house"),
        ("the Senate – yes", "the senate - yes", "the ~Senate~ ~–~ yes", "the ~senate~ ~-~ yes"),
        ("no word alike", "", "no word alike", ""),
    ],
)  # fmt: skip
def test_the_parts_of_a_change(a: str, b: str, left: str, right: str) -> None:
    assert (marked(a, b, "a"), marked(a, b, "b")) == (left, right)
