"""Which sentences meet over which terms, and which pairs are candidates, against plain loops over all pairs."""

from collections import Counter
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.compare import sharing
from app.compare.limits import FEWER_KEPT, IN_STEP, Limits
from app.compare.reading import read_sentences
from app.compare.sharing import Cells, Meetings, candidates, meetings
from app.compare.terms import Side, Texts, number_terms
from app.text.document import Document
from app.text.words import Flags
from tests.compare.comparison_texts import HARBOUR, WIRE, document, documents, newsy

texts_of_few_words = st.tuples(newsy, newsy).map(lambda two: numbered(document(two[0]), document(two[1])))
few = settings(max_examples=50)
Met = set[tuple[int, int, int]]


def numbered(a: Document, b: Document) -> Texts:
    return number_terms(read_sentences(a, stemmed=True), read_sentences(b, stemmed=True))


def everything(side: Side) -> Flags:
    return np.ones(len(side.reading), np.bool_)


def held(side: Side, left: Flags) -> dict[int, set[int]]:
    """The terms of every sentence that is left."""
    found: dict[int, set[int]] = {k: set() for k in range(len(left)) if left[k]}
    for sentence, term in zip(side.held_sentence.tolist(), side.held_term.tolist(), strict=True):
        if left[sentence]:
            found[sentence].add(term)
    return found


def brute(texts: Texts, left_a: Flags, left_b: Flags) -> Met:
    """Every pair that is left, with each term that has a weight and stands in both."""
    of_a, of_b = held(texts.a, left_a), held(texts.b, left_b)
    return {
        (i, j, term) for i, j in product(of_a, of_b) for term in of_a[i] & of_b[j] if texts.weights[term] > 0
    }


def weighty(met: Meetings, texts: Texts) -> list[tuple[int, int, int]]:
    triples = zip(met.i.tolist(), met.j.tolist(), met.term.tolist(), strict=True)
    return [triple for triple in triples if texts.weights[triple[2]] > 0]


@few
@given(texts_of_few_words, st.integers(0, 7))
def test_meetings_are_the_intersections_of_all_pairs(texts: Texts, gone: int) -> None:
    left_a, left_b = everything(texts.a), everything(texts.b)
    left_a[gone::3] = left_b[1 + gone :: 4] = False
    limits = Limits()
    found = weighty(meetings(texts, left_a, left_b, limits), texts)
    assert len(found) == len(set(found))
    assert set(found) == brute(texts, left_a, left_b)
    assert limits.reasons() == ()


@few
@given(texts_of_few_words)
def test_a_meeting_says_where_its_term_first_stands(texts: Texts) -> None:
    met = meetings(texts, everything(texts.a), everything(texts.b), Limits())
    for side, sentences, places in ((texts.a, met.i, met.place_a), (texts.b, met.j, met.place_b)):
        assert np.array_equal(side.reading.sentence_of[places], sentences)
    weights = texts.weights[met.term]
    assert np.all(np.diff(weights) >= 0)  # common ones first


@few
@given(texts_of_few_words)
def test_the_budget_of_steps_ends_where_it_says(texts: Texts) -> None:
    every = everything(texts.a), everything(texts.b)
    steps = len(meetings(texts, *every, Limits()).i)
    for budget, reasons in ((steps, ()), (steps - 1, (IN_STEP,) if steps else ())):
        limits = Limits()
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(sharing, "MAX_STEPS", max(budget, 0))
            met = meetings(texts, *every, limits)
        assert limits.reasons() == reasons
        assert len(met.i) <= steps


@few
@given(texts_of_few_words)
def test_without_steps_terms_are_followed_from_the_kth_to_the_kth(texts: Texts) -> None:
    every = everything(texts.a), everything(texts.b)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sharing, "MAX_STEPS", 0)
        found = weighty(meetings(texts, *every, Limits()), texts)
    of_a, of_b = held(texts.a, every[0]), held(texts.b, every[1])
    rows = {term: [i for i in of_a if term in of_a[i]] for term in range(len(texts.weights))}
    columns = {term: [j for j in of_b if term in of_b[j]] for term in range(len(texts.weights))}
    wanted = {
        (i, j, term)
        for term in rows
        if texts.weights[term] > 0
        for i, j in zip(rows[term], columns[term], strict=False)
    }
    assert set(found) == wanted


