"""The matrix of a story: what its versions say, statement by statement."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Annotated, ClassVar, get_args
from urllib.parse import quote

from fastapi import Query, Request
from starlette.responses import HTMLResponse

from app.compare.story.matrix import Matrix, sentence_ids
from app.compare.story.ordering import Group, Sort, Wanted, fitting, grouped
from app.errors import NotFoundError
from app.store.records import Story
from app.web.library import CollatedStory
from app.web.rendering import Page, render
from app.web.stories import library_of
from app.web.story.columns import Choice, choose
from app.web.story.matrix_rows import MatrixColumn, MatrixTable, RowViewer, sections, view_column
from app.web.story.matrix_switches import MatrixSwitches
from app.web.story.paging import Paging, paged
from app.web.story.places import Places

ROWS = 150
"""Statements on one page; the rest are on the next ones. The cells of 150 rows of 30 versions make a page of some 2 MB."""
FIRST_ROWS = 5
"""Statements that the page of the story shows."""

Heading = tuple[str, str | None]


@dataclass(frozen=True, slots=True)
class Choosable:
    """Something that a page can show otherwise: where it leads, and whether it is so now."""

    words: str
    href: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class MatrixPage(Page):
    """A page of a story's matrix: `found` of its `total` statements pass the filters, and `table` has some of these.

    `passed_over` are choices that do not apply, in words, as they name versions that are not shown. `sorts` are the orders,
    and `unfiltered` is the address without filters, None where there are none.
    """

    template: ClassVar[str] = "matrix.html"
    story: Story
    choice: Choice
    switches: MatrixSwitches
    table: MatrixTable
    total: int
    found: int
    paging: Paging
    sorts: tuple[Choosable, ...]
    unfiltered: str | None
    passed_over: tuple[str, ...]
    coarse: tuple[str, ...]


def matrix(request: Request, slug: str, switches: Annotated[MatrixSwitches, Query()]) -> HTMLResponse:
    """The statements of a story by its versions."""
    story = library_of(request).collated(slug)
    return HTMLResponse(
        render(_Maker(story, choose(story, switches.version, switches.versions), switches).page())
    )


def first_rows(story: CollatedStory, choice: Choice) -> MatrixTable | None:
    """The statements that most is to be seen in: conflicts, then those of most versions; None where versions share none."""
    held = Matrix(choice.collation)
    shared = [k for k, one in enumerate(choice.collation.statements) if one.coverage > 1]
    order = sorted(
        shared, key=lambda k: (k not in held.disputes, -choice.collation.statements[k].coverage, k)
    )
    if not shared:
        return None
    viewer = RowViewer(held, _columns(story, choice), sentence_ids(choice.collation), Places(choice))
    return MatrixTable(
        _columns(story, choice), sections(viewer, [(("", None), k) for k in sorted(order[:FIRST_ROWS])])
    )


def address(story: Story) -> str:
    """Where a story's matrix is."""
    return f"/stories/{quote(story.slug)}/matrix"


def _columns(story: CollatedStory, choice: Choice) -> tuple[MatrixColumn, ...]:
    return tuple(
        [
            replace(
                view_column(
                    story.versions[at].content, column.language, column.label, column.head.word_count
                ),
                href=f"/versions/{column.head.id}",
            )
            for at, column in zip(choice.places, choice.columns, strict=True)
        ]
    )


class _Maker:
    """Holds the choices while a page is made of them."""

    def __init__(self, story: CollatedStory, choice: Choice, switches: MatrixSwitches) -> None:
        self.story, self.choice, self.switches = story, choice, switches
        self.passed_over: list[str] = []
        base = self._index(switches.base, "to hold the others against")
        self.base = 0 if base is None else base
        self.wanted = Wanted(
            has=self._index(switches.outlet, "to have the statements"),
            lacks=self._index(switches.lacks, "to lack the statements"),
            quotes="quotes" in switches.holding,
            figures="figures" in switches.holding,
        )
        self.matrix = Matrix(choice.collation, self.base)
        self.ids = sentence_ids(choice.collation)

    def page(self) -> MatrixPage:
        """The whole page. Raises NotFoundError for a page of rows that there is not."""
        found = fitting(self.choice.collation, self.wanted)
        headed = [
            (self._heading(group), number)
            for group in grouped(self.matrix, found, self.switches.sort)
            for number in group.statements
        ]
        page = self._page_of([number for _, number in headed])
        paging = paged(len(headed), ROWS, page, lambda number: self._here(page=number))
        columns = self._columns()
        viewer = RowViewer(self.matrix, columns, self.ids, Places(self.choice))
        return MatrixPage(
            story=self.story.story,
            choice=self.choice,
            switches=self.switches,
            table=MatrixTable(columns, sections(viewer, headed[paging.start : paging.end])),
            total=len(self.choice.collation.statements),
            found=len(found),
            paging=paging,
            sorts=self._sorts(),
            unfiltered=None if self.wanted == Wanted() else self._here(outlet="", lacks="", holding=()),
            passed_over=tuple(self.passed_over),
            coarse=self.choice.collation.coarse,
        )

    def _index(self, version: str, purpose: str) -> int | None:
        """Which column a choice names; None for none, or for one that is not shown, which is noted."""
        if not version:
            return None
        labels = {column.head.id: column.label for column in self.choice.offered}
        if version not in labels:
            raise NotFoundError(f"The story {self.story.story.title!r} has no version {version!r}")
        shown = [column.head.id for column in self.choice.columns]
        if version not in shown:
            self.passed_over.append(f"{labels[version]}, chosen {purpose}, is not among the versions shown.")
            return None
        return shown.index(version)

    def _page_of(self, order: Sequence[int]) -> int:
        """The page that is asked for: by a row that is on it, or by its number."""
        name = self.switches.row.removeprefix("s-")
        if not name:
            return self.switches.page
        at = next((at for at, number in enumerate(order) if name in self.ids[number].values()), None)
        if at is None:
            self.passed_over.append("The statement that this address names is not among those shown.")
            return 1
        return at // ROWS + 1

    def _here(self, **other: object) -> str:
        return address(self.story.story) + self.switches.query(**other)

    def _sorts(self) -> tuple[Choosable, ...]:
        words: dict[Sort, str] = {
            "reading": "in reading order",
            "coverage": "by coverage",
            "all": "in all versions first",
            "one": "in only one first",
            "disputed": "conflicting first",
        }
        return tuple(
            [Choosable(words[one], self._here(sort=one), one == self.switches.sort) for one in get_args(Sort)]
        )

    def _columns(self) -> tuple[MatrixColumn, ...]:
        heads = [column.head.id for column in self.choice.columns]
        return tuple(
            [
                replace(
                    column,
                    is_base=at == self.base,
                    rebase=None if at == self.base else self._here(base=heads[at]),
                )
                for at, column in enumerate(_columns(self.story, self.choice))
            ]
        )

    def _heading(self, group: Group) -> Heading:
        everyone = len(self.choice.columns)
        if group.name in {"in_base", "not_in_base"}:
            words = "In the order of" if group.name == "in_base" else "Not found in"
            return words, self.choice.columns[self.base].label
        if group.name == "coverage":
            if group.coverage is None:
                return ("Not in all of them" if self.switches.sort == "all" else "In several of them"), None
            return f"In {group.coverage} of {everyone} version{'' if everyone == 1 else 's'}", None
        return {
            "conflicting": "Versions contradict each other",
            "worded": "Worded differently, the most wordings first",
            "agreed": "One wording",
        }[group.name], None
