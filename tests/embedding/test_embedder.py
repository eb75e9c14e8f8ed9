"""What a model makes of documents."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from app.compare.engine import compare
from app.compare.mirroring import mirror
from app.embedding import embedder as embedding
from app.embedding.embedder import Embedder
from app.text.clauses import split_clauses
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


def test_every_vector_is_that_of_its_sentence_alone(minilm: Embedder) -> None:
    """So the same version always has the same vectors, whatever else is computed, by how many, in which order."""
    alone = {text: minilm.embed(read_sentence(text, language="en")) for text in (*A, *B)}
    documents = [(*A, *B), tuple(reversed(B)), (A[0],), (A[0], A[0])]
    with ThreadPoolExecutor(3) as threads:
        meanings = list(threads.map(minilm.embed, [article(*texts) for texts in documents]))
    for texts, meaning in zip(documents, meanings, strict=True):
        assert np.array_equal(meaning.sentences, np.concatenate([alone[text].sentences for text in texts]))
        assert np.array_equal(meaning.clauses, np.concatenate([alone[text].clauses for text in texts]))


def test_a_clause_is_read_within_its_sentence(tiny: Embedder, minilm: Embedder) -> None:
    text = "The bridge was shut, the mayor said, the harbour closed."
    parts = ("the bridge was shut,", "the mayor said,", "the harbour closed.")
    for model, alike in ((tiny, True), (minilm, False)):  # the tiny model knows no neighbours
        found = model.embed(read_sentence(text, language="en")).clauses
        alone = np.concatenate([model.embed(read_sentence(one, language="en")).clauses for one in parts])
        assert len(found) == len(alone) == 3
        assert np.array_equal(found, alone) is alike
        assert ((found @ alone.T).argmax(axis=1) == np.arange(3)).all()


def test_a_clause_beyond_the_tokens_that_are_looked_at_has_a_vector_of_its_own(minilm: Embedder) -> None:
    text = "the mayor said so, " * 300 + "and the fish swam off."
    meaning = minilm.embed(read_sentence(text, language="en"))
    fish = minilm.embed(read_sentence("and the fish swam off.", language="en"))
    assert np.array_equal(meaning.clauses[-1], minilm._model.vectors("and the fish swam off.", ())[0])
    assert meaning.clauses[-1] @ fish.clauses[0] > 0.9


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
    for text, some in ((" ", False), ("bridge", True)):
        sentence, parts = tiny._model.vectors(text, ((0, len(text)), (9, 9)))
        assert [bool(row.any()) for row in (sentence, *parts)] == [some, some, False]


def test_only_languages_that_the_model_knows_are_compared_by_meaning(tiny: Embedder) -> None:
    english, german = article(*A), article("Die Brücke ist seit Montag gesperrt.", language="de")
    assert tiny.meanings(english, german) is None
    assert tiny.meanings(german, german) is None
    assert tiny.meanings(english, article(*B)) is not None


OTHERS = {
    "ar": "قال رئيس البلدية يوم الاثنين إن الجسر القديم سيبقى مغلقا.",
    "de": "Der Hafenmeister sagte am Montag, dass die alte Brücke gesperrt bleibt.",
    "es": "El alcalde dijo el lunes que el viejo puente seguirá cerrado.",
    "fr": "Le maire a déclaré lundi que le vieux pont resterait fermé aux camions.",
    "hi": "महापौर ने सोमवार को कहा कि पुराना पुल बंद रहेगा।",
    "id": "Wali kota mengatakan pada hari Senin bahwa jembatan tua itu tetap ditutup.",
    "ja": "市長は月曜日、古い橋は閉鎖されたままだと述べた。",
    "nl": "De burgemeester zei maandag dat de oude brug gesloten blijft.",
    "ru": "Мэр заявил в понедельник, что старый мост останется закрытым.",
    "th": "นายกเทศมนตรีกล่าวเมื่อวันจันทร์ว่าสะพานเก่าจะยังคงปิดอยู่",
    "zh": "市长周一表示，旧桥将继续关闭。",
}


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS.keys())
def test_a_text_whose_language_nobody_gave_is_not_taken_for_english(tiny: Embedder, text: str) -> None:
    document = read_document(Content(blocks=(Block("paragraph", text),)))
    assert not tiny.takes(document)
    assert tiny.meanings(document, article(*A)) is None


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
