"""Comparisons and collations come out of their bytes as they went in, from either side, and never out of damaged ones."""

from collections.abc import Iterator
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from app.compare.collating import collate
from app.compare.collation import Collation
from app.compare.engine import compare, outline
from app.compare.figures.figure import Fact, FactMember, Figure
from app.compare.found import find
from app.compare.mirroring import mirror
from app.compare.quotes.quotation import Quotation, QuoteMember, Utterance
from app.store import packed_collation, packed_comparison
from app.store.packed_collation import Before, pack_collation, unpack_before, unpack_collation
from app.store.packed_comparison import (
    pack_comparison,
    pack_outline,
    unpack_comparison,
    unpack_outline,
)
from app.store.packing import mark
from app.text.document import Document
from tests.compare.comparison_texts import HARBOUR, WIRE, document, documents

quick = settings(max_examples=40, deadline=None)
SAID = Quotation(1, 20, 30, "“Nie”, sagte sie, « никогда »\u2028", speaker="Ö. Ágh", scare=True)
FIGURE = Figure("money", 2, 5, 9, "US$ 5", "USD 5", resolved=True)


@quick
@given(documents, documents)
def test_a_comparison_comes_back_as_it_was(a: Document, b: Document) -> None:
    one = compare(a, b)
    assert unpack_comparison(pack_comparison(one), a, b) == one


@quick
@given(documents, documents)
def test_an_outline_comes_back_as_it_was(a: Document, b: Document) -> None:
    one = outline(a, b)
    assert unpack_outline(pack_outline(one, mark(a) + mark(b)), mark(a) + mark(b)) == one


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
    assert pack_comparison(one) == pack_comparison(mirror(mirror(one)))
    assert pack_collation(told()) == pack_collation(told())


def test_what_was_read_otherwise_is_not_unpacked() -> None:
    a, b = document(HARBOUR), document(WIRE)
    short, pair = pack_outline(outline(a, b), mark(a) + mark(b)), pack_comparison(compare(a, b))
    whole = pack_collation(collate([a, b]))
    for other in (replace(a, language="fr"), replace(a, sentences=a.sentences[:-1])):
        assert unpack_outline(short, mark(other) + mark(b)) is None
        assert unpack_comparison(pair, other, b) is None
        assert unpack_collation(whole, [other, b]) is None
    assert unpack_collation(whole, [b, a]) is None
    assert unpack_collation(whole, [a]) is None


def test_what_a_collation_holds_of_versions_that_are_read_alike_can_be_built_on() -> None:
    texts = [document("She said “not one of the 12 boats” on 4 May."), document(WIRE), document(HARBOUR)]
    whole = collate(texts)
    packed = pack_collation(whole)
    outlines = {(pair.i, pair.j): pair.outline for pair in whole.pairs}
    found = {at: find(text, None) for at, text in enumerate(texts)}
    assert unpack_before(packed, dict(enumerate(texts))) == Before(outlines, found)
    assert unpack_before(packed, {0: texts[0], 2: texts[2]}) == Before(
        {(0, 2): outlines[0, 2]}, {0: found[0], 2: found[2]}
    )
    other = replace(texts[0], language="fr")
    assert unpack_before(packed, {0: other, 1: texts[2], 3: texts[0]}) == Before({}, {})
    assert unpack_before(packed[:-9], {0: texts[0]}) == Before({}, {})


def test_what_pairs_say_beside_their_links_comes_back() -> None:
    texts = [document(HARBOUR), document(WIRE), document(WIRE + "\n\nMore.")]
    whole = collate(texts)
    first, *others = whole.pairs
    told = replace(first, outline=replace(first.outline, coarse=("coarser",), engine="2+a model"))
    made = replace(whole, pairs=(told, *others))
    assert unpack_collation(pack_collation(made), texts) == made


def test_no_byte_can_be_another() -> None:
    a, b = document(HARBOUR), document(WIRE)
    short, pair, whole = (
        pack_outline(outline(a, b), b""),
        pack_comparison(compare(a, b)),
        pack_collation(told()),
    )
    assert unpack_outline(short) is not None
    assert packed_comparison.sound(pair)
    assert packed_collation.sound(whole)
    for damaged in every_damage(short):
        assert unpack_outline(damaged) is None
    for damaged in every_damage(pair):
        assert not packed_comparison.sound(damaged)
    for damaged in every_damage(whole):
        assert not packed_collation.sound(damaged)


def every_damage(held: bytes) -> Iterator[bytes]:
    """Bytes changed one by one, and ends cut off."""
    for at in range(0, len(held), 7):
        yield held[:at] + bytes([held[at] ^ 0x41]) + held[at + 1 :]
        yield held[:at]
