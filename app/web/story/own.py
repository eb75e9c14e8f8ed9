"""What each version of a story has of its own, beside a base: an agency's report, or whichever came first."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal
from urllib.parse import quote

from fastapi import Query, Request
from starlette.responses import HTMLResponse

from app.compare.story.own import Order
from app.store.records import Story
from app.web.rendering import Page, render
from app.web.stories import library_of
from app.web.story.bases import BaseView, base_of, place_of
from app.web.story.columns import Choice, Column, choose
from app.web.story.remainders import Part, Remainders, Stretch, in_words, name_of
from app.web.story.switches import StorySwitches

Against = Literal["article", "version"]
Sort = Literal["story", "own", "seen", "words"]
Show = Literal["all", "own"]


@dataclass(frozen=True, slots=True)
class OwnRow:
    """A version in the table. `own` is the share of its words, in [0, 1], that the base has not; None for the base.

    `where` names the versions that have the others, `order` says whether these came earlier. `address` reads it here.
    """

    column: Column
    words: int
    own_words: int
    own: float | None
    order: Order
    where: str
    strip: tuple[Stretch, ...]
    address: str
    read: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """The version that is read. `comparisons` are its labels and addresses beside the versions that were taken away.

    `left_out` are how many more of them there would be.
    """

    row: OwnRow
    parts: tuple[Part, ...]
    comparisons: tuple[tuple[str, str], ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class OwnPage(Page):
    """The chosen versions without what the base has.

    `base_name` is the base's outlet or first words, `base_versions` how many versions of its article there are.
    `switched` is the address with `show` turned over; `coarse` says which limits were met.
    """

    template: ClassVar[str] = "own.html"
    story: Story
    choice: Choice
    base: BaseView
    base_name: str
    base_versions: int
    against: Against
    sort: Sort
    show: Show
    rows: tuple[OwnRow, ...]
    reading: Reading | None
    switched: str
    coarse: tuple[str, ...]


class OwnSwitches(StorySwitches):
    """Which versions; the id of the base, empty for the one that is found, and whether its whole article is taken away.

    The order of the table; whether the text is shown whole; and the id of the version that is read, empty for the first.
    """

    base: str = ""
    against: Against = "article"
    sort: Sort = "story"
    show: Show = "all"
    read: str = ""


def own(request: Request, slug: str, switches: Annotated[OwnSwitches, Query()]) -> HTMLResponse:
    """What is a version's own: beside `base`, or the one found, alone or with its article; one of them to `read`."""
    story = library_of(request).collated(slug)
    choice = choose(story, switches.version, switches.versions)
    found = base_of(story, choice.offered, range(len(story.heads)), switches.base)
    against, sort, show, read = switches.against, switches.sort, switches.show, switches.read
    address = _Address(slug, switches)
    made = Remainders(story, found.version, whole_article=against == "article")
    at = place_of(story, read) if read else _first_read(made, choice)
    shown = choice.places if at is None else (*choice.places, at)
    rows = {one: _row(made, one, choice, address, read=one == at) for one in shown}
    page = OwnPage(
        story=story.story,
        choice=choice,
        base=found,
        base_name=name_of(found.column.head),
        base_versions=len(made.article),
        against=against,
        sort=sort,
        show=show,
        rows=tuple(_sorted([rows[one] for one in choice.places], sort)),
        reading=None if at is None else _reading(made, at, choice, rows[at], gather=show == "own"),
        switched=address.to(show="own" if show == "all" else "all") + "#text",
        coarse=made.limits.reasons(),
    )
    return HTMLResponse(render(page))


def _first_read(made: Remainders, choice: Choice) -> int | None:
    """The first version shown of another article than the base's, or else that is not the base."""
    others = [at for at in choice.places if at != made.base]
    return next((at for at in others if at not in made.article), others[0] if others else None)


class _Address:
    """The page's address with other switches."""

    def __init__(self, slug: str, switches: OwnSwitches) -> None:
        self._path = f"/stories/{quote(slug)}/own"
        self._switches = switches

    def to(self, **changed: str) -> str:
        return self._path + self._switches.query(**changed)


def _row(made: Remainders, at: int, choice: Choice, address: _Address, *, read: bool) -> OwnRow:
    sources, left = made.of(at)
    share = left.own / left.words if left.words else 0.0
    return OwnRow(
        column=choice.offered[at],
        words=left.words,
        own_words=left.own,
        own=None if at == made.base else share,
        order=sources.order,
        where=in_words(made.story.heads, sources.versions),
        strip=made.strip(at),
        address=address.to(read=made.story.heads[at].id) + "#text",
        read=read,
    )


def _reading(made: Remainders, at: int, choice: Choice, row: OwnRow, *, gather: bool) -> Reading:
    sources, _ = made.of(at)
    heads = made.story.heads
    return Reading(
        row=row,
        parts=made.parts(at, gather=gather),
        comparisons=tuple(
            [
                (choice.offered[one].label, f"/compare/{heads[one].id}/{heads[at].id}?reuse=on")
                for one in sources.versions
            ]
        ),
        left_out=sources.left_out,
    )


def _sorted(rows: Sequence[OwnRow], sort: Sort) -> list[OwnRow]:
    """In the story's order; or the base first, then by share or length, equal ones in the story's order."""
    if sort == "story":
        return list(rows)
    sign = 1 if sort == "seen" else -1

    def place(row: OwnRow) -> tuple[bool, float]:
        return row.own is not None, sign * (row.words if sort == "words" else row.own or 0.0)

    return sorted(rows, key=place)
