"""Whole comparisons: what is linked, as what, and what holds for any two texts."""

import unicodedata
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.compare.comparison import Change, Comparison, Link, Summary
from app.compare.engine import compare, compare_sentences
from app.text.content import Block, Content
from app.text.document import Document, read_document, read_sentence
from tests.compare.comparison_texts import HARBOUR, WIRE, document, documents, sentences, wild

quick = settings(max_examples=60, deadline=None)
MIRRORED = {"equal": "equal", "delete": "insert", "insert": "delete", "replace": "replace"}


def kinds(comparison: Comparison) -> list[tuple[tuple[int, ...], tuple[int, ...], str, bool]]:
    return [(link.a, link.b, link.kind, link.moved) for link in comparison.links]


def mirrored_change(change: Change) -> tuple[object, ...]:
    return MIRRORED[change.op], change.b_start, change.b_end, change.a_start, change.a_end


def mirrored_link(link: Link) -> tuple[object, ...]:
    return link.b, link.a, link.kind, link.score, link.moved, tuple(map(mirrored_change, link.changes))


def plain_change(change: Change) -> tuple[object, ...]:
    return change.op, change.a_start, change.a_end, change.b_start, change.b_end


def plain_link(link: Link) -> tuple[object, ...]:
    return link.a, link.b, link.kind, link.score, link.moved, tuple(map(plain_change, link.changes))


def joined(changes: tuple[Change, ...], a: str, b: str) -> tuple[str, str]:
    left = "".join(a[change.a_start : change.a_end] for change in changes)
    right = "".join(b[change.b_start : change.b_end] for change in changes)
    return left, right


def span_text(side: Document, run: tuple[int, ...]) -> str:
    return side.text[side.sentences[run[0]].start : side.sentences[run[-1]].end]


def assert_valid(comparison: Comparison) -> None:
    a, b = comparison.a, comparison.b
    assert [(link.a, link.b) for link in comparison.links] == sorted((x.a, x.b) for x in comparison.links)
    for link in comparison.links:
        for run, side in ((link.a, a), (link.b, b)):
            assert run == tuple(range(run[0], run[-1] + 1))
            assert run[-1] < len(side.sentences)
        assert 0 < link.score <= 1
        assert (link.kind == "verbatim") == (link.score == 1.0)
        assert bool(link.changes) == (link.kind != "reworded")
        if link.changes:
            assert joined(link.changes, a.text, b.text) == (span_text(a, link.a), span_text(b, link.b))
            assert_runs(link.changes)
    linked_a = {i for link in comparison.links for i in link.a}
    linked_b = {j for link in comparison.links for j in link.b}
    assert linked_a | set(comparison.only_a) == set(range(len(a.sentences)))
    assert linked_b | set(comparison.only_b) == set(range(len(b.sentences)))
    assert linked_a.isdisjoint(comparison.only_a)
    assert linked_b.isdisjoint(comparison.only_b)
    summary = comparison.summary
    assert all(
        0 <= share <= 1 for share in (summary.shared, summary.verbatim, summary.only_a, summary.only_b)
    )
    assert summary.moved == sum(link.moved for link in comparison.links)


def assert_runs(changes: tuple[Change, ...]) -> None:
    for change in changes:
        in_a, in_b = change.a_end > change.a_start, change.b_end > change.b_start
        assert change.op in (("replace", "equal") if in_a and in_b else ("delete",) if in_a else ("insert",))
        assert in_a or in_b
    assert all(one.op != other.op for one, other in pairwise(changes))


def test_a_text_against_itself_is_verbatim_and_in_order() -> None:
    comparison = compare(document(HARBOUR), document(HARBOUR))
    assert kinds(comparison) == [((k,), (k,), "verbatim", False) for k in range(6)]
    assert comparison.summary == Summary(
        1.0, 1.0, only_a=0.0, only_b=0.0, moved=0, reused_a=1.0, reused_b=1.0
    )


def test_two_reports_of_one_event_share_facts_not_words() -> None:
    a, b = document(HARBOUR), document(WIRE)
    comparison = compare(a, b)
    assert_valid(comparison)
    pairs = {(i, j) for link in comparison.links for i in link.a for j in link.b}
    assert (0, 0) in pairs or (0, 1) in pairs
    assert 2 not in comparison.only_b
    assert sentences(b).index("It was raining in the hills.") in comparison.only_b


