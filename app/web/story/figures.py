"""The figures and dates of a story: every fact as each version states it, conflicts first."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, ClassVar, NamedTuple, get_args
from urllib.parse import quote

from fastapi import Query, Request
from starlette.responses import HTMLResponse

from app.compare.anchors import numbered, text_anchor
from app.compare.figures.comparing import number_given
from app.compare.figures.figure import Fact, FactMember, FigureKind
from app.store.records import Story
from app.web.rendering import Page, render
from app.web.stories import library_of
from app.web.story.columns import Choice, Column, choose
from app.web.story.folding import parted
from app.web.story.paging import Paging, paged
from app.web.story.places import Passage, Places
from app.web.story.switches import FigureShow, FiguresSwitches
from app.web.story.values import value_in_words

FACTS = 50
"""Facts on one page; the rest are on the next ones. Of thirty long versions they make a page of some 800 kB."""
SHOWS: tuple[FigureShow, ...] = get_args(FigureShow)
KINDS: dict[FigureKind, str] = {
    "money": "money",
    "count": "count",
    "percent": "percentage",
    "date": "date",
    "duration": "duration",
    "ordinal": "ordinal",
}


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure where a version states it. `value` is what it comes to; `resolved`: by the date of the version.

    `beside` is the address of the comparison with the first version that states the fact, None for that one itself.
    """

    column: Column
    value: str
    resolved: bool
    passage: Passage
    alone: str
    beside: str | None


@dataclass(frozen=True, slots=True)
class FactView:
    """A fact: `printed` is how most versions print it, or the values that are in conflict. `absent` versions lack it.

    Of a fact that is stated very often `stated` holds the first places, and `folded` the others.
    """

    id: str
    printed: tuple[str, ...]
    kind: str
    conflict: bool
    coverage: int
    stated: tuple[Stated, ...]
    folded: tuple[Stated, ...]
    absent: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class FiguresPage(Page):
    """The facts of the chosen versions, by pages; `show` and `kind` say which, `only` names one by its id.

    `counts` is how many there are of each `show`, `kinds` of each kind.
    """

    template: ClassVar[str] = "figures.html"
    story: Story
    choice: Choice
    show: FigureShow
    kind: FigureKind | None
    only: str | None
    counts: dict[FigureShow, int]
    kinds: dict[FigureKind, tuple[str, int]]
    paging: Paging
    facts: tuple[FactView, ...]


def figures(request: Request, slug: str, switches: Annotated[FiguresSwitches, Query()]) -> HTMLResponse:
    """The facts of a story: those in conflict, of several versions, of one, or all; of a kind; or one by its id."""
    story = library_of(request).collated(slug)
    choice = choose(story, switches.version, switches.versions)
    named = _named(choice)
    counts = {one: sum(_is(each.fact, one) for each in named) for one in SHOWS}
    kinds = Counter(each.fact.kind for each in named)
    show = switches.show or ("several" if counts["several"] else "all")
    found = _found(named, show, switches)
    here = f"/stories/{quote(story.story.slug)}/figures"
    paging = paged(len(found), FACTS, switches.page, lambda page: here + switches.query(page=page))
    places = Places(choice)
    return HTMLResponse(
        render(
            FiguresPage(
                story=story.story,
                choice=choice,
                show=show,
                kind=switches.kind or None,
                only=switches.fact or None,
                counts=counts,
                kinds={one: (words, kinds[one]) for one, words in KINDS.items() if kinds[one]},
                paging=paging,
                facts=tuple([_view(choice, places, each) for each in found[paging.start : paging.end]]),
            )
        )
    )


def conflicting(choice: Choice, first: int) -> tuple[tuple[FactView, ...], int]:
    """The `first` facts that versions contradict each other in, and how many there are."""
    found = [each for each in _named(choice) if _is(each.fact, "conflicts")]
    places = Places(choice)
    return tuple([_view(choice, places, each) for each in found[:first]]), len(found)


class _Named(NamedTuple):
    """A fact with its id."""

    id: str
    fact: Fact


def _named(choice: Choice) -> list[_Named]:
    """The facts of the chosen versions: conflicts first, then those of most versions, else as a reader meets them."""
    facts = sorted(choice.collation.figures, key=lambda one: (one.agreement != "conflict", -_coverage(one)))
    ids = numbered([f"f-{_anchor(choice, one.members[0])}" for one in facts])
    return list(map(_Named, ids, facts))


def _found(named: Sequence[_Named], show: FigureShow, switches: FiguresSwitches) -> list[_Named]:
    if switches.fact:
        return [each for each in named if each.id == switches.fact]
    kind = switches.kind
    return [each for each in named if _is(each.fact, show) and (not kind or each.fact.kind == kind)]


def _anchor(choice: Choice, member: FactMember) -> str:
    """From the figure and its sentence, so that it stays when others are found beside it."""
    sentence = choice.collation.documents[member.version].sentence_text(member.figure.sentence)
    return text_anchor(f"{member.figure.text} {sentence}")


def _is(fact: Fact, show: FigureShow) -> bool:
    if show == "conflicts":
        return fact.agreement == "conflict"
    return show == "all" or (_coverage(fact) > 1) == (show == "several")


def _coverage(fact: Fact) -> int:
    return len({member.version for member in fact.members})


def _view(choice: Choice, places: Places, named: _Named) -> FactView:
    fact = named.fact
    who = {member.version for member in fact.members}
    first = fact.members[0].version
    stated, folded = parted([_stated(choice, places, member, first) for member in fact.members])
    return FactView(
        id=named.id,
        printed=_printed(fact),
        kind=KINDS[fact.kind],
        conflict=fact.agreement == "conflict",
        coverage=len(who),
        stated=stated,
        folded=folded,
        absent=tuple([column for at, column in enumerate(choice.columns) if at not in who]),
    )


def _printed(fact: Fact) -> tuple[str, ...]:
    """How most versions print it; where it is in conflict, how most print each value, the value of most versions first."""
    by_value: dict[str, list[str]] = {}
    for member in fact.members:
        key = number_given(member.figure.value) if fact.agreement == "conflict" else ""
        by_value.setdefault(key, []).append(member.figure.text)
    return tuple([max(texts, key=texts.count) for texts in sorted(by_value.values(), key=len, reverse=True)])


def _stated(choice: Choice, places: Places, member: FactMember, first: int) -> Stated:
    figure = member.figure
    return Stated(
        column=choice.columns[member.version],
        value=value_in_words(figure.kind, figure.value),
        resolved=figure.resolved,
        passage=places.passage(member.version, figure.sentence, figure.start, figure.end),
        alone=places.alone(member.version),
        beside=None if member.version == first else places.beside(member.version, first, figure.sentence),
    )
