"""One side of a comparison as the methods read it: what every sentence prints, and its words, terms and clauses."""

from dataclasses import dataclass

import regex

from app.text.document import Document, Sentence
from app.text.normalize import typographic_form
from app.text.stems import stem_words
from app.text.words import is_word, split_words

READ_WORDS = 4000
"""Words of one sentence that similarity looks at: real sentences have fewer than 200; longer ones go by their head."""
LONG_PRINT = 20_000
"""Code points above which a sentence's print is compared without being cut into words."""
CLAUSE_WORDS = 3
"""Least words of a clause; shorter ones belong to the clause before them."""
_CLAUSE_ENDS = frozenset(",;:—–-“”\"'()")
_KEEPS_ITS_WORDS = regex.compile(r"[\x00-\x7fÀ-ɏ‐-―‘’“”„«»\u00a0]*+")

Print = tuple[str, ...] | str


@dataclass(frozen=True, slots=True)
class Line:
    """What similarity knows of one sentence.

    `print` is equal for two sentences that a reader calls the same, case included. `words` are the keys of its words in
    order, without marks; `terms` their distinct stems, or keys again; `clauses` the terms between two marks; `names` the
    terms with a capital inside the sentence.
    """

    print: Print
    words: tuple[str, ...]
    terms: frozenset[str]
    clauses: tuple[frozenset[str], ...]
    names: frozenset[str]


def read_lines(document: Document, *, stemmed: bool) -> tuple[Line, ...]:
    """Every sentence of a document, in order. `stemmed`: cut words to stems by the rules of the document's language."""
    keys = document.words.keys
    stems = stem_words(keys, document.language) if stemmed else keys
    marks = frozenset([key for key in set(keys) if not is_word(key)])
    plain = [key not in marks for key in keys]
    return tuple(_line(document, sentence, stems, plain) for sentence in document.sentences)


def _line(document: Document, sentence: Sentence, stems: tuple[str, ...], plain: list[bool]) -> Line:
    words, text = document.words, document.text
    first, last = sentence.first_word, min(sentence.last_word, sentence.first_word + READ_WORDS)
    at = [k for k in range(first, last) if plain[k]]
    return Line(
        print=_sentence_print(document, sentence),
        words=tuple([words.keys[k] for k in at]),
        terms=frozenset([stems[k] for k in at]),
        clauses=_clauses(words.keys[first:last], stems[first:last], plain[first:last]),
        names=frozenset([stems[k] for k in at[1:] if text[words.starts[k]].isupper()]),
    )


def _sentence_print(document: Document, sentence: Sentence) -> Print:
    """`printed` of a sentence; without cutting it into words again where its form surely has the same words."""
    text = document.text[sentence.start : sentence.end]
    if len(text) > LONG_PRINT or not _KEEPS_ITS_WORDS.fullmatch(text):
        return printed(text)
    form, words = typographic_form(text), document.words
    spans = zip(
        words.starts[sentence.first_word : sentence.last_word],
        words.ends[sentence.first_word : sentence.last_word],
        strict=True,
    )
    return tuple([form[start - sentence.start : end - sentence.start] for start, end in spans])


def printed(text: str) -> Print:
    """The words and marks of a text in `typographic_form`, so that kinds and widths of space do not count."""
    form = typographic_form(text)
    if len(form) > LONG_PRINT:
        return " ".join(form.split())
    words = split_words(form)
    return tuple([form[start:end] for start, end in zip(words.starts, words.ends, strict=True)])


def _clauses(keys: tuple[str, ...], stems: tuple[str, ...], plain: list[bool]) -> tuple[frozenset[str], ...]:
    """The terms of every stretch of words between two marks that part clauses."""
    clauses: list[list[str]] = [[]]
    for key, stem, word in zip(keys, stems, plain, strict=True):
        if word:
            clauses[-1].append(stem)
        elif key in _CLAUSE_ENDS and len(clauses[-1]) >= CLAUSE_WORDS:
            clauses.append([])
    if len(clauses) > 1 and len(clauses[-1]) < CLAUSE_WORDS:
        short = clauses.pop()
        clauses[-1] += short
    return tuple([frozenset(clause) for clause in clauses])