def test_an_edited_sentence_shows_its_words() -> None:
    old = "The council voted 7 to 4 on Tuesday to close the old bridge to lorries."
    new = "The council voted 8 to 4 on Tuesday to close the old bridge to all lorries."
    comparison = compare(document(old), document(new))
    (link,) = comparison.links
    assert link.kind == "edited"
    shown = [
        (change.op, old[change.a_start : change.a_end], new[change.b_start : change.b_end])
        for change in link.changes
        if change.op != "equal"
    ]
    assert shown == [("replace", "7", "8"), ("insert", "", "all ")]


def test_a_split_sentence_is_one_link() -> None:
    old = (
        "The mill shut in March after ninety years, and its forty weavers have been offered work in Dunmere."
    )
    new = "The mill shut in March after ninety years. Its forty weavers have been offered work in Dunmere."
    comparison = compare(document(old), document(new))
    assert kinds(comparison) == [((0,), (0, 1), "edited", False)]
    assert kinds(compare(document(new), document(old))) == [((0, 1), (0,), "edited", False)]


def shown_changes(comparison: Comparison) -> str:
    """The words of the only link, as one line: [-cut-], {+added+}."""
    (link,) = comparison.links
    a, b = comparison.a.text, comparison.b.text
    line = ""
    for change in link.changes:
        old, new = a[change.a_start : change.a_end], b[change.b_start : change.b_end]
        line += (
            old if change.op == "equal" else (f"[-{old}-]" if old else "") + (f"{{+{new}+}}" if new else "")
        )
    return line


def test_a_sentence_dropped_from_a_quotation_is_cut() -> None:
    old = (
        "“The crane had stood idle since the autumn storms. Nobody in the yard had dared to sign the papers for it,” "
        "Hollin told the committee on Tuesday."
    )
    new = "“The crane had stood idle since the autumn storms,” Hollin told the committee on Tuesday."
    comparison = compare(document(old), document(new))
    assert kinds(comparison) == [((0, 1), (0,), "edited", False)]
    assert shown_changes(comparison) == (
        "“The crane had stood idle since the autumn storms[-. Nobody in the yard had dared to sign the papers for it-],” "
        "Hollin told the committee on Tuesday."
    )
    assert kinds(compare(document(new), document(old))) == [((0,), (0, 1), "edited", False)]


def test_a_neighbour_with_a_counterpart_of_its_own_is_not_joined() -> None:
    old = "“The crane stood idle all autumn. Nobody dared to sign the papers for that machine,” Hollin said."
    new = "“The crane stood idle all autumn,” Hollin said. Nobody had dared to sign papers for that machine."
    assert [(link.a, link.b) for link in compare(document(old), document(new)).links] == [
        ((0,), (0,)),
        ((1,), (1,)),
    ]


def with_heading(heading: str, paragraph: str) -> Document:
    return read_document(Content((Block("heading", heading), Block("paragraph", paragraph))), language="en")


def test_a_heading_is_no_counterpart_of_a_sentence() -> None:
    a = with_heading("Waiting for the spring tide", "Ferries resume on Monday.")
    b = document("A wall of 44 panels should be up by Thursday, a day before the next spring tide.")
    assert compare(a, b).links == ()


def test_a_heading_answers_to_a_heading_or_the_same_words() -> None:
    a = with_heading("Waiting for the spring tide", "Ferries resume on Monday.")
    b = with_heading("Still waiting for the spring tide", "Nothing else was said.")
    assert [(link.a, link.b) for link in compare(a, b).links] == [((0,), (0,))]
    c = document("They waited another week for it to come.\n\nWaiting for the next spring tide")
    assert [(link.a, link.b) for link in compare(a, c).links] == [((0,), (1,))]


def test_the_same_words_cut_into_other_sentences_are_verbatim() -> None:
    words = "the mill shut in March after ninety years and its weavers found work in Dunmere"
    one = read_document(Content((Block("heading", words),)), language="en")
    two = read_document(
        Content((Block("heading", words[:46].strip()), Block("heading", words[46:].strip()))), language="en"
    )
    (link,) = compare(one, two).links
    assert (link.a, link.b, link.kind, link.score) == ((0,), (0, 1), "verbatim", 1.0)


def test_a_moved_paragraph_moves_as_one_and_the_rest_stays() -> None:
    parts = [
        f"Witness number {k} told the court about the {noun}. It took {k} hours to hear."
        for k, noun in enumerate(["ladder", "lantern", "ledger", "locket", "lorry", "lute"], start=1)
    ]
    comparison = compare(document("\n\n".join(parts)), document("\n\n".join([*parts[1:], parts[0]])))
    assert {link.kind for link in comparison.links} == {"verbatim"}
    assert [link.a for link in comparison.links if link.moved] == [(0,), (1,)]
    assert comparison.summary.moved == 2


