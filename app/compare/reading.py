"""One side of a comparison as the methods read it: what every sentence prints, and its words, once per document."""

from dataclasses import dataclass
from itertools import compress

import numpy as np
import regex
from numpy.typing import NDArray

from app.text.clauses import split_clauses
from app.text.document import Document
from app.text.normalize import typographic_form
from app.text.rarity import word_rarity
from app.text.stems import stem_words
from app.text.words import is_word, split_words

READ_WORDS = 4000
"""Words and marks of one sentence looked at for likeness: real sentences have under 200; others go by their head."""
LONG_PRINT = 20_000
"""Code points above which a sentence's print is compared without being cut into words."""
_KEEPS_ITS_WORDS = regex.compile(r"[\x00-\x7fÀ-ɏ‐-―‘’“”„«»\u00a0]*+")
_SPACELESS = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]")

Print = tuple[str, ...] | str
Numbers = NDArray[np.int64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """What alignment knows of one document.

    For every sentence: `prints`, equal for two that a reader calls the same, case included; `sizes`, the number of its
    words (1 for nothing but marks); `headings`; `cut`, those of which only a head is looked at.

    For every word that is looked at, marks left out, in order: `terms`, its stem, or its key again (see
    app.text.normalize), or itself with the next sign where words are single signs; `sentence_of` and `clause_of`, by
    index; `quoted`, whether it stands between quotation marks. `names` are the terms with a capital inside some sentence;
    `rarity` says how rare each term is in the language at large.
    """

    prints: tuple[Print, ...]
    sizes: tuple[int, ...]
    headings: tuple[bool, ...]
    cut: frozenset[int]
    terms: tuple[str, ...]
    sentence_of: Numbers
    clause_of: Numbers
    quoted: Flags
    names: frozenset[str]
    rarity: dict[str, float]

    def __len__(self) -> int:
        return len(self.prints)


def read_sentences(document: Document, *, stemmed: bool) -> Reading:
    """Read a document. `stemmed`: cut words to stems by the rules of the document's language."""
    keys, count = document.words.keys, len(document.words)
    lengths = [one.last_word - one.first_word for one in document.sentences]
    texts = _texts(document)
    sentence_of = np.repeat(np.arange(len(lengths)), lengths)
    marks = frozenset([key for key in set(keys) if not (key.isalnum() or is_word(key))])
    plain = ~np.fromiter(map(marks.__contains__, keys), bool, count)
    sizes = np.bincount(sentence_of[plain], minlength=len(lengths))
    cut = frozenset([at for at, length in enumerate(lengths) if length > READ_WORDS])
    if cut:
        firsts = np.repeat(np.array([one.first_word for one in document.sentences]), lengths)
        plain &= np.arange(count) - firsts < READ_WORDS
    all_terms = _terms(document, stemmed=stemmed)
    terms = tuple(compress(all_terms, plain))
    capital = np.array([text[0].isupper() for text in compress(texts, plain)], bool)
    opens = np.ones(len(terms), bool)
    opens[1:] = np.diff(sentence_of[plain]) > 0
    return Reading(
        prints=_prints(document, texts),
        sizes=tuple(np.maximum(sizes, 1).tolist()),
        headings=tuple([document.blocks[one.block].kind == "heading" for one in document.sentences]),
        cut=cut,
        terms=terms,
        sentence_of=sentence_of[plain],
        clause_of=_clause_of(document)[plain],
        quoted=_quoted(document)[plain],
        names=frozenset(compress(terms, capital & ~opens)),
        rarity=_rarity(document, all_terms),
    )


def printed(text: str) -> Print:
    """The words and marks of a text in `typographic_form`, so that kinds and widths of space do not count."""
    form = typographic_form(text)
    if len(form) > LONG_PRINT:
        return " ".join(form.split())
    words = split_words(form)
    return tuple([form[start:end] for start, end in zip(words.starts, words.ends, strict=True)])


def _texts(document: Document) -> list[str]:
    text = document.text
    return [text[start:end] for start, end in zip(document.words.starts, document.words.ends, strict=True)]


def _terms(document: Document, *, stemmed: bool) -> list[str]:
    """The term of every word and mark."""
    keys = document.words.keys
    distinct = tuple(dict.fromkeys(keys))
    term_of = dict(
        zip(distinct, stem_words(distinct, document.language) if stemmed else distinct, strict=True)
    )
    terms = list(map(term_of.__getitem__, keys))
    signs = frozenset([key for key in distinct if not key.isascii() and _SPACELESS.match(key)])
    return _pairs_of_signs(document, terms, signs) if signs else terms


def _rarity(document: Document, terms: list[str]) -> dict[str, float]:
    """How rare each term is: as the commonest of its words; of signs taken together, as they are."""
    pairs = dict.fromkeys(zip(document.words.keys, terms, strict=True))
    words = tuple([term if len(term) > len(key) else key for key, term in pairs])
    found: dict[str, float] = {}
    for (_, term), rarity in zip(pairs, word_rarity(words, document.language), strict=True):
        found[term] = min(rarity, found.get(term, 1.0))
    return found


def _pairs_of_signs(document: Document, terms: list[str], signs: frozenset[str]) -> list[str]:
    """Signs of scripts without spaces with the next one: single signs say little, most words have two or more."""
    words = document.words
    following = zip(words.keys[1:], words.starts[1:], strict=True)
    for at, (key, start) in enumerate(following):
        if key in signs and words.keys[at] in signs and words.ends[at] == start:
            terms[at] += key
    return terms


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


def _prints(document: Document, texts: list[str]) -> tuple[Print, ...]:
    """`printed` of every sentence; without cutting it into words again where the forms of its words are surely that."""
    forms: list[str] | list[str | None] = texts
    if not document.text.isascii():
        form_of = {text: _form(text) for text in set(texts)}
        forms = list(map(form_of.__getitem__, texts))
    prints: list[Print] = []
    for sentence in document.sentences:
        own = forms[sentence.first_word : sentence.last_word]
        if None in own or sentence.end - sentence.start > LONG_PRINT:
            prints.append(printed(document.text[sentence.start : sentence.end]))
        else:
            prints.append(tuple(own))  # type: ignore[arg-type]
    return tuple(prints)


def _form(text: str) -> str | None:
    """A word's `typographic_form`; None where that may be more or less than one word."""
    if text.isascii():
        return text
    return typographic_form(text) if _KEEPS_ITS_WORDS.fullmatch(text) else None
