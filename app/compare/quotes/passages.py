"""The passages of a version that stand between quotation marks."""

from bisect import bisect_right

from app.compare.quotes.marks import Marked, MarksOfBlock, Open, continues, outermost, read_block
from app.compare.quotes.single_marks import read_single
from app.text.document import SEPARATOR, Document


def find_passages(document: Document) -> list[Marked]:
    """Every outermost passage between quotation marks, in order; some may hold nothing but signs."""
    text = document.text
    found: list[Marked] = []
    double: Open | None = None
    single: Open | None = None
    starts = [sentence.start for sentence in document.sentences]
    at = 0
    for block in document.blocks:
        start, end = at, at + len(block.text)
        if double and not continues(text, start, double):
            found.append(_unclosed(document, starts, double, start - len(SEPARATOR)))
            double = None
        doubles = read_block(text, start, end, double)
        if doubles.forgotten:
            found.append(_unclosed(document, starts, doubles.forgotten, _next(doubles, end)))
        singles = read_single(text, start, end, doubles.closed, single)
        found += doubles.closed
        found += singles.closed
        double, single = doubles.left, None if doubles.left else singles.left
        at = end + len(SEPARATOR)
    if double:
        found.append(_unclosed(document, starts, double, len(text)))
    return outermost(found)


def _next(marks: MarksOfBlock, end: int) -> int:
    """Where the quotation begins that follows the forgotten one."""
    places = [one.opens for one in (*marks.closed, marks.left) if one]
    return min([at for at in places if marks.forgotten and at > marks.forgotten.opens], default=end)


def _unclosed(document: Document, starts: list[int], one: Open, limit: int) -> Marked:
    """A quotation that nothing closes: to the end of its sentence, or to `limit` where its paragraph begins with it."""
    sentence = document.sentences[max(0, bisect_right(starts, one.opens) - 1)]
    block_begins = document.text.rfind(SEPARATOR, 0, one.opens) + len(SEPARATOR)
    leads = one.again or not document.text[max(block_begins, 0) : one.opens].strip()
    end = limit if leads or sentence.end <= one.start else min(limit, sentence.end)
    return Marked(one.opens, one.start, end, end, one.again)
