"""Meanings are kept beside versions, and made anew where they do not serve."""

import sqlite3
from contextlib import closing

import numpy as np
import pytest

from app.compare.meaning import Meaning
from app.errors import NotFoundError, StoreError
from app.store import Store, check
from app.store.engine import database_path

from .samples import piece


def meaning(model: str = "m", seed: int = 1, sentences: int = 2, dimensions: int = 4) -> Meaning:
    """As a model gives it, with two clauses in the last sentence."""
    clause_of = np.array([*range(sentences), *[sentences - 1][:sentences]], np.int32)
    rows = np.random.default_rng(seed).normal(size=(sentences + len(clause_of), dimensions))
    rows = (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float16).astype(np.float32)
    return Meaning(rows[:sentences], rows[sentences:], clause_of, model)


def same(one: Meaning | None, other: Meaning) -> bool:
    return one is not None and (
        np.array_equal(one.sentences, other.sentences)
        and np.array_equal(one.clauses, other.clauses)
        and np.array_equal(one.clause_of, other.clause_of)
        and one.model == other.model
    )


@pytest.fixture
def version_id(store: Store) -> str:
    return store.add_version(piece(1), raw=b"a").version_id


@pytest.mark.parametrize(("sentences", "dimensions"), [(2, 4), (1, 1), (7, 3)])
def test_a_meaning_is_given_back_as_it_was(
    store: Store, version_id: str, sentences: int, dimensions: int
) -> None:
    given = meaning(sentences=sentences, dimensions=dimensions)
    assert store.meaning(version_id, model="m", basis="b") is None
    store.keep_meaning(version_id, given, basis="b")
    assert same(store.meaning(version_id, model="m", basis="b"), given)


def test_each_model_keeps_its_own_and_a_later_one_takes_the_place(store: Store, version_id: str) -> None:
    one, other, later = meaning("m"), meaning("n", seed=2), meaning("m", seed=3)
    for given in (one, other):
        store.keep_meaning(version_id, given, basis="b")
    assert same(store.meaning(version_id, model="m", basis="b"), one)
    assert same(store.meaning(version_id, model="n", basis="b"), other)
    store.keep_meaning(version_id, later, basis="c")
    assert store.meaning(version_id, model="m", basis="b") is None
    assert same(store.meaning(version_id, model="m", basis="c"), later)


def test_a_meaning_is_the_same_bytes_everywhere(store: Store, url: str, version_id: str) -> None:
    vectors = np.array([[1, 0], [0.5, -0.8660254]], np.float32)
    store.keep_meaning(version_id, Meaning(vectors[:1], vectors, np.array([0, 0], np.int32), "m"), basis="b")
    with closing(sqlite3.connect(database_path(url))) as connection:
        (row,) = connection.execute("SELECT sentences, hex(clause_of), hex(vectors) FROM meanings")
    assert row == (1, "00" * 8, "003C0000" + "003C0000" + "0038EEBA")


def test_unknown_versions_and_read_only_stores_are_refused(store: Store, url: str, version_id: str) -> None:
    for unknown in ("a" * 16, "no id"):
        with pytest.raises(NotFoundError):
            store.keep_meaning(unknown, meaning(), basis="b")
    with pytest.raises(NotFoundError):
        store.meaning("no id", model="m", basis="b")
    with Store(url, read_only=True) as reading, pytest.raises(StoreError, match="open for reading only"):
        reading.keep_meaning(version_id, meaning(), basis="b")
    assert store.meaning(version_id, model="m", basis="b") is None


@pytest.mark.parametrize(
    "damage",
    [
        "vectors = x'00'",
        "vectors = x''",
        "clause_of = x'00'",
        "clause_of = x'07000000'",
        "sentences = 3",
        "sentences = -1",
    ],
)
def test_a_damaged_meaning_counts_as_none_and_is_found_by_a_check(
    store: Store, url: str, version_id: str, damage: str
) -> None:
    store.keep_meaning(version_id, meaning(), basis="b")
    assert check(url) == []
    with closing(sqlite3.connect(database_path(url), isolation_level=None)) as connection:
        connection.execute(f"UPDATE meanings SET {damage}")  # noqa: S608 - from the list above
    assert store.meaning(version_id, model="m", basis="b") is None
    (problem,) = check(url)
    assert version_id in problem
    store.keep_meaning(version_id, meaning(), basis="b")
    assert check(url) == []
