"""What came in, newest first, and everything that has an address."""

from sqlalchemy import func, literal, select, union_all
from sqlalchemy.orm import Session

from app.store.reading import version_heads
from app.store.records import Arrival, SiteAddress, SiteKind
from app.store.tables import ArticleRow, SearchEntryRow, StoryRow, VersionRow

_KINDS: tuple[SiteKind, ...] = ("stories", "articles", "versions")


def arrivals(
    session: Session, limit: int, *, story_id: int | None = None, article_id: str | None = None
) -> tuple[Arrival, ...]:
    """The versions that were captured last (of a story or article), newest first."""
    query = select(SearchEntryRow.version_id, SearchEntryRow.article_id)
    if story_id is not None:
        query = query.join(ArticleRow, ArticleRow.id == SearchEntryRow.article_id).where(
            ArticleRow.story_id == story_id
        )
    if article_id is not None:
        query = query.where(SearchEntryRow.article_id == article_id)
    newest = query.order_by(
        SearchEntryRow.captured.desc(), SearchEntryRow.number.desc(), SearchEntryRow.version_id
    ).limit(limit)
    rows = session.execute(newest).all()
    heads = version_heads(session, ArticleRow.id.in_({article for _, article in rows}))
    places = {head.id: at for of_article in heads.values() for at, head in enumerate(of_article)}
    found = []
    for version_id, article in rows:
        at = places[version_id]
        found.append(Arrival(heads[article][at], heads[article][at - 1] if at else None))
    return tuple(found)


def address_count(session: Session) -> int:
    """How many stories, articles and versions there are together."""
    counted = [
        select(func.count()).select_from(row).scalar_subquery() for row in (StoryRow, ArticleRow, VersionRow)
    ]
    return session.scalar(select(counted[0] + counted[1] + counted[2])) or 0


def addresses(session: Session, limit: int, offset: int) -> tuple[SiteAddress, ...]:
    """Stories, then articles, then versions, each in the order of their ids, with when something of them came in last."""
    entry, last = SearchEntryRow, func.max(SearchEntryRow.captured)
    stories = (
        select(literal(0).label("kind"), StoryRow.slug.label("name"), last.label("at"))
        .join(ArticleRow, ArticleRow.story_id == StoryRow.id)
        .join(entry, entry.article_id == ArticleRow.id)
        .group_by(StoryRow.id, StoryRow.slug)
    )
    articles = select(literal(1), entry.article_id, last).group_by(entry.article_id)
    versions = select(literal(2), entry.version_id, entry.captured)
    every = union_all(stories, articles, versions).subquery()
    query = select(every).order_by(every.c.kind, every.c.name).limit(limit).offset(offset)
    return tuple(SiteAddress(_KINDS[kind], name, at) for kind, name, at in session.execute(query))
