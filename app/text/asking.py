"""What a person looks for, read from what they typed. No text is an error; what says nothing is passed over.

Terms are parted by spaces, and all have to be there. Words in quotation marks of any kind stand in that order side by
side, as do the parts of a term (`storm-surge`, `l’eau`, a run of Chinese signs). A star after a word stands for how it
goes on. A quotation mark that is never closed ends with the text.
"""

import re
from dataclasses import dataclass

from app.text.lookup import split_units
from app.text.normalize import DOUBLE_QUOTES

MOST_UNITS = 64
"""Units of a query; what follows is not looked for, and the query says so."""
PREFIX_LENGTH = 2
"""Signs that a star has to follow: one sign alone stands for too much to be looked for, and is taken as a word."""

_QUOTED = str.maketrans(dict.fromkeys(DOUBLE_QUOTES, '"'))
_PIECE = re.compile(r'"([^"]*)(?:"(\*?)|$)|([^\s"*]+)(\**)')


@dataclass(frozen=True, slots=True)
class Term:
    """Units that stand side by side; with `prefix`, the last one may go on."""

    keys: tuple[str, ...]
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """A query: terms that all have to be there, none of them empty; `cut` where it was longer than `MOST_UNITS`."""

    terms: tuple[Term, ...]
    cut: bool = False


def read_query(text: str) -> Asked:
    """The terms of a query, each of them once.

    >>> read_query('flood* "the gate" l’eau').terms
    (Term(keys=('flood',), prefix=True), Term(keys=('the', 'gate'), prefix=False), Term(keys=('l', 'eau'), prefix=False))
    """
    terms: dict[Term, None] = {}
    left = MOST_UNITS
    for phrase, star, word, stars in _PIECE.findall(text.translate(_QUOTED)):
        keys = split_units(phrase or word).keys
        kept = keys[:left]
        left -= len(kept)
        if kept:
            prefix = bool(star or stars) and kept == keys and len(kept[-1]) >= PREFIX_LENGTH
            terms[Term(kept, prefix)] = None
        if kept != keys:
            return Asked(tuple(terms), cut=True)
    return Asked(tuple(terms))
