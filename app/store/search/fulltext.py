"""Full text as SQLite keeps it (FTS5). Another database stands behind the same functions.

The index holds two texts a version, its title and its body, as units parted by spaces (app.text.lookup), under a number.
"""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Connection, Float, Integer, Select, column, select, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from app.errors import StoreError
from app.text.asking import Asked, Term

TITLE_WEIGHT = 6.0
"""How many times what a match in the body counts one in the title does (in BM25)."""


def require_full_text(connection: Connection, path: Path) -> None:
    """Raise StoreError where the SQLite of this Python was built without full text."""
    try:
        connection.exec_driver_sql("SELECT fts5_source_id()").close()
    except DBAPIError as error:
        raise StoreError(
            f"The database {path} needs SQLite with FTS5 for its full text, and the SQLite {sqlite3.sqlite_version} of "
            "this Python was built without it; use a Python whose sqlite3 has FTS5, such as Debian's"
        ) from error


def write(session: Session, number: int, title: str, body: str) -> None:
    """Put a version into the index, under a number that is not in it yet."""
    session.execute(
        text("INSERT INTO search_index (rowid, title, body) VALUES (:number, :title, :body)"),
        {"number": number, "title": title, "body": body},
    )


def empty(session: Session) -> None:
    """Take everything out of the index."""
    session.execute(text("INSERT INTO search_index (search_index) VALUES ('delete-all')"))


def matching(asked: Asked) -> Select[tuple[int, float]]:
    """The numbers of the versions that have every term of a query, each with its `rank`: the lower, the better.

    Ranks are BM25 (Robertson and Zaragoza 2009), to one decimal, so that nearly alike is alike. The query has a term.
    """
    found = text(
        "SELECT rowid AS number, round(bm25(search_index, :weight, 1.0), 1) AS rank "
        "FROM search_index WHERE search_index MATCH :terms"
    ).bindparams(weight=TITLE_WEIGHT, terms=" AND ".join(map(_phrase, asked.terms)))
    columns = found.columns(column("number", Integer), column("rank", Float)).subquery("matching")
    return select(columns.c.number, columns.c.rank)


def sizes(session: Session) -> Iterator[int]:
    """The numbers that are in the index."""
    yield from session.execute(text("SELECT id FROM search_index_docsize")).scalars()


def units(session: Session) -> Iterator[tuple[str, int, int]]:
    """Every unit of the index: in how many versions it is, and how many times."""
    yield from session.execute(text("SELECT term, doc, cnt FROM search_units"))


def _phrase(term: Term) -> str:
    """A term as FTS5 reads it; a unit holds neither a quotation mark nor white space."""
    return f'"{" ".join(term.keys)}"{"*" if term.prefix else ""}'
