"""One version as base text: how many versions say each word differently, and how they say it, in the margin."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal, NamedTuple

from fastapi import Query, Request
from starlette.responses import HTMLResponse

from app.compare.anchors import anchors
from app.compare.comparison import Comparison
from app.compare.story.readings import (
    Reader,
    Reading,
    Variant,
    VariantKind,
    Words,
    read_against,
    scale,
    worded,
)
from app.store.records import Story
from app.text.content import Content
from app.text.document import Document
from app.web.library import Library
from app.web.rendering import Page, render
from app.web.stories import library_of
from app.web.story.bases import BaseView, base_of
from app.web.story.columns import Choice, Column, choose
from app.web.story.switches import StorySwitches
from app.web.story.wording import Piece

Folds = Literal["closed", "open"]


class Step(NamedTuple):
    """A step of the scale, from 1: it holds counts from `first` to `last`."""

    number: int
    first: int
    last: int


class Warm(NamedTuple):
    """A run of base text that so many versions say differently, on that step of the scale (0: none do).

    Without a text it is a place where so many have more.
    """

    text: str
    versions: int
    step: int


@dataclass(frozen=True, slots=True)
class Said:
    """Who says it so, and the comparison with the base at that sentence. `moved`: it stands elsewhere in the text."""

    column: Column
    beside: str
    moved: bool


@dataclass(frozen=True, slots=True)
class VariantView:
    """Another wording, in one line with what it leaves out; `answers` is to how many sentences of the base it answers."""

    kind: VariantKind
    pieces: tuple[Piece, ...]
    language: str
    said: tuple[Said, ...]
    answers: int


@dataclass(frozen=True, slots=True)
class SentenceView:
    """A sentence of the base. `opens`: a block begins with it; `step` is that of `differing`, the versions that differ."""

    id: str
    warm: tuple[Warm, ...]
    heading: bool
    opens: bool
    differing: int
    step: int
    variants: tuple[VariantView, ...]
    same: tuple[Said, ...]
    absent: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class ReadingsPage(Page):
    """The chosen versions as readings of one of them, or of another `base`; `others` are how many there are.

    `counts` are how many sentences of the base are the same in all others, differ in some, and are absent from some.
    `coarse` says which limits the comparisons met.
    """

    template: ClassVar[str] = "readings.html"
    story: Story
    choice: Choice
    base: BaseView
    content: Content
    others: int
    folds: Folds
    steps: tuple[Step, ...]
    sentences: tuple[SentenceView, ...]
    counts: tuple[int, int, int]
    coarse: tuple[str, ...]


class ReadingsSwitches(StorySwitches):
    """Which versions, the id of the base, empty for the one that is found, and whether the margins stand open."""

    base: str = ""
    folds: Folds = "closed"


def readings(request: Request, slug: str, switches: Annotated[ReadingsSwitches, Query()]) -> HTMLResponse:
    """The chosen versions as readings of `base`, or of the one found among them; `folds`: whether the margins stand open."""
    library = library_of(request)
    story = library.collated(slug)
    choice = choose(story, switches.version, switches.versions)
    found = base_of(story, choice.offered, choice.places, switches.base)
    others = [at for at in choice.places if at != found.version]
    compared = {at: _compared(library, found, choice.offered[at]) for at in others}
    views = _Views(story.collation.documents[found.version], found, choice.offered, compared)
    sentences = views.sentences()
    page = ReadingsPage(
        story=story.story,
        choice=choice,
        base=found,
        content=story.versions[found.version].content,
        others=len(others),
        folds=switches.folds,
        steps=views.steps,
        sentences=sentences,
        counts=(
            sum(len(one.same) == len(others) for one in sentences),
            sum(one.differing > 0 for one in sentences),
            sum(len(one.absent) > 0 for one in sentences),
        ),
        coarse=tuple(dict.fromkeys(reason for one in compared.values() for reason in one.coarse)),
    )
    return HTMLResponse(render(page))


def _compared(library: Library, base: BaseView, other: Column) -> Comparison:
    return library.pair(base.column.head.id, other.head.id).comparison


class _Views:
    """The sentences of a base as the page shows them."""

    def __init__(
        self, document: Document, base: BaseView, columns: Sequence[Column], compared: dict[int, Comparison]
    ) -> None:
        self.document = document
        self.base = base.column.head.id
        self.columns = columns
        self.compared = compared
        self.names = anchors(document)
        steps = scale(len(compared))
        self.steps = tuple([Step(k, one[0], one[-1]) for k, one in enumerate(steps, 1)])
        self.step_of = {0: 0} | {count: k for k, one in enumerate(steps, 1) for count in one}

    def sentences(self) -> tuple[SentenceView, ...]:
        found = read_against(self.document, self.compared)
        return tuple([self._sentence(at, one) for at, one in enumerate(found)])

    def _sentence(self, at: int, reading: Reading) -> SentenceView:
        sentence = self.document.sentences[at]
        return SentenceView(
            id=f"s-{self.names[at]}",
            warm=tuple(
                [
                    Warm(self.document.text[one.start : one.end], one.versions, self.step_of[one.versions])
                    for one in reading.heats
                ]
            ),
            heading=self.document.blocks[sentence.block].kind == "heading",
            opens=at == 0 or self.document.sentences[at - 1].block != sentence.block,
            differing=reading.differing,
            step=self.step_of[reading.differing],
            variants=tuple([self._variant(at, variant) for variant in reading.variants]),
            same=tuple([self._said(at, reader) for reader in reading.same]),
            absent=tuple([self.columns[other] for other in reading.absent]),
        )

    def _variant(self, at: int, variant: Variant) -> VariantView:
        first = variant.readers[0]
        comparison = self.compared[first.version]
        return VariantView(
            kind=variant.kind,
            pieces=tuple(_pieces(comparison, worded(comparison, first.link))),
            language=comparison.b.language,
            said=tuple([self._said(at, reader) for reader in variant.readers]),
            answers=len(first.link.a),
        )

    def _said(self, at: int, reader: Reader) -> Said:
        column = self.columns[reader.version]
        beside = f"/compare/{self.base}/{column.head.id}#l-{self.names[at]}"
        return Said(column, beside, reader.link.moved)


def _pieces(comparison: Comparison, words: Sequence[Words]) -> Iterator[Piece]:
    """The wording as text; white space at the ends of what differs is left unmarked."""
    for kind, start, end in words:
        text = (comparison.a if kind == "cut" else comparison.b).text[start:end]
        lead, tail = len(text) - len(text.lstrip()), len(text.rstrip())
        if kind == "same" or lead >= tail:
            yield Piece("same", text)
            continue
        parts = (Piece("same", text[:lead]), Piece(kind, text[lead:tail]), Piece("same", text[tail:]))
        yield from (part for part in parts if part.text)
