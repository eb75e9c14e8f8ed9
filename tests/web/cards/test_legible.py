"""Text as a card can set it."""

import pytest

from app.web.cards.legible import CAPITALS, MARKS, UNBROKEN, legible, longest_words, one_line, unseen_share


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("two\nlines\t and  more", "two lines and more"),
        ("a\x00b\x1b[31m\u0080c", "ab[31mc"),
        ("a\ud800b", "a\ufffdb"),
        ("a\u202eb\u202c \u2066c\u2069\ufeff", "ab c"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("क\u094d\u200dष", "क\u094d\u200dष"),
        ("1\ufe0f\u20e3 ❤\ufe0f", "1 ❤"),
        ("\ue000\U0010ffff", ""),
    ],
)
def test_what_cannot_be_seen_is_left_out(text: str, expected: str) -> None:
    assert one_line(text) == expected


def test_a_sign_that_no_face_has() -> None:
    assert legible("a ᚠ b") == "a \ufffd b"
    assert unseen_share("a\ufffd b\ufffd") == 0.5
    assert unseen_share("") == 0.0


def test_marks_are_heaped_so_high_and_no_higher() -> None:
    assert one_line("e" + "\u0301" * MARKS + "x") == "e" + "\u0301" * MARKS + "x"
    assert one_line("e" + "\u0301" * (MARKS + 1) + "x") == "e" + "\u0301" * MARKS + "x"


def test_long_words_can_be_broken() -> None:
    assert legible("x" * UNBROKEN) == "x" * UNBROKEN
    assert legible("x" * (UNBROKEN + 1)) == "x" * 12 + "\u00ad" + "x" * 12 + "\u00ad" + "x"
    assert legible("7" * (UNBROKEN + 1)) == "7" * 12 + "\u200b" + "7" * 12 + "\u200b" + "7"
    assert legible("A" * CAPITALS) == "A" * CAPITALS
    assert legible("A" * (CAPITALS + 1)) == "A" * 12 + "\u00ad" + "A" * (CAPITALS - 11)
    assert legible("東" * 100) == "東" * 100


def test_the_longest_words_are_those_that_cannot_be_broken() -> None:
    text = legible("Short and constitutional unbroken-hyphens 東京東京東京東京東京東京 " + "y" * 30)
    assert longest_words(text) == ["constitutional", "yyyyyyyyyyyy"]