ENTRIES = st.lists(
    st.tuples(st.integers(0, 3), st.integers(0, 4), st.integers(1, 50).map(float)), min_size=1, max_size=12
)


@given(ENTRIES)
def test_cells_answer_the_same_dense_and_sparse(entries: list[tuple[int, int, float]]) -> None:
    i, j = (np.array([entry[at] for entry in entries], np.int64) for at in (0, 1))
    values = np.array([entry[2] for entry in entries])
    made = []
    for most in (20, 19):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(sharing, "MAX_CELLS", most)
            made.append(Cells(i, j, values, 4, 5))
    dense, sparse = made
    assert (dense._table is None, sparse._table is None) == (False, True)
    rows, columns = (np.array(axis) for axis in zip(*product(range(-1, 5), range(-1, 6)), strict=True))
    total: Counter[tuple[int, int]] = Counter()
    for row, column, value in entries:
        total[row, column] += int(value)
    wanted = [total[row, column] for row, column in zip(rows.tolist(), columns.tolist(), strict=True)]
    assert dense.at(rows, columns).tolist() == sparse.at(rows, columns).tolist() == wanted
    held = sorted(pair for pair, value in total.items() if value)
    for cells in made:
        filled = zip(*(column.tolist() for column in cells.filled()), strict=True)
        assert list(filled) == [(*pair, total[pair]) for pair in held]


def shares(texts: Texts) -> tuple[Cells, dict[tuple[int, int], float]]:
    """What all pairs share; and for each how much, against what both weigh."""
    met = meetings(texts, everything(texts.a), everything(texts.b), Limits())
    cells = Cells(met.i, met.j, texts.weights[met.term], len(texts.a.reading), len(texts.b.reading))
    i, j, values = cells.filled()
    share = values / np.sqrt(texts.a.weights[i] * texts.b.weights[j])
    return cells, dict(zip(zip(i.tolist(), j.tolist(), strict=True), share.tolist(), strict=True))


@few
@given(texts_of_few_words, st.integers(1, 3))
def test_candidates_are_the_best_of_every_sentence(texts: Texts, kept: int) -> None:
    cells, share = shares(texts)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sharing, "PER_SENTENCE", kept)
        i, j = candidates(texts, cells, Limits())
    found = list(zip(i.tolist(), j.tolist(), strict=True))
    assert found == sorted(set(found))
    wanted = set()
    for axis in (0, 1):
        for sentence in {pair[axis] for pair in share}:
            own = sorted((p for p in share if p[axis] == sentence), key=lambda pair: (-share[pair], pair))
            wanted.update(own[:kept])
    assert set(found) == wanted


def test_of_many_sentences_fewer_are_kept_and_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = numbered(document(HARBOUR), document(WIRE))
    cells, share = shares(texts)
    limits = Limits()
    whole, _ = candidates(texts, cells, limits)
    assert limits.reasons() == ()
    monkeypatch.setattr(sharing, "MAX_KEPT", 0)
    few, _ = candidates(texts, cells, limits)
    assert limits.reasons() == (FEWER_KEPT,)
    assert 0 < len(few) < len(whole) <= len(share)


@few
@given(documents, documents)
def test_any_two_texts_can_be_numbered(a: Document, b: Document) -> None:
    texts = numbered(a, b)
    assert np.all(texts.weights >= 0)
    assert len(texts.weights) == len(texts.names) == len(texts.figures)
    for side in (texts.a, texts.b):
        assert np.all(side.weights > 0)
        assert len(side.weights) == len(side.reading) == len(side.first) - 1
        assert side.first[-1] == len(side.reading.sentence_of)
