"""The queries behind comparisons and collations that are kept."""

from collections.abc import Iterable, Sequence
from itertools import combinations

from sqlalchemy import bindparam, delete, func, insert, or_, select, true
from sqlalchemy.orm import Session

from app.compare.collation import Collation
from app.compare.comparison import Comparison
from app.compare.found import Found
from app.compare.mirroring import mirror
from app.compare.outline import Outline, outline
from app.store.packed_collation import unpack_collation, unpack_found
from app.store.packed_comparison import pack_details, pack_outline, unpack_comparison, unpack_outline
from app.store.packing import kept_engine, mark
from app.store.tables import ArticleRow, CollationRow, ComparisonRow, StoryRow, VersionRow
from app.text.document import Document


def kept_comparison(
    session: Session, a: str, b: str, read: tuple[Document, Document], engine: str
) -> Comparison | None:
    """The comparison of two versions that was kept by this engine, if it is undamaged."""
    if a > b:
        found = kept_comparison(session, b, a, (read[1], read[0]), engine)
        return found and mirror(found)
    row = session.get(ComparisonRow, (a, b))
    if row is None or row.engine != kept_engine(engine):
        return None
    held = unpack_outline(row.outline, mark(read[0]) + mark(read[1]))
    return unpack_comparison(held, row.details, *read) if held else None


def kept_outlines(
    session: Session, ids: Sequence[str], documents: Sequence[Document], engine: str
) -> dict[tuple[int, int], Outline]:
    """Every two of these versions whose comparison was kept by this engine, by index, the smaller first."""
    query = select(ComparisonRow.a, ComparisonRow.b, ComparisonRow.outline).where(
        ComparisonRow.a.in_(ids), ComparisonRow.b.in_(ids), ComparisonRow.engine == kept_engine(engine)
    )
    packed = {(a, b): held for a, b, held in session.execute(query)}
    marks = [mark(document) for document in documents]
    found = {}
    for i, j in combinations(range(len(ids)), 2):
        mirrored = ids[i] > ids[j]
        one, other = (j, i) if mirrored else (i, j)
        held = packed.get((ids[one], ids[other]))
        if held is not None:
            unpacked = unpack_outline(held, marks[one] + marks[other], mirrored=mirrored)
            if unpacked is not None:
                found[i, j] = unpacked
    return found


def packed(made: Iterable[tuple[str, str, Comparison]], engine: str) -> list[dict[str, str | bytes]]:
    """Comparisons of two versions each, as rows."""
    return [_row(a, b, one, engine) if a < b else _row(b, a, mirror(one), engine) for a, b, one in made]


def keep_comparisons(session: Session, rows: Sequence[dict[str, str | bytes]]) -> None:
    """Keep comparisons that are packed; older ones of the same versions give way."""
    if rows:
        old = delete(ComparisonRow).where(
            ComparisonRow.a == bindparam("of_a"), ComparisonRow.b == bindparam("of_b")
        )
        session.connection().execute(old, [{"of_a": row["a"], "of_b": row["b"]} for row in rows])
        session.execute(insert(ComparisonRow), rows)


def _row(a: str, b: str, one: Comparison, engine: str) -> dict[str, str | bytes]:
    marks = mark(one.a) + mark(one.b)
    return {
        "a": a,
        "b": b,
        "engine": kept_engine(engine),
        "outline": pack_outline(outline(one), marks),
        "details": pack_details(one),
    }


def kept_collation(
    session: Session,
    story_id: int,
    ids: Sequence[str],
    version_count: int,
    documents: Sequence[Document],
    engine: str,
) -> Collation | None:
    """The collation of just these versions of a story of so many, kept by this engine, if it is undamaged."""
    row = session.get(CollationRow, story_id)
    if row is None or (row.engine, row.version_count) != (kept_engine(engine), version_count):
        return None
    if row.versions != " ".join(ids):
        return None
    return unpack_collation(row.payload, documents)


def found_before(
    session: Session, story_id: int, ids: Sequence[str], documents: Sequence[Document], engine: str
) -> dict[int, Found]:
    """What was found in these versions by themselves, by index, as far as an older collation of the story holds it."""
    row = session.get(CollationRow, story_id)
    if row is None or row.engine != kept_engine(engine):
        return {}
    at = {held: number for number, held in enumerate(row.versions.split())}
    places = {at[one]: index for index, one in enumerate(ids) if one in at}
    found = unpack_found(row.payload, {number: documents[index] for number, index in places.items()})
    return {places[number]: one for number, one in found.items()}


def keep_collation(
    session: Session, story_id: int, ids: Sequence[str], version_count: int, payload: bytes, engine: str
) -> bool:
    """Keep a packed collation of a story of so many versions, unless it has come to have more."""
    held = (
        select(func.count()).select_from(VersionRow).join(ArticleRow).where(ArticleRow.story_id == story_id)
    )
    if session.scalar(held) != version_count:
        return False
    session.merge(
        CollationRow(
            story_id=story_id,
            engine=kept_engine(engine),
            version_count=version_count,
            versions=" ".join(ids),
            payload=payload,
        )
    )
    return True


def uncollated(session: Session, engine: str, slug: str | None) -> list[str]:
    """The slugs of stories of several versions whose collation is not kept, or is not of all of them or this engine."""
    query = (
        select(StoryRow.slug)
        .join(ArticleRow, ArticleRow.story_id == StoryRow.id)
        .join(VersionRow)
        .outerjoin(CollationRow, CollationRow.story_id == StoryRow.id)
        .where(true() if slug is None else StoryRow.slug == slug)
        .group_by(StoryRow.id, StoryRow.slug, CollationRow.engine, CollationRow.version_count)
        .having(
            func.count() > 1,
            or_(
                CollationRow.engine.is_(None),
                CollationRow.engine != kept_engine(engine),
                CollationRow.version_count != func.count(),
            ),
        )
        .order_by(func.max(VersionRow.captured).desc(), StoryRow.slug)
    )
    return list(session.scalars(query))
