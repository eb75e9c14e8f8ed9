"""Numbers of people of whom something may not be true at all: how far before them that is looked for."""

import pytest

from app.compare.figures.tolls import DOUBT_BEFORE, toll_of


@pytest.mark.parametrize(("words", "whole"), [(DOUBT_BEFORE - 1, False), (DOUBT_BEFORE, True)])
def test_doubt_is_looked_for_in_so_many_words(words: int, whole: bool) -> None:
    keys = ["feared", *["harbour"] * words, "40", "people", "died"]
    found = toll_of(keys, words + 1, words + 3, "en")
    assert found is not None
    assert found.whole is whole


def test_a_mark_ends_the_clause() -> None:
    found = toll_of(["feared", ",", "40", "people", "died"], 2, 4, "en")
    assert found is not None
    assert found.whole
