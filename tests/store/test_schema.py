"""The schema: made by migrations, the same as the tables, and refused where it is not this program's."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext

from app.errors import StoreError
from app.store import Store, check, schema, schema_state, upgrade
from app.store.engine import database_path, engine_for
from app.store.tables import Base

from .samples import piece

LATER = '''"""A later step."""

import sqlalchemy as sa
from alembic import op

revision = "later"
down_revision = "0006"


def upgrade() -> None:
    op.create_table("later", sa.Column("id", sa.Integer(), primary_key=True))
'''


def execute(url: str, *statements: str) -> None:
    with closing(sqlite3.connect(database_path(url), isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def _is_full_text(table: str | None) -> bool:
    return (table or "").startswith(("search_index", "search_units"))


def test_migrations_make_the_tables_as_they_are_declared(url: str) -> None:
    with engine_for(url) as engine, engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={
                "compare_type": True,
                "compare_server_default": True,
                # the full text's own tables, which no model stands for
                "include_name": lambda name, kind, _: kind != "table" or not _is_full_text(name),
            },
        )
        assert compare_metadata(context, Base.metadata) == []


def test_the_first_start_makes_the_folder_and_the_database(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/new folder/ä 100% é/variorum.db".replace("%", "%25")
    assert schema_state(url) == "empty"
    assert list(tmp_path.iterdir()) == []
    upgrade(url)
    assert schema_state(url) == "current"
    upgrade(url)
    with Store(url) as store:
        assert store.stories() == ()


def test_the_database_writes_ahead_waits_and_checks_references(store: Store) -> None:
    with store._engine.connect() as connection:
        pragmas = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout", "query_only")
        }
    assert pragmas == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "busy_timeout": 10_000,
        "query_only": 0,
    }


def test_a_newer_database_is_refused_and_left_as_it_is(url: str) -> None:
    execute(url, "UPDATE alembic_version SET version_num = '9999'")
    before = database_path(url).read_bytes()
    assert schema_state(url) == "newer"
    for opening in (Store, upgrade):
        with pytest.raises(
            StoreError, match=r"variorum\.db was made by a newer Variorum .* install that version"
        ):
            opening(url)
    with pytest.raises(StoreError, match="newer"):
        check(url)
    assert database_path(url).read_bytes() == before


def test_an_older_database_is_brought_up_to_date_with_what_it_holds(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store(url) as store:
        added = store.add_version(piece(1), raw=b"a")
    shutil.copytree(schema.MIGRATIONS, tmp_path / "later")
    (tmp_path / "later" / "versions" / "later.py").write_text(LATER, encoding="utf-8")
    monkeypatch.setattr(schema, "MIGRATIONS", tmp_path / "later")
    assert schema_state(url) == "older"
    with pytest.raises(StoreError, match="made by an older Variorum; start the server"):
        Store(url)
    upgrade(url)
    assert schema_state(url) == "current"
    with Store(url) as store:
        assert store.version(added.version_id).content == piece(1)


def test_what_articles_are_known_by_comes_along_from_the_first_schema(url: str) -> None:
    given: tuple[dict[str, Any], ...] = (
        {"article_key": "k", "url": "https://coast.example/1"},
        {"url": "https://coast.example/2"},
        {},
    )
    with Store(url) as store:
        ids = [
            store.add_version(piece(at), raw=b"%d" % at, **names).article_id for at, names in enumerate(given)
        ]
    execute(
        url,
        "DROP TABLE search_units",
        "DROP TABLE search_index",
        "DROP TABLE search_addresses",
        "DROP TABLE search_entries",
        "DROP TABLE collations",
        "DROP TABLE outlines",
        "DROP TABLE comparisons",
        "DROP TABLE meanings",
        "DROP TABLE article_names",
        "UPDATE alembic_version SET version_num = '0001'",
    )
    assert schema_state(url) == "older"
    upgrade(url)
    with Store(url) as store:
        revised: tuple[dict[str, Any], ...] = (
            {"url": "https://coast.example/1"},
            {"url": "https://coast.example/2", "article_key": "two"},
            {},
        )
        again = [
            store.add_version(piece(9 + at), raw=b"%d" % at, **names) for at, names in enumerate(revised)
        ]
        assert [(one.article_id, one.number) for one in again] == [(one, 2) for one in ids]
        assert store.add_version(piece(12), raw=b"", article_key="k").article_id == ids[0]
    assert check(url) == []


def test_a_migration_that_fails_leaves_the_database_as_it_was(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(schema.MIGRATIONS, tmp_path / "later")
    broken = LATER + '    op.execute("DROP TABLE nowhere")\n'
    (tmp_path / "later" / "versions" / "later.py").write_text(broken, encoding="utf-8")
    monkeypatch.setattr(schema, "MIGRATIONS", tmp_path / "later")
    with pytest.raises(StoreError, match="no such table: nowhere"):
        upgrade(url)
    assert schema_state(url) == "older"
    monkeypatch.undo()
    assert schema_state(url) == "current"
    with engine_for(url) as engine, engine.connect() as connection:
        assert "later" not in connection.exec_driver_sql("SELECT name FROM sqlite_master").scalars().all()


def test_a_missing_database_is_not_made_by_opening_it(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"There is no database .*none\.db yet"):
        Store(f"sqlite:///{tmp_path}/none.db")
    assert list(tmp_path.iterdir()) == []


def test_a_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/other.db"
    execute(url, "CREATE TABLE recipes (id)")
    before = (tmp_path / "other.db").read_bytes()
    for opening in (Store, upgrade, schema_state):
        with pytest.raises(StoreError, match="database of another program"):
            opening(url)
    assert (tmp_path / "other.db").read_bytes() == before


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("", "not a database address"),
        ("variorum.db", "not a database address"),
        ("sqlite://", "write sqlite:///FILE"),
        ("sqlite:///:memory:", "write sqlite:///FILE"),
        ("sqlite:///file:a?uri=true", "write sqlite:///FILE"),
        ("mysql://reader:secret@db.example/variorum", r"mysql://reader:\*\*\*@db"),
    ],
)
def test_an_address_of_another_kind_is_refused_without_its_password(url: str, message: str) -> None:
    for opening in (Store, upgrade, schema_state, check):
        with pytest.raises(StoreError, match=message):
            opening(url)
