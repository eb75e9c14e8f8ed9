"""Text cut to a length."""

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from app.web.directions import isolated
from app.web.sharing.cut import shortened


@pytest.mark.parametrize(
    ("text", "limit", "cut"),
    [
        ("", 10, ""),
        ("The barrier held", 16, "The barrier held"),
        ("The barrier held", 15, "The barrier …"),
        ("The  barrier\nheld ", 16, "The barrier held"),
        ("Unbelievablylongword", 10, "Unbeliev…"),
        ("A unbelievablylongword", 12, "A unbeliev…"),
        ("cafe\u0301cafe\u0301cafe\u0301", 7, "cafe\u0301…"),
        ("ab👩‍👩‍👧‍👦cd", 8, "ab…"),
        ("水門が故障した", 6, "水門が故…"),
        ("e" + "\u0301" * 50, 10, "e" + "\u0301" * 7 + "…"),
    ],
)
def test_it_is_cut_where_a_reader_would(text: str, limit: int, cut: str) -> None:
    assert shortened(text, limit) == cut
    assert len(cut) <= limit


@given(st.text(), st.integers(4, 60))
def test_it_is_one_line_within_the_limit_that_begins_as_the_text_does(text: str, limit: int) -> None:
    cut = shortened(text, limit)
    assert len(cut) <= limit
    assert not regex.search(r"[\n\r\t\x00-\x1f\u2028\u2029]", cut)
    whole = shortened(text, len(text) + 4)
    assert cut == whole or whole.startswith(cut.removesuffix("…").rstrip())
    assert shortened(cut, limit) == cut


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("", ""),
        ("The Ledger", "The Ledger"),
        ("المرفأ", "\u2068المرفأ\u2069"),
        ("\u202ex", "\u2068\u202ex\u2069"),
    ],
)
def test_what_may_run_from_right_to_left_is_kept_apart(text: str, alone: str) -> None:
    assert isolated(text) == alone
