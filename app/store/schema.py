"""Bringing a database to the schema of this program, and telling which one it has."""

import time
from pathlib import Path
from typing import Literal

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, inspect
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from app.errors import StoreError
from app.store.engine import database_path, engine_for, writing
from app.store.failures import explained
from app.store.search.entries import index_missing
from app.store.search.fulltext import require_full_text
from app.store.writelock import one_writer

SchemaState = Literal["empty", "older", "current", "newer"]
MIGRATIONS = Path(__file__).resolve().parent / "migrations"
_TRIES = 100
_PAUSE = 0.05


def upgrade(url: str) -> None:
    """Create the database, or bring its schema up to this program's; any number may call at once.

    Raises StoreError for a database that a newer program or another one made, or that cannot be written.
    """
    path = database_path(url)
    state = schema_state(url)
    refuse_newer(path, state)
    if state == "current":
        # Nothing to write, so that a database on a read-only disk can be served.
        return
    with explained(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    with engine_for(url) as engine, one_writer(path):
        _use_wal(engine)
        with writing(engine).begin() as connection:
            state = _state(connection, path)
            refuse_newer(path, state)
            if state != "current":
                config = _config()
                config.attributes["connection"] = connection
                command.upgrade(config, "head")
                with Session(connection) as session:
                    index_missing(session)
                    session.commit()


def schema_state(url: str) -> SchemaState:
    """Tell how the database stands to this program: `empty` (or not there), `older`, `current` or `newer`.

    Changes nothing and creates no file. Raises StoreError for what is not a database of Variorum.
    """
    path = database_path(url)
    if not path.exists():
        return "empty"
    with engine_for(url, read_only=True) as engine, engine.connect() as connection:
        return _state(connection, path)


def refuse_newer(path: Path, state: SchemaState) -> None:
    """Raise StoreError for the state `newer`, naming the way out."""
    if state == "newer":
        raise StoreError(
            f"The database {path} was made by a newer Variorum than this one; install that version, "
            "or set VARIORUM_DATABASE_URL to another file"
        )


def _state(connection: Connection, path: Path) -> SchemaState:
    require_full_text(connection, path)
    tables = inspect(connection).get_table_names()
    if not tables:
        return "empty"
    revision = MigrationContext.configure(connection).get_current_revision()
    if revision is None:
        raise StoreError(
            f"{path} is a database of another program; set VARIORUM_DATABASE_URL to another file"
        )
    scripts = ScriptDirectory.from_config(_config())
    if revision not in {script.revision for script in scripts.walk_revisions()}:
        return "newer"
    return "current" if revision == scripts.get_current_head() else "older"


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    return config


def _use_wal(engine: Engine) -> None:
    """Readers and the writer in each other's way no more; stays with the file.

    Switching needs the file alone, and SQLite does not wait for that, so this does.
    """
    for left in reversed(range(_TRIES)):
        try:
            with engine.connect() as connection:
                connection.connection.cursor().execute("PRAGMA journal_mode = WAL").close()
        except OperationalError:
            if not left:
                raise
            time.sleep(_PAUSE)
        else:
            return
