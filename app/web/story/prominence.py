"""The prominence of statements: where each version has them, and the headlines word by word."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, ClassVar

from fastapi import Query, Request
from pydantic import Field
from starlette.responses import HTMLResponse

from app.compare.anchors import anchors
from app.compare.story.headlines import Headline, HeadlineGrid, Slot, align_headlines
from app.compare.story.prominence import Line, Place, find_lines, furthest_apart, widest
from app.errors import NotFoundError
from app.store.records import Story
from app.web.library import CollatedStory
from app.web.rendering import Page, direction, render
from app.web.stories import library_of
from app.web.story.columns import Choice, Column, choose
from app.web.story.places import Places
from app.web.story.slopes import Slope, SlopeChart, draw_slopes
from app.web.story.switches import StorySwitches

ROWS = 25
MOST_ROWS = 100
"""Statements that a page draws: more lines cannot be told apart."""
STANDING = {"heading": "heading", "lede": "lede", "last": "last paragraph", "body": ""}


class ProminenceSwitches(StorySwitches):
    """Which versions, how many statements are drawn, and the anchor of a sentence whose statements are brought out."""

    rows: Annotated[int, Field(ge=1, le=MOST_ROWS)] = ROWS
    statement: Annotated[str, Field(max_length=20)] = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a version has a statement: `standing` in words, empty within the text, and the share of words before it."""

    place: Place
    standing: str
    passage: str


@dataclass(frozen=True, slots=True)
class StatementRow:
    """A statement in the table, with a cell for each version, None where it is not there. `id` names it in addresses.

    `number` is there where it is brought out; `beside` compares the versions that have it highest and lowest.
    """

    id: str
    text: str
    language: str
    number: int | None
    cells: tuple[Cell | None, ...]
    high: Column
    low: Column
    high_cell: Cell
    low_cell: Cell
    beside: str


@dataclass(frozen=True, slots=True)
class HeadlineLine:
    """A version's headline in the slots of its grid; `alone` is the whole headline where it agrees with no other."""

    column: Column
    cells: tuple[str | None, ...]
    alone: str | None


@dataclass(frozen=True, slots=True)
class Headlines:
    """The headlines that are written in one direction, in slots."""

    direction: str
    slots: tuple[Slot, ...]
    lines: tuple[HeadlineLine, ...]
    coarse: bool


@dataclass(frozen=True, slots=True)
class ProminencePage(Page):
    """Where the chosen versions have what they share.

    `rows` are the statements drawn, of `shared`; `slopes` are their lines, in the order of drawing. `asked`: the address
    names a sentence to bring out; `chosen` is how many statements have it, 0 where not two versions do.
    `apart` are the rows that are brought out, by number. `untitled` versions have no headline.
    """

    template: ClassVar[str] = "prominence.html"
    story: Story
    choice: Choice
    row_limit: int
    most_rows: int
    shared: int
    asked: bool
    chosen: int
    chart: SlopeChart | None
    slopes: tuple[tuple[Slope, StatementRow], ...]
    rows: tuple[StatementRow, ...]
    apart: tuple[StatementRow, ...]
    headlines: tuple[Headlines, ...]
    untitled: tuple[Column, ...]


def prominence(request: Request, slug: str, switches: Annotated[ProminenceSwitches, Query()]) -> HTMLResponse:
    """Where versions have what they share: the `rows` statements of the widest coverage, and those that are named."""
    story = library_of(request).collated(slug)
    choice = choose(story, switches.version, switches.versions)
    places = Places(choice)
    lines = find_lines(choice.collation)
    named = _named(story, choice, lines, switches.statement) if switches.statement else []
    drawn = sorted({*widest(lines, switches.rows), *named}, key=lambda line: line.statement)
    out = named or furthest_apart(drawn)
    numbers = {line.statement: number for number, line in enumerate(out, start=1)}
    made = {
        line.statement: statement_row(choice, places, line, numbers.get(line.statement)) for line in drawn
    }
    chart = draw_slopes([column.label for column in choice.columns], drawn, numbers) if drawn else None
    return HTMLResponse(
        render(
            ProminencePage(
                story=story.story,
                choice=choice,
                row_limit=switches.rows,
                most_rows=MOST_ROWS,
                shared=len(lines),
                asked=bool(switches.statement),
                chosen=len(named),
                chart=chart,
                slopes=tuple([(slope, made[slope.line.statement]) for slope in chart.slopes])
                if chart
                else (),
                rows=tuple(made.values()),
                apart=tuple([made[line.statement] for line in out]),
                headlines=headlines_of(choice.columns),
                untitled=tuple([column for column in choice.columns if not column.head.title]),
            )
        )
    )


def _named(story: CollatedStory, choice: Choice, lines: Sequence[Line], anchor: str) -> list[Line]:
    """The lines of the statements that have a sentence of that anchor; none where not two of the chosen versions have it.

    Raises NotFoundError where no version of the story has such a sentence.
    """
    places = Places(choice)
    found = [
        line
        for line in lines
        for version, said in choice.collation.statements[line.statement].members
        if any(places.anchor(version, sentence) == anchor for sentence in said)
    ]
    if not found and not any(anchor in anchors(document) for document in story.collation.documents):
        raise NotFoundError(f"The story {story.story.title!r} has no sentence {anchor!r}")
    return list(dict.fromkeys(found))


def statement_row(choice: Choice, places: Places, line: Line, number: int | None) -> StatementRow:
    """A statement as a row of the table, brought out under that number if there is one."""
    cells = {place.version: _cell(place) for place in line.places}
    high = min(line.places, key=lambda place: place.depth)
    low = max(line.places, key=lambda place: place.depth)
    document = choice.collation.documents[high.version]
    return StatementRow(
        id=places.anchor(high.version, high.sentence),
        text=document.sentence_text(high.sentence),
        language=document.language,
        number=number,
        cells=tuple([cells.get(at) for at in range(len(choice.columns))]),
        high=choice.columns[high.version],
        low=choice.columns[low.version],
        high_cell=cells[high.version],
        low_cell=cells[low.version],
        beside=places.beside(high.version, low.version, high.sentence),
    )


def _cell(place: Place) -> Cell:
    return Cell(place, STANDING[place.standing], f"{place.paragraph} of {place.paragraphs}")


def headlines_of(columns: Sequence[Column]) -> tuple[Headlines, ...]:
    """The headlines in slots, those of each direction of writing by themselves: the words of a slot stand in one order."""
    titled = [column for column in columns if column.head.title]
    ways = dict.fromkeys(direction(column.language) for column in titled)
    return tuple(
        [_aligned(way, [column for column in titled if direction(column.language) == way]) for way in ways]
    )


def _aligned(way: str, columns: Sequence[Column]) -> Headlines:
    titles = [Headline(column.head.title or "", column.language) for column in columns]
    grid: HeadlineGrid = align_headlines(titles)
    lines = [
        HeadlineLine(
            column,
            tuple([title.text[slice(*cell)] if cell else None for cell in row.cells]),
            title.text if row.alone else None,
        )
        for column, title, row in zip(columns, titles, grid.rows, strict=True)
    ]
    return Headlines(way, grid.slots, tuple(lines), grid.coarse)
