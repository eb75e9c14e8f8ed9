"""One side of a comparison as the methods read it: what every sentence prints, its words and terms, once per document."""

from dataclasses import dataclass
from itertools import compress

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
    order, without marks; `terms` their distinct stems, or keys again; `count` is the number of its words, those beyond
    `READ_WORDS` among them, 1 for nothing but marks. `keys` and `stems` are those of words and marks, `plain` 1 for a word.
    """

    print: Print
    words: tuple[str, ...]
    terms: frozenset[str]
    count: int
    heading: bool
    keys: tuple[str, ...]
    stems: tuple[str, ...]
    plain: bytes

    @property
    def cut(self) -> bool:
        """Whether words at its end are not looked at."""
        return self.count > READ_WORDS


@dataclass(frozen=True, slots=True)
class Reading:
    """Every sentence of a document, in order, and `names`: the terms that have a capital inside some sentence."""

    lines: tuple[Line, ...]
    names: frozenset[str]

    @property
    def counts(self) -> tuple[int, ...]:
        """The words of every sentence."""
        return tuple([line.count for line in self.lines])


def read_lines(document: Document, *, stemmed: bool) -> Reading:
    """Read a document. `stemmed`: cut words to stems by the rules of the document's language."""
    keys, text = document.words.keys, document.text
    stems = _stems(keys, document.language) if stemmed else keys
    marks = frozenset([key for key in set(keys) if not (key.isalnum() or is_word(key))])
    plain = bytes([key not in marks for key in keys])
    texts = [text[start:end] for start, end in zip(document.words.starts, document.words.ends, strict=True)]
    prints = tuple(texts) if text.isascii() else _prints(texts)
    words, roots, shown = (tuple(compress(each, plain)) for each in (keys, stems, texts))
    lines = []
    inside: set[str] = set()
    at, done = 0, 0
    for sentence in document.sentences:
        first, last = sentence.first_word, sentence.last_word
        at += plain.count(1, done, first)
        count = plain.count(1, first, last)
        read, done = slice(at, at + min(count, READ_WORDS)), last
        head = slice(first, min(last, first + READ_WORDS))
        inside.update(shown[at + 1 : at + count])
        at += count
        lines.append(
            Line(
                print=_sentence_print(document, sentence, prints),
                words=words[read],
                terms=frozenset(roots[read]),
                count=count or 1,
                heading=document.blocks[sentence.block].kind == "heading",
                keys=keys[head],
                stems=stems[head],
                plain=plain[head],
            )
        )
    root_of = dict(zip(shown, roots, strict=True))
    return Reading(tuple(lines), frozenset([root_of[word] for word in inside if word[0].isupper()]))


def _stems(keys: tuple[str, ...], language: str) -> tuple[str, ...]:
    distinct = tuple(dict.fromkeys(keys))
    stem_of = dict(zip(distinct, stem_words(distinct, language), strict=True))
    return tuple([stem_of[key] for key in keys])


def _prints(texts: list[str]) -> tuple[str | None, ...]:
    """Every word's `typographic_form`; None where that may be more or less than one word."""
    forms = {
        text: typographic_form(text) if _KEEPS_ITS_WORDS.fullmatch(text) else None for text in set(texts)
    }
    return tuple([forms[text] for text in texts])


def _sentence_print(document: Document, sentence: Sentence, prints: tuple[str | None, ...]) -> Print:
    """`printed` of a sentence; without cutting it into words again where its form surely has the same words."""
    if sentence.end - sentence.start <= LONG_PRINT:
        forms = prints[sentence.first_word : sentence.last_word]
        if None not in forms:
            return forms  # type: ignore[return-value]
    return printed(document.text[sentence.start : sentence.end])


def printed(text: str) -> Print:
    """The words and marks of a text in `typographic_form`, so that kinds and widths of space do not count."""
    form = typographic_form(text)
    if len(form) > LONG_PRINT:
        return " ".join(form.split())
    words = split_words(form)
    return tuple([form[start:end] for start, end in zip(words.starts, words.ends, strict=True)])


def clauses(line: Line) -> tuple[frozenset[str], ...]:
    """The terms of every stretch of a sentence's words between two marks that part clauses."""
    found: list[list[str]] = [[]]
    for key, stem, word in zip(line.keys, line.stems, line.plain, strict=True):
        if word:
            found[-1].append(stem)
        elif key in _CLAUSE_ENDS and len(found[-1]) >= CLAUSE_WORDS:
            found.append([])
    if len(found) > 1 and len(found[-1]) < CLAUSE_WORDS:
        short = found.pop()
        found[-1] += short
    return tuple([frozenset(clause) for clause in found])
