"""The page of one version: to read, with each sentence's coverage, and with what the other versions have that it has not."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal

from fastapi import Request
from starlette.responses import HTMLResponse

from app.compare.story.completeness import looks_incomplete
from app.store.records import Article, ArticleVersions, VersionHead
from app.text.content import Content
from app.text.document import read_document
from app.web.labels import version_name
from app.web.library import CollatedStory
from app.web.rendering import Page, render
from app.web.stories import library_of
from app.web.story.captures import reason_words
from app.web.story.columns import Choice, choose
from app.web.story.coverage_view import FIRST_OMISSIONS, BlockView, CoverageViewer, OmissionView, view_blocks
from app.web.story.matrix import address
from app.web.structured import Structured, version_page

State = Literal["on", "off", "alone", "waiting", "left out"]


@dataclass(frozen=True, slots=True)
class Beside:
    """What the other versions show of this one: `everyone` is how many there are with it.

    `omissions` are the first `FIRST_OMISSIONS` of `lacking`, or all; `matrix` is where all of it stands.
    """

    everyone: int
    omissions: tuple[OmissionView, ...]
    lacking: int
    matrix: str


@dataclass(frozen=True, slots=True)
class VersionPage(Page):
    """A version to read. `others` are the story's other versions to read it beside.

    `standfirst` and `blocks` are its compared blocks. `coverage` says whether sentences carry it: `on`, `off` as chosen,
    `alone` where the story has no other article, `waiting` while very long texts are not collated yet, `left out` where
    the story has more versions than are collated; `beside` is None unless it is on. `incomplete` are the reasons for
    which its capture looks incomplete.
    """

    template: ClassVar[str] = "version.html"
    version_id: str
    name: str
    """Which of its article's versions it is, and of when."""
    article: Article
    content: Content
    others: tuple[VersionHead, ...]
    standfirst: BlockView | None
    blocks: tuple[BlockView, ...]
    coverage: State
    beside: Beside | None
    incomplete: tuple[str, ...]
    structured: Structured


def version(
    request: Request,
    version_id: str,
    coverage: Literal["on", "off"] = "on",
    omissions: Literal["first", "all"] = "first",
) -> HTMLResponse:
    """One version, to read; `coverage`: whether it is shown, `omissions`: how many of them."""
    library = library_of(request)
    found = library.store.version(version_id)
    told = library.store.story(found.article.story_slug)
    state: State = coverage if len(told.articles) > 1 else "alone"
    if state == "on" and library.is_waiting(told):
        state = "waiting"
    blocks: tuple[BlockView, ...] = ()
    beside: Beside | None = None
    if state == "on":
        story = library.collated(found.article.story_slug)
        if version_id in {head.id for head in story.heads}:
            choice = _with_latest_of_others(story, version_id)
            blocks, beside = _beside(story, choice, version_id, every=omissions == "all")
        else:
            state = "left out"
    blocks = blocks or view_blocks(read_document(found.content))
    name = version_name(found)
    standfirst = blocks[0] if found.content.standfirst and blocks else None
    return HTMLResponse(
        render(
            VersionPage(
                version_id=version_id,
                name=name,
                article=found.article,
                content=found.content,
                others=_others(told.articles, found.article.id, version_id),
                standfirst=standfirst,
                blocks=blocks[1:] if standfirst else blocks,
                coverage=state,
                beside=beside,
                incomplete=tuple(map(reason_words, looks_incomplete(found.content))),
                structured=version_page(found, name),
            )
        )
    )


def _with_latest_of_others(story: CollatedStory, version_id: str) -> Choice:
    """The version and the latest one of each other article."""
    latest = [story.heads[at] for at in story.latest]
    own = next(head.article_id for head in story.heads if head.id == version_id)
    if version_id in {head.id for head in latest}:
        return choose(story)
    return choose(story, [version_id, *[head.id for head in latest if head.article_id != own]])


def _beside(
    story: CollatedStory, choice: Choice, version_id: str, *, every: bool
) -> tuple[tuple[BlockView, ...], Beside]:
    own = next(at for at, column in enumerate(choice.columns) if column.head.id == version_id)
    matrix = address(story.story)
    viewer = CoverageViewer(choice, own, matrix)
    omitted = viewer.omissions()
    beside = Beside(
        everyone=len(choice.columns),
        omissions=omitted if every else omitted[:FIRST_OMISSIONS],
        lacking=len(omitted),
        matrix=f"{matrix}?{choice.query}" if choice.query else matrix,
    )
    return view_blocks(choice.collation.documents[own], viewer.margins()), beside


def _others(articles: Sequence[ArticleVersions], own_id: str, version_id: str) -> tuple[VersionHead, ...]:
    """What a version may be read beside: all other versions of its own article, the latest of any other."""
    offered = [
        head
        for near in articles
        for head in (near.versions if near.article.id == own_id else near.versions[-1:])
    ]
    return tuple([head for head in offered if head.id != version_id])
