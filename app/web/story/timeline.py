"""The timeline of a story: when each version appeared, what revisions changed, who had what first."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Annotated, ClassVar, Literal, TypeVar

from fastapi import Query, Request
from starlette.responses import HTMLResponse

from app.compare.anchors import numbered
from app.compare.story.corrections import Correction, CorrectionKind, unspread_corrections
from app.compare.story.firsts import First, Later, Tally, find_firsts, tally
from app.compare.story.timeline import Appearance, Revision, revisions
from app.store.records import Story
from app.web.periods import period, periods_of
from app.web.rendering import Page, render
from app.web.stories import library_of
from app.web.story.axis import DAY, MINUTE, duration
from app.web.story.chart import Chart, draw
from app.web.story.columns import Choice, Column, Which, choose
from app.web.story.places import Passage, Places
from app.web.story.switches import StorySwitches

Listed = Literal["some", "all"]
Entry = TypeVar("Entry")
LISTED = 20
"""Entries of a list that stand on the page by themselves."""


@dataclass(frozen=True, slots=True)
class Change:
    """What a version changed of the one before: the comparison of the two, counts, figures as printed before and after."""

    compare: str
    revision: Revision
    figures: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Appeared:
    """A version in the table. `given` says how well its moment is known: to a `time`, a `day`, `less`, or not (`none`).

    `zoned`: whether the source gives the zone of the time.
    """

    column: Column
    given: str
    zoned: bool
    change: Change | None


@dataclass(frozen=True, slots=True)
class OutletTally:
    """An outlet (or an article of none), and how many statements it had first, together with another, or later."""

    name: str
    tally: Tally


@dataclass(frozen=True, slots=True)
class LaterView:
    """A version that has a statement later: how much, in words, how alike (None where not linked), and where to see it."""

    column: Column
    after: str
    kind: str | None
    beside: str


@dataclass(frozen=True, slots=True)
class FirstView:
    """A statement as printed in the version that has it first (or in the first of several), and who has it later."""

    id: str
    text: str
    language: str
    columns: tuple[Column, ...]
    later: tuple[LaterView, ...]
    undated: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class CarrierView:
    """A version that still has what was corrected: its words, the comparison with the version before the correction."""

    column: Column
    text: str
    beside: str
    latest: bool


@dataclass(frozen=True, slots=True)
class CorrectionView:
    """A correction that did not spread: the sentence before, what changed in it as `words`, the one after (if any)."""

    kind: CorrectionKind
    before: Column
    after: Column
    old: Passage
    new: Passage | None
    compare: str
    carriers: tuple[CarrierView, ...]


@dataclass(frozen=True, slots=True)
class TimelinePage(Page):
    """The versions of a story in time. `kept` is what of the address chooses them on this page, with `&` before it.

    `rows` are those with a date by their moment, `undated` the others. `firsts` and `corrections` are as many as are
    listed, of `first_count` and `correction_count`.
    """

    template: ClassVar[str] = "timeline.html"
    story: Story
    choice: Choice
    kept: str
    left_out: int
    chart: Chart | None
    rows: tuple[Appeared, ...]
    undated: tuple[Appeared, ...]
    tallies: tuple[OutletTally, ...]
    firsts: tuple[FirstView, ...]
    first_count: int
    corrections: tuple[CorrectionView, ...]
    correction_count: int


class TimelineSwitches(StorySwitches):
    """Which versions, by itself all of them; whether only some or all are listed of what was first and of corrections."""

    versions: Which = "all"
    firsts: Listed = "some"
    corrections: Listed = "some"

    def named(self) -> bool:
        """Whether the address says which versions, though it may say what is so by itself."""
        return bool(self.version) or "versions" in self.model_fields_set


def timeline(request: Request, slug: str, switches: Annotated[TimelineSwitches, Query()]) -> HTMLResponse:
    """The versions of a story in time: by itself all of them, earlier ones too."""
    story = library_of(request).collated(slug)
    choice = choose(story, switches.version, switches.versions)
    seen = appearances(choice)
    known = periods_of(story.articles)
    placed = [
        replace(one, period=known[column.head.id]) for one, column in zip(seen, choice.columns, strict=True)
    ]
    found = _most_taken_up(find_firsts(choice.collation, placed))
    unspread = unspread_corrections(choice.collation, placed)
    changes = revisions(choice.collation, seen)
    rows = _rows(choice, seen, changes)
    view = _View(choice, seen)
    return HTMLResponse(
        render(
            TimelinePage(
                story=story.story,
                choice=choice if switches.named() else replace(choice, query=""),
                kept=_kept(choice, switches),
                left_out=story.left_out,
                chart=draw(choice.columns, seen, changes),
                rows=tuple([row for row in rows if row.given != "none"]),
                undated=tuple([row for row in rows if row.given == "none"]),
                tallies=tuple([OutletTally(view.outlet(one.outlet), one) for one in tally(found, seen)]),
                firsts=view.firsts(_listed(found, switches.firsts)),
                first_count=len(found),
                corrections=tuple([view.correction(one) for one in _listed(unspread, switches.corrections)]),
                correction_count=len(unspread),
            )
        )
    )


def _kept(choice: Choice, switches: TimelineSwitches) -> str:
    query = choice.query if switches.version else f"versions={switches.versions}" if switches.named() else ""
    return f"&{query}" if query else ""


def appearances(choice: Choice) -> list[Appearance]:
    """When each version that a page shows appeared, as its own date says."""
    heads = [column.head for column in choice.columns]
    numbers = {name: number for number, name in enumerate(dict.fromkeys(head.article_id for head in heads))}
    outlets = {
        name: number
        for number, name in enumerate(dict.fromkeys(head.outlet or head.article_id for head in heads))
    }
    return [
        Appearance(
            numbers[head.article_id],
            outlets[head.outlet or head.article_id],
            head.position,
            period(head.published),
        )
        for head in heads
    ]


def _most_taken_up(found: Sequence[First]) -> list[First]:
    """Those that most outlets have first; else in their order."""
    return sorted(found, key=lambda one: -len(one.versions) - len(one.later))


def _listed(entries: Sequence[Entry], listed: Listed) -> Sequence[Entry]:
    return entries if listed == "all" else entries[:LISTED]


def _rows(choice: Choice, seen: Sequence[Appearance], changes: Sequence[Revision]) -> list[Appeared]:
    """The versions by their moment; of those with the same, and without one, as the story has them."""
    change_of = {one.after: one for one in changes}

    def when(at: int) -> float:
        known = seen[at].period
        return known.start if known else float("inf")

    return [
        Appeared(
            column=choice.columns[at],
            given=_given(seen[at]),
            zoned=bool(known and known.zoned),
            change=_change(choice, change_of[at]) if at in change_of else None,
        )
        for at in sorted(range(len(seen)), key=when)
        for known in [seen[at].period]
    ]


def _given(one: Appearance) -> str:
    if one.period is None:
        return "none"
    length = one.period.end - one.period.start
    return "time" if length < DAY else "day" if length == DAY else "less"


def _change(choice: Choice, revision: Revision) -> Change:
    ids = [choice.columns[at].head.id for at in (revision.before, revision.after)]
    figures = [(one.before.text, one.after.text) for one in revision.figures]
    return Change("/compare/{}/{}".format(*ids), revision, tuple(dict.fromkeys(figures)))


class _View:
    """Makes what the lists of the page show."""

    def __init__(self, choice: Choice, seen: Sequence[Appearance]) -> None:
        self.choice = choice
        self.seen = seen
        self.places = Places(choice)

    def outlet(self, number: int) -> str:
        """The name of an outlet."""
        column = next(
            column for column, one in zip(self.choice.columns, self.seen, strict=True) if one.outlet == number
        )
        return column.head.outlet or column.label

    def firsts(self, found: Sequence[First]) -> tuple[FirstView, ...]:
        """Statements with who has them when; those with the same sentence have ids of their own."""
        views = [self._first(one) for one in found]
        return tuple(
            [
                replace(view, id=name)
                for view, name in zip(views, numbered([one.id for one in views]), strict=True)
            ]
        )

    def _first(self, one: First) -> FirstView:
        lead, sentences = one.lead, one.sentences
        document = self.choice.collation.documents[lead]
        return FirstView(
            id=f"t-{self.places.anchor(lead, sentences[0])}",
            text=" ".join([document.sentence_text(at) for at in sentences]),
            language=document.language,
            columns=self._columns(one.versions),
            later=tuple([self._later(lead, sentences[0], later) for later in one.later]),
            undated=self._columns(one.undated),
        )

    def _later(self, lead: int, sentence: int, later: Later) -> LaterView:
        return LaterView(
            self.choice.columns[later.version],
            _after(later.least, later.most),
            later.kind,
            self.places.beside(lead, later.version, sentence),
        )

    def _columns(self, versions: Sequence[int]) -> tuple[Column, ...]:
        return tuple([self.choice.columns[version] for version in versions])

    def correction(self, one: Correction) -> CorrectionView:
        """A correction with who still has what stood before."""
        return CorrectionView(
            kind=one.kind,
            before=self.choice.columns[one.before],
            after=self.choice.columns[one.after],
            old=self._old(one),
            new=self._new(one),
            compare=self.places.beside(one.before, one.after, one.old[0]),
            carriers=tuple(
                [
                    CarrierView(
                        column=self.choice.columns[carrier.version],
                        text=self._text(carrier.version, carrier.sentences),
                        beside=self.places.beside(one.before, carrier.version, one.old[0]),
                        latest=carrier.latest,
                    )
                    for carrier in one.carriers
                ]
            ),
        )

    def _old(self, one: Correction) -> Passage:
        if one.passage:
            return self._marked(one.before, one.old, *one.passage)
        if one.figure:
            return self._marked(one.before, one.old, one.figure.before.start, one.figure.before.end)
        return Passage(self._text(one.before, one.old), "", "")

    def _new(self, one: Correction) -> Passage | None:
        if one.figure:
            return self._marked(one.after, one.new, one.figure.after.start, one.figure.after.end)
        return Passage(self._text(one.after, one.new), "", "") if one.new else None

    def _marked(self, version: int, sentences: Sequence[int], start: int, end: int) -> Passage:
        document = self.choice.collation.documents[version]
        first, last = document.sentences[sentences[0]].start, document.sentences[sentences[-1]].end
        return Passage(document.text[first:start], document.text[start:end], document.text[end:last])

    def _text(self, version: int, sentences: Sequence[int]) -> str:
        document = self.choice.collation.documents[version]
        return " ".join([document.sentence_text(at) for at in sentences])


def _after(least: float, most: float) -> str:
    """How much later, in words: a length, or its bounds where the moments are not known to the minute."""
    if most - least <= 2 * MINUTE:
        return f"{duration((least + most) / 2)} later"
    if least < MINUTE:
        return f"up to {duration(most)} later"
    return f"{duration(least)} to {duration(most)} later"
