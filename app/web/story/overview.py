"""A story at a glance: what to compare, its articles, and the beginnings of all that its other pages have."""

from dataclasses import dataclass
from typing import ClassVar

from fastapi import Request
from starlette.responses import HTMLResponse

from app.compare.story.coverage import omissions
from app.store.records import ArticleVersions, Story
from app.web.grid import similarity_grid
from app.web.library import CollatedStory
from app.web.pages import Grid
from app.web.rendering import Page, render
from app.web.spans import extremes
from app.web.stories import library_of
from app.web.story.columns import Choice, Column, Which, choose
from app.web.story.figures import FactView, conflicting
from app.web.story.matrix import first_rows
from app.web.story.matrix_rows import MatrixTable
from app.web.story.quotes import UtteranceView, differing
from app.web.structured import Structured, story_page

FIRST = 4
"""Contradictions, and quotations worded differently, of which the overview tells."""


@dataclass(frozen=True, slots=True)
class Lacking:
    """How many statements of at least two other versions one has not, and how many of these all others have."""

    column: Column
    count: int
    all_others: int


@dataclass(frozen=True, slots=True)
class Together:
    """What the latest versions of a story say together. `conflicts` and `utterances` are the first of so many."""

    choice: Choice
    table: MatrixTable | None
    statements: int
    conflicts: tuple[FactView, ...]
    conflict_count: int
    utterances: tuple[UtteranceView, ...]
    utterance_count: int
    lacking: tuple[Lacking, ...]


@dataclass(frozen=True, slots=True)
class StoryPage(Page):
    """A story: its articles with their versions, the grid of either the latest or all of these, and what they say together.

    `together` is None of a story of one article, and while one of very long texts is not collated yet (`is_waiting`).
    """

    template: ClassVar[str] = "story.html"
    story: Story
    articles: tuple[ArticleVersions, ...]
    article_count: int
    version_count: int
    outlets: tuple[str, ...]
    some_unnamed: bool
    """Of the latest versions, those that are named."""
    dates: tuple[str | None, str | None]
    """The earliest and the latest of all versions."""
    grid: Grid
    every_version: bool
    together: Together | None
    is_waiting: bool
    structured: Structured


def overview(request: Request, slug: str, versions: Which = "latest") -> HTMLResponse:
    """A story; the grid holds the `latest` version of each article, or `all`."""
    library = library_of(request)
    found = library.store.story(slug)
    every = tuple(version for article in found.articles for version in article.versions)
    latest = tuple(article.versions[-1] for article in found.articles)
    waits = library.is_waiting(found)
    several = len(latest) > 1
    collated = library.collated(slug) if len(every) > 1 and not waits else None
    page = StoryPage(
        story=found.story,
        articles=found.articles,
        article_count=len(found.articles),
        version_count=len(every),
        outlets=tuple(dict.fromkeys([head.outlet for head in latest if head.outlet])),
        some_unnamed=not all(head.outlet for head in latest),
        dates=extremes(head.published for head in every),
        grid=similarity_grid(library, every if versions == "all" or not several else latest, collated),
        every_version=versions == "all",
        together=_together(collated) if several and collated else None,
        is_waiting=several and waits,
        structured=story_page(found.story, latest),
    )
    return HTMLResponse(render(page))


def _together(story: CollatedStory) -> Together:
    choice = choose(story)
    conflicts, conflict_count = conflicting(choice, FIRST)
    utterances, utterance_count = differing(choice, FIRST)
    return Together(
        choice=choice,
        table=first_rows(story, choice),
        statements=sum(one.coverage > 1 for one in choice.collation.statements),
        conflicts=conflicts,
        conflict_count=conflict_count,
        utterances=utterances,
        utterance_count=utterance_count,
        lacking=tuple([_lacking(choice, at) for at in range(len(choice.columns))]),
    )


def _lacking(choice: Choice, at: int) -> Lacking:
    lacks = [one.coverage for one in omissions(choice.collation, at) if one.coverage > 1]
    return Lacking(choice.columns[at], len(lacks), sum(count == len(choice.columns) - 1 for count in lacks))
