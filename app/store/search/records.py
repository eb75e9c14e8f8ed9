"""What a search takes and gives."""

from dataclasses import dataclass
from datetime import date

from app.store.records import Article, StorySummary, VersionHead
from app.text.excerpts import Excerpt


@dataclass(frozen=True, slots=True)
class Filters:
    """What versions are looked at; None does not choose.

    `outlet` is a name as stored, `story` a slug, `language` a main subtag such as `en`. A version is of the day, in UTC,
    that it was published, or captured where its source gave no date that can be read; `first` and `last` are included.
    """

    outlet: str | None = None
    story: str | None = None
    language: str | None = None
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class SearchHit:
    """An article that was found, by the latest of its versions that match: `version`; `matching` is how many do.

    `title` is that version's title to show, `excerpts` what it says near the matches, else how it begins.
    """

    article: Article
    version: VersionHead
    matching: int
    title: Excerpt
    excerpts: tuple[Excerpt, ...]

    @property
    def is_latest(self) -> bool:
        """Whether the version that matches is the article's latest."""
        return self.version.position == self.version.of


@dataclass(frozen=True, slots=True)
class SearchResult:
    """Some of the `total` articles that were found, best first.

    `nothing_asked`: the text holds no word to look for; `cut`: it holds more than are looked for (app.text.asking).
    `by_address`: the text was an address, and the articles, or else the `stories`, are those that it leads to.
    """

    hits: tuple[SearchHit, ...]
    total: int
    nothing_asked: bool = False
    cut: bool = False
    by_address: bool = False
    stories: tuple[StorySummary, ...] = ()
