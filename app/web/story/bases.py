"""The base version of a page: the one that its address names, or the one that is found."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.compare.story.base import Base, Source, find_base
from app.compare.story.periods import Period
from app.errors import NotFoundError
from app.web.library import CollatedStory
from app.web.periods import periods_of
from app.web.story.columns import Column


@dataclass(frozen=True, slots=True)
class BaseView:
    """A base, by its index among all versions of the story; `found` says why it is this one, None where it was chosen.

    `agency` and `dateline` are those that it names.
    """

    version: int
    column: Column
    found: Base | None
    agency: str | None
    dateline: str | None


def base_of(
    story: CollatedStory, offered: Sequence[Column], candidates: Sequence[int], named: str
) -> BaseView:
    """The version of that id, or where none is named the one found among the candidates, which are indices.

    Raises NotFoundError for a version of another story.
    """
    known = periods_of(story.articles)
    found = None if named else find_base([_source(story, at, candidates, known) for at in candidates])
    at = candidates[found.version] if found else place_of(story, named)
    content = story.versions[at].content
    return BaseView(at, offered[at], found, content.agency, content.dateline)


def place_of(story: CollatedStory, identifier: str) -> int:
    """Where a version stands among those of a story. Raises NotFoundError."""
    for at, head in enumerate(story.heads):
        if head.id == identifier:
            return at
    raise NotFoundError(f"The story {story.story.title!r} has no version {identifier!r}")


def _source(
    story: CollatedStory, at: int, candidates: Sequence[int], known: Mapping[str, Period | None]
) -> Source:
    content = story.versions[at].content
    shares = sorted(story.collation.similarity[at][other] for other in candidates if other != at)
    return Source(
        id=story.heads[at].id,
        outlet=content.outlet,
        agency=content.agency,
        period=known[story.heads[at].id],
        likeness=sum(shares) / len(shares) if shares else 0.0,
    )
