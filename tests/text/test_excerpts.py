"""Excerpts show where a text has what was looked for, and give its signs as they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.text.asking import read_query
from app.text.excerpts import LONGEST, LOOKED_AT, STRETCHES, Excerpt, excerpts, marked


def shown(excerpt: Excerpt) -> str:
    return "".join(f"[{piece.text}]" if piece.found else piece.text for piece in excerpt)


@pytest.mark.parametrize(
    ("text", "query", "expected"),
    [
        ("The Gate held", "gate", "The [Gate] held"),
        ("Café Gate", "cafe*", "[Café] Gate"),
        ("flooding floods", "flood*", "[flooding] [floods]"),
        ("The gate held. Gate the held", '"the gate"', "[The gate] held. Gate the held"),
        ("Hard by l’eau", "eau", "Hard by l’[eau]"),
        ("東京都の水門", "水門", "東京都の[水門]"),
        ("<b>gate</b>", "b", "<[b]>gate</[b]>"),
        ("the gate held for long", '"the gate held" "held for"', "[the gate held][ for] long"),
        ("nothing", "gate", "nothing"),
        ("", "gate", ""),
    ],
)
def test_a_title_is_whole_with_what_was_found(text: str, query: str, expected: str) -> None:
    assert shown(marked(text, read_query(query))) == expected


def test_stretches_show_different_terms_in_the_order_of_the_text() -> None:
    filling = "word " * 60
    blocks = [f"{filling}gate {filling}", f"gate {filling} gate {filling}", f"{filling}tide {filling}"]
    found = [shown(one) for one in excerpts(blocks, read_query("tide gate"))]
    assert len(found) == STRETCHES
    assert [(one[0], one[-2:]) for one in found] == [("…", "d…"), ("…", "d…")]
    assert ["[gate]" in one for one in found] == [True, False]
    assert ["[tide]" in one for one in found] == [False, True]


def test_where_only_the_title_matches_the_text_begins() -> None:
    assert [shown(one) for one in excerpts(["", "The tide came."], read_query("gate"))] == ["The tide came."]
    assert excerpts([], read_query("gate")) == ()


def test_a_match_beyond_what_is_looked_at_is_not_shown() -> None:
    near = "x " * (LOOKED_AT // 2 - 2) + "gate"
    assert "[gate]" in shown(excerpts([near], read_query("gate"))[0])
    assert "[gate]" not in shown(excerpts([f"xx{near}"], read_query("gate"))[0])


@given(st.lists(st.text(max_size=300), max_size=4), st.text(max_size=20))
def test_an_excerpt_is_a_stretch_of_a_block(blocks: list[str], query: str) -> None:
    for excerpt in excerpts(blocks, read_query(query)):
        text = "".join(piece.text for piece in excerpt)
        assert any(text.removeprefix("…").removesuffix("…") in block or text in block for block in blocks)
        assert len(text) <= LONGEST + 2
