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

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

import regex
from sentencex import segment

from app.text.language import FALLBACK

Span = tuple[int, int]
_LINE_START = regex.compile(r"(?<=[.!?…。！？।]['\"”’»]?)\s*\n\s*|\n\s*(?=(?:[-–—*•·▪]|\d{1,3}[.)])\s)")
_LIST_NUMBER = re.compile(r"(\s*\d{1,3})\.(?=\s)")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
# Quotation marks, and line breaks and wide spaces: sentencex 1.0 fails on initials before a space of more than one byte.
_UNSHOWN = re.compile(r"[“”„‟\"«»「」『』\n\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]")
_BORDER = "\n\n"
"""Two lines that are handed to sentencex together are parted by it, and no sentence runs across."""
_BATCH = 2_000
"""Code points handed to it together: of more than 10,000 bytes it loses a border here and there."""
LONG_LINE = 10_000
"""Code points of a line from which it is cut before: what sentencex takes for Chinese and Japanese grows with the square."""
_SURE_STOP = regex.compile(r"[。！？।]+(?![。！？।\s”’」』）)»]|と|って|という)")
_OPENING = tuple('“„‟"«「『')
_OPENING_AT_END = regex.compile(r"(?:(?<=\s)[“„‟\"«「『]+|(?<=[。！？])[“「『]+)\s*$")
_FACING = tuple('“„‟”"«»‚‘’›‹')
_FACING_AT_END = regex.compile(r"(?<=\s)[“„‟”\"«»‚‘’›‹]+$")
_GOES_ON = regex.compile(r"\s*(?:\p{Ll}|と|って|という)")
_TITLES = tuple(
    f"{title}." for title in ("Abg", "Ft", "Gefr", "Hr", "Ing", "Mlle", "MM", "Mme", "Ms", "Mx", "Ph.D")
)
_FRENCH_TITLES = ("M.", "Me.", "Mgr.")
_CLOSING = tuple('”“"»」』')


def split_sentences(text: str, language: str = FALLBACK) -> list[Span]:
    """The `(start, end)` of every sentence of one block, in order and without overlap; every visible sign is in one.

    `language` is an ISO 639-1 code; an unknown one is read by sentencex's rules for its nearest relative, or English's.
    """
    return split_blocks([text], language)[0]


def split_blocks(blocks: Sequence[str], language: str = FALLBACK) -> list[list[Span]]:
    """The sentences of every block, each as `split_sentences` gives them; quicker than one block at a time."""
    # Python strings may hold half a surrogate pair; sentencex, being UTF-8 inside, may not.
    clean = [text if text.isascii() else _SURROGATE.sub("\ufffd", text) for text in blocks]
    lines = [(number, *line) for number, text in enumerate(clean) for line in _lines(text)]
    stops = _stops(_shown([clean[number][start:end] for number, start, end in lines]), language)
    spans: list[list[Span]] = [[] for _ in clean]
    for (number, start, end), borders in zip(lines, stops, strict=True):
        spans[number] += _sentences(clean[number], start, end, borders, language)
    return spans


def trim(text: str, start: int, end: int) -> Span:
    """`[start, end)` without the white space at its ends; empty where there is nothing else."""
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def _lines(text: str) -> list[Span]:
    """The lines of a block that are apart from one another: none of their sentences goes over into the next."""
    if "\n" not in text and len(text) <= LONG_LINE:
        return [(0, len(text))]
    starts = [match.start() for match in _LINE_START.finditer(text)] if "\n" in text else []
    lines = list(zip([0, *starts], [*starts, len(text)], strict=True))
    return [piece for line in lines for piece in _pieces(text, *line)]


def _pieces(text: str, start: int, end: int) -> list[Span]:
    """A line, or a long one in pieces that end where its script surely ends a sentence."""
    if end - start <= LONG_LINE:
        return [(start, end)]
    cuts = [start]
    for stop in _SURE_STOP.finditer(text, start, end - 1):
        if stop.end() - cuts[-1] >= _BATCH:
            cuts.append(stop.end())
    return list(zip(cuts, [*cuts[1:], end], strict=True))


def _shown(lines: list[str]) -> Iterator[str]:
    """What sentencex is shown of every line, as long as the line."""
    shown = _UNSHOWN.sub(" ", "".join(lines))
    at = 0
    for line in lines:
        start, at = at, at + len(line)
        yield (
            _LIST_NUMBER.sub(r"\1,", shown[start:at], count=1)
            if _LIST_NUMBER.match(line)
            else shown[start:at]
        )


def _stops(shown: Iterable[str], language: str) -> Iterator[list[int]]:
    """Where sentencex ends a sentence, for each line: offsets into the line, without its very end."""
    for batch in _batches(shown):
        stops = list(accumulate(map(len, segment(language, _BORDER.join(batch)))))
        at = start = 0
        for line in batch:
            end = start + len(line)
            first, at = at, bisect_left(stops, end, lo=at)
            yield [stop - start for stop in stops[first:at] if stop > start]
            start = end + len(_BORDER)


def _batches(lines: Iterable[str]) -> Iterator[list[str]]:
    """The lines in groups of at most `_BATCH` code points; a longer line is a group of its own."""
    batch: list[str] = []
    room = _BATCH
    for line in lines:
        if batch and len(line) > room:
            yield batch
            batch, room = [], _BATCH
        batch.append(line)
        room -= len(line) + len(_BORDER)
    if batch:
        yield batch


def _sentences(text: str, start: int, end: int, borders: list[int], language: str) -> list[Span]:
    """The sentences of `text[start:end]`, given where sentencex would part it."""
    titles = _TITLES + _FRENCH_TITLES if language.startswith("fr") else _TITLES
    whole = trim(text, start, end)
    if not borders and not text.endswith(_OPENING, *whole):
        return [whole] if whole[0] < whole[1] else []
    spans = []
    at = begun = shut = (
        start  # where the sentence begins; its last piece; and where its last visible sign ends
    )
    for stop in (*(start + border for border in borders), end):
        border = stop
        piece = text[begun:stop].rstrip()
        if piece.endswith(_OPENING) and (opening := _OPENING_AT_END.search(text, begun, stop)):
            border = opening.start()
            piece = text[begun:border].rstrip()
        elif (
            stop < end
            and text.endswith(_FACING, begun, stop)
            and (opening := _FACING_AT_END.search(text, begun, stop))
        ):
            border = opening.start()  # whichever way the mark points, it opens what it stands against
            piece = text[begun:border].rstrip()
        shut = begun + len(piece) if piece else shut
        begun = border
        if border < end and (_ends_in_title(text, at, shut, titles) or _goes_on(text, at, shut, border, end)):
            continue
        if at < shut:
            spans.append(trim(text, at, shut) if text[at].isspace() else (at, shut))
        at = shut = border
    rest = trim(text, at, end)  # nothing may be lost, whatever the library leaves out
    return [*spans, rest] if rest[0] < rest[1] else spans


def _ends_in_title(text: str, start: int, end: int, titles: tuple[str, ...]) -> bool:
    """Whether `text[start:end]` ends in a title's full stop."""
    if not text.endswith(titles, start, end):
        return False
    return any(
        text.endswith(title, start, end) and not text[end - len(title) - 1 : end - len(title)].isalnum()
        for title in titles
    )


def _goes_on(text: str, start: int, shut: int, border: int, end: int) -> bool:
    """Whether the sentence `text[start:shut]` ends in a quotation that the text from `border` on takes up."""
    return text.endswith(_CLOSING, start, shut) and _GOES_ON.match(text, border, end) is not None
