"""The figures and dates of one version."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator

from app.compare.figures import amounts, moments
from app.compare.figures.dates import day_of, resolved
from app.compare.figures.figure import Figure
from app.compare.figures.grammar import GRAMMAR
from app.compare.figures.lexicon import base
from app.compare.figures.pieces import read_pieces
from app.compare.figures.run import Reading, Run
from app.text.document import Document

MOST_FIGURES = 2000
"""Figures of one version that are listed: the first ones."""
POSSESSIVES = ("'s", "’s")
"""Endings that a figure is listed without: “Thursday’s”."""
AHEAD = 8
"""Pieces on either side within which a word such as “will” says that what comes is ahead."""

POSTPOSED = frozenset({"hi", "zh", "ja", "ar"})
"""Languages in which “about” and the like may stand behind the number."""

READERS: dict[str, Callable[[Run], Reading | None]] = {
    "iso": moments.iso, "numeric": moments.numeric, "dotted": moments.dotted, "ago": moments.ago,
    "characters": moments.characters, "day_month": moments.month_date, "month_day": moments.month_date,
    "month_year": moments.month_date, "month_told": moments.month_told, "event": moments.event,
    "offset": moments.offset, "unit_told": moments.unit_told, "weekday": moments.weekday, "day_told": moments.day_told,
    "decade": moments.decade, "years": moments.years, "year": moments.year,
    "year_named": moments.year_named, "month": moments.month,
    "percent": amounts.percent, "fraction": amounts.fraction, "money": amounts.money, "measure": amounts.measure,
    "age": amounts.age, "duration": amounts.duration, "rank": amounts.rank, "ordinal": amounts.ordinal,
    "count": amounts.count,
}  # fmt: skip
"""For every form of the grammar, what reads it; the form `skip` is passed over."""


def find_figures(document: Document, published: str | None) -> tuple[Figure, ...]:
    """The figures and dates of a version by place, at most `MOST_FIGURES`.

    `published` is its date (ISO 8601, or None), against which dates such as “Thursday” are resolved.
    """
    day = day_of(published)
    starts = [sentence.start for sentence in document.sentences]
    found: list[Figure] = []
    for run, reading in _readings(document):
        start, end = run.at(reading.first).start, run.at(reading.last - 1).end
        end = _to_word_end(run, reading, end)
        end -= 2 * document.text.endswith(POSSESSIVES, start, end)
        told = resolved(reading.value, day, ahead=_ahead(run)) if day and reading.kind == "date" else None
        sentence = bisect_right(starts, start) - 1
        value = told or reading.value
        found.append(Figure(reading.kind, sentence, start, end, document.text[start:end], value, bool(told)))
        if len(found) == MOST_FIGURES:
            break
    return tuple(found)


def _to_word_end(run: Run, reading: Reading, end: int) -> int:
    """Where the last word of a figure ends, with what a hyphen adds to it: “first re-election”."""
    dash, more = run.at(reading.last), run.at(reading.last + 1)
    word = run.at(reading.last - 1)
    return (
        more.end
        if (word.letter, dash.letter, more.letter) == ("x", "-", "x") and more.start == end + 1
        else end
    )


def _readings(document: Document) -> Iterator[tuple[Run, Reading]]:
    """Every run that makes a figure, in order, none within another."""
    pieces = read_pieces(document)
    language = base(document.language)
    at = 0
    while match := GRAMMAR.search(pieces.code, at):
        name = str(match.lastgroup)
        first, last = match.span()
        while language not in POSTPOSED and last > first + 1 and pieces.code[last - 1] == "Q":
            last -= 1
        run = Run(document.text, language, pieces, first, last)
        reading = READERS[name](run) if name in READERS else None
        if reading:
            yield run, reading
        at = reading.last if reading else match.end() if name == "skip" else match.start() + 1


def _ahead(run: Run) -> bool:
    """Whether a word such as “will” stands near, with no comma or “and” between."""
    code = run.pieces.code
    before = re.split("[|,&]", code[max(0, run.first - AHEAD) : run.first])[-1]
    after = re.split("[|,&]", code[run.last : run.last + AHEAD])[0]
    return "F" in before or "F" in after
