"""The commands of `variorum db`."""

from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from app.terminal import out, say_refused

database = typer.Typer(help="Look after the database.", no_args_is_help=True)


@database.command()
def upgrade() -> None:
    """Make the database, or bring its schema up to this release."""
    from app.settings import Settings
    from app.store.schema import upgrade as upgrade_database

    url = Settings.read().database_url
    upgrade_database(url)
    out.print(f"{escape(url)} is up to date")


@database.command()
def check() -> None:
    """Look for damage: the file, its references, and every text against its hash. Exit status 1 if there is any."""
    from app.settings import Settings
    from app.store.maintenance import check as check_database

    url = Settings.read().database_url
    problems = check_database(url)
    for problem in problems:
        say_refused(problem, out)
    if not problems:
        out.print(f"{escape(url)} is sound")
    raise typer.Exit(1 if problems else 0)


@database.command()
def reindex() -> None:
    """Make the search index anew from what is stored, for where a check finds that it differs."""
    from app.settings import Settings
    from app.store.maintenance import reindex as reindex_database

    url = Settings.read().database_url
    count = reindex_database(url)
    out.print(f"{escape(url)}: {count} version{'' if count == 1 else 's'} indexed")


@database.command()
def backup(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The copy to make; it must not exist yet.")],
) -> None:
    """Copy the database to a file, whole and consistent, while it is in use."""
    from app.settings import Settings
    from app.store.maintenance import backup as backup_database

    url = Settings.read().database_url
    backup_database(url, file)
    out.print(f"copied to {escape(str(file))}")
