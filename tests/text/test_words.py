"""Words, figures and marks."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.text.normalize import match_form, typographic_form
from app.text.words import _ALPHABETS, _KNOWN, _TOKEN, LONGEST_WORD, Memory, is_word, split_words

CASES = [
    ("plain words and a full stop", "The gate held.", ["The", "gate", "held", "."]),
    ("apostrophes stay inside", "don’t l'eau O’Neill's", ["don’t", "l'eau", "O’Neill's"]),
    ("quotes stand alone", "“No,” he said", ["“", "No", ",", "”", "he", "said"]),
    ("initials", "the U.S. and J.R.R. Oll", ["the", "U.S.", "and", "J.R.R.", "Oll"]),
    ("figures keep separators", "1,250.5 at 10:05", ["1,250.5", "at", "10:05"]),
    ("a sentence may end in a figure", "It was 12.", ["It", "was", "12", "."]),
    ("figures take letters", "the 16th, 5km", ["the", "16th", ",", "5km"]),
    ("money", "US$240-billion", ["US", "$", "240", "-", "billion"]),
    ("hyphens part words", "two-day", ["two", "-", "day"]),
    ("Han signs stand alone", "东京都", ["东", "京", "都"]),
    ("kana too", "ダムは", ["ダ", "ム", "は"]),
    ("Thai falls into clusters", "น้ำท่วม", ["น้", "ำ", "ท่", "ว", "ม"]),
    ("Devanagari words stay whole", "मैं घर गया।", ["मैं", "घर", "गया", "।"]),
    ("Arabic words with vowel signs stay whole", "قالَ الوزيرُ", ["قالَ", "الوزيرُ"]),
    ("a soft hyphen is inside its word", "bar\u00adrier", ["bar\u00adrier"]),
    ("decomposed accents", "cafe\u0301 bar", ["cafe\u0301", "bar"]),
    ("nothing", " \n\t ", []),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_split(text: str, expected: list[str]) -> None:
    words = split_words(text)
    assert [text[s:e] for s, e in zip(words.starts, words.ends, strict=True)] == expected


@given(st.text())
def test_only_white_space_lies_between_words(text: str) -> None:
    words = split_words(text)
    at = 0
    for start, end in zip(words.starts, words.ends, strict=True):
        assert not text[at:start].strip()
        assert start < end
        at = end
    assert not text[at:].strip()


SIGNS = st.one_of(
    st.sampled_from("aZé.,:’'ʼ´`‘-“12²½ \n\u00a0\u00ad\u200d\u0301ЖĲǅαשق東はーｱกุกคमैं한€…_😀\ud800\U00020000"),
    st.characters(max_codepoint=0x24FF),
    st.characters(max_codepoint=0xFFFF),
)


@given(st.text(SIGNS))
def test_read_quickly_or_in_full_words_are_the_same(text: str) -> None:
    spans = [match.span() for match in _TOKEN.finditer(text)]
    words = split_words(text)
    assert list(zip(words.starts, words.ends, strict=True)) == spans
    assert list(words.keys) == [match_form(text[start:end]) for start, end in spans]


@pytest.mark.parametrize("alphabet", _ALPHABETS)
def test_every_sign_of_an_alphabet_is_read_alike_by_both_patterns(
    alphabet: tuple[tuple[int, int], ...],
) -> None:
    signs = [chr(code) for first, last in alphabet for code in range(first, last + 1)]
    signs = signs[:: len(signs) // 4000 + 1]  # all of the small one
    # Each sign alone, after a letter, after a sign of Han, after a figure, between capitals with full stops:
    text = "\n".join(f"{sign} a{sign}b 東{sign} 1{sign}2 {sign}.{sign}. x’{sign}" for sign in signs)
    words = split_words(text)
    assert list(zip(words.starts, words.ends, strict=True)) == [m.span() for m in _TOKEN.finditer(text)]


@given(st.text(alphabet=st.characters(codec="utf-8")))
def test_composed_and_decomposed_text_match(text: str) -> None:
    composed, decomposed = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    assert match_form(composed) == match_form(decomposed)
    assert typographic_form(composed) == typographic_form(decomposed)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("“No”", '"No"'),
        ("don’t", "don't"),
        ("two\u2013day", "two-day"),
        ("wait…", "wait..."),
        ("bar\u00adrier", "barrier"),
        ("GATE", "gate"),
        ("Straße", "STRASSE"),
    ],
)
def test_match_form_levels_print(a: str, b: str) -> None:
    assert match_form(a) == match_form(b)


def test_typographic_form_keeps_case() -> None:
    assert typographic_form("“Gate”") == '"Gate"'


def test_is_word() -> None:
    assert is_word("gate")
    assert is_word("12")
    assert not is_word("—")


@pytest.mark.parametrize("length", [LONGEST_WORD, LONGEST_WORD + 1])
def test_an_endless_word_is_not_remembered(length: int) -> None:
    kept = len(_KNOWN)
    assert split_words("c" * length).prints == ("c" * length,)
    assert len(_KNOWN) - kept == (length == LONGEST_WORD)


@pytest.mark.parametrize(("size", "kept"), [(2, 4), (3, 3), (4, 4), (5, 0)])
def test_a_memory_forgets_before_it_is_too_large(
    size: int, kept: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.text.words.KNOWN_WORDS", 4)
    memory = Memory(len)
    assert list(memory.of(["one", "three"])) == [3, 5]
    assert list(memory.of("abcde"[:size])) == [1] * size
    assert len(memory) == (kept or 2)


def test_what_is_told_of_every_word() -> None:
    words = split_words("No, “NO”")
    assert (words.prints, words.forms) == (("No", ",", "“", "NO", "”"), ("no", ",", '"', "no", '"'))
    assert words.plain.tolist() == [True, False, False, True, False]
    assert words.print_of.tolist() == [0, 1, 2, 3, 4]
