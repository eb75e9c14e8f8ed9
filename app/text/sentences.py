r"""Sentences of a block, with code-point offsets.

sentencex knows the languages' abbreviations and full stops. Around it stand three rules of our own:

1. a line that begins with a list mark, or follows a finished one, starts a sentence:   - one\n- two
2. any other line break inside a block is white space:                                 hard-wrapped\ntext
3. the full stop of a list number ends nothing:                                        1. one
4. white space around a sentence belongs to none.
"""

import regex
from sentencex import segment

from app.text.language import FALLBACK

_LINE_START = regex.compile(r"(?<=[.!?…。！？।]['\"”’»]?)\s*\n\s*|\n\s*(?=(?:[-–—*•·▪]|\d{1,3}[.)])\s)")
_LIST_NUMBER = regex.compile(r"^(\s*\d{1,3})\.(?=\s)")
_SURROGATE = regex.compile(r"[\ud800-\udfff]")


def split_sentences(text: str, language: str = FALLBACK) -> list[tuple[int, int]]:
    """The `(start, end)` of every sentence of one block, in order and without overlap; every visible sign is in one.

    `language` is an ISO 639-1 code; an unknown one is read by sentencex's rules for its nearest relative, or English's.
    """
    # Python strings may hold half a surrogate pair; sentencex, being UTF-8 inside, may not.
    clean = _SURROGATE.sub("\ufffd", text)
    spans: list[tuple[int, int]] = []
    start = 0
    for end in [*(match.start() for match in _LINE_START.finditer(clean)), len(clean)]:
        at = start
        for piece in segment(language, _LIST_NUMBER.sub(r"\1,", clean[start:end]).replace("\n", " ")):
            spans.append((at, at + len(piece)))
            at += len(piece)
        if at < end:  # nothing may be lost, whatever the library leaves out
            spans.append((at, end))
        start = end
    return [span for span in (trim(clean, *span) for span in spans) if span[0] < span[1]]


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """`[start, end)` without the white space at its ends; empty where there is nothing else."""
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
