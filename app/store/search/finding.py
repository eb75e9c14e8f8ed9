"""Searching: what was typed in, articles out."""

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import ColumnElement, Select, Subquery, case, exists, func, literal, or_, select
from sqlalchemy.orm import Session, aliased

from app.store.reading import article_record, summaries, version_heads
from app.store.records import StorySummary, VersionHead
from app.store.search.addresses import address_digest, looks_like_address, own_ids, own_slug, unwrapped
from app.store.search.fulltext import matching
from app.store.search.records import Filters, SearchHit, SearchResult
from app.store.slugs import could_be_slug
from app.store.tables import ArticleRow, OutletRow, SearchAddressRow, SearchEntryRow, StoryRow, VersionRow
from app.store.texts import content_of
from app.text.asking import Asked, read_query
from app.text.content import ID_LENGTH, display_title
from app.text.excerpts import excerpts, marked

MOST_ADDRESSED = 100
"""Articles that one address is taken to lead to."""
_ID = re.compile(rf"[a-z2-7]{{{ID_LENGTH}}}", re.ASCII)
_DAY = timedelta(days=1)


def find(session: Session, text: str, filters: Filters, limit: int, offset: int) -> SearchResult:
    """The articles that a text finds, `limit` of them from the `offset`-th on; see `Store.search`."""
    text = unwrapped(text.strip())
    addressed = _addressed(session, text)
    if not addressed and (stories := _stories_at(session, text)):
        return SearchResult((), 0, by_address=True, stories=stories)
    if addressed is not None:
        some = addressed[offset : offset + limit]
        return SearchResult(_hits(session, some, Asked(())), len(addressed), by_address=True)
    asked = read_query(text)
    if not asked.terms and (text or filters == Filters()):
        return SearchResult((), 0, nothing_asked=True)
    found = _found(asked, filters)
    rows = session.execute(_best_first(found).limit(limit).offset(offset)).all()
    total = rows[0].total if rows else 0
    if not rows and offset:
        total = session.scalar(select(func.count()).select_from(found).where(found.c.place == 1)) or 0
    hits = _hits(session, [(row.version_id, row.matching) for row in rows], asked)
    return SearchResult(hits, total, cut=asked.cut)


def languages(session: Session) -> tuple[str, ...]:
    """The languages of what is stored: main subtags, in order."""
    return tuple(
        session.scalars(select(SearchEntryRow.language).distinct().order_by(SearchEntryRow.language))
    )


def _found(asked: Asked, filters: Filters) -> Subquery:
    """The versions that match, each with its `place` among those of its article, the latest first."""
    entry, other = SearchEntryRow, aliased(SearchEntryRow)
    match = (matching(asked) if asked.terms else _every()).subquery()
    # The order of app.store.order: by date where every version of the article has one.
    undated = exists().where(other.article_id == entry.article_id, other.published_at.is_(None))
    latest_first = [case((~undated, entry.published_at)).desc(), entry.number.desc()]
    query = (
        select(
            entry.version_id,
            entry.article_id,
            match.c.rank,
            case((entry.published_at < entry.captured, entry.published_at), else_=entry.captured).label("at"),
            func.row_number().over(partition_by=entry.article_id, order_by=latest_first).label("place"),
            func.count().over(partition_by=entry.article_id).label("matching"),
        )
        .join(match, match.c.number == entry.id)
        .where(*_conditions(filters))
    )
    return _joined(query, filters).subquery()


def _every() -> Select[int, float]:
    """All versions, as `matching` gives those that match: each as good as the other."""
    return select(SearchEntryRow.id.label("number"), literal(0.0).label("rank"))


def _joined(query: Select[tuple[object, ...]], filters: Filters) -> Select[tuple[object, ...]]:
    if filters.outlet is not None or filters.story is not None:
        query = query.join(ArticleRow, ArticleRow.id == SearchEntryRow.article_id)
    if filters.outlet is not None:
        query = query.join(OutletRow, OutletRow.id == ArticleRow.outlet_id)
    if filters.story is not None:
        query = query.join(StoryRow, StoryRow.id == ArticleRow.story_id)
    return query


