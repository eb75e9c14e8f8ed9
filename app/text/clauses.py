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

from bisect import bisect_left
from collections.abc import Iterator
from itertools import repeat
from typing import NamedTuple

import numpy as np

from app.text.document import Document
from app.text.words import Numbers

LEAST = 3
"""Words of the shortest clause; a sentence that has fewer is one clause."""
_MAY_PART = frozenset(",;:\"'-()[]，、；：（）،؛﹐︰")
_OPENS = frozenset("\"'([（")
_LONG_DASHES = frozenset("–—―−")


class Clause(NamedTuple):
    """The words and marks `[first, last)` of a document, as word indices, and the index of their sentence."""

    first: int
    last: int
    sentence: int


def split_clauses(document: Document) -> tuple[Clause, ...]:
    """The clauses of every sentence, in order: at least one each, and all its words and marks lie in one of them."""
    clauses: list[Clause] = []
    for number, borders in enumerate(_borders(document)):
        clauses += map(Clause, borders, borders[1:], repeat(number))
    return tuple(clauses)


def clause_of_words(document: Document) -> Numbers:
    """For every word and mark of a document, the index of its clause among `split_clauses`."""
    clauses = [
        (borders[k], borders[k + 1]) for borders in _borders(document) for k in range(len(borders) - 1)
    ]
    return np.repeat(np.arange(len(clauses)), [last - first for first, last in clauses])


def clause_span(document: Document, clause: Clause) -> tuple[int, int]:
    """Where a clause stands in the document's text, in code points, the marks at its ends included."""
    if clause.first == clause.last:
        start = document.sentences[clause.sentence].start
        return start, start
    return document.words.starts[clause.first], document.words.ends[clause.last - 1]


def _borders(document: Document) -> Iterator[list[int]]:
    """For every sentence the word indices where its clauses begin, and where the last one ends."""
    words = document.words
    marks = np.flatnonzero(np.array([form in _MAY_PART for form in words.forms], bool)[words.print_of])
    places = marks.tolist()
    starts = _starts(document, marks)
    # how many words, marks left out, stand before each word or mark, and before the end
    before = np.concatenate(([0], np.cumsum(words.plain[words.print_of]))).tolist()
    at = 0
    for sentence in document.sentences:
        borders = [sentence.first_word]
        counted = before[sentence.first_word]
        stop = bisect_left(places, sentence.last_word, lo=at)
        for mark, start in zip(places[at:stop], starts[at:stop], strict=True):
            if start and before[mark] - counted >= LEAST:
                borders.append(start)
                counted = before[mark]
        if before[sentence.last_word] - counted < LEAST and len(borders) > 1:
            borders.pop()
        yield [*borders, sentence.last_word]
        at = stop


def _starts(document: Document, marks: Numbers) -> list[int]:
    """Where a clause begins by marks that may part: at the mark if it opens, else at the next word; 0 where none does."""
    words = document.words
    spaced = np.concatenate(
        ([False], words.start_of[1:] > words.end_of[:-1], [False])
    )  # before each, and the end
    before, after = spaced[marks].tolist(), spaced[marks + 1].tolist()
    keys = [words.forms[one] for one in words.print_of[marks].tolist()]
    long = [document.text[at] in _LONG_DASHES for at in words.start_of[marks].tolist()]
    return [_start(mark, *of) for mark, *of in zip(marks.tolist(), keys, long, before, after, strict=True)]


def _start(mark: int, key: str, long: bool, before: bool, after: bool) -> int:
    """Where a clause begins by one mark, given whether it is a long dash, and whether space stands before and after it."""
    if key == "'" and not before:
        return 0
    if key == "-" and not (before or after or long):
        return 0
    return mark if before and not after and key in _OPENS else mark + 1
