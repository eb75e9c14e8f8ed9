"""The queries behind whole versions and the bytes they were read from."""

import zlib
from collections.abc import Sequence
from typing import cast

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.errors import NotFoundError, StoreError
from app.store.reading import article_record, version_heads
from app.store.records import Capture, Version
from app.store.tables import ArticleRow, CaptureRow, VersionRow
from app.text.content import Block, BlockKind, Content


def whole_versions(session: Session, ids: Sequence[str]) -> tuple[Version, ...]:
    """Return the versions of these ids, in their order. Raises NotFoundError naming the first one unknown."""
    found = {row.id: row for row in session.scalars(select(VersionRow).where(VersionRow.id.in_(set(ids))))}
    for one in ids:
        if one not in found:
            raise NotFoundError(f"No version with the id {one} is stored")
    articles = {row.article_id for row in found.values()}
    heads = {
        head.id: head
        for of_article in version_heads(session, ArticleRow.id.in_(articles)).values()
        for head in of_article
    }
    return tuple(
        Version(
            id=one,
            article=article_record(found[one].article),
            number=heads[one].number,
            position=heads[one].position,
            of=heads[one].of,
            captured=found[one].captured,
            content=content_of(found[one]),
        )
        for one in ids
    )


def content_of(row: VersionRow) -> Content:
    """Return the content of a row, code point for code point as it was given."""
    return Content(
        # Kinds are checked on the way in.
        blocks=tuple(Block(cast("BlockKind", kind), text) for kind, text in row.blocks),
        title=row.title,
        standfirst=row.standfirst,
        byline=row.byline,
        dateline=row.dateline,
        agency=row.agency,
        published=row.published,
        language=row.language,
        outlet=row.article.outlet.name if row.article.outlet else None,
    )


def captures(session: Session, version_id: str) -> tuple[Capture, ...]:
    """List what was captured of a version, in order of arrival, without the bytes."""
    query = (
        select(
            CaptureRow.version_id,
            CaptureRow.sha256,
            CaptureRow.size,
            CaptureRow.file_name,
            CaptureRow.media_type,
            CaptureRow.url,
            CaptureRow.captured,
        )
        .where(CaptureRow.version_id == version_id)
        .order_by(CaptureRow.id)
    )
    return tuple(Capture(*row) for row in session.execute(query))


def raw_bytes(session: Session, version_id: str, sha256: str) -> bytes:
    """Return the bytes of one capture. Raises NotFoundError where there is none, StoreError if damaged."""
    query = select(CaptureRow.compressed).where(
        CaptureRow.version_id == version_id, CaptureRow.sha256 == sha256
    )
    compressed = session.scalar(query)
    if compressed is None:
        raise NotFoundError(f"No such capture of the version {version_id} is stored")
    try:
        return zlib.decompress(compressed)
    except zlib.error as error:
        raise StoreError(
            f"The capture {sha256} of the version {version_id} is damaged; put a backup in place"
        ) from error
