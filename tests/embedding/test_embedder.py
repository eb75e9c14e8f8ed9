"""What a model makes of documents."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from app.compare.engine import compare, mirror
from app.embedding import embedder as embedding
from app.embedding.embedder import Embedder
from app.text.clauses import clause_text, split_clauses
from app.text.content import Block, Content
from app.text.document import Document, read_document, read_sentence

from .tiny_model import DIMENSIONS

A = (
    "The harbour bridge was closed to lorries on Monday, the mayor said, because of rust in its cables.",
    "A second inspection is due in spring.",
    "Fishing boats may still pass below it.",
)
B = (
    "Because its cables are rusting, heavy trucks have been banned from the bridge over the harbour.",
    "The town's orchestra plays on Sunday.",
    "It will be inspected once more after the winter.",
)


def article(*sentences: str, language: str = "en") -> Document:
    return read_document(
        Content(blocks=tuple(Block("paragraph", one) for one in sentences)), language=language
    )


def test_a_document_has_a_vector_for_each_sentence_and_clause(tiny: Embedder) -> None:
    document = article(*A)
    meaning = tiny.embed(document)
    clauses = split_clauses(document)
    assert meaning.sentences.shape == (3, DIMENSIONS)
    assert meaning.clauses.shape == (len(clauses), DIMENSIONS) == (5, DIMENSIONS)
    assert meaning.clause_of.tolist() == [one.sentence for one in clauses]
    assert meaning.model == tiny.name


def test_every_vector_is_that_of_the_text_alone(minilm: Embedder) -> None:
    """So the same version always has the same vectors, whatever else is computed, by how many, in which order."""
    documents = [article(*A, *B), article(*reversed(B)), article(A[0])]
    alone = {}
    for document in documents:
        texts = [document.sentence_text(at) for at in range(len(document.sentences))]
        texts += [clause_text(document, one) for one in split_clauses(document)]
        for text in texts:
            alone[text] = minilm.embed(read_sentence(text, language="en")).sentences[0]
    with ThreadPoolExecutor(3) as threads:
        meanings = list(threads.map(minilm.embed, documents))
    for document, meaning in zip(documents, meanings, strict=True):
        for at in range(len(document.sentences)):
            assert np.array_equal(meaning.sentences[at], alone[document.sentence_text(at)])
        for at, clause in enumerate(split_clauses(document)):
            assert np.array_equal(meaning.clauses[at], alone[clause_text(document, clause)])


def test_vectors_are_of_half_precision(minilm: Embedder) -> None:
    vectors = minilm.embed(article(*A)).clauses
    assert np.array_equal(vectors, vectors.astype("<f2").astype(np.float32))


def test_the_real_model_finds_what_means_the_same(minilm: Embedder) -> None:
    a, b = minilm.embed(article(*A)), minilm.embed(article(*B))
    likeness = a.sentences @ b.sentences.T
    assert a.sentences.shape == (3, 384)
    assert likeness.argmax(axis=1).tolist()[:2] == [0, 2]
    assert likeness[0, 0] > 0.6
    assert likeness[0, 1] < 0.3


def test_a_vector_is_the_one_that_the_model_is_published_with(minilm: Embedder) -> None:
    """As the model's card shows it for this sentence; weights of 8 bits differ in the third decimal."""
    vector = minilm.embed(read_sentence("This is an example sentence", language="en")).sentences[0]
    assert vector[:4] == pytest.approx([0.0676, 0.0635, 0.0487, 0.0793], abs=0.005)


@pytest.mark.parametrize(
    "text", ["", "…", "\0", "🌊🌊", "\u202e", "a" * 500_000, "ab, cd " * 9_000, "大桥在洪水中没有倒塌。"]
)
def test_any_text_has_a_vector(minilm: Embedder, text: str) -> None:
    document = read_sentence(text, language="en")
    lengths = np.linalg.norm(minilm.embed(document).sentences, axis=1)
    assert lengths == pytest.approx(np.ones(len(document.sentences)), abs=1e-3)


def test_a_text_without_tokens_or_without_length_has_zeros(tiny: Embedder) -> None:
    assert not tiny._model.vector(" ").any()
    assert tiny._model.vector("bridge").any()


def test_only_languages_that_the_model_knows_are_compared_by_meaning(tiny: Embedder) -> None:
    english, german = article(*A), article("Die Brücke ist seit Montag gesperrt.", language="de")
    assert tiny.meanings(english, german) is None
    assert tiny.meanings(german, german) is None
    assert tiny.meanings(english, article(*B)) is not None


def test_a_document_that_is_too_long_or_empty_is_compared_by_its_words(
    tiny: Embedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    a, b = article(*A), article("It was shut.")
    assert not tiny.takes(a, article())
    monkeypatch.setattr(embedding, "MAX_WORDS", len(a.words))
    assert tiny.takes(a, b)
    monkeypatch.setattr(embedding, "MAX_WORDS", len(a.words) - 1)
    assert not tiny.takes(a, b)
    assert not tiny.takes(b, a)


def test_a_comparison_by_a_real_model_mirrors(minilm: Embedder) -> None:
    a, b = article(*A), article(*B)
    meanings = minilm.meanings(a, b)
    assert meanings is not None
    assert compare(b, a, meanings=(meanings[1], meanings[0])) == mirror(compare(a, b, meanings=meanings))
