"""Word changes: what is marked, and where the spaces go."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.compare.changes import title_changes


def marked(a: str, b: str) -> str:
    """The changes as one line: [-cut-], {+added+}."""
    line = ""
    for change in title_changes(a, b):
        old, new = a[change.a_start : change.a_end], b[change.b_start : change.b_end]
        line += (
            old if change.op == "equal" else (f"[-{old}-]" if old else "") + (f"{{+{new}+}}" if new else "")
        )
    return line


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("the old house", "the new house", "the [-old-]{+new+} house"),
        ("the house", "the big house", "the {+big +}house"),
        ("the big house", "the house", "the [-big -]house"),
        ("the cat sat", "the cat", "the cat[- sat-]"),
        ("the cat", "see the cat", "{+see +}the cat"),
        ("the cat, sat", "the cat sat", "the cat[-,-] sat"),
        ("it sank.", "it sank slowly.", "it sank{+ slowly+}."),
        ("the Senate", "the senate", "the [-Senate-]{+senate+}"),
        ("“aye” – no", '"aye" - no', "“aye” – no"),
        ("port of call", "dock in sight", "[-port of call-]{+dock in sight+}"),
        ("东京很大", "东京不大", "东京[-很-]{+不+}大"),
        ("stay", "stray", "[-stay-]{+stray+}"),
        ("see [12] now", "see [sic] now", "see [-[12]-]{+[sic]+} now"),
        ("Sales rose 4%.", "Sales rose 4%, the firm said.", "Sales rose 4%{+, the firm said+}."),
        ("It paid $5 million.", "It paid (a fee ($5 million).", "It paid {+(a fee (+}$5 million{+)+}."),
        ("Smith [12].", "Smith [12], it holds.", "Smith [12]{+, it holds+}."),
        ("a fall of -5 today", "a fall of -7 today", "a fall of [--5-]{+-7+} today"),
        ("a b", "\u200b\u200b c \u2060", "[-a b-]{+\u200b\u200b c \u2060+}"),
    ],
)
def test_what_is_marked(a: str, b: str, expected: str) -> None:
    assert marked(a, b) == expected


def test_no_function_word_is_left_alone_between_two_changes() -> None:
    line = marked("Crews of the northern depot won", "Drivers of a southern garage won")
    assert line == "[-Crews of the northern depot-]{+Drivers of a southern garage+} won"


@pytest.mark.parametrize(
    ("a", "b", "ops"),
    [
        (
            "They met in the good old harbour.",
            "They met in the fine old harbour.",
            ["equal", "replace", "equal"],
        ),
        (
            "To this end, the bank cut its rate.",
            "After many weeks of talks with both unions and two ministers, the bank cut its rate.",
            ["delete", "insert", "equal"],
        ),
        (
            "It sank off the northern cape.",
            "It sank off a cold and northerly cape.",
            ["equal", "replace", "equal"],
        ),
        (
            "Crews use the quay.",
            "Crews of the three northern depots of the company used the quay.",
            ["equal", "insert", "replace", "equal"],
        ),
    ],
)
def test_one_edit_or_two(a: str, b: str, ops: list[str]) -> None:
    assert [change.op for change in title_changes(a, b)] == ops


words = st.lists(st.sampled_from(["the", "tug", "Tug", "of", ",", "...", "…", "12", "sank"]), max_size=12)


@settings(max_examples=150, deadline=None)
@given(words.map(" ".join) | st.text(max_size=40), words.map("".join) | words.map(" ".join))
def test_changes_cover_both_texts(a: str, b: str) -> None:
    changes = title_changes(a, b)
    if a and b:
        assert "".join(a[change.a_start : change.a_end] for change in changes) == a
        assert "".join(b[change.b_start : change.b_end] for change in changes) == b
    assert all(x.op != y.op for x, y in pairwise(changes))
