"""Every direct quotation of a version, with who said it."""

from bisect import bisect_right

from app.compare.quotes.marks import Marked
from app.compare.quotes.passages import find_passages
from app.compare.quotes.quotation import Quotation
from app.compare.quotes.scare import is_scare
from app.compare.quotes.speakers import Speakers
from app.text.document import Document
from app.text.sentences import trim


def find_quotations(document: Document) -> tuple[Quotation, ...]:
    """Every passage of a version between quotation marks, in order; the inner one of two is part of the outer."""
    passages = find_passages(document)
    if not passages:
        return ()
    starts = [sentence.start for sentence in document.sentences]
    speakers = Speakers(document, passages)
    found = []
    for passage in passages:
        start, end = trim(document.text, passage.start, passage.end)
        text = _text(document.text, passage, start, end)
        if not any(map(str.isalnum, text)):
            continue
        first = bisect_right(starts, passage.opens) - 1
        last = max(first, bisect_right(starts, end - 1) - 1)
        scare = is_scare(document, passage, text)
        speaker = None if scare else speakers.speaker(passage, first, last)
        found.append(Quotation(first, start, end, text, speaker, scare))
    return tuple(found)


def _text(text: str, passage: Marked, start: int, end: int) -> str:
    """A passage as printed, without the marks with which its further paragraphs begin."""
    pieces = []
    at = start
    for again in passage.again:
        pieces.append(text[at:again])
        at = again + 1
    return "".join([*pieces, text[at:end]])
