"""The figures and dates of a story: every fact as each version states it, conflicts first."""

from collections import Counter
from dataclasses import dataclass
from typing import ClassVar, Literal, NamedTuple, get_args

from fastapi import Request
from starlette.responses import HTMLResponse

from app.compare.anchors import numbered, text_anchor
from app.compare.figures.figure import Fact, FactMember, FigureKind
from app.store.records import Story
from app.web.rendering import Page, render
from app.web.stories import library_of
from app.web.story.columns import Choice, Chosen, Column, Which, choose
from app.web.story.places import Passage, Places
from app.web.story.values import value_in_words

Show = Literal["conflicts", "several", "one", "all"]
SHOWS: tuple[Show, ...] = get_args(Show)
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
    """A fact: `printed` is how most versions print it, or the values that are in conflict. `absent` versions lack it."""

    id: str
    printed: tuple[str, ...]
    kind: str
    conflict: bool
    coverage: int
    stated: tuple[Stated, ...]
    absent: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class FiguresPage(Page):
    """The facts of the chosen versions; `show` and `kind` say which, `only` names one by its id.

    `counts` is how many there are of each `show`, `kinds` of each kind.
    """

    template: ClassVar[str] = "figures.html"
    story: Story
    choice: Choice
    show: Show
    kind: FigureKind | None
    only: str | None
    counts: dict[Show, int]
    kinds: dict[FigureKind, tuple[str, int]]
    facts: tuple[FactView, ...]


def figures(
    request: Request,
    slug: str,
    version: Chosen = (),
    versions: Which = "latest",
    show: Show | None = None,
    kind: FigureKind | Literal[""] = "",
    fact: str | None = None,
) -> HTMLResponse:
    """The facts of a story: those in conflict, of several versions, of one, or all; of a kind; or one by its id."""
    story = library_of(request).collated(slug)
    choice = choose(story, version, versions)
    named = _named(choice)
    counts = {one: sum(_is(each.fact, one) for each in named) for one in SHOWS}
    kinds = Counter(each.fact.kind for each in named)
    chosen = show or ("several" if counts["several"] else "all")
    if fact:
        shown = [each for each in named if each.id == fact]
    else:
        fitting = [each for each in named if _is(each.fact, chosen)]
        shown = [each for each in fitting if not kind or each.fact.kind == kind]
    places = Places(choice)
    return HTMLResponse(
        render(
            FiguresPage(
                story=story.story,
                choice=choice,
                show=chosen,
                kind=kind or None,
                only=fact or None,
                counts=counts,
                kinds={one: (words, kinds[one]) for one, words in KINDS.items() if kinds[one]},
                facts=tuple([_view(choice, places, each) for each in shown]),
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


def _anchor(choice: Choice, member: FactMember) -> str:
    """From the figure and its sentence, so that it stays when others are found beside it."""
    sentence = choice.collation.documents[member.version].sentence_text(member.figure.sentence)
    return text_anchor(f"{member.figure.text} {sentence}")


def _is(fact: Fact, show: Show) -> bool:
    if show == "conflicts":
        return fact.agreement == "conflict"
    return show == "all" or (_coverage(fact) > 1) == (show == "several")


def _coverage(fact: Fact) -> int:
    return len({member.version for member in fact.members})


def _view(choice: Choice, places: Places, named: _Named) -> FactView:
    fact = named.fact
    who = {member.version for member in fact.members}
    conflict = fact.agreement == "conflict"
    return FactView(
        id=named.id,
        printed=_printed(fact),
        kind=KINDS[fact.kind],
        conflict=conflict,
        coverage=len(who),
        stated=tuple([_stated(choice, places, member, fact.members[0].version) for member in fact.members]),
        absent=tuple([column for at, column in enumerate(choice.columns) if at not in who]),
    )


def _printed(fact: Fact) -> tuple[str, ...]:
    """How most versions print it; where it is in conflict, how most print each value, the value of most versions first."""
    by_value: dict[str, list[str]] = {}
    for member in fact.members:
        key = member.figure.value.lstrip("~") if fact.agreement == "conflict" else ""
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
