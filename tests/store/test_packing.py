"""Comparisons and collations come out of their bytes as they went in, from either side, and never out of damaged ones."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.compare.collating import collate
from app.compare.collation import Collation
from app.compare.comparison import Comparison
from app.compare.engine import compare
from app.compare.figures.figure import Fact, FactMember, Figure
from app.compare.found import find
from app.compare.mirroring import mirror
from app.compare.outline import outline
from app.compare.quotes.quotation import Quotation, QuoteMember, Utterance
from app.store.packed_collation import pack_collation, unpack_collation, unpack_found
from app.store.packed_comparison import (
    pack_details,
    pack_outline,
    sound,
    unpack_comparison,
    unpack_outline,
)
from app.store.packing import mark
from app.text.document import Document
from tests.compare.comparison_texts import HARBOUR, WIRE, document, documents

quick = settings(max_examples=40, deadline=None)
SAID = Quotation(1, 20, 30, "“Nie”, sagte sie, « никогда »\u2028", speaker="Ö. Ágh", scare=True)
FIGURE = Figure("money", 2, 5, 9, "US$ 5", "USD 5", resolved=True)


def both_marks(one: Comparison) -> bytes:
    return mark(one.a) + mark(one.b)


@quick
@given(documents, documents)
def test_a_comparison_comes_back_as_it_was(a: Document, b: Document) -> None:
    one = compare(a, b)
    held = unpack_outline(pack_outline(outline(one), both_marks(one)), both_marks(one))
    assert held == outline(one)
    assert unpack_comparison(held, pack_details(one), a, b) == one


@quick
@given(documents, documents)
def test_an_outline_is_read_from_its_other_side(a: Document, b: Document) -> None:
    one = compare(a, b)
    packed = pack_outline(outline(one), both_marks(one))
    assert unpack_outline(packed, both_marks(one), mirrored=True) == outline(mirror(one))


@quick
@given(st.lists(documents, max_size=4))
def test_a_collation_comes_back_as_it_was(versions: list[Document]) -> None:
    one = collate(versions)
    assert unpack_collation(pack_collation(one), versions) == one


def told() -> Collation:
    """With quotations, figures, limits and a model's name."""
    one = collate([document(HARBOUR), document(WIRE)])
    return replace(
        one,
        quotes=(Utterance("Ágh", "trimmed", (QuoteMember(0, SAID), QuoteMember(1, SAID)), True),),
        figures=(Fact("money", "conflict", (FactMember(1, FIGURE),)),),
        coarse=("coarser",),
        engine="2+a model",
    )


def test_what_a_collation_says_in_text_comes_back() -> None:
    one = told()
    assert unpack_collation(pack_collation(one), one.documents) == one


def test_bytes_are_the_same_every_time() -> None:
    one = compare(document(HARBOUR), document(WIRE))
    assert pack_details(one) == pack_details(mirror(mirror(one)))
    assert pack_collation(told()) == pack_collation(told())


def test_what_was_read_otherwise_is_not_unpacked() -> None:
    a, b = document(HARBOUR), document(WIRE)
    one = compare(a, b)
    packed = pack_outline(outline(one), both_marks(one))
    whole = collate([a, b])
    for other in (replace(a, language="fr"), replace(a, sentences=a.sentences[:-1])):
        assert unpack_outline(packed, mark(other) + mark(b)) is None
        assert unpack_collation(pack_collation(whole), [other, b]) is None
    assert unpack_collation(pack_collation(whole), [b, a]) is None
    assert unpack_collation(pack_collation(whole), [a]) is None


def test_what_was_found_in_versions_comes_back_for_those_that_are_read_alike() -> None:
    texts = [document("She said “not one of the 12 boats” on 4 May."), document(WIRE), document(HARBOUR)]
    packed = pack_collation(collate(texts))
    assert unpack_found(packed, {0: texts[0], 2: texts[2]}) == {
        0: find(texts[0], None),
        2: find(texts[2], None),
    }
    assert unpack_found(packed, {0: replace(texts[0], language="fr"), 1: texts[2], 3: texts[0]}) == {}
    assert unpack_found(packed[:-9], {0: texts[0]}) == {}


@pytest.fixture(scope="module")
def packed() -> tuple[bytes, bytes, bytes]:
    """An outline, its details, a collation."""
    one = compare(document(HARBOUR), document(WIRE))
    return pack_outline(outline(one), both_marks(one)), pack_details(one), pack_collation(told())


def test_no_byte_can_be_another(packed: tuple[bytes, bytes, bytes]) -> None:
    short, details, whole = packed
    assert sound(short, details)
    assert unpack_collation(whole, None) is not None
    for damaged in every_damage(short):
        assert not sound(damaged, details)
    for damaged in every_damage(details):
        assert not sound(short, damaged)
    for damaged in every_damage(whole):
        assert unpack_collation(damaged, None) is None


def every_damage(held: bytes) -> Iterator[bytes]:
    """Bytes changed one by one, and ends cut off."""
    for at in range(0, len(held), 7):
        yield held[:at] + bytes([held[at] ^ 0x41]) + held[at + 1 :]
        yield held[:at]


def test_details_of_another_comparison_are_found_out(packed: tuple[bytes, bytes, bytes]) -> None:
    assert not sound(packed[0], pack_details(compare(document(HARBOUR), document(HARBOUR))))
