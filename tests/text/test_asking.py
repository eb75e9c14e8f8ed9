"""Queries: everything can be read, and nothing is an error."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.text.asking import MOST_UNITS, Asked, Term, read_query


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("flood gate", [Term(("flood",)), Term(("gate",))]),
        ("flood flood", [Term(("flood",))]),
        ("flood*", [Term(("flood",), prefix=True)]),
        ("floo*ding", [Term(("floo",), prefix=True), Term(("ding",))]),
        ("f* é*", [Term(("f",)), Term(("e",))]),
        ('"the gate"', [Term(("the", "gate"))]),
        ("“the gate” «la porte» 「水門」", [Term(("the", "gate")), Term(("la", "porte")), Term(("水", "門"))]),
        ('"the gat"*', [Term(("the", "gat"), prefix=True)]),
        ('"never closed', [Term(("never", "closed"))]),
        ("storm-surge l’eau", [Term(("storm", "surge")), Term(("l", "eau"))]),
        ("東京", [Term(("東", "京"))]),
        ("NEAR( OR title:x ^a {b}", [Term(("near",)), Term(("or",)), Term(("title", "x")), Term(("a",)), Term(("b",))]),
        ('"', []),
        ('""', []),
        ("* ** \0 - +", []),
        ("", []),
    ],
)  # fmt: skip
def test_what_a_query_asks(text: str, terms: list[Term]) -> None:
    assert read_query(text) == Asked(tuple(terms))


def test_units_beyond_the_limit_are_not_looked_for_and_that_is_said() -> None:
    words = [f"w{number}" for number in range(MOST_UNITS + 1)]
    assert not read_query(" ".join(words[:-1])).cut
    cut = read_query(" ".join(words))
    assert cut.cut
    assert cut.terms == read_query(" ".join(words[:-1])).terms
    phrase = read_query(f'"{" ".join(words)}"*')
    assert phrase == Asked((Term(tuple(words[:-1])),), cut=True)


@given(st.text())
def test_any_text_can_be_asked(text: str) -> None:
    assert all(term.keys for term in read_query(text).terms)