def test_unlike_texts_share_nothing() -> None:
    comparison = compare(
        document("Rain fell on the northern moors."), document("Two banks merged yesterday.")
    )
    assert comparison.links == ()
    assert comparison.summary == Summary(
        0.0, 0.0, only_a=1.0, only_b=1.0, moved=0, reused_a=0.0, reused_b=0.0
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The “old” mayor’s café – closed.", 'The "old" mayor\'s cafe\u0301 - closed.'),
        ("He waited… then left.", "He waited... then left."),
        ("Ten\u00a0ships \u200bsailed.", "Ten ships sailed."),
    ],
)
def test_typesetting_is_no_change(old: str, new: str) -> None:
    comparison = compare(document(old), document(new))
    assert [(link.kind, [change.op for change in link.changes]) for link in comparison.links] == [
        ("verbatim", ["equal"])
    ]


def test_case_is_a_change() -> None:
    (link,) = compare(
        document("The Senate met on Monday at noon."), document("The senate met on Monday at noon.")
    ).links
    assert link.kind == "edited"
    assert [change.op for change in link.changes] == ["equal", "replace", "equal"]


@pytest.mark.parametrize(
    ("a", "b", "links"),
    [
        ("", "", 0),
        ("A tug sank.", "", 0),
        ("", "A tug sank.", 0),
        ("A tug sank.", "Sailing. Swimming. Fun.", 1),
    ],
)
def test_sentences_are_linked_whenever_there_are_two(a: str, b: str, links: int) -> None:
    comparison = compare_sentences(read_sentence(a, language="en"), read_sentence(b, language="en"))
    assert_valid(comparison)
    assert len(comparison.links) == links
    assert all(link.changes for link in comparison.links)


def test_titles_are_compared_as_offsets_into_them() -> None:
    a, b = (
        document("A tug sank.", title="Tug sinks in bay"),
        document("A tug sank.", title="Tug founders in bay"),
    )
    changes = compare(a, b).title_changes
    assert joined(changes, "Tug sinks in bay", "Tug founders in bay") == (
        "Tug sinks in bay",
        "Tug founders in bay",
    )
    assert [change.op for change in changes] == ["equal", "replace", "equal"]
    assert compare(a, document("A tug sank.")).title_changes == ()


def test_headings_only() -> None:
    side = read_document(Content((Block("heading", "Weather"), Block("heading", "Sport"))), language="en")
    assert_valid(compare(side, side))
    assert len(compare(side, side).links) == 2


@quick
@given(documents, documents)
def test_any_two_documents_compare(a: Document, b: Document) -> None:
    assert_valid(compare(a, b))


@quick
@given(documents, documents)
def test_swapping_the_sides_mirrors_everything(a: Document, b: Document) -> None:
    one, other = compare(a, b), compare(b, a)
    assert sorted(map(plain_link, other.links), key=repr) == sorted(map(mirrored_link, one.links), key=repr)
    assert (other.only_a, other.only_b) == (one.only_b, one.only_a)
    assert [*map(plain_change, other.title_changes)] == [*map(mirrored_change, one.title_changes)]
    left, right = one.summary, other.summary
    assert (left.shared, left.verbatim, left.moved) == (right.shared, right.verbatim, right.moved)
    assert (left.only_a, left.only_b) == (right.only_b, right.only_a)


@quick
@given(documents)
def test_any_document_against_itself_is_verbatim(side: Document) -> None:
    comparison = compare(side, side)
    assert kinds(comparison) == [((k,), (k,), "verbatim", False) for k in range(len(side.sentences))]
    summary = replace(comparison.summary, reused_a=1.0, reused_b=1.0)  # five words are no reuse
    assert summary == Summary(1.0, 1.0, only_a=0.0, only_b=0.0, moved=0, reused_a=1.0, reused_b=1.0)


@quick
@given(st.text(alphabet="aéñçåü ộ.,’", max_size=60))
def test_composed_and_decomposed_accents_are_the_same(text: str) -> None:
    composed, decomposed = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    comparison = compare_sentences(
        read_sentence(composed, language="fr"), read_sentence(decomposed, language="fr")
    )
    assert all(link.kind == "verbatim" for link in comparison.links)


@quick
@given(wild, wild)
def test_any_two_sentences_compare(a: str, b: str) -> None:
    comparison = compare_sentences(read_sentence(a, language="en"), read_sentence(b, language="en"))
    assert_valid(comparison)
    assert len(comparison.links) == bool(a.strip() and b.strip())
