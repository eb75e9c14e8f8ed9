"""Addresses of sentences: computed from the sentence's own text, so that a link to a row outlives the engine."""

import hashlib
from base64 import b32encode
from collections.abc import Iterable

from app.text.document import Document
from app.text.normalize import match_form

ANCHOR_LENGTH = 8
"""Characters: base 32, so 40 bits; two sentences of one article share one by chance once in some 10^9 articles."""


def anchors(document: Document) -> tuple[str, ...]:
    """An id for every sentence, unique in the document: a hash of its match form, in lower-case base 32.

    The second sentence with the same words has `-2` behind it, the third `-3`.
    """
    return numbered([text_anchor(document.sentence_text(k)) for k in range(len(document.sentences))])


def text_anchor(text: str) -> str:
    """The hash of a text's match form: the same for the same words, however they are set in type."""
    form = " ".join(match_form(text).split())
    digest = hashlib.sha256(form.encode("utf-8", "surrogatepass")).digest()
    return b32encode(digest).decode("ascii").lower()[:ANCHOR_LENGTH]


def numbered(names: Iterable[str]) -> tuple[str, ...]:
    """The names, with a number behind each from the second of its kind on.

    >>> numbered(["a", "b", "a"])
    ('a', 'b', 'a-2')
    """
    counts: dict[str, int] = {}
    made = []
    for name in names:
        counts[name] = counts.get(name, 0) + 1
        made.append(name if counts[name] == 1 else f"{name}-{counts[name]}")
    return tuple(made)
