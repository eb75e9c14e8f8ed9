"""Whether the index is of what is stored."""

from collections import Counter
from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.store.search import fulltext
from app.store.search.entries import entry_of
from app.store.tables import SearchEntryRow, VersionRow
from app.store.texts import content_of


def wrong_index(session: Session) -> Iterator[str]:
    """List how the index differs from the versions, a sentence for each thing; `variorum db reindex` mends it all."""
    in_versions: Counter[str] = Counter()
    times: Counter[str] = Counter()
    entries = {row.version_id: row for row in session.scalars(select(SearchEntryRow))}
    for version_id in session.scalars(select(VersionRow.id)).all():
        entry = entries.pop(version_id, None)
        if entry is None:
            yield f"The search index does not hold version {version_id}"
            continue
        try:
            row = session.scalars(select(VersionRow).where(VersionRow.id == version_id)).one()
            found = entry_of(content_of(row))
        except (TypeError, ValueError):
            continue  # that its blocks cannot be read is said elsewhere
        if _fields(entry) != (row.article_id, row.number, row.published_at, row.captured, found.language):
            yield f"The search index has version {version_id} with other dates, place or language"
        held = Counter(f"{found.title} {found.body}".split())
        times.update(held)
        in_versions.update(held.keys())
        session.expunge(row)
    yield from (f"The search index holds version {one}, which is not stored" for one in sorted(entries))
    yield from _wrong_full_text(session, in_versions, times)


def _wrong_full_text(session: Session, in_versions: Counter[str], times: Counter[str]) -> Iterator[str]:
    listed = set(session.scalars(select(SearchEntryRow.id)))
    if listed != set(fulltext.sizes(session)):
        yield "The full text of the search index is of other versions than it lists"
    wrong = 0
    for unit, versions, count in fulltext.units(session):
        wrong += (in_versions.pop(unit, 0), times.pop(unit, 0)) != (versions, count)
    if wrong or in_versions:
        yield f"The full text of the search index differs from what is stored in {wrong + len(in_versions)} words"


def _fields(entry: SearchEntryRow) -> tuple[object, ...]:
    return entry.article_id, entry.number, entry.published_at, entry.captured, entry.language
