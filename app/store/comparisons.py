"""The queries behind comparisons and collations that are kept."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import bindparam, delete, func, insert, or_, select, true
from sqlalchemy.orm import Session

from app.compare.collating import Numbers
from app.compare.collation import Collation
from app.compare.comparison import Comparison
from app.compare.mirroring import mirror
from app.compare.outline import Outline
from app.store.packed_collation import Before, unpack_before, unpack_collation
from app.store.packed_comparison import pack_comparison, pack_outline, unpack_comparison, unpack_outline
from app.store.packing import kept_engine, mark
from app.store.tables import ArticleRow, CollationRow, ComparisonRow, OutlineRow, StoryRow, VersionRow
from app.text.document import Document


@dataclass(frozen=True, slots=True)
class Outlined:
    """The outline of two versions, by id, whose documents were `read`."""

    a: str
    b: str
    read: tuple[Document, Document]
    outline: Outline

    def mirrored(self) -> "Outlined":
        """The same with its sides exchanged."""
        return Outlined(self.b, self.a, (self.read[1], self.read[0]), self.outline.mirrored())


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
    return unpack_comparison(row.payload, *read)


def keep_comparison(session: Session, a: str, b: str, made: Comparison, engine: str) -> None:
    """Keep the comparison of two versions; an older one of the same gives way."""
    if a > b:
        a, b, made = b, a, mirror(made)
    session.merge(ComparisonRow(a=a, b=b, engine=kept_engine(engine), payload=pack_comparison(made)))


def kept_outlines(
    session: Session, ids: Sequence[str], documents: Sequence[Document], engine: str
) -> dict[Numbers, Outline]:
    """Every two of these versions whose outline was kept by this engine, by index, the smaller first."""
    query = select(OutlineRow.a, OutlineRow.b, OutlineRow.payload).where(
        OutlineRow.a.in_(ids), OutlineRow.b.in_(ids), OutlineRow.engine == kept_engine(engine)
    )
    at = {one: index for index, one in enumerate(ids)}
    found = {}
    for a, b, payload in session.execute(query):
        i, j = at[a], at[b]
        held = unpack_outline(payload, mark(documents[i]) + mark(documents[j]))
        if held is not None:
            found[min(i, j), max(i, j)] = held if i < j else held.mirrored()
    return found


def packed(made: Iterable[Outlined], engine: str) -> list[dict[str, str | bytes]]:
    """Outlines of two versions each, as rows."""
    return [_row(one if one.a < one.b else one.mirrored(), engine) for one in made]


def keep_outlines(session: Session, rows: Sequence[dict[str, str | bytes]]) -> None:
    """Keep outlines that are packed; older ones of the same versions give way."""
    if rows:
        old = delete(OutlineRow).where(OutlineRow.a == bindparam("of_a"), OutlineRow.b == bindparam("of_b"))
        session.connection().execute(old, [{"of_a": row["a"], "of_b": row["b"]} for row in rows])
        session.execute(insert(OutlineRow), rows)


def _row(one: Outlined, engine: str) -> dict[str, str | bytes]:
    marks = mark(one.read[0]) + mark(one.read[1])
    return {
        "a": one.a,
        "b": one.b,
        "engine": kept_engine(engine),
        "payload": pack_outline(one.outline, marks),
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


def kept_before(
    session: Session, story_id: int, ids: Sequence[str], documents: Sequence[Document], engine: str
) -> Before:
    """What was kept by this engine of some of these versions of a story, by their index here.

    An older collation of the story has it, and, where one was not finished, outlines by themselves.
    """
    outlines = kept_outlines(session, ids, documents, engine)
    row = session.get(CollationRow, story_id)
    if row is None or row.engine != kept_engine(engine):
        return Before(outlines, {})
    at = {held: number for number, held in enumerate(row.versions.split())}
    places = {at[one]: index for index, one in enumerate(ids) if one in at}
    before = unpack_before(row.payload, {number: documents[index] for number, index in places.items()})
    for (i, j), outline in before.outlines.items():
        one, other = places[i], places[j]
        outlines[min(one, other), max(one, other)] = outline if one < other else outline.mirrored()
    return Before(outlines, {places[number]: one for number, one in before.found.items()})


def keep_collation(
    session: Session, story_id: int, ids: Sequence[str], version_count: int, payload: bytes, engine: str
) -> bool:
    """Keep a packed collation of a story of so many versions, unless it has come to have more.

    It holds the outlines of these versions; those of the story are then not kept by themselves any longer.
    """
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
    of_story = select(VersionRow.id).join(ArticleRow).where(ArticleRow.story_id == story_id)
    session.execute(delete(OutlineRow).where(OutlineRow.a.in_(of_story)))
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
