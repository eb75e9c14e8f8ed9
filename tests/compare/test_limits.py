"""Where a limit is hit, the comparison says so, from either side; where none is, it says nothing."""

import pytest

from app.compare import changes, limits, matching, reading, sharing, verbatim
from app.compare.engine import compare, compare_sentences, outline
from app.text.document import read_sentence
from tests.compare.comparison_texts import HARBOUR, WIRE, document
from tests.compare.test_engine import assert_valid


def both_ways(a: str, b: str) -> tuple[str, ...]:
    one, other = compare(document(a), document(b)), compare(document(b), document(a))
    assert_valid(one)
    assert one.coarse == other.coarse
    assert set(outline(document(a), document(b)).coarse) <= set(one.coarse)
    return one.coarse


def as_sentences(a: str, b: str) -> tuple[str, ...]:
    one, other = (read_sentence(text, language="en") for text in (a, b))
    assert compare_sentences(one, other).coarse == compare_sentences(other, one).coarse
    return compare_sentences(one, other).coarse


def test_two_articles_hit_no_limit() -> None:
    assert both_ways(HARBOUR, WIRE) == ()
    assert both_ways(HARBOUR, HARBOUR) == ()


@pytest.mark.parametrize(("limit", "expected"), [(5, ()), (4, (limits.SENTENCE_CUT,))])
def test_words_of_one_sentence(
    monkeypatch: pytest.MonkeyPatch, limit: int, expected: tuple[str, ...]
) -> None:
    monkeypatch.setattr(reading, "READ_WORDS", limit)
    assert both_ways("Four ferries ran late.", "Four ferries ran aground.") == expected
    assert as_sentences("Four ferries ran late.", "Four ferries ran aground.") == expected
    assert both_ways("Four ferries ran late.", "Four ferries ran late.") == ()


@pytest.mark.parametrize(("limit", "expected"), [(9, ()), (8, (limits.REPEATED,))])
def test_repeated_sentences(monkeypatch: pytest.MonkeyPatch, limit: int, expected: tuple[str, ...]) -> None:
    monkeypatch.setattr(verbatim, "MAX_CELLS", limit)
    assert both_ways("It rained. It snowed. It rained.", "It snowed. It rained. It snowed.") == expected
    assert both_ways("It rained. It hailed. It snowed.", "It snowed. It rained. It hailed.") == ()


@pytest.mark.parametrize(("steps", "expected"), [(12, ()), (11, (limits.IN_STEP,)), (0, (limits.IN_STEP,))])
def test_steps_to_candidates(monkeypatch: pytest.MonkeyPatch, steps: int, expected: tuple[str, ...]) -> None:
    """Three words that say something stand in both sentences of both sides, which is four steps each."""
    monkeypatch.setattr(sharing, "MAX_STEPS", steps)
    town = [f"{word} voted the council of the town on the plan." for word in ("Twice", "Thrice")]
    city = [f"{word} voted the council of the city on the plan." for word in ("Never", "Always")]
    assert both_ways("\n\n".join(town), "\n\n".join(city)) == expected


@pytest.mark.parametrize(("kept", "expected"), [(10, ()), (9, (limits.FEWER_KEPT,))])
def test_candidates_kept(monkeypatch: pytest.MonkeyPatch, kept: int, expected: tuple[str, ...]) -> None:
    monkeypatch.setattr(sharing, "MAX_KEPT", kept)
    town = "Twice voted the town council.\n\nThrice sat the town council."
    city = "Never voted the city council.\n\nAlways sat the city council."
    assert both_ways(town, city) == expected


@pytest.mark.parametrize(("limit", "expected"), [(6, ()), (5, (limits.REPLACED_WHOLE,))])
def test_words_of_a_side(monkeypatch: pytest.MonkeyPatch, limit: int, expected: tuple[str, ...]) -> None:
    monkeypatch.setattr(changes, "MAX_WORDS", limit)
    assert as_sentences("Four old ferries ran late.", "Four old ferries ran aground.") == expected


@pytest.mark.parametrize(("cells", "expected"), [(9, ()), (8, (limits.MIDDLE_REPLACED,))])
def test_cells_of_a_word_comparison(
    monkeypatch: pytest.MonkeyPatch, cells: int, expected: tuple[str, ...]
) -> None:
    monkeypatch.setattr(matching, "MAX_STEPS", 0)
    monkeypatch.setattr(matching, "MAX_CELLS", cells)
    assert as_sentences("Old ferries b c d ran.", "Old ferries d x b ran.") == expected


def test_a_long_title_counts_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(changes, "MAX_WORDS", 2)
    a, b = document("It rained.", title="Four ferries late"), document("It rained.", title="Four tugs late")
    assert compare(a, b).coarse == (limits.REPLACED_WHOLE,)
