"""Addresses of sentences: computed from the sentence's own text, so that a link to a row outlives the engine."""

import hashlib
from base64 import b32encode

from app.text.document import Document
from app.text.normalize import match_form

ANCHOR_LENGTH = 8
"""Characters: base 32, so 40 bits; two sentences of one article share one by chance once in some 10^9 articles."""


def anchors(document: Document) -> tuple[str, ...]:
    """An id for every sentence, unique in the document: a hash of its match form, in lower-case base 32.

    The second sentence with the same words has `-2` behind it, the third `-3`.
    """
    counts: dict[str, int] = {}
    return tuple(_numbered(_hash(document.sentence_text(k)), counts) for k in range(len(document.sentences)))


def _hash(text: str) -> str:
    form = " ".join(match_form(text).split())
    digest = hashlib.sha256(form.encode("utf-8", "surrogatepass")).digest()
    return b32encode(digest).decode("ascii").lower()[:ANCHOR_LENGTH]


def _numbered(anchor: str, counts: dict[str, int]) -> str:
    counts[anchor] = counts.get(anchor, 0) + 1
    return anchor if counts[anchor] == 1 else f"{anchor}-{counts[anchor]}"
