r"""Sentences of a block, with code-point offsets.

sentencex knows the languages' abbreviations and full stops. Around it stand rules of our own:

1. a line that begins with a list mark, or follows a finished one, starts a sentence:   - one\n- two
2. any other line break inside a block is white space:                                 hard-wrapped\ntext
3. the full stop of a list number ends nothing:                                        1. one
4. a quotation of several sentences is several, as its speaker said them one by one    “One. | Two,” he said.
   (sentencex keeps quotations whole, so it is not shown the quotation marks)
5. what follows a quotation in lower case, or as its particle, belongs to its sentence: “Why?” he asked. · 「…。」と
6. titles that sentencex does not know stay with their names:                           Ms. Fell · M. Roux
7. white space around a sentence belongs to none.
"""

from collections.abc import Iterator

import regex
from sentencex import segment

from app.text.language import FALLBACK

_LINE_START = regex.compile(r"(?<=[.!?…。！？।]['\"”’»]?)\s*\n\s*|\n\s*(?=(?:[-–—*•·▪]|\d{1,3}[.)])\s)")
_LIST_NUMBER = regex.compile(r"^(\s*\d{1,3})\.(?=\s)")
_SURROGATE = regex.compile(r"[\ud800-\udfff]")
_QUOTE = regex.compile(r"[“”„‟\"«»「」『』\n]")
_OPENING_AT_END = regex.compile(r"(?:(?<=\s)[“„‟\"«「『]+|(?<=[。！？])[“「『]+)\s*$")
_GOES_ON = regex.compile(r"\s*(?:\p{Ll}|と|って|という)")
_TITLE = regex.compile(r"(?<![\p{L}\p{N}])(?:Abg|Ft|Gefr|Hr|Ing|Mlle|MM|Mme|Ms|Mx|Ph\.D)\.\s*$")
_FRENCH_TITLE = regex.compile(r"(?<![\p{L}\p{N}])(?:M|Me|Mgr)\.\s*$")
_AFTER_QUOTE = regex.compile(r"[”“\"»」』]\s*$")


def split_sentences(text: str, language: str = FALLBACK) -> list[tuple[int, int]]:
    """The `(start, end)` of every sentence of one block, in order and without overlap; every visible sign is in one.

    `language` is an ISO 639-1 code; an unknown one is read by sentencex's rules for its nearest relative, or English's.
    """
    # Python strings may hold half a surrogate pair; sentencex, being UTF-8 inside, may not.
    clean = _SURROGATE.sub("\ufffd", text)
    spans: list[tuple[int, int]] = []
    start = 0
    for end in [*(match.start() for match in _LINE_START.finditer(clean)), len(clean)]:
        spans += _split_line(clean, start, end, language)
        start = end
    return [span for span in (trim(clean, *span) for span in spans) if span[0] < span[1]]


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """`[start, end)` without the white space at its ends; empty where there is nothing else."""
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def _split_line(text: str, start: int, end: int, language: str) -> Iterator[tuple[int, int]]:
    """The sentences of `text[start:end]`, without a gap."""
    shown = _QUOTE.sub(" ", _LIST_NUMBER.sub(r"\1,", text[start:end]))
    at = stop = start
    for piece in segment(language, shown):
        stop += len(piece)
        opening = _OPENING_AT_END.search(text, at, stop)
        border = opening.start() if opening else stop
        if border < end and (_is_title(text, at, border, language) or _goes_on(text, at, border, end)):
            continue
        yield at, border
        at = border
    if at < end:  # nothing may be lost, whatever the library leaves out
        yield at, end


def _is_title(text: str, start: int, border: int, language: str) -> bool:
    """Whether the full stop before `border` belongs to a title."""
    french = language.startswith("fr") and _FRENCH_TITLE.search(text, start, border)
    return bool(french or _TITLE.search(text, start, border))


def _goes_on(text: str, start: int, border: int, end: int) -> bool:
    """Whether the sentence before `border` ends in a quotation that the text after it takes up."""
    return bool(_GOES_ON.match(text, border, end) and _AFTER_QUOTE.search(text, start, border))
