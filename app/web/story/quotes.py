"""The quotations of a story: every utterance as each version prints it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Annotated, ClassVar, NamedTuple, get_args
from urllib.parse import quote

from fastapi import Query, Request
from starlette.responses import HTMLResponse

from app.compare.anchors import numbered, text_anchor
from app.compare.quotes.agreement import member_agreement
from app.compare.quotes.quotation import QuoteAgreement, QuoteMember, Utterance
from app.compare.quotes.wording import Wording as ReadWording
from app.compare.quotes.wording import read_text
from app.store.records import Story
from app.web.rendering import Page, render
from app.web.stories import library_of
from app.web.story.columns import Choice, Column, choose
from app.web.story.folding import open_rows
from app.web.story.paging import Paging, paged
from app.web.story.places import Passage, Places
from app.web.story.switches import QuoteShow, QuotesSwitches
from app.web.story.wording import Piece, in_one_line

UTTERANCES = 50
"""Utterances on one page; the rest are on the next ones."""
SHOWS: tuple[QuoteShow, ...] = get_args(QuoteShow)
DIFFERENT: dict[QuoteAgreement, str] = {
    "identical": "the same words",
    "trimmed": "trimmed",
    "reworded": "reworded",
}
MEMBER = DIFFERENT | {"identical": "a part of it"}
"""Of a wording that is not the fullest: where versions agree, all of its words stand in the one before."""


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
    """One wording of an utterance, against the fullest, and who prints it so; `says` is how it differs, in a word.

    Of an utterance that is printed very often `printed` holds the first places, and `folded` the others.
    """

    pieces: tuple[Piece, ...]
    language: str
    says: str
    printed: tuple[Printed, ...]
    folded: tuple[Printed, ...] = ()


@dataclass(frozen=True, slots=True)
class UtteranceView:
    """An utterance. `wordings` begin with the fullest; `absent` are the versions that do not quote it.

    Of one that is printed very often `folded` are the wordings that only later places have.
    """

    id: str
    speaker: str | None
    says: str
    attributed_differently: bool
    coverage: int
    wordings: tuple[Wording, ...]
    folded: tuple[Wording, ...]
    absent: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class QuotesPage(Page):
    """The utterances of the chosen versions, by pages; `show` says which, `only` names one by its id.

    `counts` is how many there are of each `show`. `speakers` are those that are named, and `speaker` the one whose words are
    shown.
    """

    template: ClassVar[str] = "quotes.html"
    story: Story
    choice: Choice
    show: QuoteShow
    speaker: str | None
    only: str | None
    counts: dict[QuoteShow, int]
    speakers: tuple[str, ...]
    paging: Paging
    utterances: tuple[UtteranceView, ...]


def quotes(request: Request, slug: str, switches: Annotated[QuotesSwitches, Query()]) -> HTMLResponse:
    """The utterances of a story: of several versions, differing ones, those of one, or all; or one by its id."""
    story = library_of(request).collated(slug)
    choice = choose(story, switches.version, switches.versions)
    named = _named(choice)
    counts = {one: sum(_is(said.utterance, one) for said in named) for one in SHOWS}
    show = switches.show or ("several" if counts["several"] else "all")
    found = _found(named, show, switches)
    here = f"/stories/{quote(story.story.slug)}/quotes"
    paging = paged(len(found), UTTERANCES, switches.page, lambda page: here + switches.query(page=page))
    places = Places(choice)
    return HTMLResponse(
        render(
            QuotesPage(
                story=story.story,
                choice=choice,
                show=show,
                speaker=switches.speaker or None,
                only=switches.utterance or None,
                counts=counts,
                speakers=tuple(sorted({one.utterance.speaker for one in named if one.utterance.speaker})),
                paging=paging,
                utterances=tuple([_view(choice, places, one) for one in found[paging.start : paging.end]]),
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


def _found(named: Sequence[_Named], show: QuoteShow, switches: QuotesSwitches) -> list[_Named]:
    if switches.utterance:
        return [one for one in named if one.id == switches.utterance]
    speaker = switches.speaker
    return [
        one for one in named if _is(one.utterance, show) and (not speaker or one.utterance.speaker == speaker)
    ]


def _is(utterance: Utterance, show: QuoteShow) -> bool:
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
    by_words: dict[tuple[str, ...], list[QuoteMember]] = {}
    first = [fullest, *[one for one in utterance.members if one is not fullest]]
    for member in first:
        by_words.setdefault(_read(choice, member).words, []).append(member)
    who = {member.version for member in utterance.members}
    wordings = [_wording_view(choice, places, named, members) for members in by_words.values()]
    shown, folded = _parted(wordings, open_rows(len(first)))
    return UtteranceView(
        id=named.id,
        speaker=utterance.speaker,
        says=DIFFERENT[utterance.agreement],
        attributed_differently=utterance.attributed_differently,
        coverage=len(who),
        wordings=shown,
        folded=folded,
        absent=tuple([column for at, column in enumerate(choice.columns) if at not in who]),
    )


def _parted(wordings: Sequence[Wording], room: int) -> tuple[tuple[Wording, ...], tuple[Wording, ...]]:
    """The wordings of the first `room` places, what goes beyond that folded, and the other wordings."""
    shown: list[Wording] = []
    for one in wordings:
        if room <= 0:
            break
        shown.append(replace(one, printed=one.printed[:room], folded=one.printed[room:]))
        room -= len(one.printed)
    return tuple(shown), tuple(wordings[len(shown) :])


def _read(choice: Choice, member: QuoteMember) -> ReadWording:
    return read_text(member.quotation.text, choice.columns[member.version].language)


def _wording_view(choice: Choice, places: Places, named: _Named, members: Sequence[QuoteMember]) -> Wording:
    fullest = named.fullest
    text, full = members[0].quotation.text, fullest.quotation.text
    language = choice.columns[members[0].version].language
    pieces: tuple[Piece, ...] = (Piece("same", text),)
    says = "the fullest"
    if members[0] is not fullest:
        agreement = member_agreement(named.utterance, _read(choice, fullest), _read(choice, members[0]))
        says = MEMBER[agreement]
        marked = in_one_line(full, text, language)
        if agreement == "reworded" or not any(piece.kind == "added" for piece in marked):
            pieces = marked
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
