"""Collations of many versions: a case with expected statements, and what holds for any versions in any order."""

import json
from dataclasses import replace
from itertools import combinations, permutations
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.compare.collating import MOST_VERSIONS, collate, outlines_of
from app.compare.collation import Collation, select
from app.compare.engine import compare, outline
from app.compare.found import find, found_before
from app.ingest.files import read_files
from app.ingest.item import Item
from app.text.document import Document, read_document
from tests.compare.comparison_texts import HARBOUR, WIRE, document, documents

CASE = Path(__file__).parent.parent / "cases" / "collation"
NAMES = ("wire", "morning", "evening", "local")
FLOORS = {"precision": 0.75, "recall": 0.7}

quick = settings(max_examples=25, deadline=None)
Pair = tuple[tuple[str, int], tuple[str, int]]


def version(name: str) -> Document:
    (item,) = read_files([str(CASE / f"{name}.txt")])
    assert isinstance(item, Item)
    return read_document(item.content, language="en")


def pairs(statements: list[dict[str, list[int]]]) -> set[Pair]:
    """Every two sentences of different versions that stand in one statement."""
    found = set()
    for members in statements:
        places = [(name, sentence) for name, held in members.items() for sentence in held]
        found |= {(one, other) for one, other in combinations(sorted(places), 2) if one[0] != other[0]}
    return found


def test_one_event_in_four_versions() -> None:
    collation = collate([version(name) for name in NAMES])
    expected = pairs([one["members"] for one in json.loads((CASE / "statements.json").read_text("utf-8"))])
    found = pairs([{NAMES[v]: list(held) for v, held in one.members} for one in collation.statements])
    assert len(found & expected) >= FLOORS["precision"] * len(found)
    assert len(found & expected) >= FLOORS["recall"] * len(expected)


def test_a_sentence_that_says_two_things_stands_in_two_statements() -> None:
    """The evening's one sentence on the closed line and the buses answers to two sentences of the wire."""
    collation = collate([version("wire"), version("evening")])
    holding = [dict(one.members) for one in collation.statements if 3 in dict(one.members).get(1, ())]
    assert {held for members in holding for held in members[0]} == {4, 5}


def renumbered(collation: Collation, order: tuple[int, ...]) -> tuple[object, ...]:
    """What a collation says, with the numbers that its versions have once they stand in `order`."""
    at = {version: k for k, version in enumerate(order)}
    similarity = tuple(tuple(collation.similarity[i][j] for j in order) for i in order)
    statements = [
        sorted((at[version], held) for version, held in statement.members)
        for statement in collation.statements
    ]
    return similarity, statements, collation.coarse


def plain(collation: Collation) -> tuple[object, ...]:
    return renumbered(collation, tuple(range(len(collation.documents))))


def test_another_order_of_the_case_changes_numbers_alone() -> None:
    versions = [version(name) for name in NAMES]
    first = collate(versions)
    for order in permutations(range(len(versions))):
        assert plain(collate([versions[k] for k in order])) == renumbered(first, order)


@quick
@given(st.lists(documents, min_size=2, max_size=4), st.randoms(use_true_random=False))
def test_another_order_changes_numbers_alone(versions: list[Document], random: Random) -> None:
    versions = [*versions, versions[0]]  # the same version twice is one of the things that may come
    order = list(range(len(versions)))
    random.shuffle(order)
    first = collate(versions)
    assert plain(collate([versions[k] for k in order])) == renumbered(first, tuple(order))


@quick
@given(st.lists(documents, max_size=4))
def test_every_sentence_stands_in_a_statement(versions: list[Document]) -> None:
    collation = collate(versions)
    held = {(v, k) for one in collation.statements for v, sentences in one.members for k in sentences}
    assert held == {(v, k) for v, one in enumerate(versions) for k in range(len(one.sentences))}
    for one in collation.statements:
        assert [v for v, _ in one.members] == sorted({v for v, _ in one.members})
        assert all(sentences == tuple(sorted(set(sentences))) != () for _, sentences in one.members)
        assert one.coverage == len(one.members)
    size = range(len(versions))
    for i in size:
        assert collation.similarity[i][i] == 1.0
        for j in size:
            assert collation.similarity[i][j] == collation.similarity[j][i]


def test_similarity_is_what_two_versions_share() -> None:
    a, b = document(HARBOUR), document(WIRE)
    assert collate([a, b]).similarity[0][1] == compare(a, b).summary.shared


