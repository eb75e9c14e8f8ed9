"""Units: what an index holds, and what a query looks for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.text.lookup import UNIT_LIMIT, folded, split_units, unit_text


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Café, CAFÉ, cafe\u0301", "cafe cafe cafe"),
        ("Ærø Łódź İstanbul straße", "aero lodz istanbul strasse"),
        ("Ёлка й", "елка и"),
        ("Ἀθῆναι", "αθηναι"),
        ("أَحْمَد إلى", "احمد الى"),
        ("שָׁלוֹם", "שלום"),
        ("l’eau O'Neill don‘t", "l eau o neill don t"),
        ("storm-surge “gate”", "storm surge gate"),
        ("1,250.5 1.250 1’250 3,5 10:05 16th 5km", "1250.5 1250 1250 3.5 10:05 16th 5km"),
        ("U.S. e.g.", "us e g"),
        ("Ｗｉｄｅ ﬁne ①", "wide fine 1"),
        ("東京都の水門", "東 京 都 の 水 門"),
        ("が か", "が か"),
        ("กรุงเทพ", "ก รุ ง เ ท พ"),
        ("서울에서", "서 울 에 서"),
        ("हिन्दी", "हिन्दी"),
        ("soft\u00adhyphen zero\u200bwidth", "softhyphen zero width"),
        ("", ""),
        ("“—” … !?*", ""),
    ],
)
def test_units(text: str, keys: str) -> None:
    assert unit_text(text) == keys


def test_a_long_unit_is_cut_at_its_limit() -> None:
    assert unit_text("a" * UNIT_LIMIT) == "a" * UNIT_LIMIT
    assert unit_text("a" * (UNIT_LIMIT + 1)) == "a" * UNIT_LIMIT


@given(st.text())
def test_units_stand_where_they_say_and_hold_no_border(text: str) -> None:
    units = split_units(text)
    assert " ".join(units.keys) == unit_text(text)
    at = 0
    for start, end, key in zip(units.starts, units.ends, units.keys, strict=True):
        assert at <= start < end <= len(text)
        at = start
        assert key == "".join(key.split())
        assert not set(key) & set("\"'*()-\0")


@given(st.text())
def test_what_is_folded_stays_as_it_is(text: str) -> None:
    assert folded(folded(text)) == folded(text)
