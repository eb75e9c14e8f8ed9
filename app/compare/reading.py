"""One side of a comparison as the methods read it: what every sentence prints, and its words, once per document."""

from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import compress
from typing import NamedTuple, Protocol

import numpy as np
import regex
from numpy.typing import NDArray

from app.compare.vocabulary import look_up
from app.text.clauses import clause_of_words
from app.text.document import Document
from app.text.normalize import typographic_form
from app.text.words import LONGEST_WORD, Flags, Numbers, Words, numbered, split_prints

READ_WORDS = 4000
"""Words and marks of one sentence looked at for likeness: real sentences have under 200; others go by their head."""
LONG_PRINT = 20_000
"""Code points above which a sentence's print is compared without being cut into words."""
_KEEPS_ITS_WORDS = regex.compile(r"[\x00-\x7fÀ-ɏ‐-―‘’“”„«»\u00a0]*+")
_UNSURE = ""
_SPACELESS = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]")

Print = tuple[str, ...] | str
Weights = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """What alignment knows of one document.

    For every sentence: `prints`, equal for two that a reader calls the same, case included; `sizes`, the number of its
    words (1 for nothing but marks); `headings`; `cut`, those of which only a head is looked at.

    `terms` are the distinct terms in order: stems of words, or words as they are, or, where words are single signs, each
    sign with the next. For each: `rarity` in the language at large, and whether it is among the `names`, which have a
    capital inside some sentence.

    For every word that is looked at, marks left out, in order: `term_of`, `sentence_of` and `clause_of`, by index;
    `quoted`, whether it stands between quotation marks.
    """

    prints: tuple[Print, ...]
    sizes: tuple[int, ...]
    headings: tuple[bool, ...]
    cut: frozenset[int]
    terms: tuple[str, ...]
    rarity: Weights
    names: Flags
    term_of: Numbers
    sentence_of: Numbers
    clause_of: Numbers
    quoted: Flags

    def __len__(self) -> int:
        return len(self.prints)


class Read(Protocol):
    """`read_sentences`, or what remembers its answers."""

    def __call__(self, document: Document, /, *, stemmed: bool) -> Reading:
        """The document, read."""
        ...


class Readings:
    """Reads documents, each once."""

    def __init__(self) -> None:
        self._made: dict[tuple[int, bool], tuple[Document, Reading]] = {}

    def __call__(self, document: Document, /, *, stemmed: bool) -> Reading:
        """The document, read. It is told by being the same object, which is kept as long as this is."""
        key = id(document), stemmed
        if key not in self._made:
            self._made[key] = document, read_sentences(document, stemmed=stemmed)
        return self._made[key][1]


def read_sentences(document: Document, *, stemmed: bool) -> Reading:
    """Read a document. `stemmed`: cut words to stems by the rules of the document's language."""
    cut = frozenset(
        [at for at, one in enumerate(document.sentences) if one.last_word - one.first_word > READ_WORDS]
    )
    seen = _heads(document) if cut else document
    lengths = [one.last_word - one.first_word for one in seen.sentences]
    beyond = np.flatnonzero(~document.words.ascii).tolist()
    words = _distinct(*_pieces(seen.words, beyond), document.language, stemmed=stemmed)
    places = np.flatnonzero(words.plain[words.number_of])
    looked_at = words.number_of[places]
    term_of, sentence_of = words.term_of[looked_at], np.repeat(np.arange(len(lengths)), lengths)[places]
    inside = np.diff(sentence_of, prepend=-1) == 0
    return Reading(
        prints=_prints(document, beyond),
        sizes=_sizes(document, np.bincount(sentence_of, minlength=len(lengths)), cut),
        headings=tuple([document.blocks[one.block].kind == "heading" for one in document.sentences]),
        cut=cut,
        terms=words.terms,
        rarity=words.rarity,
        names=np.bincount(term_of[words.capital[looked_at] & inside], minlength=len(words.terms)) > 0,
        term_of=term_of,
        sentence_of=sentence_of,
        clause_of=clause_of_words(seen)[places],
        quoted=_quoted(seen, lengths)[places],
    )


def _sizes(document: Document, counted: Numbers, cut: frozenset[int]) -> tuple[int, ...]:
    """The words of every sentence, `counted` but for those that were cut."""
    words = document.words
    for at in cut:
        sentence = document.sentences[at]
        own = words.print_of[sentence.first_word : sentence.last_word]
        counted[at] = words.plain[own].sum()
    return tuple(np.maximum(counted, 1).tolist())


def printed(text: str) -> Print:
    """The words and marks of a text in `typographic_form`, so that kinds and widths of space do not count."""
    form = typographic_form(text)
    if len(form) > LONG_PRINT:
        return " ".join(form.split())
    return split_prints(form)


