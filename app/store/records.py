"""What the store hands out: plain frozen values, detached from the database."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from app.text.content import Content

Outcome = Literal["added", "known"]
SiteKind = Literal["stories", "articles", "versions"]


@dataclass(frozen=True, slots=True)
class Outlet:
    """Who published, and how many articles of theirs are stored."""

    name: str
    article_count: int


@dataclass(frozen=True, slots=True)
class Story:
    """One event or topic; `created` is when its first version was captured (aware, UTC)."""

    id: int
    slug: str
    title: str
    created: datetime


@dataclass(frozen=True, slots=True)
class StorySummary:
    """A story in a list. `outlets` are sorted by name.

    `first_published` and `last_published` are the earliest and latest of its versions' dates, as printed
    by the source; None where no version has a date that can be read. `headline` is that of its newest version, or
    the words that stand for one.
    """

    story: Story
    article_count: int
    version_count: int
    outlets: tuple[str, ...]
    first_published: str | None
    last_published: str | None
    latest_capture: datetime
    headline: str


@dataclass(frozen=True, slots=True)
class Article:
    """One outlet's piece; its id follows from the outlet and the key, else the address or first version.

    `url` and `key` are those of the source that it was made from; later ones may have added others.
    """

    id: str
    story_slug: str
    story_title: str
    outlet: str | None
    url: str | None
    key: str | None


@dataclass(frozen=True, slots=True)
class VersionHead:
    """A version in a list, without its text.

    `number` counts the article's versions as they arrived, from 1; `position` is the version's place, from 1,
    among the `of` versions of the article in listed order (see app.store.order). `language` is None where the
    source gave none.
    """

    id: str
    article_id: str
    number: int
    position: int
    of: int
    outlet: str | None
    title: str | None
    display_title: str
    published: str | None
    captured: datetime
    language: str | None
    word_count: int


@dataclass(frozen=True, slots=True)
class Version:
    """A whole version; `number`, `position` and `of` as in `VersionHead`."""

    id: str
    article: Article
    number: int
    position: int
    of: int
    captured: datetime
    content: Content


@dataclass(frozen=True, slots=True)
class ArticleVersions:
    """An article and its versions in listed order."""

    article: Article
    versions: tuple[VersionHead, ...]


@dataclass(frozen=True, slots=True)
class StoryArticles:
    """A story and its articles: those with a readable date first, earliest first; then by outlet and id."""

    story: Story
    articles: tuple[ArticleVersions, ...]


@dataclass(frozen=True, slots=True)
class Arrival:
    """A version that came in, and the one that stands before it in its article's listed order."""

    version: VersionHead
    before: VersionHead | None


@dataclass(frozen=True, slots=True)
class SiteAddress:
    """Something that has a page: a story by its slug, an article or version by its id; `at`: when its last part came in."""

    kind: SiteKind
    name: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Capture:
    """What a version was read from: where the bytes came from, their SHA-256 (hexadecimal) and length."""

    version_id: str
    sha256: str
    size: int
    file_name: str | None
    media_type: str | None
    url: str | None
    captured: datetime


@dataclass(frozen=True, slots=True)
class AddResult:
    """Where a version is after it was given to the store, and whether it was new."""

    version_id: str
    article_id: str
    story_slug: str
    story_title: str
    number: int
    outcome: Outcome
