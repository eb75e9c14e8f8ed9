"""Quotation marks within quotation marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.web.sharing.chosen import find_row
from app.web.sharing.citation import citation
from app.web.sharing.naming import description_of, title_of
from app.web.sharing.quotation import quoted
from tests.web.sharing.made import ALONE, content, seen

SAID = "“The gate came down,” says the keeper"
INNER = "‘The gate came down,’ says the keeper"


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        (SAID, INNER),
        ('"The gate came down," says "Old" Brill', "‘The gate came down,’ says ‘Old’ Brill"),
        ('Brill: "Down it came"', "Brill: ‘Down it came’"),
        ('("Down")', "(‘Down’)"),
        ("”Porten föll”, säger vakten", "’Porten föll’, säger vakten"),
        ("„Das Tor fiel“, sagt sie", "„Das Tor fiel“, sagt sie"),
        ("„Brama runęła” – mówi", "„Brama runęła” – mówi"),
        ("„Das Tor“ fiel, “down”", "„Das Tor“ fiel, ‘down’"),
        ("« La porte » et ‹ le quai ›", "« La porte » et ‹ le quai ›"),
        ("「門が落ちた」と『証言』", "「門が落ちた」と『証言』"),
        ("他说“门倒了”", "他说‘门倒了’"),
        ('他说"门倒了"，又说', "他说‘门倒了’，又说"),
        ('A 6" pipe and an 8" one', 'A 6" pipe and an 8" one'),
        ('A "6-foot" gate on a 6" hinge', 'A ‘6-foot’ gate on a 6" hinge'),
        ('צה"ל וארה"ב', 'צה"ל וארה"ב'),
        ('The "gate that nobody closed', 'The "gate that nobody closed'),
        ('A gate "', 'A gate "'),
        ('"', '"'),
        ("The keeper’s ‘gate’", "The keeper’s ‘gate’"),
        ("", ""),
    ],
)
def test_double_marks_become_single_ones_and_all_others_stay(text: str, inner: str) -> None:
    assert quoted(text, 200).replace("\u2068", "").replace("\u2069", "") == f"“{inner}”"


@given(st.text(alphabet='ab 6„“”"‘’«»「」水', max_size=40), st.integers(min_value=4, max_value=50))
def test_it_takes_no_more_room_and_adds_no_double_mark(text: str, limit: int) -> None:
    inner = quoted(text, limit)[1:-1]
    assert len(inner) <= limit
    assert inner.count("”") <= text.count("„")


def test_citations_and_descriptions_quote_what_quotes() -> None:
    left, right = content(f"{SAID}.", title=SAID, outlet=None), content(ALONE, title=SAID)
    shown = seen(left, right)
    assert title_of(shown) == f"“{INNER}” and “{INNER}”"
    assert citation(shown, "x").count(f"“{INNER}”, ") == 2
    row = find_row(shown, shown.items[0].rows[0].id)
    assert f"; the row “{INNER}" in citation(shown, "x", row)
    assert f": “{INNER}.”. " in description_of(shown, row)
