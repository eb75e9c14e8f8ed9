"""Features and likelihoods: their form for any two texts, what raises them, and that nothing but the texts decides."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings

from app.compare import similarity, weights
from app.compare.engine import compare
from app.compare.features import MEANING_FEATURES, WORD_FEATURES, Candidates, features
from app.compare.limits import Limits
from app.compare.meaning import Meanings
from app.compare.mirroring import mirror
from app.compare.reading import read_sentences
from app.compare.similarity import Scored, pairs_to_score, score
from app.compare.terms import number_terms
from app.text.content import Block, Content
from app.text.document import Document, read_document
from app.text.words import Numbers
from tests.compare.alignment_scores import read_telling
from tests.compare.comparison_texts import HARBOUR, WIRE, document, documents
from tests.compare.labelled_cases import Pair, pairs
from tests.compare.test_meaning import made_up

ODD = {
    "empty": document(""),
    "marks only": document("… — !!!\n\n***"),
    "one word": document("Ferries"),
    "a figure": document("212"),
    "the commonest words": document("And then it was. It was."),
    "headings only": read_document(
        Content((Block("heading", "Ferry aground"), Block("heading", "What is known"))), language="en"
    ),
    "quoted whole": document("“The ferry was aground.”"),
    "right-to-left": document("جنحت العبارة قرب الرأس. لم يصب أحد بأذى، قال خفر السواحل.", language="ar"),
    "Chinese": document("渡轮在岬角附近搁浅。海岸警卫队说，无人受伤。", language="zh"),
    "Thai": document("เรือเฟอร์รี่เกยตื้นใกล้แหลม ไม่มีใครได้รับบาดเจ็บ", language="th"),
    "emoji": document("🚢🚢 ⚓️"),
    "invisible signs": document("\u200b\n\nA \u00ad ferry \u2060."),
    "an article": document(HARBOUR),
    "another": document(WIRE),
}

few = settings(max_examples=50)


def found(a: Document, b: Document, meanings: Meanings | None = None) -> Candidates:
    stemmed = a.language == b.language
    texts = number_terms(read_sentences(a, stemmed=stemmed), read_sentences(b, stemmed=stemmed))
    left = np.ones(len(a.sentences), bool), np.ones(len(b.sentences), bool)
    return pairs_to_score(texts, *left, Limits(), meanings)


def assert_fine(a: Document, b: Document, meanings: Meanings | None) -> None:
    pairs = found(a, b, meanings)
    figures = features(pairs, meanings)
    names = WORD_FEATURES if meanings is None else WORD_FEATURES + MEANING_FEATURES
    assert figures.shape == (len(pairs.i), len(names))
    assert np.all(np.isfinite(figures))
    scored = score(pairs, meanings)
    assert scored.likelihood.shape == scored.i.shape == scored.j.shape
    assert np.all((scored.likelihood >= 0) & (scored.likelihood <= 1))
    assert np.all((scored.i >= 0) & (scored.i < len(a.sentences)))
    assert np.all((scored.j >= 0) & (scored.j < len(b.sentences)))


@pytest.mark.parametrize("name", ODD)
def test_any_odd_text_has_finite_features(name: str) -> None:
    for other in ODD.values():
        assert_fine(ODD[name], other, None)
        assert_fine(ODD[name], other, (made_up(ODD[name]), made_up(other)))


@few
@given(documents, documents)
def test_any_two_texts_have_finite_features_and_likelihoods(a: Document, b: Document) -> None:
    assert_fine(a, b, None)


@few
@given(documents, documents)
def test_any_two_texts_with_meanings_do_too(a: Document, b: Document) -> None:
    assert_fine(a, b, (made_up(a), made_up(b)))


@pytest.mark.parametrize("sign", [-1.0, 1.0])
def test_no_weights_lead_beyond_0_and_1(monkeypatch: pytest.MonkeyPatch, sign: float) -> None:
    monkeypatch.setattr(weights, "WORDS", (sign * 1e6,) * (len(WORD_FEATURES) + 1))
    scored = score(found(document(HARBOUR), document(WIRE)), None)
    assert len(scored.likelihood) > 0
    assert set(scored.likelihood.tolist()) == {max(sign, 0.0)}


def test_there_is_a_weight_for_every_feature() -> None:
    assert len(weights.WORDS) == 1 + len(WORD_FEATURES)
    assert len(weights.MEANING) == 1 + len(WORD_FEATURES) + len(MEANING_FEATURES)
    assert len(set(WORD_FEATURES + MEANING_FEATURES)) == len(WORD_FEATURES + MEANING_FEATURES)


def column(name: str, a: str, b: str) -> float:
    """A figure of the first sentence of `a` and the first of `b`."""
    pairs = found(document(a), document(b))
    return float(features(pairs, None)[_first(pairs.i, pairs.j)][WORD_FEATURES.index(name)])


def likelihood(a: str, b: str) -> float:
    scored: Scored = score(found(document(a), document(b)), None)
    return float(scored.likelihood[_first(scored.i, scored.j)])


def _first(i: Numbers, j: Numbers) -> int:
    (at,) = np.flatnonzero((i == 0) & (j == 0))
    return int(at)


REST = "\n\nThe council meets again in spring.\n\nSnow is forecast for the coming week."


def test_a_name_in_common_says_less_than_a_word_in_common() -> None:
    """The same sentences; a capital is all that makes it a name."""
    name = "On Monday someone met Grendel outside.", "By evening old Grendel slept."
    word = name[0].replace("G", "g"), name[1].replace("G", "g")
    assert 0 < likelihood(name[0] + REST, name[1] + REST) < likelihood(word[0] + REST, word[1] + REST)
    assert (
        column("names", name[0] + REST, name[1] + REST) > column("names", word[0] + REST, word[1] + REST) == 0
    )
    assert column("rarest", name[0] + REST, name[1] + REST) < column("rarest", word[0] + REST, word[1] + REST)


FREED = "The board met late, and two tugs freed the ferry."
SEEN = {
    "figures": ("Ferry took 212 home.", "Some 212 were aboard the ferry.", "Some 213 were aboard the ferry."),
    "quoted": (
        "She said “the reef tore it open”.",
        "“The reef tore it,” she said.",
        "The reef tore it, she said.",
    ),
    "both_quote": ("She said “the reef tore it open”.", "“A reef,” she said.", "A reef, she said."),
    "in_order": (
        "The tug pulled the ferry free.",
        "A tug pulled a ferry free.",
        "Free, a ferry pulled a tug.",
    ),
    "wording": ("The tug pulled the ferry free.", "A tug pulled the ferry free.", "A tug freed a ferry."),
    "fuller_share": ("Tugs freed the ferry at dawn.", "Tugs freed the ferry.", "Tugs left the ferry."),
    "clause": (
        FREED,
        "Two tugs freed the ferry, a nurse said.",
        "Two nurses, tugs and a freed prisoner, the ferry said.",
    ),
}


@pytest.mark.parametrize("name", SEEN)
def test_a_feature_sees_what_it_is_named_for(name: str) -> None:
    one, more, less = SEEN[name]
    assert column(name, one + REST, more + REST) > column(name, one + REST, less + REST)


def test_neighbours_that_share_much_raise_a_pair() -> None:
    pair = "It took until noon to settle the ferry.", "The ferry was settled in hours."
    about = "\n\nTwo harbour tugs with divers lifted Marigold off the reef."
    assert likelihood(pair[0] + about, pair[1] + about) > likelihood(pair[0] + about, pair[1] + REST)


def _labelled() -> Iterator[tuple[Pair, Document, Document]]:
    for pair in pairs():
        yield pair, read_telling(pair.a), read_telling(pair.b)


def test_swapping_the_sides_of_the_labelled_cases_mirrors_them() -> None:
    for pair, a, b in _labelled():
        assert compare(b, a) == mirror(compare(a, b)), pair.name


def test_swapping_them_with_meanings_does_too() -> None:
    for pair, a, b in _labelled():
        one, other = made_up(a), made_up(b)
        swapped = compare(b, a, meanings=(other, one))
        assert swapped == mirror(compare(a, b, meanings=(one, other))), pair.name


def test_pairs_near_in_meaning_are_scored_without_a_word_in_common() -> None:
    a, b = document("Rain fell."), document("It poured.")
    assert len(found(a, b).i) == 0
    pairs = found(a, b, (made_up(a), made_up(b)))
    assert (pairs.i.tolist(), pairs.j.tolist()) == ([0], [0])


def test_beyond_the_limit_meanings_add_no_pairs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(similarity, "MAX_CELLS", 0)
    a, b = document("Rain fell."), document("It poured.")
    assert len(found(a, b, (made_up(a), made_up(b))).i) == 0


def test_hash_seeds_do_not_matter(tmp_path: Path) -> None:
    file = tmp_path / "pairs.jsonl"
    told = [pair for pair in pairs() if pair.language in ("en", "zh", "ar")][:6]
    sides = [[{"title": s.title, "text": _text(s.paragraphs)} for s in (pair.a, pair.b)] for pair in told]
    lines = [json.dumps({"id": str(k), "a": a, "b": b}) for k, (a, b) in enumerate(sides)]
    file.write_text("\n".join(lines), encoding="utf-8")
    answers = {_batch(file, seed) for seed in ("0", "4242")}
    assert len(answers) == 1
    assert len(answers.pop().splitlines()) == len(told) == 6


def _text(paragraphs: tuple[tuple[str, ...], ...]) -> str:
    return "\n\n".join(map(" ".join, paragraphs))


def _batch(file: Path, seed: str) -> str:
    call = f"from app.cli import app; app(['compare', '--batch', {str(file)!r}])"
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    done = subprocess.run(
        [sys.executable, "-c", call], env=environment, capture_output=True, encoding="utf-8", check=True
    )
    return done.stdout
