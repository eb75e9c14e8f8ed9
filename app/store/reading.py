"""The queries behind the pages of stories and articles: rows in, records out."""

from collections import defaultdict
from datetime import UTC, datetime

from sqlalchemy import ColumnElement, case, func, select, true
from sqlalchemy.orm import Session

from app.store.order import listed_order
from app.store.records import (
    Article,
    ArticleVersions,
    Outlet,
    Story,
    StoryArticles,
    StorySummary,
    VersionHead,
)
from app.store.tables import ArticleRow, OutletRow, StoryRow, VersionRow
from app.text.published import moment

_DATED = case(
    (VersionRow.published_at < VersionRow.captured, VersionRow.published_at), else_=VersionRow.captured
)
"""How new a version is."""
_LAST = datetime.max.replace(tzinfo=UTC)


def outlets(session: Session) -> tuple[Outlet, ...]:
    """List every outlet with an article, by name."""
    query = select(OutletRow.name, func.count()).join(ArticleRow).group_by(OutletRow.id, OutletRow.name)
    return tuple(Outlet(name, count) for name, count in sorted(session.execute(query)))


def story_count(session: Session) -> int:
    """Count how many stories there are."""
    return session.scalar(select(func.count()).select_from(StoryRow)) or 0


def first_story(session: Session) -> Story | None:
    """Return the story that was made first, if there is any."""
    row = session.scalar(select(StoryRow).order_by(StoryRow.id).limit(1))
    return story_record(row) if row else None


def summaries(
    session: Session, limit: int | None, offset: int, *, slug: str | None = None
) -> tuple[StorySummary, ...]:
    """List stories (or the one of that slug), newest first, `limit` of them from the `offset`-th on; see `Store.stories`."""
    query = (
        select(StoryRow, func.count(ArticleRow.id.distinct()), func.count(), func.max(VersionRow.captured))
        .join(ArticleRow, ArticleRow.story_id == StoryRow.id)
        .join(VersionRow)
        .group_by(StoryRow.id, StoryRow.slug, StoryRow.title, StoryRow.created)
        .where(true() if slug is None else StoryRow.slug == slug)
        .order_by(func.max(_DATED).desc(), StoryRow.slug)
        .limit(limit)
        .offset(offset)
    )
    rows = session.execute(query).all()
    ids = [row[0].id for row in rows]
    listed = true() if limit is None else ArticleRow.story_id.in_(ids)
    names, dates, headlines = (
        _outlets_of(session, listed),
        _dates_of(session, listed),
        _headlines_of(session, listed),
    )
    return tuple(
        StorySummary(
            story_record(row), articles, versions, names[row.id], *dates[row.id], captured, headlines[row.id]
        )
        for row, articles, versions, captured in rows
    )


def story_articles(session: Session, row: StoryRow) -> StoryArticles:
    """Return a story with its articles and their version heads."""
    articles = session.scalars(select(ArticleRow).where(ArticleRow.story_id == row.id)).all()
    heads = version_heads(session, ArticleRow.story_id == row.id)
    held = [ArticleVersions(article_record(article), heads[article.id]) for article in articles]
    return StoryArticles(story_record(row), tuple(sorted(held, key=_earliest_first)))


def version_heads(session: Session, *wanted: ColumnElement[bool]) -> dict[str, tuple[VersionHead, ...]]:
    """Return the version heads of the articles that meet the conditions, by article id, in listed order.

    A condition must hold for an article as a whole, or positions would be wrong.
    """
    query = (
        select(
            VersionRow.id,
            VersionRow.article_id,
            VersionRow.number,
            VersionRow.title,
            VersionRow.display_title,
            VersionRow.published,
            VersionRow.published_at,
            VersionRow.captured,
            VersionRow.language,
            VersionRow.word_count,
            OutletRow.name.label("outlet"),
        )
        .join(ArticleRow, VersionRow.article_id == ArticleRow.id)
        .outerjoin(OutletRow)
        .where(*wanted)
    )
    of_article = defaultdict(list)
    for row in session.execute(query):
        of_article[row.article_id].append(row)
    heads = {}
    for article_id, rows in of_article.items():
        order = listed_order([(row.number, row.published_at) for row in rows])
        heads[article_id] = tuple(
            VersionHead(
                id=row.id,
                article_id=article_id,
                number=row.number,
                position=position,
                of=len(rows),
                outlet=row.outlet,
                title=row.title,
                display_title=row.display_title,
                published=row.published,
                captured=row.captured,
                language=row.language,
                word_count=row.word_count,
            )
            for position, row in enumerate((rows[index] for index in order), 1)
        )
    return heads


def story_record(row: StoryRow) -> Story:
    """Return the story of a row."""
    return Story(row.id, row.slug, row.title, row.created)


def article_record(row: ArticleRow) -> Article:
    """Return the article of a row."""
    outlet = row.outlet.name if row.outlet else None
    return Article(row.id, row.story.slug, row.story.title, outlet, row.url, row.key)


def _outlets_of(session: Session, listed: ColumnElement[bool]) -> dict[int, tuple[str, ...]]:
    query = select(ArticleRow.story_id, OutletRow.name).join(OutletRow).where(listed).distinct()
    names = defaultdict(set)
    for story_id, name in session.execute(query):
        names[story_id].add(name)
    return defaultdict(tuple, {story_id: tuple(sorted(found)) for story_id, found in names.items()})


def _headlines_of(session: Session, listed: ColumnElement[bool]) -> dict[int, str]:
    newest_first = [_DATED.desc(), VersionRow.number.desc(), VersionRow.id]
    place = func.row_number().over(partition_by=ArticleRow.story_id, order_by=newest_first).label("place")
    query = (
        select(ArticleRow.story_id, VersionRow.display_title, place).join(VersionRow).where(listed).subquery()
    )
    newest = select(query.c.story_id, query.c.display_title).where(query.c.place == 1)
    return dict(iter(session.execute(newest)))


def _dates_of(session: Session, listed: ColumnElement[bool]) -> dict[int, tuple[str | None, str | None]]:
    query = (
        select(ArticleRow.story_id, VersionRow.published_at, VersionRow.published)
        .join(VersionRow)
        .where(listed, VersionRow.published_at.is_not(None))
    )
    dates = defaultdict(list)
    for story_id, at, published in session.execute(query):
        dates[story_id].append((at, published))
    none: tuple[str | None, str | None] = (None, None)
    ends = {story_id: (min(found)[1], max(found)[1]) for story_id, found in dates.items()}
    return defaultdict(lambda: none, ends)


def _earliest_first(held: ArticleVersions) -> tuple[datetime, str, str]:
    moments = [at for head in held.versions if (at := moment(head.published)) is not None]
    return min(moments, default=_LAST), held.article.outlet or "", held.article.id
