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
from itertools import repeat
from typing import NamedTuple

import numpy as np

from app.text.document import Document, Sentence
from app.text.words import is_word

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
    marks = np.array([not (form[:1].isalnum() or is_word(form)) for form in document.words.forms], bool)
    places = np.flatnonzero(marks[document.words.print_of]).tolist()
    clauses: list[Clause] = []
    begin = 0
    for number, sentence in enumerate(document.sentences):
        end = bisect_left(places, sentence.last_word, lo=begin)
        borders = _borders(document, sentence, places[begin:end])
        clauses += map(Clause, borders, borders[1:], repeat(number))
        begin = end
    return tuple(clauses)


def clause_span(document: Document, clause: Clause) -> tuple[int, int]:
    """Where a clause stands in the document's text, in code points, the marks at its ends included."""
    if clause.first == clause.last:
        start = document.sentences[clause.sentence].start
        return start, start
    return document.words.starts[clause.first], document.words.ends[clause.last - 1]


def _borders(document: Document, sentence: Sentence, marks: list[int]) -> list[int]:
    """The word indices where a sentence's clauses begin, and where the last one ends. `marks` are those of its marks."""
    keys = document.words.keys
    borders = [sentence.first_word]
    words, at = 0, sentence.first_word
    for mark in marks:
        words += mark - at
        at = mark + 1
        if words >= LEAST and keys[mark] in _MAY_PART and (border := _border(document, mark)):
            borders.append(border)
            words = 0
    words += sentence.last_word - at
    if words < LEAST and len(borders) > 1:
        borders.pop()
    borders.append(sentence.last_word)
    return borders


def _border(document: Document, mark: int) -> int | None:
    """The word index where a clause begins by a mark that may part: its own if it opens, else the next; None without one.

    The mark is not the first of its text.
    """
    words, key = document.words, document.words.keys[mark]
    start, end = words.starts[mark], words.ends[mark]
    before = start > words.ends[mark - 1]
    after = mark + 1 < len(words.starts) and words.starts[mark + 1] > end
    if key == "'" and not before:
        return None
    if key == "-" and not (before or after or document.text[start] in _LONG_DASHES):
        return None
    return mark if before and not after and key in _OPENS else mark + 1
