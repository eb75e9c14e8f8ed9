"""What the index holds of a version: worked out before any transaction, written with the version's rows."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from app.store.search import fulltext
from app.store.search.addresses import address_digest
from app.store.tables import (
    LANGUAGE_LENGTH,
    ArticleRow,
    CaptureRow,
    SearchAddressRow,
    SearchEntryRow,
    VersionRow,
)
from app.store.texts import content_of
from app.text.content import Content
from app.text.language import detect_language
from app.text.lookup import unit_text

INDEXED = 1_000_000
"""Code points of a version's body that are indexed; what follows is not found by its words."""
_AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class Entry:
    """A version as the index has it: units of its title and body, and the main subtag of its language."""

    title: str
    body: str
    language: str


def entry_of(content: Content) -> Entry:
    """Read a version's title and compared text into units; its language is the one given, or detected."""
    body = "\n\n".join(block.text for block in content.compared())[:INDEXED]
    language = (content.language or "").split("-")[0].strip().lower()
    if not 0 < len(language) <= LANGUAGE_LENGTH or "\0" in language:
        language = detect_language(body)
    return Entry(unit_text((content.title or "")[:INDEXED]), unit_text(body), language)


def add_entry(session: Session, version: VersionRow, entry: Entry) -> None:
    """Index a version; the caller's transaction holds the write lock."""
    row = SearchEntryRow(
        version_id=version.id,
        article_id=version.article_id,
        number=version.number,
        published_at=version.published_at,
        captured=version.captured,
        language=entry.language,
    )
    session.add(row)
    session.flush()
    fulltext.write(session, row.id, entry.title, entry.body)


def add_addresses(session: Session, article_id: str, urls: Iterable[str | None]) -> None:
    """Let an article be found by these addresses; what is none is passed over."""
    for digest in {address_digest(url) for url in urls if url}:
        if digest is not None and session.get(SearchAddressRow, (digest, article_id)) is None:
            session.add(SearchAddressRow(digest=digest, article_id=article_id))
            session.flush()


def index_missing(session: Session) -> int:
    """Index every version that is not indexed yet, and all addresses; tell how many versions. Commits nothing."""
    indexed = select(SearchEntryRow.version_id)
    missing = session.scalars(
        select(VersionRow.id)
        .where(VersionRow.id.not_in(indexed))
        .order_by(VersionRow.captured, VersionRow.id)
    ).all()
    for start in range(0, len(missing), _AT_ONCE):
        ids = missing[start : start + _AT_ONCE]
        rows = {row.id: row for row in session.scalars(select(VersionRow).where(VersionRow.id.in_(ids)))}
        for one in ids:
            add_entry(session, rows[one], entry_of(content_of(rows[one])))
        _add_addresses_of(session, ids)
        session.flush()
        session.expunge_all()
    return len(missing)


def rebuild(session: Session) -> int:
    """Make the whole index anew; tell how many versions it holds. Commits nothing."""
    fulltext.empty(session)
    session.execute(delete(SearchEntryRow))
    session.execute(delete(SearchAddressRow))
    return index_missing(session)


def _add_addresses_of(session: Session, version_ids: Iterable[str]) -> None:
    captured = (
        select(VersionRow.article_id, CaptureRow.url)
        .join(CaptureRow, CaptureRow.version_id == VersionRow.id)
        .where(VersionRow.id.in_(version_ids), CaptureRow.url.is_not(None))
    )
    own = (
        select(ArticleRow.id, ArticleRow.url)
        .join(VersionRow, VersionRow.article_id == ArticleRow.id)
        .where(VersionRow.id.in_(version_ids), ArticleRow.url.is_not(None))
    )
    for article_id, url in {*session.execute(captured), *session.execute(own)}:
        add_addresses(session, article_id, [url])
