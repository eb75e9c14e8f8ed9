"""Stories for programs: the list, one story, its collation, and the tables of that."""

from collections.abc import Callable
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Depends, Path, Query, Request, Response
from pydantic import create_model
from starlette.responses import JSONResponse

from app.store.records import ArticleVersions, StorySummary
from app.web.api.answers import ArticleItem, Problem, Stories, StoryAnswer, StoryItem, VersionItem
from app.web.formats.collation_json import collation_json
from app.web.formats.collation_subject import Collated
from app.web.periods import periods_of
from app.web.stories import library_of
from app.web.story.columns import Chosen, Which, choose
from app.web.tables.all_tables import TABLES
from app.web.tables.table import Table, as_csv

MOST = 200
"""Stories in one answer."""
_REFUSALS: dict[int | str, dict[str, object]] = {
    404: {"model": Problem, "description": "No such story, or no such version of it"},
    422: {"model": Problem, "description": "A value is not one of those that are known"},
    503: {"model": Problem, "description": "The store cannot be read just now"},
}

Slug = Annotated[str, Path(description="the story's name in addresses")]

router = APIRouter(prefix="/api/v1", tags=["stories"], responses=_REFUSALS)


@router.get("/stories")
def stories(
    request: Request,
    limit: Annotated[int, Query(ge=1, le=MOST, description="how many at most")] = 50,
    offset: Annotated[int, Query(ge=0, le=10_000_000, description="how many are passed over")] = 0,
) -> Stories:
    """List stories, newest first."""
    store = library_of(request).store
    found = store.stories(limit=limit, offset=offset)
    return Stories(total=store.story_count(), offset=offset, stories=[_item(one) for one in found])


@router.get("/stories/{slug}")
def story(request: Request, slug: Slug) -> StoryAnswer:
    """Return a story with its articles and their versions."""
    found = library_of(request).store.story(slug)
    address = f"/api/v1/stories/{quote(found.story.slug)}"
    return StoryAnswer(
        slug=found.story.slug,
        title=found.story.title,
        articles=[_article(one) for one in found.articles],
        collation=f"{address}/collation",
        tables={name: f"{address}/{name}" for name in TABLES},
    )


def _collated(
    request: Request,
    slug: Slug,
    version: Annotated[
        Chosen, Query(description="ids of the versions that are taken; none for those of `versions`")
    ] = (),
    versions: Annotated[Which, Query(description="the latest version of each article, or all")] = "latest",
) -> Collated:
    story = library_of(request).collated(slug)
    choice = choose(story, version, versions)
    chosen = [story.versions[at] for at in choice.places]
    known = periods_of(story.articles)
    return Collated(
        versions=tuple([one.content for one in chosen]),
        collation=choice.collation,
        ids=tuple([one.id for one in chosen]),
        articles=tuple([one.article.id for one in chosen]),
        periods=tuple([known[one.id] for one in chosen]),
    )


Subject = Annotated[Collated, Depends(_collated)]


@router.get("/stories/{slug}/collation")
def collation(collated: Subject) -> Response:
    """Return everything that is known of the chosen versions together, as `variorum collate` prints it."""
    return JSONResponse(collation_json(collated))


def _item(found: StorySummary) -> StoryItem:
    return StoryItem(
        slug=found.story.slug,
        title=found.story.title,
        articles=found.article_count,
        versions=found.version_count,
        outlets=list(found.outlets),
        first_published=found.first_published,
        last_published=found.last_published,
        latest_capture=found.latest_capture,
    )


def _article(found: ArticleVersions) -> ArticleItem:
    return ArticleItem(
        id=found.article.id,
        outlet=found.article.outlet,
        url=found.article.url,
        versions=[
            VersionItem(
                id=head.id,
                number=head.number,
                title=head.title,
                published=head.published,
                captured=head.captured,
                language=head.language,
                words=head.word_count,
            )
            for head in found.versions
        ],
    )


def _as_json(table: Table) -> Callable[[Collated], dict[str, object]]:
    def rows(collated: Subject) -> dict[str, object]:
        return {"engine": collated.collation.engine, "rows": table.rows(collated)}

    return rows


def _as_csv(table: Table) -> Callable[[Collated], Response]:
    def rows(collated: Subject) -> Response:
        text = as_csv(table.row, table.rows(collated))
        disposition = f'attachment; filename="{table.name}.csv"'
        return Response(text, media_type="text/csv", headers={"Content-Disposition": disposition})

    return rows


def _add(table: Table) -> None:
    """Both addresses of a table."""
    answer = create_model(f"{table.row.__name__}s", engine=(str, ...), rows=(list[table.row], ...))  # type: ignore[name-defined]
    path = f"/stories/{{slug}}/{table.name}"
    router.get(path, response_model=answer, summary=table.says, name=table.name)(_as_json(table))
    router.get(
        f"{path}.csv", response_class=Response, summary=f"{table.says} As CSV.", name=f"{table.name}.csv"
    )(_as_csv(table))


for _table in TABLES.values():
    _add(_table)
