"""Meanings: what they have to be, and that a comparison takes them as it takes all else."""

from random import Random
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.compare.collating import collate
from app.compare.comparison import ENGINE, engine_with
from app.compare.engine import compare
from app.compare.meaning import Meaning, Meanings
from app.compare.mirroring import mirror
from app.text.clauses import split_clauses
from app.text.content import Block, Content
from app.text.document import Document, read_document

SENTENCES = (
    "The ferry Adler sank at dawn, the harbour master said, and nobody was hurt.",
    "A boat went down early in the morning.",
    "Nobody was hurt, the master of the harbour told reporters; the crew had swum ashore.",
    "The council meets on Friday.",
    "It sank at dawn.",
)


def article(*sentences: str) -> Document:
    return read_document(Content(blocks=tuple(Block("paragraph", one) for one in sentences)), language="en")


def made_up(document: Document, seed: int = 0, model: str = "m") -> Meaning:
    """Vectors that a sentence's own text decides on, of 8 dimensions."""
    clauses = split_clauses(document)
    words = document.words.keys
    sentences = [words[one.first_word : one.last_word] for one in document.sentences]
    parts = [words[one.first : one.last] for one in clauses]
    return Meaning(
        np.array([_vector(one, seed) for one in sentences], np.float32).reshape(-1, 8),
        np.array([_vector(one, seed) for one in parts], np.float32).reshape(-1, 8),
        np.array([one.sentence for one in clauses], np.int32),
        model,
    )


def _vector(words: tuple[str, ...], seed: int) -> Any:
    numbers = [sum(map(ord, word)) + seed for word in words]
    vector = np.random.default_rng(numbers).normal(size=8)
    return vector / np.linalg.norm(vector)


def unit(rows: int, dimensions: int = 2) -> Any:
    return np.eye(dimensions, dtype=np.float32)[[0] * rows]


def order(*numbers: int) -> Any:
    return np.array(numbers, np.int32)


WRONG: dict[str, tuple[dict[str, Any], str]] = {
    "no rows": ({"sentences": np.ones(2, np.float32)}, r"sentences have to be rows of float32, not float32 \(2,\)"),
    "no dimensions": ({"clauses": unit(3)[:, :0]}, r"clauses have to be rows of float32, not float32 \(3, 0\)"),
    "double": ({"clauses": unit(3).astype(np.float64)}, "clauses have to be rows of float32, not float64"),
    "length": ({"sentences": unit(2) * np.float32(1.1)}, "sentences have to be of length 1 or 0"),
    "no number": ({"clauses": unit(3) * np.float32("nan")}, "clauses have to be of length 1 or 0"),
    "dimensions": ({"clauses": unit(3, 3)}, "sentences have 2 dimensions, clauses 3"),
    "clause without a sentence": ({"clause_of": order(0, 1)}, r"clause_of has to be 3 int32, not \(2,\)"),
    "kind of number": ({"clause_of": np.array([0, 1, 1])}, "clause_of has to be 3 int32"),
    "sentence without a clause": ({"clause_of": order(0, 0, 0)}, "every sentence"),
    "sentence that is not there": ({"clause_of": order(0, 1, 2)}, "every sentence"),
    "order": ({"clause_of": order(1, 0, 0)}, "ascending"),
}  # fmt: skip


@pytest.mark.parametrize(("changed", "message"), WRONG.values(), ids=WRONG.keys())
def test_a_meaning_of_another_form_is_refused(changed: dict[str, Any], message: str) -> None:
    fine: dict[str, Any] = {
        "sentences": unit(2),
        "clauses": unit(3),
        "clause_of": order(0, 1, 1),
        "model": "m",
    }
    Meaning(**fine)
    with pytest.raises(ValueError, match=message):
        Meaning(**fine | changed)


def test_a_meaning_may_be_empty_or_zero_and_cannot_be_altered() -> None:
    Meaning(np.zeros((0, 2), np.float32), np.zeros((0, 2), np.float32), order(), "m")
    zero = Meaning(np.zeros((1, 2), np.float32), unit(1), order(0), "m")
    with pytest.raises(ValueError, match="read-only"):
        zero.sentences[0, 0] = 1


def test_meanings_of_other_documents_or_two_models_are_refused() -> None:
    a, b = article(*SENTENCES[:2]), article(*SENTENCES[2:])
    for meanings, message in (
        ((made_up(a), made_up(b, model="n")), "of two models, m and n"),
        ((made_up(b), made_up(a)), "2 sentences cannot have the meaning of 3"),
        ((made_up(article(SENTENCES[3], SENTENCES[4])), made_up(b)), "not those of the document's clauses"),
    ):
        with pytest.raises(ValueError, match=message):
            compare(a, b, meanings=meanings)


def test_the_engine_is_named_with_the_model() -> None:
    a, b = article(*SENTENCES[:2]), article(*SENTENCES[2:])
    assert compare(a, b).engine == ENGINE
    for one, other in ((a, b), (b, a)):
        assert (
            compare(one, other, meanings=(made_up(one), made_up(other))).engine == engine_with("m") != ENGINE
        )


PIECES = st.lists(st.sampled_from(SENTENCES), max_size=5)


@given(PIECES, PIECES, st.integers(0, 50))
def test_swapping_the_sides_mirrors_a_comparison_with_meanings(
    left: list[str], right: list[str], seed: int
) -> None:
    a, b = article(*left), article(*right)
    meanings: Meanings = made_up(a, seed), made_up(b, seed)
    assert compare(b, a, meanings=(meanings[1], meanings[0])) == mirror(compare(a, b, meanings=meanings))


@given(st.lists(PIECES, min_size=2, max_size=4), st.integers(0, 50), st.randoms())
def test_another_order_of_versions_collates_the_same_with_meanings(
    pieces: list[list[str]], seed: int, shuffled: Random
) -> None:
    versions = [article(*piece) for piece in pieces]
    order = shuffled.sample(range(len(versions)), len(versions))

    def meanings(a: Document, b: Document) -> Meanings:
        return made_up(a, seed), made_up(b, seed)

    one = collate(versions, meanings=meanings)
    other = collate([versions[at] for at in order], meanings=meanings)
    assert one.engine == other.engine
    assert [[one.similarity[i][j] for j in order] for i in order] == [list(row) for row in other.similarity]
    assert {one.members for one in one.statements} == {
        tuple(sorted((order[version], sentences) for version, sentences in each.members))
        for each in other.statements
    }
