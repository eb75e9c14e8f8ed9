"""Looking after a database: is it sound, and a copy of it."""

import hashlib
import os
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing
from itertools import groupby
from pathlib import Path
from tempfile import mkstemp
from typing import cast

from sqlalchemy import ColumnElement, Connection, Engine, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from app.errors import InputError, StoreError
from app.store import packed_collation, packed_comparison
from app.store.engine import database_path, engine_for, writing
from app.store.failures import explained, explanation
from app.store.incoming import article_digest
from app.store.meanings import meaning_of
from app.store.packing import kept_engine
from app.store.schema import schema_state
from app.store.search.checking import wrong_index
from app.store.search.entries import rebuild
from app.store.tables import (
    ArticleRow,
    CaptureRow,
    CollationRow,
    ComparisonRow,
    MeaningRow,
    OutlineRow,
    VersionRow,
)
from app.store.texts import content_of
from app.store.writelock import one_writer
from app.text.content import short_id

_AT_ONCE = 100


def check(url: str) -> list[str]:
    """List what is wrong with a database, a sentence for each thing. Changes nothing.

    Looks at the file, the references between rows, every hash against what is stored, versions' numbers, and the search
    index against the versions.
    Raises StoreError where there is no database to look at, or not one of this program's schema.
    """
    path = _require_current(url, "checked")
    problems: list[str] = []
    with engine_for(url, read_only=True) as engine:
        try:
            problems += _broken_pages(engine)
            with Session(engine) as session:
                problems += _wrong_articles(session)
                problems += _wrong_versions(session)
                problems += _wrong_captures(session)
                problems += _wrong_meanings(session)
                problems += wrong_index(session)
                problems += _wrong_comparisons(session)
                problems += _wrong_outlines(session)
                problems += _wrong_collations(session)
        except DBAPIError as error:
            problems.append(explanation(path, error.orig))
    return problems


def reindex(url: str) -> int:
    """Make the search index anew from the versions, in one transaction; tell how many it holds.

    Raises StoreError where there is no database of this program's schema, or it cannot be written.
    """
    path = _require_current(url, "indexed")
    with (
        engine_for(url) as engine,
        one_writer(path),
        Session(writing(engine)) as session,
        session.begin(),
    ):
        return rebuild(session)


def backup(url: str, file: Path) -> None:
    """Copy the whole database, as it is at one moment, into a new file; others may go on reading and writing.

    The copy comes to stand under its name only when it is complete. Raises InputError where `file` is there
    already, StoreError where there is no database or the copy cannot be written; then nothing is left behind.
    """
    path = database_path(url)
    if not path.exists():
        raise StoreError(f"There is no database {path} to back up")
    if file.exists():
        raise InputError(f"{file} is there already; name a file that is not")
    with explained(file):
        handle, name = mkstemp(prefix=f".{file.name}.", suffix=".part", dir=file.parent)
        os.close(handle)
    part = Path(name)
    try:
        _copy(url, part, file)
        with explained(file):
            _name(part, file)
    finally:
        for ending in ("", "-journal", "-wal", "-shm"):
            part.with_name(part.name + ending).unlink(missing_ok=True)


def _require_current(url: str, done: str) -> Path:
    path = database_path(url)
    if (state := schema_state(url)) != "current":
        reason = "there is none yet" if state == "empty" else f"its schema is {state} than this release's"
        raise StoreError(f"The database {path} cannot be {done}: {reason}")
    return path


def _copy(url: str, part: Path, file: Path) -> None:
    with (
        engine_for(url, read_only=True) as engine,
        closing(engine.raw_connection()) as source,
        explained(file),
        closing(sqlite3.connect(part, isolation_level=None)) as target,
    ):
        original = cast("sqlite3.Connection", source.driver_connection)
        original.backup(target)
    with explained(file), part.open("rb") as copied:
        os.fsync(copied.fileno())


def _name(part: Path, file: Path) -> None:
    """Give the finished file its name, unless another has taken it meanwhile."""
    try:
        file.hardlink_to(part)
    except FileExistsError:
        raise InputError(f"{file} is there already; name a file that is not") from None
    except OSError:
        # A file system without hard links.
        part.rename(file)


def _broken_pages(engine: Engine) -> Iterator[str]:
    with engine.connect() as connection:
        yield from _integrity(connection)
        for table, row, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
            yield f"Row {row} of {table} refers to a row of {parent} that is not there"


