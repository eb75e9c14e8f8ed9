"""How rare words are: by the lists of 42 languages, by length in the others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.text.rarity import word_rarity

UNLISTED = "nah"  # Nahuatl, like no language that has a list


@pytest.mark.parametrize(
    ("language", "common", "rarer", "unknown"),
    [
        ("en", "the", "harbour", "vrimpolk"),
        ("de", "der", "hafen", "vrimpolk"),
        ("fr", "de", "quai", "vrimpolk"),
        ("es", "de", "muelle", "vrimpolk"),
        ("ru", "и", "гавань", "вримпольк"),
        ("ar", "في", "ميناء", "زغطقثف"),
        ("zh", "的", "大坝", "坝堰嵴"),
        ("ja", "の", "図書館", "椋柊梟"),
    ],
)
def test_a_language_with_a_list(language: str, common: str, rarer: str, unknown: str) -> None:
    least, between, most = word_rarity((common, rarer, unknown), language)
    assert least < 0.15
    assert least + 0.2 < between < 1
    assert most == 1


def test_the_commonest_word_of_english_says_nothing() -> None:
    assert word_rarity(("the",), "en") == (0.0,)


def test_a_region_does_not_matter() -> None:
    words = ("the", "harbour", "vrimpolk")
    assert word_rarity(words, "en-GB") == word_rarity(words, "EN") == word_rarity(words, "en")


@pytest.mark.parametrize(
    ("word", "rarity"),
    [
        ("i", 0.15),
        ("in", 0.5 / 3),
        ("sea", 0.5),
        ("boat", 2.5 / 3),
        ("ships", 1.0),
        ("ocean", 1.0),
        ("12", 1.0),
        ("a1", 1.0),
        ("坝", 1.0),
        ("في", 1.0),
    ],
)
def test_a_language_without_a_list_goes_by_length(word: str, rarity: float) -> None:
    assert word_rarity((word,), UNLISTED) == pytest.approx((rarity,))


@given(
    st.lists(st.text(min_size=1, max_size=8), max_size=5),
    st.sampled_from(["en", "zh", "ar", UNLISTED, "x", "", "-", "ß"]),
)
def test_every_rarity_lies_between_0_and_1(words: list[str], language: str) -> None:
    found = word_rarity(tuple(words), language)
    assert len(found) == len(words)
    assert all(0 <= one <= 1 for one in found)


@pytest.mark.parametrize(("language", "like"), [("no", "nb"), ("nn", "nb"), ("hr", "sh"), ("tl", "fil")])
def test_a_list_under_another_name(language: str, like: str) -> None:
    words = ("i", "na", "og", "vrimpolk")
    assert word_rarity(words, language) == word_rarity(words, like) != word_rarity(words, UNLISTED)


@pytest.mark.parametrize("language", ["eo", "cy", "la", "x", "", "??"])
def test_no_other_language_lends_its_list(language: str, caplog: pytest.LogCaptureFixture) -> None:
    assert word_rarity(("the", "de", "vrimpolk"), language) == word_rarity(
        ("the", "de", "vrimpolk"), UNLISTED
    )
    assert caplog.text == ""


def test_no_words() -> None:
    assert word_rarity((), "en") == word_rarity((), UNLISTED) == ()
