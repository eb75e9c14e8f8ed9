"""What holds for the figures of any version, and where their number ends."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.compare.figures import grouping
from app.compare.figures.facts import find_facts, group_figures
from app.compare.figures.finding import MOST_FIGURES, find_figures
from app.compare.limits import FEWER_FIGURES, Limits
from app.compare.statements import Statement
from tests.compare.comparison_texts import HARBOUR, document

quick = settings(max_examples=60, deadline=None)
WORDS = "$240 billion 12 March 3, 2024 last week per cent a dozen half of the eve first two-day 10 to 15 km Thursday ٣ 二十"
PARTS = st.sampled_from([*WORDS.split(), "%", "-", "/", "1.2.3", "9" * 30, "aged", "€", ".", "¼"])
LANGUAGES = st.sampled_from(["en", "de", "fr", "ru", "ar", "hi", "zh", "ja", "sw", "x"])


@quick
@given(
    st.one_of(st.text(max_size=80), st.lists(PARTS, max_size=25).map(" ".join)),
    LANGUAGES,
    st.sampled_from([None, "2024-05-17"]),
)
def test_figures_stand_in_the_text_in_order_and_apart(
    text: str, language: str, published: str | None
) -> None:
    read = document(text, language=language)
    found = find_figures(read, published)
    at = 0
    for figure in found:
        assert at <= figure.start < figure.end
        assert read.text[figure.start : figure.end] == figure.text
        assert read.sentences[figure.sentence].start <= figure.start
        assert figure.end <= read.sentences[figure.sentence].end
        assert figure.value
        at = figure.end


@pytest.mark.parametrize(("count", "reasons"), [(MOST_FIGURES - 1, ()), (MOST_FIGURES + 1, (FEWER_FIGURES,))])
def test_the_figures_of_a_version_have_a_limit_that_is_told(count: int, reasons: tuple[str, ...]) -> None:
    read = document(" ".join(f"{k} crates fell." for k in range(1000, 1000 + count)))
    limits = Limits()
    found = find_facts([read], [None], (), limits)
    assert len(found) == min(count, MOST_FIGURES)
    assert limits.reasons() == reasons


@pytest.mark.parametrize(("limit", "reasons"), [(3, (FEWER_FIGURES,)), (4, ())])
@pytest.mark.parametrize("name", ["MOST_LINKED", "MOST_SHARING"])
def test_pairs_of_figures_have_limits_that_are_told(
    monkeypatch: pytest.MonkeyPatch, name: str, limit: int, reasons: tuple[str, ...]
) -> None:
    """Two sentences with two counts each: four pairs in corresponding sentences, and four places of one value."""
    monkeypatch.setattr(grouping, name, limit)
    read = [document(f"In {town} 12 cranes fell on 12 sheds.") for town in ("Pell", "Dunmere")]
    limits = Limits()
    find_facts(read, [None, None], [Statement(((0, (0,)), (1, (0,))))], limits)
    assert limits.reasons() == reasons


def test_many_figures_are_paired_in_lots_with_the_same_outcome(monkeypatch: pytest.MonkeyPatch) -> None:
    read = [
        document(f"In {town} 12 cranes fell on {n} sheds; 12 cranes stood.")
        for n, town in enumerate(("Pell", "Dunmere", "Holm"), 8)
    ]
    linked = [Statement(((0, (0,)), (1, (0,)), (2, (0,))))]
    whole = find_facts(read, [None] * 3, linked)
    monkeypatch.setattr(grouping, "AT_ONCE", 1)
    assert find_facts(read, [None] * 3, linked) == whole
    assert {len(one.members) for one in whole} != {1}


def test_figures_may_be_found_once_and_grouped_later() -> None:
    read = [document(HARBOUR), document(HARBOUR.replace("212", "214"))]
    days = ["2024-05-17", None]
    figures = [find_figures(one, day) for one, day in zip(read, days, strict=True)]
    assert group_figures(read, days, figures, ()) == find_facts(read, days, ())


def test_a_language_that_nobody_knows_still_has_digits() -> None:
    assert [one.value for one in find_figures(document("Zug 12 waren €5 und 7%", language="x"), None)] == [
        "12",
        "EUR 5",
        "7%",
    ]