def _integrity(connection: Connection) -> Iterator[str]:
    for (finding,) in connection.exec_driver_sql("PRAGMA integrity_check"):
        if finding != "ok":
            yield f"The file is damaged: {finding}"


def _wrong_articles(session: Session) -> Iterator[str]:
    query = select(VersionRow.article_id, VersionRow.number, VersionRow.id).order_by(
        VersionRow.article_id, VersionRow.number
    )
    first = {}
    for article_id, rows in groupby(session.execute(query), key=lambda row: row[0]):
        held = list(rows)
        first[article_id] = held[0][2]
        numbers = [number for _, number, _ in held]
        if numbers != list(range(1, len(held) + 1)):
            yield f"The versions of article {article_id} are numbered {numbers}, not 1 to {len(held)}"
    for article in session.scalars(select(ArticleRow).execution_options(yield_per=_AT_ONCE)):
        if article.id not in first:
            yield f"Article {article.id} has no version"
            continue
        outlet = article.outlet.name if article.outlet else None
        digest = article_digest(outlet, article.key or article.url or first[article.id])
        if (digest, short_id(bytes.fromhex(digest))) != (article.digest, article.id):
            yield f"Article {article.id} does not match its id: {article.digest} stored, {digest} found"


def _wrong_versions(session: Session) -> Iterator[str]:
    for version_id, stored in session.execute(select(VersionRow.id, VersionRow.digest)).all():
        try:
            # One by one, as a row whose blocks are no JSON fails while it is fetched.
            row = session.scalars(select(VersionRow).where(VersionRow.id == version_id)).one()
            digest = content_of(row).digest()
        except (TypeError, ValueError):
            yield f"The blocks of version {version_id} cannot be read"
            continue
        if (digest, short_id(bytes.fromhex(digest))) != (stored, version_id):
            yield f"Version {version_id} does not match its id: {stored} stored, {digest} found"


def _wrong_captures(session: Session) -> Iterator[str]:
    query = select(CaptureRow.version_id, CaptureRow.sha256, CaptureRow.size, CaptureRow.compressed)
    for version_id, sha256, size, compressed in session.execute(query.execution_options(yield_per=1)):
        try:
            raw = zlib.decompress(compressed)
        except zlib.error:
            yield f"Capture {sha256} of version {version_id} does not unpack"
            continue
        if (len(raw), hashlib.sha256(raw).hexdigest()) != (size, sha256):
            yield f"Capture {sha256} of version {version_id} holds other bytes than were captured"


def _wrong_meanings(session: Session) -> Iterator[str]:
    query = select(MeaningRow).order_by(MeaningRow.version_id, MeaningRow.model)
    for row in session.scalars(query.execution_options(yield_per=1)):
        if meaning_of(row) is None:
            yield f"The meaning of version {row.version_id} by the model {row.model} cannot be read; it is made anew"
        session.expunge(row)


def _wrong_comparisons(session: Session) -> Iterator[str]:
    query = (
        select(ComparisonRow).where(_in_this_form(ComparisonRow)).order_by(ComparisonRow.a, ComparisonRow.b)
    )
    for row in session.scalars(query.execution_options(yield_per=_AT_ONCE)):
        if not packed_comparison.sound(row.payload):
            yield f"The comparison of versions {row.a} and {row.b} cannot be read; it is made anew"
        session.expunge(row)


def _wrong_outlines(session: Session) -> Iterator[str]:
    query = select(OutlineRow).where(_in_this_form(OutlineRow)).order_by(OutlineRow.a, OutlineRow.b)
    for row in session.scalars(query.execution_options(yield_per=_AT_ONCE)):
        if packed_comparison.unpack_outline(row.payload) is None:
            yield f"The outline of versions {row.a} and {row.b} cannot be read; it is made anew"
        session.expunge(row)


def _wrong_collations(session: Session) -> Iterator[str]:
    query = select(CollationRow).where(_in_this_form(CollationRow)).order_by(CollationRow.story_id)
    for row in session.scalars(query.execution_options(yield_per=1)):
        if not packed_collation.sound(row.payload):
            yield f"The collation of story {row.story_id} cannot be read; it is made anew"
        session.expunge(row)


def _in_this_form(table: type[ComparisonRow | OutlineRow | CollationRow]) -> ColumnElement[bool]:
    """What another release packed is not damaged, and not looked at."""
    return table.engine.startswith(kept_engine(""))