def test_the_same_version_twice_has_the_same_sentences_in_every_statement() -> None:
    collation = collate([document(HARBOUR), document(WIRE), document(HARBOUR)])
    assert collation.similarity[0][2] == 1.0
    for one in collation.statements:
        members = dict(one.members)
        assert members.get(0) == members.get(2)


def test_statements_go_by_where_the_versions_have_them() -> None:
    a, b = document(HARBOUR), document(HARBOUR)
    assert [dict(one.members)[0] for one in collate([a, b]).statements] == [
        (k,) for k in range(len(a.sentences))
    ]


def test_the_most_versions_and_one_more() -> None:
    few = [document("It rained."), document("It snowed.")]
    versions = [few[k % 2] for k in range(MOST_VERSIONS + 1)]
    assert len(collate(versions[:-1]).documents) == MOST_VERSIONS
    with pytest.raises(ValueError, match="51 versions; a collation takes 50"):
        collate(versions)


@quick
@given(st.lists(documents, min_size=1, max_size=4), st.randoms(use_true_random=False))
def test_all_versions_in_another_order_are_the_collation_of_that_order(
    versions: list[Document], random: Random
) -> None:
    versions = [*versions, versions[0]]
    order = list(range(len(versions)))
    random.shuffle(order)
    chosen = select(collate(versions), order)
    other = collate([versions[k] for k in order])
    assert chosen.pairs == other.pairs
    assert chosen.similarity == other.similarity
    assert [one.members for one in chosen.statements] == [one.members for one in other.statements]


@quick
@given(st.lists(documents, min_size=3, max_size=4))
def test_some_versions_keep_what_they_say_and_nothing_said_twice(versions: list[Document]) -> None:
    whole = collate(versions)
    chosen = select(whole, [2, 0])
    places = [{(v, k) for v, said in one.members for k in said} for one in chosen.statements]
    for at, version in enumerate([2, 0]):
        count = len(versions[version].sentences)
        assert {k for held in places for v, k in held if v == at} == set(range(count))
    assert not any(one <= other for one, other in permutations(places, 2))


@quick
@given(st.lists(documents, min_size=2, max_size=3))
def test_an_outline_is_a_comparison_without_changes(versions: list[Document]) -> None:
    pairs = list(combinations(range(len(versions)), 2))
    for (i, j), held in outlines_of(versions, pairs):
        whole = compare(versions[i], versions[j])
        assert list(held.links) == [replace(link, changes=()) for link in whole.links]
        assert (held.shared, held.engine) == (whole.summary.shared, whole.engine)
        assert held.mirrored() == outline(versions[j], versions[i])


@quick
@given(st.lists(documents, min_size=1, max_size=4), st.randoms(use_true_random=False))
def test_what_is_known_of_pairs_changes_nothing_however_it_comes(
    versions: list[Document], random: Random
) -> None:
    versions = [*versions, versions[0]]
    pairs = list(combinations(range(len(versions)), 2))
    random.shuffle(pairs)
    known = dict(outlines_of(versions, pairs[len(pairs) // 3 :]))
    assert collate(versions, known=known) == collate(versions)


def test_a_pair_that_is_known_is_not_compared_again() -> None:
    versions = [document(HARBOUR), document(WIRE)]
    claimed = replace(outline(*versions), shared=0.25)
    assert collate(versions, known={(0, 1): claimed}).similarity[0][1] == 0.25


FIGURED = (
    "It was Thursday. {} people and “{} ships” left the port, “and {} more follow”, she said on 4 May.".format
)


@quick
@given(st.lists(documents, min_size=1, max_size=4), st.lists(st.integers(1, 3), max_size=4))
def test_what_was_found_in_versions_before_changes_nothing(
    versions: list[Document], counts: list[int]
) -> None:
    versions = [*versions, *[document(FIGURED(count, count + 1, count % 2)) for count in counts]]
    dates = [None, *["2024-05-17"] * (len(versions) - 1)]
    before = collate(versions[:-1], published=dates[:-1])
    found = found_before(before.quotes, before.figures, len(versions) - 1)
    assert found == [find(*one) for one in zip(versions[:-1], dates, strict=False)]
    whole = collate(versions, published=dates)
    assert collate(versions, published=dates, found=dict(enumerate(found))) == whole
