"""What alignment reads off a document: quotations, terms of scripts without spaces, names, stems, prints."""

import pytest
from hypothesis import given, settings

from app.compare import reading
from app.compare.reading import read_sentences
from app.text.document import Document
from app.text.words import is_word
from tests.compare.comparison_texts import document, documents


def words(side: Document) -> list[str]:
    """The words, without the marks, as printed."""
    text = side.text
    spans = zip(side.words.keys, side.words.starts, side.words.ends, strict=True)
    return [text[start:end] for key, start, end in spans if is_word(key)]


def quoted(text: str, language: str = "en") -> str:
    side = document(text, language=language)
    flags = read_sentences(side, stemmed=True).quoted
    return " ".join(word for word, inside in zip(words(side), flags, strict=True) if inside)


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ('He said "no boat left" today.', "no boat left"),
        ("He said “no boat left” today.", "no boat left"),
        ("Er sagte „kein Boot fuhr“ heute.", "kein Boot fuhr"),
        ("Il a dit « aucun bateau » hier.", "aucun bateau"),
        ("Er sagte »kein Boot« heute.", "kein Boot"),
        ("「船は出ない」と彼は言った。", "船 は 出 な い"),
        ("他说“大坝没有问题”。", "大 坝 没 有 问 题"),
        ("“Two ran. Three stayed,” she said. “All swam.”", "Two ran Three stayed All swam"),
        ("Nobody said a word.", ""),
        ("It was the crew's boat, the workers' too.", ""),
        ("She said: “We ran. We swam.\n\nNobody heard.", "We ran We swam"),  # not closed in its block
        ("She said: “We ran.\n\n“Then we swam,” she said.", "We ran Then we swam"),
        ("“”", ""),
        ("“", ""),
        ("", ""),
    ],
)
def test_quotations(text: str, inside: str) -> None:
    assert quoted(text, "ja" if "船" in text else "zh" if "坝" in text else "en") == inside


def terms(text: str, language: str, *, stemmed: bool = True) -> set[str]:
    return set(read_sentences(document(text, language=language), stemmed=stemmed).terms)


def test_signs_of_chinese_are_read_with_the_next() -> None:
    assert {"大坝", "坝没", "没有", "有问", "问题"} <= terms("大坝没有问题。", "zh")
    assert "题他" not in terms("大坝没有问题。他说。", "zh")  # a mark parts them


def test_a_sign_alone_and_other_scripts_are_read_as_they_are() -> None:
    assert {"水", "reef"} <= terms("水 reef", "zh")


def test_stems_where_they_are_wanted() -> None:
    assert terms("Boats sailed.", "en") == {"boat", "sail"}
    assert terms("Boats sailed.", "en", stemmed=False) == {"boats", "sailed"}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("A “tug” sank…", 'A "tug" sank...', True),
        ("A tug\u00a0sank.", "A  tug sank.", True),
        ("A tug sank.", "A Tug sank.", False),
        ("A tug sank.", "A tug sank!", False),
        ("A tug sank.", "A tugs ank.", False),
    ],
)
def test_prints_are_what_a_reader_calls_the_same(one: str, other: str, *, same: bool) -> None:
    prints = [read_sentences(document(text), stemmed=True).prints for text in (one, other)]
    assert (prints[0] == prints[1]) == same


@settings(max_examples=40)
@given(documents)
def test_every_word_has_a_sentence_a_clause_and_a_flag(side: Document) -> None:
    read = read_sentences(side, stemmed=True)
    count = len(words(side))
    assert len(read.sentence_of) == len(read.clause_of) == len(read.quoted) == count
    assert len(read) == len(read.sizes) == len(read.headings) == len(side.sentences)
    assert list(read.sentence_of) == sorted(read.sentence_of)
    assert list(read.clause_of) == sorted(read.clause_of)
    assert sum(size for size in read.sizes) >= count


def test_of_a_long_sentence_the_head_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "READ_WORDS", 3)
    read = read_sentences(document("Four old ferries ran late.\n\nTwo sank."), stemmed=False)
    assert (read.cut, read.sizes) == (frozenset({0}), (5, 2))
    assert set(read.terms) >= {"four", "old", "ferries", "two", "sank"}
    assert list(read.sentence_of) == [0, 0, 0, 1, 1]
