"""What each page shows. The fields are the variables of its template; tests hold the two to each other."""

from dataclasses import dataclass
from typing import ClassVar

from app.compare.comparison import Summary
from app.store.records import Article, ArticleVersions, StorySummary, VersionHead
from app.text.content import Content
from app.web.comparison_view import Item
from app.web.rendering import Page
from app.web.runs import Run
from app.web.structured import Structured

HEADLINES = "headlines"
"""The id of both headlines together, as a change among others."""


@dataclass(frozen=True, slots=True)
class HomePage(Page):
    """Stories, newest first: page `page` of `pages`, from 1."""

    template: ClassVar[str] = "home.html"
    stories: tuple[StorySummary, ...]
    page: int
    pages: int
    structured: Structured


@dataclass(frozen=True, slots=True)
class GridCell:
    """How alike two versions are: `shared` in [0, 1], None where it was not computed; `step` the same in tenths.

    `label` names the column's version.
    """

    a: str
    b: str
    shared: float | None
    step: int
    label: str


@dataclass(frozen=True, slots=True)
class GridLine:
    """A version's row: its label and a cell per column, None where a version meets itself."""

    label: str
    cells: tuple[GridCell | None, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """The similarity of every pair of versions; `columns` are the rows again.

    `left_out`: versions beyond the limit; `uncompared`: pairs beyond the words that are compared for one page.
    """

    columns: tuple[GridLine, ...]
    rows: tuple[GridLine, ...]
    left_out: int
    uncompared: int


@dataclass(frozen=True, slots=True)
class ArticlePage(Page):
    """An article and its versions in order, oldest first."""

    template: ClassVar[str] = "article.html"
    article: Article
    versions: tuple[VersionHead, ...]
    structured: Structured


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a comparison: `name` is its outlet, or words that stand for one; `mark` the element for changed words."""

    id: str
    article_id: str
    name: str
    content: Content
    language: str
    word_count: int
    headline: tuple[Run, ...]
    mark: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A comparison as every page of it shows it. `coarse` says which limits on the work were met.

    `words`: whether changed words are marked. `headlines_differ`: whether the two headlines are a change.
    """

    left: Side
    right: Side
    summary: Summary
    only_left: int
    only_right: int
    identical: bool
    coarse: tuple[str, ...]
    items: tuple[Item, ...]
    words: bool
    headlines_differ: bool

    @property
    def changes(self) -> tuple[str, ...]:
        """The ids of what differs, in reading order: of the headlines, and of rows."""
        rows = [row.id for item in self.items for row in item.rows if row.is_change]
        return (HEADLINES, *rows) if self.headlines_differ else tuple(rows)

    @property
    def folds(self) -> int:
        """How many runs of rows that are alike are folded."""
        return sum(item.folded for item in self.items)


@dataclass(frozen=True, slots=True)
class Mark:
    """A change on the map of a comparison: the row's id and kind, its `top` and `height` in thousandths of the whole.

    `left` and `width` are in tenths of the map's width: what only one side has stands on that side's half.
    """

    id: str
    css: str
    left: int
    width: int
    top: int
    height: int


@dataclass(frozen=True, slots=True)
class ChoosePage(Page):
    """The versions that may take the place of one side (`left` or `right`) of the comparison of `a` with `b`.

    `query` are the switches that comparisons are to keep, as the end of an address.
    """

    template: ClassVar[str] = "choose.html"
    story_slug: str
    story_title: str
    a: str
    b: str
    side: str
    query: str
    chosen: str
    articles: tuple[ArticleVersions, ...]


@dataclass(frozen=True, slots=True)
class Newer:
    """The newest version of an article of which a comparison shows an older one.

    `side` is where it shows that, empty where both sides are of the article; `ways` are words that lead to an address.
    """

    side: str
    head: VersionHead
    ways: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class NewerPart(Page):
    """What a comparison cannot say itself, as it never changes: which sides have a newer version."""

    template: ClassVar[str] = "newer.html"
    newer: tuple[Newer, ...]


@dataclass(frozen=True, slots=True)
class ErrorPage(Page):
    """Something that could not be shown: what, why, and where to go on."""

    template: ClassVar[str] = "error.html"
    title: str
    message: str
    way_out: str
