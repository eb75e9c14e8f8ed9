"""The versions of a story that a page shows, and the part of its address that chooses them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Annotated, Literal
from urllib.parse import urlencode

from fastapi import Query

from app.compare.collating import MOST_VERSIONS
from app.compare.collation import Collation, select
from app.errors import NotFoundError
from app.store.records import VersionHead
from app.web.grid import version_labels
from app.web.library import CollatedStory

Chosen = Annotated[tuple[str, ...], Query(alias="version", max_length=MOST_VERSIONS)]
"""Ids of versions, `?version=…&version=…`: the ones that a page shows."""
Which = Literal["latest", "all"]
"""Where none is named: the latest version of each article, or all of them."""


@dataclass(frozen=True, slots=True)
class Column:
    """A version as every page of a story names it: `label` is its outlet or first words, told apart from the others.

    `language` is that of its text, detected where the source says none; `latest`: whether it is its article's latest.
    """

    label: str
    head: VersionHead
    language: str
    latest: bool
    chosen: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """Which of a story's versions a page shows: of `offered` (all that are collated) those that are chosen, in that order.

    The labels of `columns` are told apart from each other only: one version of an article needs no time behind it.
    `places` are their indices in the story's collation, and `collation` is the part of it that they make. `query` is what
    chooses them in an address, without a question mark; empty where it is what every page shows by itself.
    """

    offered: tuple[Column, ...]
    columns: tuple[Column, ...]
    places: tuple[int, ...]
    collation: Collation
    query: str


def choose(story: CollatedStory, versions: Sequence[str] = (), which: Which = "latest") -> Choice:
    """The versions named, or `which`; of a story of one article all of them. NotFoundError for one of another story."""
    ids = [head.id for head in story.heads]
    if unknown := [one for one in versions if one not in ids]:
        raise NotFoundError(f"The story {story.story.title!r} has no version {unknown[0]!r}")
    by_itself = {ids[at] for at in (story.latest if len(story.articles) > 1 else range(len(ids)))}
    named = set(versions) or (set(ids) if which == "all" else by_itself)
    if named == by_itself:
        query = ""  # what a page shows by itself needs no names, and goes on to hold articles that come later
    elif named == set(ids):
        query = urlencode({"versions": "all"})
    else:
        query = urlencode([("version", one) for one in ids if one in named])
    places = tuple([at for at, one in enumerate(ids) if one in named])
    offered = _columns(story, named)
    labels = version_labels([story.heads[at] for at in places])
    return Choice(
        offered=offered,
        columns=tuple([replace(offered[at], label=label) for at, label in zip(places, labels, strict=True)]),
        places=places,
        collation=select(story.collation, places),
        query=query,
    )


def _columns(story: CollatedStory, named: set[str]) -> tuple[Column, ...]:
    documents = story.collation.documents
    return tuple(
        [
            Column(
                label=label,
                head=head,
                language=documents[at].language,
                latest=at in story.latest,
                chosen=head.id in named,
            )
            for at, (head, label) in enumerate(zip(story.heads, version_labels(story.heads), strict=True))
        ]
    )
