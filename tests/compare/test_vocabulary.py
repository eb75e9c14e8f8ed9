"""What is known of words, whatever text they stand in."""

import pytest

from app.compare import vocabulary
from app.compare.vocabulary import look_up
from app.text.words import LONGEST_WORD


def test_words_and_marks() -> None:
    known = look_up(["Gates", "—", "12"], "en", stemmed=True)
    assert known[:3] == ((True, False, True), (True, False, False), ("gate", "-", "12"))
    assert 0 < known.rarity[0] < 1
    assert look_up([], "en", stemmed=True) == ((), (), (), ())


def test_stems_are_those_of_the_language_if_they_are_asked_for() -> None:
    stems = {
        (language, stemmed): look_up(["häuser"], language, stemmed=stemmed).stem
        for language in ("en", "de")
        for stemmed in (False, True)
    }
    assert stems == {
        ("en", False): ("häuser",),
        ("en", True): ("häuser",),
        ("de", False): ("häuser",),
        ("de", True): ("haus",),
    }


@pytest.mark.parametrize("length", [LONGEST_WORD, LONGEST_WORD + 1])
def test_an_endless_word_is_its_own_stem_and_not_remembered(length: int) -> None:
    word = "a" * (length - 3) + "ing"
    memory = vocabulary._words_in("en", True)
    kept = len(memory)
    short = length == LONGEST_WORD
    stem = word.removesuffix("ing" * short)
    assert look_up([word], "en", stemmed=True) == ((True,), (False,), (stem,), (1.0,))
    assert len(memory) - kept == short
