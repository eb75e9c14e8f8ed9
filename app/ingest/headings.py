"""Headings inside the body."""

import regex

from app.ingest.shape import count_words, has_several_sentences, is_asking, is_closed, is_quoted
from app.ingest.title import is_marked

MAX_LENGTH = 100
MAX_WORDS = 14
_FRAMED = regex.compile(r"([-–—*=])\s+\S.*\S\s+\1|([-–—=])\2+\s*\S.*\S\s*\2+")

_LIST_MARK = regex.compile(r"(?:[-–—*•·▪]|\d+[.)])\s")


def is_heading(paragraphs: list[str], at: int) -> bool:
    """Whether the paragraph is a heading: marked as one, or short, open and between longer paragraphs that are closed.

    The article's last paragraph is none. A question is one where it is not spoken.
    """
    text = paragraphs[at]
    if len(text) > MAX_LENGTH or "\n" in text or at + 1 >= len(paragraphs):
        return False
    if is_marked(text) or (_FRAMED.fullmatch(text) and count_words(text) <= MAX_WORDS):
        return True
    words = count_words(text)
    if at == 0 or not 0 < words <= MAX_WORDS or not _is_open(text):
        return False
    return _is_longer(paragraphs[at + 1], words) and _is_longer(paragraphs[at - 1], words)


def _is_open(text: str) -> bool:
    """No sentence's end (a question's mark aside), no colon or comma, no list mark, not lower case, not wholly a quote."""
    if text[0].islower() or text[-1] in ":,;" or _LIST_MARK.match(text):
        return False
    if is_quoted(text) and text[-1] in "\"”’»“'」":
        return False
    if is_asking(text) and not is_quoted(text):
        return not has_several_sentences(text)
    return not is_closed(text)


def _is_longer(text: str, words: int) -> bool:
    return is_closed(text) and count_words(text) > words
