"""Clauses: the stretches of a sentence between marks that part them.

What was tried before: parting at every such mark. Then "one-day" is two halves, "the workers' rights" are parted at the
apostrophe, an opening quotation mark hangs on to what stands before the quotation, and a list of single words is as many
clauses. So:

1. comma, semicolon, colon, brackets and double quotation marks part        He left, | she said; | nobody saw it.
2. a dash parts where a space stands beside it, or where it is long         a two-day delay | — the third | — began
3. a single quotation mark parts where a space stands before it             the mayor's plan was | ‘a gift to her rivals’
4. a mark that opens goes with what follows it                              he told the council | “we will not pay”
5. `LEAST` words at least make a clause; fewer go with those after them,    At dawn, red flags flew, | the mayor said.
   or with those before them at the end of a sentence
"""

from typing import NamedTuple

import numpy as np

from app.text.document import Document
from app.text.words import Numbers, Words

LEAST = 3
"""Words of the shortest clause; a sentence that has fewer is one clause."""
_PARTS, _OPENS, _QUOTE, _DASH = range(1, 5)
_KINDS = {
    **dict.fromkeys(",;:)]，、；：）،؛﹐︰", _PARTS), **dict.fromkeys('"([（', _OPENS), "'": _QUOTE, "-": _DASH,
}  # fmt: skip
"""What the marks that may part do, by match form: part, or open, or as rules 2 and 3 have it."""
_LONG_DASHES = frozenset("–—―−")


class Clause(NamedTuple):
    """The words and marks `[first, last)` of a document, as word indices, and the index of their sentence."""

    first: int
    last: int
    sentence: int


def split_clauses(document: Document) -> tuple[Clause, ...]:
    """The clauses of every sentence, in order: at least one each, and all its words and marks lie in one of them."""
    firsts, sentences = _firsts(document)
    borders = firsts.tolist()
    return tuple(map(Clause, borders, [*borders[1:], len(document.words)], sentences.tolist()))


def clause_of_words(document: Document) -> Numbers:
    """For every word and mark of a document, the index of its clause among `split_clauses`."""
    begun = np.cumsum(np.bincount(_firsts(document)[0], minlength=len(document.words)))
    return begun[: len(document.words)] - 1


def clause_span(document: Document, clause: Clause) -> tuple[int, int]:
    """Where a clause stands in the document's text, in code points, the marks at its ends included."""
    if clause.first == clause.last:
        start = document.sentences[clause.sentence].start
        return start, start
    return document.words.starts[clause.first], document.words.ends[clause.last - 1]


def _firsts(document: Document) -> tuple[Numbers, Numbers]:
    """The first words of all clauses, by index, ascending, and the sentences that the clauses are of."""
    words = document.words
    firsts = np.array([one.first_word for one in document.sentences], np.int64)
    marks, borders = _parting(words)
    # how many words, marks left out, stand before each word or mark, and before the end
    before = np.concatenate(([0], np.cumsum(words.plain[words.print_of])))
    since = before[np.append(firsts, len(words))]  # before each sentence, and the end
    sentence_of, counted = np.searchsorted(firsts, marks, "right") - 1, before[marks]
    enough = (counted - since[sentence_of] >= LEAST) & (since[sentence_of + 1] - counted >= LEAST)
    chosen: list[int] = []
    last, done = -1, 0
    columns = np.flatnonzero(enough), sentence_of[enough], counted[enough]
    for mark, sentence, count in zip(*(column.tolist() for column in columns), strict=True):
        if sentence != last or count - done >= LEAST:
            chosen.append(mark)
            last, done = sentence, count
    # an empty sentence has the same first word as the next one, and comes before it
    begins = np.concatenate((firsts, borders[chosen]))
    order = np.argsort(begins, kind="stable")
    return begins[order], np.concatenate((np.arange(len(firsts)), sentence_of[chosen]))[order]


def _parting(words: Words) -> tuple[Numbers, Numbers]:
    """The marks that part, by index, and where a clause begins by each: at the mark if it opens, else at the next word."""
    kinds = np.zeros(len(words.forms), np.int64)
    for one in np.flatnonzero(~words.plain).tolist():
        kinds[one] = _PARTS if words.prints[one] in _LONG_DASHES else _KINDS.get(words.forms[one], 0)
    kind_of = kinds[words.print_of]
    marks = np.flatnonzero(kind_of)
    kind = kind_of[marks]
    spaced = np.concatenate(([False], words.start_of[1:] > words.end_of[:-1], [False]))
    before, after = spaced[marks], spaced[marks + 1]
    parts = np.where(kind == _QUOTE, before, (kind != _DASH) | before | after)
    opens = before & ~after & ((kind == _OPENS) | (kind == _QUOTE))
    return marks[parts], (marks + ~opens)[parts]
