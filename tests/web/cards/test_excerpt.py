"""Passages cut to the room there is, around what has to be seen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.web.cards import excerpt
from app.web.cards.excerpt import ROOMS, Passage, passages

TEXT = (
    "The ferry Marigold ran aground late on Friday, and two tugs pulled it free at dawn, the coastguard said."
)


def shown(passage: Passage) -> str:
    return "".join(f"[{piece.text}]" if piece.marked else piece.text for piece in passage)


def cut(text: str, marked: str, room: int) -> str:
    start = text.index(marked)
    span = start, start + len(marked)
    return shown(passages(text, (0, len(text)), [span], span, (room,))[0])


@pytest.mark.parametrize(
    ("marked", "room", "expected"),
    [
        ("two", 200, TEXT.replace("two", "[two]")),
        ("two", 60, "… late on Friday, and [two] tugs pulled it free at dawn, the …"),
        ("The", 30, "[The] ferry Marigold ran aground …"),
        ("said", 30, "… at dawn, the coastguard [said]."),
        ("ran aground late on Friday, and two tugs", 30, "… [ran aground late on] …"),
        ("two", 5, "… [two] …"),
    ],
)
def test_the_marked_words_are_seen_in_context(marked: str, room: int, expected: str) -> None:
    assert cut(TEXT, marked, room) == expected


def test_signs_as_wide_as_they_are_high_count_twice() -> None:
    assert cut("渡轮星期五深夜在礁石上搁浅", "深夜", 12) == "…五[深夜]在礁…"


def test_without_a_focus_the_beginning_is_shown() -> None:
    assert shown(passages(TEXT, (0, len(TEXT)), [], None, (30,))[0]) == "The ferry Marigold ran aground …"


def test_where_words_were_put_in_is_shown_on_the_other_side() -> None:
    at = TEXT.index("late")
    assert (
        shown(passages(TEXT, (0, len(TEXT)), [], (at, at), (40,))[0])
        == "… ran aground late on Friday, and two …"
    )


def test_white_space_at_the_ends_of_a_mark_is_not_marked() -> None:
    assert shown(passages("a bb c", (0, 6), [(1, 5)], None, (30,))[0]) == "a [bb] c"


def test_lengths_that_are_alike_are_offered_once() -> None:
    assert len(passages("Short.", (0, 6), [], None, ROOMS)) == 1
    assert len(passages(TEXT * 9, (0, len(TEXT) * 9), [], None, ROOMS)) == len(ROOMS)


def test_a_word_without_end_is_cut_between_signs() -> None:
    word = "e\u0301" * 5000
    (passage,) = passages(word, (0, len(word)), [(0, len(word))], (0, len(word)), (40,))
    assert shown(passage) == "[" + "e\u0301" * 28 + "]…"


def test_only_so_much_of_a_text_is_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(excerpt, "LOOKED_AT", 10)
    text = "0123456789 12345678 x"
    assert shown(passages(text, (0, 21), [], (11, 11), (600,))[0]) == "… 12345678 x"
    assert shown(passages(text, (1, 21), [], (11, 11), (600,))[0]) == "123456789 12345678 x"


@given(st.text(min_size=1, max_size=90), st.data())
def test_what_is_shown_stands_in_the_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    low, high = data.draw(st.integers(0, start)), data.draw(st.integers(end, len(text)))
    for passage in passages(text, (low, high), [(start, end)], (start, end), (60, 20, 5, 1)):
        plain = "".join(piece.text for piece in passage)
        assert plain in {text[low:high], plain}
        assert plain.removeprefix("…").strip(" …") in text[low:high].replace("…", "") or "…" in text
        marked = "".join(piece.text for piece in passage if piece.marked)
        assert marked in text[start:end]
        assert bool(marked) == bool(text[start:end].strip())
