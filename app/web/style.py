"""The style page: every part that pages are made of, in every state, from the templates that the pages are made of."""

from dataclasses import dataclass, replace
from functools import cache
from typing import ClassVar

from starlette.responses import HTMLResponse, Response

from app.compare.story.prominence import find_lines, furthest_apart
from app.compare.story.timeline import revisions
from app.resources import STATIC
from app.store.records import ArticleVersions, Story, StorySummary
from app.store.search.records import SearchHit
from app.web.about import example
from app.web.brought.texts import NOTHING, TwoTexts
from app.web.change_map import map_marks
from app.web.library import CollatedStory
from app.web.pages import Grid, GridCell, GridLine, Mark, Newer, Shown
from app.web.rendering import Page, assets, render
from app.web.runs import Run
from app.web.sharing.chosen import find_row
from app.web.sharing.naming import description_of
from app.web.sharing.panel import Share, share_of
from app.web.shown import shown
from app.web.specimen import hits, newer, revised, specimen, summaries
from app.web.states import states_shown
from app.web.story.chart import Chart, draw
from app.web.story.columns import Choice, choose
from app.web.story.coverage_view import BlockView, CoverageViewer, view_blocks
from app.web.story.figures import FactView, conflicting
from app.web.story.matrix import first_rows
from app.web.story.matrix_rows import MatrixTable, Said
from app.web.story.own import OwnRow, Reading
from app.web.story.paging import Paging
from app.web.story.places import Places
from app.web.story.prominence import Headlines, StatementRow, headlines_of, statement_row
from app.web.story.quotes import UtteranceView, differing
from app.web.story.readings import Step, Warm
from app.web.story.remainders import Remainders, in_words
from app.web.story.slopes import Slope, SlopeChart, draw_slopes
from app.web.story.timeline import appearances
from app.web.switches import BY_ITSELF, Switches
from app.web.tokens import blocks, colours, contrast

STEPS = tuple(Step(number, number, number) for number in range(1, 6))
WARM = (
    Warm("Nobody says this otherwise; ", 0, 0),
    *(Warm(f"{number} do this; ", number, number) for number in range(1, 6)),
    Warm("", 2, 2),
)
RUNS = (
    Run("Alike, ", changed=False),
    Run("printed differently", changed=False, light=True),
    Run(", ", changed=False),
    Run("changed", changed=True),
    Run(", in part ", changed=False),
    Run("chang", changed=True),
    Run("ing", changed=True, finer=True),
    Run(", ", changed=False),
    Run("reused", changed=False, reused=True),
    Run(", ", changed=False),
    Run("“quoted”", changed=False, quoted=True),
    Run(", ", changed=False),
    Run("42 passengers", changed=False, figure=True),
    Run(".", changed=False),
)
PROBLEMS = TwoTexts(NOTHING.left, NOTHING.right, problems=("The left side holds no text. Paste one.",))


