"""The quotations of a story: every utterance as each version prints it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal, NamedTuple, get_args

from fastapi import Request
from starlette.responses import HTMLResponse

from app.compare.anchors import numbered, text_anchor
from app.compare.quotes.quotation import QuoteMember, Utterance
from app.compare.reading import printed
from app.store.records import Story
from app.web.rendering import Page, render
from app.web.stories import library_of
from app.web.story.columns import Choice, Chosen, Column, Which, choose
from app.web.story.places import Passage, Places
from app.web.story.wording import Piece, in_one_line

Show = Literal["several", "differing", "one", "all", "terms"]
SHOWS: tuple[Show, ...] = get_args(Show)
DIFFERENT = {"identical": "the same words", "trimmed": "trimmed", "reworded": "reworded"}


@dataclass(frozen=True, slots=True)
class Printed:
    """A quotation where a version prints it.

    `beside` is the address of the comparison with the fullest wording, None for the version that has that.
    """

    column: Column
    speaker: str | None
    passage: Passage
    alone: str
    beside: str | None


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording of an utterance, against the fullest, and who prints it so; `says` is how it differs, in a word."""

    pieces: tuple[Piece, ...]
    language: str
    says: str
    printed: tuple[Printed, ...]


@dataclass(frozen=True, slots=True)
class UtteranceView:
    """An utterance. `wordings` begin with the fullest; `absent` are the versions that do not quote it."""

    id: str
    speaker: str | None
    says: str
    attributed_differently: bool
    coverage: int
    wordings: tuple[Wording, ...]
    absent: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class QuotesPage(Page):
    """The utterances of the chosen versions; `show` says which, `only` names one by its id, `counts` how many there are.

    `speakers` are those that are named, and `speaker` the one whose words are shown.
    """

    template: ClassVar[str] = "quotes.html"
    story: Story
    choice: Choice
    show: Show
    speaker: str | None
    only: str | None
    counts: dict[Show, int]
    speakers: tuple[str, ...]
    utterances: tuple[UtteranceView, ...]


def quotes(
    request: Request,
    slug: str,
    version: Chosen = (),
    versions: Which = "latest",
    show: Show | None = None,
    speaker: str | None = None,
    utterance: str | None = None,
) -> HTMLResponse:
    """The utterances of a story: of several versions, differing ones, those of one, or all; or one by its id."""
    story = library_of(request).collated(slug)
    choice = choose(story, version, versions)
    named = _named(choice)
    counts = {one: sum(_is(said.utterance, one) for said in named) for one in SHOWS}
    chosen = show or ("several" if counts["several"] else "all")
    if utterance:
        shown = [one for one in named if one.id == utterance]
    else:
        fitting = [one for one in named if _is(one.utterance, chosen)]
        shown = [one for one in fitting if not speaker or one.utterance.speaker == speaker]
    places = Places(choice)
    return HTMLResponse(
        render(
            QuotesPage(
                story=story.story,
                choice=choice,
                show=chosen,
                speaker=speaker or None,
                only=utterance or None,
                counts=counts,
                speakers=tuple(sorted({one.utterance.speaker for one in named if one.utterance.speaker})),
                utterances=tuple([_view(choice, places, one) for one in shown]),
            )
        )
    )


def differing(choice: Choice, first: int) -> tuple[tuple[UtteranceView, ...], int]:
    """The `first` utterances that versions word or attribute differently, and how many there are."""
    found = [each for each in _named(choice) if _is(each.utterance, "differing")]
    places = Places(choice)
    return tuple([_view(choice, places, each) for each in found[:first]]), len(found)


class _Named(NamedTuple):
    """An utterance with its id and the member that prints most of it."""

    id: str
    utterance: Utterance
    fullest: QuoteMember


def _named(choice: Choice) -> list[_Named]:
    """The utterances of the chosen versions, those of most versions first, else as a reader meets them."""
    utterances = sorted(choice.collation.quotes, key=lambda one: -_coverage(one))
    fullest = [max(one.members, key=lambda member: len(member.quotation.text)) for one in utterances]
    ids = numbered([f"q-{text_anchor(member.quotation.text)}" for member in fullest])
    return list(map(_Named, ids, utterances, fullest))


def _is(utterance: Utterance, show: Show) -> bool:
    if utterance.scare or show == "terms":
        return utterance.scare and show == "terms"
    if show == "all":
        return True
    if show == "one":
        return _coverage(utterance) == 1
    differs = utterance.agreement != "identical" or utterance.attributed_differently
    return _coverage(utterance) > 1 and (show == "several" or differs)


def _coverage(utterance: Utterance) -> int:
    return len({member.version for member in utterance.members})


def _view(choice: Choice, places: Places, named: _Named) -> UtteranceView:
    utterance, fullest = named.utterance, named.fullest
    by_print: dict[object, list[QuoteMember]] = {}
    first = [fullest, *[one for one in utterance.members if one is not fullest]]
    for member in first:
        by_print.setdefault(_wording(member.quotation.text), []).append(member)
    who = {member.version for member in utterance.members}
    return UtteranceView(
        id=named.id,
        speaker=utterance.speaker,
        says=DIFFERENT[utterance.agreement],
        attributed_differently=utterance.attributed_differently,
        coverage=len(who),
        wordings=tuple([_wording_view(choice, places, members, fullest) for members in by_print.values()]),
        absent=tuple([column for at, column in enumerate(choice.columns) if at not in who]),
    )


def _wording(text: str) -> object:
    """Equal for what a reader would call the same words: the last mark may be the sentence's own."""
    return printed(text.rstrip(" .,;:!?…").casefold())


def _wording_view(
    choice: Choice, places: Places, members: Sequence[QuoteMember], fullest: QuoteMember
) -> Wording:
    text, full = members[0].quotation.text, fullest.quotation.text
    language = choice.columns[members[0].version].language
    pieces: tuple[Piece, ...] = (Piece("same", text),)
    says = "the fullest"
    if members[0] is not fullest:
        pieces = in_one_line(full, text, language)
        says = "reworded" if any(piece.kind == "added" for piece in pieces) else "trimmed"
    return Wording(
        pieces, language, says, tuple([_printed(choice, places, member, fullest) for member in members])
    )


def _printed(choice: Choice, places: Places, member: QuoteMember, fullest: QuoteMember) -> Printed:
    quotation = member.quotation
    beside = None
    if member.version != fullest.version:
        beside = places.beside(member.version, fullest.version, quotation.sentence)
    return Printed(
        column=choice.columns[member.version],
        speaker=quotation.speaker,
        passage=places.passage(member.version, quotation.sentence, quotation.start, quotation.end),
        alone=places.alone(member.version),
        beside=beside,
    )
