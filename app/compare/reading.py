"""One side of a comparison as the methods read it: what every sentence prints, and its words, once per document."""

from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain
from typing import NamedTuple, Protocol

import numpy as np
import regex
from numpy.typing import NDArray

from app.text.clauses import split_clauses
from app.text.document import Document
from app.text.normalize import match_form, typographic_form
from app.text.rarity import word_rarity
from app.text.stems import stem_words
from app.text.words import Words, is_word, numbered, split_words

READ_WORDS = 4000
"""Words and marks of one sentence looked at for likeness: real sentences have under 200; others go by their head."""
LONG_PRINT = 20_000
"""Code points above which a sentence's print is compared without being cut into words."""
_KEEPS_ITS_WORDS = regex.compile(r"[\x00-\x7fÀ-ɏ‐-―‘’“”„«»\u00a0]*+")
LONGEST_WORD = 100
"""Signs of the longest word that is looked up, and remembered."""
KNOWN_WORDS = 100_000
"""Words whose stem and rarity are kept from one document to the next."""
_UNSURE = ""
_SPACELESS = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]")

Print = tuple[str, ...] | str
Numbers = NDArray[np.int64]
Flags = NDArray[np.bool_]
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
    words = _distinct(*_pieces(seen), document.language, stemmed=stemmed)
    plain = words.plain[words.number_of]
    looked_at = words.number_of[plain]
    term_of, sentence_of = words.term_of[looked_at], np.repeat(np.arange(len(lengths)), lengths)[plain]
    inside = np.diff(sentence_of, prepend=-1) == 0
    sizes = np.bincount(sentence_of, minlength=len(lengths)).tolist()
    if cut:
        is_plain = np.array(list(map(is_word, document.words.forms)))
        for at in cut:
            sentence = document.sentences[at]
            sizes[at] = int(is_plain[document.words.print_of[sentence.first_word : sentence.last_word]].sum())
    return Reading(
        prints=_prints(document),
        sizes=tuple([max(size, 1) for size in sizes]),
        headings=tuple([document.blocks[one.block].kind == "heading" for one in document.sentences]),
        cut=cut,
        terms=words.terms,
        rarity=words.rarity,
        names=np.bincount(term_of[words.capital[looked_at] & inside], minlength=len(words.terms)) > 0,
        term_of=term_of,
        sentence_of=sentence_of,
        clause_of=_clause_of(seen)[plain],
        quoted=_quoted(seen)[plain],
    )


def printed(text: str) -> Print:
    """The words and marks of a text in `typographic_form`, so that kinds and widths of space do not count."""
    form = typographic_form(text)
    if len(form) > LONG_PRINT:
        return " ".join(form.split())
    words = split_words(form)
    return tuple([form[start:end] for start, end in zip(words.starts, words.ends, strict=True)])


def _heads(document: Document) -> Document:
    """The document as far as it is looked at: of every sentence the first `READ_WORDS` words and marks."""
    sentences, slices, at = [], [], 0
    for one in document.sentences:
        stop = min(one.last_word, one.first_word + READ_WORDS)
        slices.append(slice(one.first_word, stop))
        sentences.append(replace(one, first_word=at, last_word=at + stop - one.first_word))
        at = sentences[-1].last_word
    words = document.words
    seen = Words(
        starts=tuple(chain.from_iterable([words.starts[one] for one in slices])),
        ends=tuple(chain.from_iterable([words.ends[one] for one in slices])),
        keys=tuple(chain.from_iterable([words.keys[one] for one in slices])),
        prints=words.prints,
        forms=words.forms,
        print_of=np.concatenate([words.print_of[one] for one in slices]),
    )
    return replace(document, sentences=tuple(sentences), words=seen)