def _heads(document: Document) -> Document:
    """The document as far as it is looked at: of every sentence the first `READ_WORDS` words and marks."""
    sentences, slices, at = [], [], 0
    for one in document.sentences:
        stop = min(one.last_word, one.first_word + READ_WORDS)
        slices.append(slice(one.first_word, stop))
        sentences.append(replace(one, first_word=at, last_word=at + stop - one.first_word))
        at = sentences[-1].last_word
    words, of = document.words, np.concatenate([np.arange(one.start, one.stop) for one in slices])
    seen = replace(words, print_of=words.print_of[of], start_of=words.start_of[of], end_of=words.end_of[of])
    return replace(document, sentences=tuple(sentences), words=seen)


def _pieces(words: Words, beyond: list[int]) -> tuple[tuple[str, ...], Numbers]:
    """The distinct words and marks as printed, and which each is; signs of scripts without spaces together with the next.

    Single signs say little: most words of such a script have two or more. `beyond` are the distinct ones beyond ASCII.
    """
    signs = [one for one in beyond if _SPACELESS.match(words.prints[one])]
    if not signs:
        return words.prints, words.print_of
    prints, of = words.prints, words.print_of
    is_sign = np.zeros(len(prints), bool)
    is_sign[signs] = True
    sign = is_sign[of]
    with_next = np.flatnonzero(sign[:-1] & sign[1:] & (words.end_of[:-1] == words.start_of[1:]))
    codes = of * (len(prints) + 1)
    codes[with_next] += of[with_next + 1] + 1
    _, first, number_of = np.unique(codes, return_index=True, return_inverse=True)
    order = np.argsort(first)
    rank = np.empty(len(order), np.int64)
    rank[order] = np.arange(len(order))
    pieces = [divmod(code, len(prints) + 1) for code in codes[first[order]].tolist()]
    return tuple(
        [prints[one] + prints[following - 1] if following else prints[one] for one, following in pieces]
    ), rank[number_of]


class _Distinct(NamedTuple):
    """The distinct words and marks of a document: whether each is a word, has a capital, and the index of its term.

    `number_of` gives the distinct one that every word and mark is; `terms` and `rarity` are those of words.
    """

    number_of: Numbers
    plain: Flags
    capital: Flags
    term_of: Numbers
    terms: tuple[str, ...]
    rarity: Weights


def _distinct(prints: tuple[str, ...], number_of: Numbers, language: str, *, stemmed: bool) -> _Distinct:
    known = look_up(prints, language, stemmed=stemmed)
    plain, capital = (np.fromiter(flags, bool, len(prints)) for flags in (known.plain, known.capital))
    terms, numbers = numbered(list(compress(known.stem, known.plain)))
    term_of, rarity = np.zeros(len(prints), np.int64), np.ones(len(terms))
    term_of[plain] = numbers
    np.minimum.at(rarity, numbers, np.fromiter(known.rarity, float, len(prints))[plain])
    return _Distinct(number_of, plain, capital, term_of, terms, rarity)


def _quoted(document: Document, lengths: list[int]) -> Flags:
    """Whether every word and mark stands between quotation marks, or after one that its block does not close.

    `lengths` has the words and marks of every sentence.
    """
    words = document.words
    quotes = [one for one in np.flatnonzero(~words.plain).tolist() if words.forms[one] == '"']
    if not quotes:
        return np.zeros(len(words), bool)
    is_quote = np.zeros(len(words.forms), bool)
    is_quote[quotes] = True
    marks = is_quote[words.print_of]
    before = np.concatenate(([0], np.cumsum(marks)))  # how many stand before each word, and before the end
    first = {one.block: one.first_word for one in reversed(document.sentences)}
    outside = before[[first[one.block] for one in document.sentences]]
    inside: Flags = ((before[:-1] - np.repeat(outside, lengths)) % 2 == 1) & ~marks
    return inside


def _prints(document: Document, beyond: list[int]) -> tuple[Print, ...]:
    """`printed` of every sentence; without cutting it into words again where the forms of its words are surely that.

    `beyond` are the distinct words beyond ASCII.
    """
    text, words = document.text, document.words
    forms = list(words.prints)
    for one in beyond:
        forms[one] = _form(forms[one]) if len(forms[one]) <= LONGEST_WORD else _UNSURE
    every = list(map(forms.__getitem__, words.print_of.tolist()))
    unsure = _UNSURE in forms
    prints: list[Print] = []
    for sentence in document.sentences:
        own = tuple(every[sentence.first_word : sentence.last_word])
        if sentence.end - sentence.start > LONG_PRINT or (unsure and _UNSURE in own):
            prints.append(printed(text[sentence.start : sentence.end]))
        else:
            prints.append(own)
    return tuple(prints)


@lru_cache(maxsize=10_000)
def _form(text: str) -> str:
    """A word's `typographic_form`; `_UNSURE` where that may be more or less than one word."""
    return typographic_form(text) if _KEEPS_ITS_WORDS.fullmatch(text) else _UNSURE
