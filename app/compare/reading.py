"""One side of a comparison as the methods read it: what every sentence prints, its words and terms, once per document."""

from collections import Counter
from dataclasses import dataclass
from itertools import chain, compress
from typing import NamedTuple, TypeVar

import regex

from app.text.document import Document, Sentence
from app.text.normalize import typographic_form
from app.text.stems import stem_words
from app.text.words import is_word, split_words

READ_WORDS = 4000
"""Words and marks of one sentence looked at for likeness: real sentences have under 200; others go by their head."""
LONG_PRINT = 20_000
"""Code points above which a sentence's print is compared without being cut into words."""
CLAUSE_WORDS = 3
"""Least words of a clause; shorter ones belong to the clause before them."""
_CLAUSE_ENDS = frozenset(",;:—–-“”\"'()")
_KEEPS_ITS_WORDS = regex.compile(r"[\x00-\x7fÀ-ɏ‐-―‘’“”„«»\u00a0]*+")

Print = tuple[str, ...] | str
T = TypeVar("T")


class Line(NamedTuple):
    """What similarity knows of one sentence.

    `print` is equal for two sentences that a reader calls the same, case included. `words` are the keys of its words in
    order, without marks; `terms` their distinct stems, or keys again; `size` is the number of its words, those beyond
    `READ_WORDS` among them (then the line is `cut`), 1 for nothing but marks.
    """

    print: Print
    words: tuple[str, ...]
    terms: frozenset[str]
    size: int
    heading: bool
    cut: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """A document as its sentences, in order, and `names`: the terms that have a capital inside some sentence.

    `keys` and `stems` are those of all its words and marks that are looked at, `plain` is 1 for a word; `places` says
    where each sentence has them.
    """

    lines: tuple[Line, ...]
    names: frozenset[str]
    keys: tuple[str, ...]
    stems: tuple[str, ...]
    plain: bytes
    places: tuple[slice, ...]

    @property
    def counts(self) -> tuple[int, ...]:
        """The words of every sentence."""
        return tuple([line.size for line in self.lines])

    def clauses(self, index: int) -> tuple[frozenset[str], ...]:
        """The terms of every stretch of a sentence's words between two marks that part clauses."""
        place = self.places[index]
        found: list[list[str]] = [[]]
        for key, stem, word in zip(self.keys[place], self.stems[place], self.plain[place], strict=True):
            if word:
                found[-1].append(stem)
            elif key in _CLAUSE_ENDS and len(found[-1]) >= CLAUSE_WORDS:
                found.append([])
        if len(found) > 1 and len(found[-1]) < CLAUSE_WORDS:
            short = found.pop()
            found[-1] += short
        return tuple([frozenset(clause) for clause in found])


def read_lines(document: Document, *, stemmed: bool) -> Reading:
    """Read a document. `stemmed`: cut words to stems by the rules of the document's language."""
    sentences, words = document.sentences, document.words
    heads = [slice(one.first_word, min(one.last_word, one.first_word + READ_WORDS)) for one in sentences]
    starts, ends = _gathered(words.starts, heads), _gathered(words.ends, heads)
    keys = _gathered(words.keys, heads)
    stems = _stems(keys, document.language) if stemmed else keys
    marks = frozenset([key for key in set(words.keys) if not (key.isalnum() or is_word(key))])
    plain = bytes([key not in marks for key in keys])
    texts = [document.text[start:end] for start, end in zip(starts, ends, strict=True)]
    prints = tuple(texts) if document.text.isascii() else _prints(texts)
    plain_keys, plain_stems, shown = (tuple(compress(each, plain)) for each in (keys, stems, texts))
    headings = [block.kind == "heading" for block in document.blocks]
    lines: list[Line] = []
    opening: list[str] = []
    places: list[slice] = []
    at = word_at = 0
    for sentence, head in zip(sentences, heads, strict=True):
        stop = at + head.stop - head.start
        count = plain.count(1, at, stop)
        read = slice(word_at, word_at + count)
        opening += shown[word_at : word_at + min(count, 1)]
        forms = prints[at:stop] if head.stop == sentence.last_word else (None,)
        beyond = words.keys[head.stop : sentence.last_word]
        lines.append(
            Line(
                print=_sentence_print(document, sentence, forms),
                words=plain_keys[read],
                terms=frozenset(plain_stems[read]),
                size=count + len(beyond) - sum(map(marks.__contains__, beyond)) or 1,
                heading=headings[sentence.block],
                cut=bool(beyond),
            )
        )
        places.append(slice(at, stop))
        at, word_at = stop, read.stop
    names = _names(shown, plain_stems, opening)
    return Reading(tuple(lines), names, keys, stems, plain, tuple(places))


def _gathered(each: tuple[T, ...], slices: list[slice]) -> tuple[T, ...]:
    return tuple(chain.from_iterable([each[one] for one in slices]))


def _names(shown: tuple[str, ...], stems: tuple[str, ...], opening: list[str]) -> frozenset[str]:
    """The stems of words with a capital, as printed, that stand somewhere else than at the opening of a sentence."""
    stem_of = dict(zip(shown, stems, strict=True))
    held, opens = Counter(shown), Counter(opening)
    return frozenset(
        [stem for word, stem in stem_of.items() if word[0].isupper() and held[word] > opens[word]]
    )


def _stems(keys: tuple[str, ...], language: str) -> tuple[str, ...]:
    distinct = tuple(dict.fromkeys(keys))
    stem_of = dict(zip(distinct, stem_words(distinct, language), strict=True))
    return tuple([stem_of[key] for key in keys])


def _prints(texts: list[str]) -> tuple[str | None, ...]:
    """Every word's `typographic_form`; None where that may be more or less than one word."""
    forms: dict[str, str | None] = {text: text for text in set(texts)}
    for text in forms:
        if not text.isascii():
            forms[text] = typographic_form(text) if _KEEPS_ITS_WORDS.fullmatch(text) else None
    return tuple([forms[text] for text in texts])


def _sentence_print(document: Document, sentence: Sentence, forms: tuple[str | None, ...]) -> Print:
    """`printed` of a sentence; without cutting it into words again where the forms of its words are surely that."""
    if None not in forms and sentence.end - sentence.start <= LONG_PRINT:
        return forms  # type: ignore[return-value]
    return printed(document.text[sentence.start : sentence.end])


def printed(text: str) -> Print:
    """The words and marks of a text in `typographic_form`, so that kinds and widths of space do not count."""
    form = typographic_form(text)
    if len(form) > LONG_PRINT:
        return " ".join(form.split())
    words = split_words(form)
    return tuple([form[start:end] for start, end in zip(words.starts, words.ends, strict=True)])