SHEETS = (
    *("rows", "compare", "share", "story", "matrix", "facts", "timeline", "readings", "coverage", "search"),
    *("texts", "about", "style"),
)
"""The style sheets of the parts that are shown, beside those that every page has."""


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour by its name: its values in the light and the dark theme, and the contrast of each with the paper."""

    name: str
    light: str
    dark: str
    on_light: float
    on_dark: float


@dataclass(frozen=True, slots=True)
class StylePage(Page):
    """What the visual system has. `sizes` and `spaces` are names and values of the scales.

    All else is the small story of app.web.specimen as the pages of a story would show it.
    """

    template: ClassVar[str] = "style.html"
    colours: tuple[Colour, ...]
    sizes: tuple[tuple[str, str], ...]
    spaces: tuple[tuple[str, str], ...]
    shown: Shown
    runs_shown: tuple[Run, ...]
    story: Story
    choice: Choice
    paging: Paging
    grid: Grid
    table: MatrixTable | None
    utterances: tuple[UtteranceView, ...]
    facts: tuple[FactView, ...]
    chart: Chart | None
    reading: Reading
    covered: tuple[BlockView, ...]
    steps: tuple[Step, ...]
    warm_shown: tuple[Warm, ...]
    problems: TwoTexts
    sheets: tuple[str, ...]
    revised: Shown
    marks: tuple[Mark, ...]
    switches: Switches
    articles: tuple[ArticleVersions, ...]
    stories: tuple[StorySummary, ...]
    hits: tuple[SearchHit, ...]
    newer: tuple[Newer, ...]
    slope_chart: SlopeChart
    slopes: tuple[tuple[Slope, StatementRow], ...]
    headlines: Headlines
    panels: tuple[Share, ...] = ()


def style() -> Response:
    """The page."""
    return HTMLResponse(render(replace(_page(), panels=_panels())))


def states() -> Response:
    """The rules of its style sheets for what is pointed at or has the focus, for the parts that are shown so."""
    names = "site", *SHEETS
    sheets = [(STATIC / f"{name}.css").read_text(encoding="utf-8") for name in names]
    return Response(states_shown(sheets), media_type="text/css")


def _panels() -> tuple[Share, ...]:
    """What there is to share of a comparison and of its first row; they name the site, so each request has its own.

    The example is in no database and has no picture: the site's sign stands for it.
    """
    seen = example()
    row = seen.items[0].rows[0]
    chosen = find_row(seen, row.id)
    panels = [share_of(seen, one, card_says=description_of(seen, one)) for one in (None, chosen)]
    return tuple([replace(panel, card=assets().url("icon.svg")) for panel in panels])


@cache
def _page() -> StylePage:
    story = specimen()
    choice = choose(story)
    everything = choose(story, which="all")
    seen = appearances(everything)
    again = shown(revised())
    slope_chart, slopes = _slopes(choice)
    return StylePage(
        colours=_colours(),
        sizes=_scale("type-"),
        spaces=_scale("space-"),
        shown=example(),
        runs_shown=RUNS,
        story=story.story,
        choice=choice,
        paging=Paging(2, 3, 50, 100, 130, "#paging", "#paging"),
        grid=_grid(),
        table=_table(story, choice),
        utterances=differing(choice, 1)[0],
        facts=conflicting(choice, 1)[0],
        chart=draw(everything.columns, seen, revisions(everything.collation, seen)),
        reading=_reading(),
        covered=_covered(choice),
        steps=STEPS,
        warm_shown=WARM,
        problems=PROBLEMS,
        sheets=SHEETS,
        revised=again,
        marks=map_marks(again.items),
        switches=BY_ITSELF,
        articles=story.articles,
        stories=summaries(),
        hits=hits(),
        newer=newer(),
        slope_chart=slope_chart,
        slopes=slopes,
        headlines=headlines_of(choice.columns)[0],
    )


def _slopes(choice: Choice) -> tuple[SlopeChart, tuple[tuple[Slope, StatementRow], ...]]:
    """Where the latest versions have what they share, with what is placed most differently brought out."""
    lines = find_lines(choice.collation)
    numbers = {line.statement: number for number, line in enumerate(furthest_apart(lines), start=1)}
    chart = draw_slopes([column.label for column in choice.columns], lines, numbers)
    places = Places(choice)
    rows = [
        statement_row(choice, places, slope.line, numbers.get(slope.line.statement)) for slope in chart.slopes
    ]
    return chart, tuple(zip(chart.slopes, rows, strict=True))


def _colours() -> tuple[Colour, ...]:
    light, dark = colours("light"), colours("dark")
    return tuple(
        [
            Colour(
                name,
                light[name],
                dark[name],
                contrast(light[name], light["paper"]),
                contrast(dark[name], dark["paper"]),
            )
            for name in light
        ]
    )


def _scale(beginning: str) -> tuple[tuple[str, str], ...]:
    return tuple([(name, value) for name, value in blocks()[0][1].items() if name.startswith(beginning)])


def _grid() -> Grid:
    """A cell for each step of likeness."""
    cells = tuple(GridCell("", "", step / 10, step, "") for step in range(11))
    columns = tuple(GridLine(f"{step}", ()) for step in range(11))
    return Grid(columns, (GridLine("step", cells),), 0, 0)


def _covered(choice: Choice) -> tuple[BlockView, ...]:
    """The first version with its coverage. Its sentences stand in the matrix too, so here they have names of their own."""
    margins = CoverageViewer(choice, 0, "/about/style").margins()
    return tuple(
        [
            replace(block, sentences=tuple([replace(one, id=f"covered-{one.id}") for one in block.sentences]))
            for block in view_blocks(choice.collation.documents[0], margins)
        ]
    )


def _table(story: CollatedStory, choice: Choice) -> MatrixTable | None:
    """The first rows, and below them the last once more, as one that repeats the sentences of the row above."""
    table = first_rows(story, choice)
    if table is None:
        return None
    *others, section = table.sections
    last = section.rows[-1]
    cells = [
        replace(cell, again=bool(cell.passages), passages=_unnamed(cell.passages)) for cell in last.cells
    ]
    row = replace(last, id=f"{last.id}-again", cells=tuple(cells))
    return replace(table, sections=(*others, replace(section, rows=(*section.rows, row))))


def _unnamed(passages: tuple[tuple[Said, ...], ...]) -> tuple[tuple[Said, ...], ...]:
    return tuple([tuple([replace(said, id=None) for said in passage]) for passage in passages])


def _reading() -> Reading:
    """The second article without what the first has."""
    story = specimen()
    made = Remainders(story, 0, whole_article=True)
    sources, left = made.of(2)
    row = OwnRow(
        column=choose(story).offered[2],
        words=left.words,
        own_words=left.own,
        own=left.own / left.words,
        order=sources.order,
        where=in_words(story.heads, sources.versions),
        strip=made.strip(2),
        address="#own",
        read=True,
    )
    return Reading(row, made.parts(2, gather=False), (), 0)
