"""How strongly the parts of a change are marked: *finer*, ~light~, [changed]."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.compare.changes import title_changes
from app.compare.tints import Tone, tints

MARKS: dict[Tone, str] = {"same": "{}", "changed": "[{}]", "finer": "*{}*", "light": "~{}~"}


def shown(a: str, b: str) -> tuple[str, str]:
    lines = ["", ""]
    for change in title_changes(a, b):
        for side, (text, parts) in enumerate(zip((a, b), tints(change, a, b), strict=True)):
            lines[side] += "".join(MARKS[part.tone].format(text[part.start : part.end]) for part in parts)
    return lines[0], lines[1]


@pytest.mark.parametrize(
    ("a", "b", "left", "right"),
    [
        ("all 1,250 homes", "all 1,350 homes", "all [1,]*250* homes", "all [1,]*350* homes"),
        ("at 10:05 sharp", "at 10:15 sharp", "at [10:]*05* sharp", "at [10:]*15* sharp"),
        ("by 2024-05-14 then", "by 2024-05-16 then", "by [2024-05-]*14* then", "by [2024-05-]*16* then"),
        ("the 16th day", "the 17th day", "the *16*[th] day", "the *17*[th] day"),
        ("for 12 days", "for 14 days", "for [12] days", "for [14] days"),
        ("for 950 days", "for 1,350 days", "for [950] days", "for [1,350] days"),
        ("they vote now", "they voted now", "they [vote] now", "they [vote]*d* now"),
        ("two type here", "two types here", "two [type] here", "two [type]*s* here"),
        ("he formally use", "he formal use", "he [formal]*ly* use", "he [formal] use"),
        ("they vote on 1,250 now", "they voted on 1,350 now", "they [vote on 1,]*250* now",
         "they [vote]*d*[ on 1,]*350* now"),
        ("at 10:05 on 14 May", "at 10:15 on 16 May", "at [10:]*05*[ on ]*14* May", "at [10:]*15*[ on ]*16* May"),
        ("the old house", "the big house", "the [old] house", "the [big] house"),
        ("the Senate met", "the senate met", "the ~Senate~ met", "the ~senate~ met"),
        ("“aye” – no", '"aye" - no', "~“~aye~”~ ~–~ no", '~"~aye~"~ ~-~ no'),
        ("no… yes no", "no... yes no", "no~…~ yes no", "no~.~~.~~.~ yes no"),
        ("мост закроют скоро", "мост закрыли скоро", "мост [закр]*оют* скоро", "мост [закр]*ыли* скоро"),
        ("school खोला था", "school खोले था", "school [खो]*ला* था", "school [खो]*ले* था"),
        ("the house", "the big house", "the house", "the [big ]house"),
    ],
)  # fmt: skip
def test_tints(a: str, b: str, left: str, right: str) -> None:
    assert shown(a, b) == (left, right)


words = st.lists(
    st.sampled_from(["vote", "voted", "Vote", "1,250", "1,350", "“a”", '"a"', "…", "...", "नदी"]), max_size=6
)


@settings(max_examples=100, deadline=None)
@given(words.map(" ".join) | st.text(max_size=20), words.map(" ".join) | st.text(max_size=20))
def test_tints_cover_every_change(a: str, b: str) -> None:
    for change in title_changes(a, b):
        for parts, start, end in zip(
            tints(change, a, b), (change.a_start, change.b_start), (change.a_end, change.b_end), strict=True
        ):
            places = [start, *(part.end for part in parts)]
            assert [part.start for part in parts] == places[:-1]
            assert places[-1] == end
