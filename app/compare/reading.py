"""One side of a comparison as the methods read it: every sentence's print, words, terms, figures and quoted words."""

from dataclasses import dataclass

from app.text.document import Document, Sentence
from app.text.normalize import typographic_form
from app.text.stems import stem_words
from app.text.words import is_word, split_words

READ_WORDS = 4000
"""Words of one sentence that similarity looks at: real sentences have fewer than 200; longer ones are read by their head."""
LONG_PRINT = 20_000
"""Code points above which a sentence's print is compared without being cut into words."""
_OPENING = frozenset('“„«‹「『"')
_CLOSING = frozenset('”»›」』"“')

Print = tuple[str, ...] | str


@dataclass(frozen=True, slots=True)
class Line:
    """What similarity knows of one sentence.

    `print` is equal for two sentences that a reader calls the same, case included. `words` are keys of words in order,
    without marks; `terms` are their distinct stems in order of appearance; `names`, `figures` and `quoted` are those of
    them that are written with a capital inside the sentence, hold a digit, or stand between quotation marks.
    """

    print: Print
    words: tuple[str, ...]
    stems: tuple[str, ...]
    terms: tuple[str, ...]
    names: frozenset[str]
    figures: frozenset[str]
    quoted: frozenset[str]
    block: int


def read_lines(document: Document, *, stemmed: bool) -> tuple[Line, ...]:
    """Every sentence of a document, in order. `stemmed`: cut words to stems by the rules of the document's language."""
    stems = stem_words(document.words.keys, document.language) if stemmed else document.words.keys
    return tuple(_line(document, sentence, stems) for sentence in document.sentences)


def _line(document: Document, sentence: Sentence, stems: tuple[str, ...]) -> Line:
    first, last = sentence.first_word, min(sentence.last_word, sentence.first_word + READ_WORDS)
    keys = document.words.keys
    at = [k for k in range(first, last) if is_word(keys[k])]
    inside = _quoted(document, first, last)
    return Line(
        print=printed(document.text[sentence.start : sentence.end]),
        words=tuple(keys[k] for k in at),
        stems=tuple(stems[k] for k in at),
        terms=tuple(dict.fromkeys(stems[k] for k in at)),
        names=frozenset(stems[k] for k in at[1:] if document.text[document.words.starts[k]].isupper()),
        figures=frozenset(keys[k] for k in at if any(map(str.isdecimal, keys[k]))),
        quoted=frozenset(stems[k] for k in at if k in inside),
        block=sentence.block,
    )


def printed(text: str) -> Print:
    """The words and marks of a text in `typographic_form`, so that kinds and widths of space do not count."""
    form = typographic_form(text)
    if len(form) > LONG_PRINT:
        return " ".join(form.split())
    words = split_words(form)
    return tuple(form[start:end] for start, end in zip(words.starts, words.ends, strict=True))


def _quoted(document: Document, first: int, last: int) -> frozenset[int]:
    """The words between quotation marks, by index; a straight mark opens and closes by turns."""
    inside, found = False, []
    for k in range(first, last):
        start = document.words.starts[k]
        mark = document.text[start : document.words.ends[k]]
        if inside and mark in _CLOSING:
            inside = False
        elif not inside and mark in _OPENING:
            inside = True
        elif inside:
            found.append(k)
    return frozenset(found)
