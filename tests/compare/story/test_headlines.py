"""Headlines in slots."""

from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.compare.story import headlines as rules
from app.compare.story.headlines import MOST_WORDS, Headline, HeadlineGrid, align_headlines
from app.text.words import is_word, split_words


def grid(*titles: str, language: str = "en") -> HeadlineGrid:
    return align_headlines([Headline(title, language) for title in titles])


def shown(*titles: str, language: str = "en") -> list[list[str]]:
    made = grid(*titles, language=language)
    return [
        [title[slice(*cell)] if cell else "" for cell in row.cells]
        for title, row in zip(titles, made.rows, strict=True)
    ]


@pytest.mark.parametrize(
    ("language", "titles", "rows"),
    [
        (
            "en",
            [
                "Bridge falls at Ansel Mill, nine hurt",
                "Nine hurt as bridge falls at Ansel Mill",
                "Ansel Mill mourns",
            ],
            [
                ["", "Bridge falls at", "Ansel Mill,", "nine hurt"],
                ["Nine hurt as", "bridge falls at", "Ansel Mill", ""],
                ["", "", "Ansel Mill", "mourns"],
            ],
        ),
        ("en", ["Ferry sinks", "FERRY SINKS!"], [["Ferry sinks"], ["FERRY SINKS!"]]),
        (
            "zh",
            ["恩尼克港风暴致三人死亡", "恩尼克港闸门故障"],
            [["恩尼克港", "风暴致三人死亡"], ["恩尼克港", "闸门故障"]],
        ),
        (
            "ar",
            ["عاصفة تضرب ميناء إنيك", "إنقاذ ركاب بعد عاصفة ضربت ميناء إنيك"],
            [
                ["", "عاصفة", "تضرب", "ميناء إنيك"],
                ["إنقاذ ركاب بعد", "عاصفة", "ضربت", "ميناء إنيك"],
            ],
        ),
    ],
)
def test_words_that_agree_stand_beneath_each_other(
    language: str, titles: list[str], rows: list[list[str]]
) -> None:
    assert shown(*titles, language=language) == rows


def test_headlines_with_nothing_in_common_stand_alone() -> None:
    made = grid("Bridge falls", "Harvest is late", "")
    assert made.slots == ()
    assert all(row.alone and row.cells == () for row in made.rows)


def test_common_words_alone_are_no_agreement() -> None:
    assert grid("A fall in the price of tin", "The mayor is in the hospital").slots == ()


def test_a_headline_that_shares_nothing_does_not_widen_the_grid() -> None:
    made = grid("Bridge falls at Ansel Mill", "Harvest is late this year", "Ansel Mill bridge falls")
    assert [row.alone for row in made.rows] == [False, True, False]


def test_no_headline_and_one() -> None:
    assert align_headlines([]).rows == ()
    assert grid("Bridge falls").slots == ()


def test_the_same_headline_twice_is_one_slot() -> None:
    """Versions that share a headline have a row each, and agree with each other."""
    made = grid("Bridge falls", "Bridge falls")
    assert [row.alone for row in made.rows] == [True, True]


def test_words_beyond_the_limit_are_not_aligned() -> None:
    for count, agreed in ((MOST_WORDS, True), (MOST_WORDS + 1, False)):
        long = " ".join([f"w{k}" for k in range(count - 1)]) + " barometer"
        assert any(slot.agreed for slot in grid(long, "Barometer falls").slots) == agreed


def test_steps_beyond_the_limit_leave_headlines_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    titles = ["Bridge falls", "Bridge falls again", "Bridge stands"]  # 2 columns by 2 words, then 2 by 1
    for steps, coarse in ((6, False), (5, True)):
        monkeypatch.setattr(rules, "MOST_STEPS", steps)
        made = grid(*titles)
        assert made.coarse == coarse
        assert any(row.alone for row in made.rows) == coarse


words = st.sampled_from(
    ["bridge", "Mayor", "falls", "in", "the", "“Mill”", "9", "of", "hurt,", "港", "口", "–"]
)
lines = st.lists(words, max_size=7).map(" ".join) | st.text(max_size=12)
many = st.lists(st.builds(Headline, lines, st.sampled_from(["en", "zh"])), max_size=6)


@given(many, st.randoms(use_true_random=False))
def test_another_order_changes_the_order_of_rows_alone(titles: list[Headline], random: Random) -> None:
    order = list(range(len(titles)))
    random.shuffle(order)
    one, other = align_headlines(titles), align_headlines([titles[k] for k in order])
    assert other.slots == one.slots
    assert other.rows == tuple(one.rows[k] for k in order)


@given(many)
def test_every_word_stands_in_one_slot_and_agreed_slots_agree(titles: list[Headline]) -> None:
    made = align_headlines(titles)
    for title, row in zip(titles, made.rows, strict=True):
        assert len(row.cells) == len(made.slots)
        cells = [cell for cell in row.cells if cell]
        assert all(one[1] <= other[0] for one, other in pairwise(cells))
        if row.alone:
            assert cells == []
        else:
            assert keys("".join(title.text[a:b] for a, b in cells)) == keys("".join(title.text.split()))
    for k, slot in enumerate(made.slots):
        held = [
            tuple(keys(title.text[slice(*cell)]))
            for title, row in zip(titles, made.rows, strict=True)
            if (cell := row.cells[k])
        ]
        assert len(held) == slot.count > 0
        assert not slot.agreed or len(set(held)) == 1 < len(held)


def keys(text: str) -> list[str]:
    return [sign for key in split_words(text).keys if is_word(key) for sign in key if sign.isalnum()]