def _conditions(filters: Filters) -> Iterator[ColumnElement[bool]]:
    entry = SearchEntryRow
    if filters.outlet is not None:
        yield OutletRow.name == filters.outlet
    if filters.story is not None:
        yield StoryRow.slug == filters.story
    if filters.language is not None:
        yield entry.language == filters.language.lower()
    day = func.coalesce(entry.published_at, entry.captured)
    if filters.first is not None:
        yield day >= _midnight(filters.first)
    if filters.last is not None and filters.last < date.max:
        yield day < _midnight(filters.last + _DAY)


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def _best_first(found: Subquery) -> Select[tuple[object, ...]]:
    return (
        select(found.c.version_id, found.c.matching, func.count().over().label("total"))
        .where(found.c.place == 1)
        .order_by(found.c.rank, found.c.at.desc(), found.c.article_id)
    )


def _hits(session: Session, found: Sequence[tuple[str, int]], asked: Asked) -> tuple[SearchHit, ...]:
    """Versions, each with how many of its article match, as hits in the same order."""
    ids = [version_id for version_id, _ in found]
    rows = {row.id: row for row in session.scalars(select(VersionRow).where(VersionRow.id.in_(ids)))}
    articles = {row.article_id for row in rows.values()}
    heads = {
        head.id: head
        for of_article in version_heads(session, ArticleRow.id.in_(articles)).values()
        for head in of_article
    }
    return tuple([_hit(rows[one], heads[one], count, asked) for one, count in found])


def _hit(row: VersionRow, head: VersionHead, matching: int, asked: Asked) -> SearchHit:
    content = content_of(row)
    return SearchHit(
        article=article_record(row.article),
        version=head,
        matching=matching,
        title=marked(display_title(content), asked),
        excerpts=excerpts([block.text for block in content.compared()], asked),
    )


def _addressed(session: Session, text: str) -> list[tuple[str, int]] | None:
    """The latest versions of the articles that an address or an id names; None for a text that is neither.

    An address may lack its scheme, as browsers show it, if an article came from there.
    """
    digest, named = address_digest(text), own_ids(text)
    if named or _ID.fullmatch(text):
        found = _named(session, named or (("versions", text), ("articles", text)))
        if found:
            return found
    is_bare = digest is None and not named and looks_like_address(text)
    if is_bare:
        digest = address_digest(f"https://{text}")
    if digest is None and not named:
        return None
    ids = session.scalars(
        select(SearchAddressRow.article_id)
        .where(SearchAddressRow.digest == (digest or ""))
        .order_by(SearchAddressRow.article_id)
        .limit(MOST_ADDRESSED)
    ).all()
    # words with dots and strokes between them are words, unless an article came from there
    return _latest(session, ids) if ids or not is_bare else None


def _stories_at(session: Session, text: str) -> tuple[StorySummary, ...]:
    """The story that an address of this site names, if it is stored."""
    slug = own_slug(text)
    return summaries(session, 1, 0, slug=slug) if slug and could_be_slug(slug) else ()


def _named(session: Session, named: Sequence[tuple[str, str]]) -> list[tuple[str, int]]:
    """The latest versions of the articles of some versions and articles, in this order."""
    ids = [one for _, one in named]
    query = select(SearchEntryRow.version_id, SearchEntryRow.article_id).where(
        or_(SearchEntryRow.version_id.in_(ids), SearchEntryRow.article_id.in_(ids))
    )
    articles: dict[str, str] = {}
    for version_id, article_id in session.execute(query):
        articles |= {version_id: article_id, article_id: article_id}
    return _latest(session, list(dict.fromkeys(articles[one] for one in ids if one in articles)))


def _latest(session: Session, article_ids: Sequence[str]) -> list[tuple[str, int]]:
    heads = version_heads(session, ArticleRow.id.in_(article_ids))
    return [(heads[one][-1].id, 1) for one in article_ids]
