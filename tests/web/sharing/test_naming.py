"""Titles, descriptions and citations, whatever the texts are called."""

from itertools import product

import pytest

from app.web.sharing.chosen import find_row
from app.web.sharing.citation import CITED_LENGTH, citation
from app.web.sharing.naming import DESCRIPTION_LENGTH, TITLE_LENGTH, description_of, title_of
from app.web.sharing.preview import comparison_preview
from tests.web.sharing.made import ALONE, GATE, LATER, NAMES, content, seen


@pytest.mark.parametrize(("outlet", "title"), list(product(NAMES, [NAMES[0], *NAMES[4:7]])))
def test_no_name_makes_them_longer_than_they_may_be(outlet: str | None, title: str) -> None:
    shown = seen(content(GATE, title=title, outlet=outlet), content(LATER, ALONE, title=title, outlet=outlet))
    for chosen in (None, find_row(shown, shown.items[0].rows[0].id)):
        made = title_of(shown, chosen), description_of(shown, chosen)
        assert 0 < len(made[0]) <= TITLE_LENGTH
        assert 0 < len(made[1]) <= DESCRIPTION_LENGTH
        assert not any(sign in text for text in made for sign in "\n\r\t\x1b\u2028")


def test_what_a_comparison_and_a_row_are_called() -> None:
    shown = seen(content(GATE), content(LATER, ALONE, outlet="The Ledger", title=None))
    assert title_of(shown) == "The Quay Post and The Ledger: A gate fails"
    assert description_of(shown).endswith(
        "sentences: 0 only in The Quay Post, 1 only in The Ledger, 0 moved."
    )
    first, second = (row for item in shown.items for row in item.rows)
    chosen = find_row(shown, first.id)
    assert title_of(shown, chosen) == "The Quay Post and The Ledger: one row, edited"
    assert description_of(shown, chosen) == f"The Quay Post: “{GATE}”. The Ledger: “{LATER}”."
    alone = find_row(shown, second.id)
    assert title_of(shown, alone) == "The Quay Post and The Ledger: one row, only in The Ledger"
    assert description_of(shown, alone) == f"The Quay Post: no counterpart found. The Ledger: “{ALONE}”."


def test_headlines_stand_for_outlets_that_nobody_named() -> None:
    shown = seen(content(GATE, outlet=None), content(LATER, outlet="The Ledger", title="Water on the quay"))
    assert title_of(shown) == "“A gate fails” and “Water on the quay”"
    assert "0 only in the first, 0 only in the second" in description_of(shown)
    alike = seen(content(GATE), content(LATER, ALONE))
    assert "0 only in the first, 1 only in the second" in description_of(alike)


def test_two_that_are_the_same_are_said_to_be() -> None:
    shown = seen(content(GATE), content(GATE))
    assert description_of(shown) == "Both versions are exactly the same, headline included."


def test_a_row_s_preview_is_at_its_own_address() -> None:
    shown = seen(content(GATE), content(LATER))
    whole, row = (
        comparison_preview(shown, card_says="A figure differs."),
        comparison_preview(shown, find_row(shown, shown.items[0].rows[0].id), card_says="Words differ."),
    )
    assert row.path == f"{whole.path}?row={shown.items[0].rows[0].id}"
    assert row.picture.path == f"{whole.path}.png?row={shown.items[0].rows[0].id}"
    assert whole.picture.path == f"{whole.path}.png"
    assert "#" not in row.path
    assert row.picture.alt == "Picture card. Words differ."


def test_a_citation_names_both_sides_and_the_address() -> None:
    left, right = content(GATE, outlet="صحيفة المرفأ"), content(LATER, outlet=None, title=None)
    shown = seen(left, right)
    whole = citation(shown, "https://v.example/compare/a/b")
    assert whole == (
        f"“A gate fails”, \u2068صحيفة المرفأ\u2069, 14 March 2026 (version {left.id()}), beside "
        "“The gate failed at ten on Friday, and water came …”, outlet not given, 14 March 2026 "
        f"(version {right.id()}). Variorum, https://v.example/compare/a/b"
    )
    row = citation(shown, "x", find_row(shown, shown.items[0].rows[0].id))
    assert "; the row “The gate failed at noon on Friday, and …”. Variorum, x" in row


@pytest.mark.parametrize("name", NAMES)
def test_a_citation_has_a_length(name: str | None) -> None:
    shown = seen(content("x" * 5000, title=name, outlet=name), content(LATER, title=name, outlet=name))
    for row in (None, find_row(shown, shown.items[0].rows[0].id)):
        assert len(citation(shown, "", row)) < 5 * CITED_LENGTH + 200