def _pieces(document: Document) -> tuple[tuple[str, ...], Numbers]:
    """The distinct words and marks as printed, and which each is; signs of scripts without spaces together with the next.

    Single signs say little: most words of such a script have two or more.
    """
    words = document.words
    signs = frozenset([one for one in words.prints if not one.isascii() and _SPACELESS.match(one)])
    if not signs:
        return words.prints, words.print_of
    single = list(map(words.prints.__getitem__, words.print_of.tolist()))
    pieces = single.copy()
    for at, (following, start) in enumerate(zip(single[1:], words.starts[1:], strict=True)):
        if following in signs and single[at] in signs and words.ends[at] == start:
            pieces[at] += following
    return numbered(pieces)


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
    known = [
        _word(one, language if stemmed else None, language) if len(one) <= LONGEST_WORD else _endless(one)
        for one in prints
    ]
    plain = np.array([one[0] for one in known], bool)
    capital = np.array([one[1] for one in known], bool)
    terms: dict[str, int] = {}
    term_of = np.array([terms.setdefault(one[2], len(terms)) if one[0] else 0 for one in known], np.int64)
    rarity = np.ones(len(terms))
    np.minimum.at(rarity, term_of[plain], np.array([one[3] for one in known])[plain])
    return _Distinct(number_of, plain, capital, term_of, tuple(terms), rarity)


def _endless(printed: str) -> tuple[bool, bool, str, float]:
    """As `_word`, for what is no word of any language: its own stem, and rare."""
    key = match_form(printed)
    return is_word(key), printed[:1].isupper(), key, 1.0


@lru_cache(maxsize=KNOWN_WORDS)
def _word(printed: str, stemmed: str | None, language: str) -> tuple[bool, bool, str, float]:
    """Whether a text is a word, whether it has a capital, its stem, its rarity; `stemmed` is the stem's language, if any."""
    key = match_form(printed)
    plain = key.isalnum() or is_word(key)
    (stem,) = stem_words((key,), stemmed) if stemmed and plain else (key,)
    (rarity,) = word_rarity((key,), language)
    return plain, printed[:1].isupper(), stem, rarity


def _clause_of(document: Document) -> Numbers:
    """The clause of every word and mark, by index."""
    clauses = split_clauses(document)
    return np.repeat(np.arange(len(clauses)), [clause.last - clause.first for clause in clauses])


def _quoted(document: Document) -> Flags:
    """Whether every word and mark stands between quotation marks, or after one that its block does not close."""
    keys = document.words.keys
    quoted = np.zeros(len(keys), bool)
    if '"' not in keys:
        return quoted
    block_of = [document.sentences[0].block] * len(keys)
    for sentence in document.sentences:
        block_of[sentence.first_word : sentence.last_word] = [sentence.block] * (
            sentence.last_word - sentence.first_word
        )
    at = 0
    while (start := _find(keys, at)) < len(keys):
        block, stop = block_of[start], _find(keys, start + 1)
        if stop == len(keys) or block_of[stop] != block:  # not closed in its block
            stop = start + 1
            while stop < len(keys) and block_of[stop] == block:
                stop += 1
            at = stop
        else:
            at = stop + 1
        quoted[start + 1 : stop] = True
    return quoted


def _find(keys: tuple[str, ...], at: int) -> int:
    """Where the next quotation mark stands, or the number of keys."""
    try:
        return keys.index('"', at)
    except ValueError:
        return len(keys)


def _prints(document: Document) -> tuple[Print, ...]:
    """`printed` of every sentence; without cutting it into words again where the forms of its words are surely that."""
    text, words = document.text, document.words
    forms = [
        one if one.isascii() else _form(one) if len(one) <= LONGEST_WORD else _UNSURE for one in words.prints
    ]
    prints: list[Print] = []
    for sentence in document.sentences:
        if sentence.end - sentence.start <= LONG_PRINT:
            own = [forms[at] for at in words.print_of[sentence.first_word : sentence.last_word].tolist()]
            if _UNSURE not in own:
                prints.append(tuple(own))
                continue
        prints.append(printed(text[sentence.start : sentence.end]))
    return tuple(prints)


@lru_cache(maxsize=10_000)
def _form(text: str) -> str:
    """A word's `typographic_form`; `_UNSURE` where that may be more or less than one word."""
    return typographic_form(text) if _KEEPS_ITS_WORDS.fullmatch(text) else _UNSURE
