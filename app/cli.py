"""The command line. Each command reads its arguments, calls one thing, and prints what came of it."""

import io
import os
import re
import socket
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, NoReturn

import typer
from rich.markup import escape
from rich.text import Text

from app import __version__, db_commands
from app.errors import InputError, VariorumError
from app.terminal import notes, out, print_json, print_page, say_passed_over, say_refused, with_progress
from app.text.normalize import visible_form

if TYPE_CHECKING:
    from app.embedding.embedder import Embedder
    from app.settings import Settings
    from app.text.content import Content
    from app.web.formats.subject import Compared

# Commands import what they work with when they are called: `variorum --help` need not load a web server.

app = typer.Typer(
    help="Variorum shows every version of a news story side by side.\n\n"
    "First steps: [bold]variorum serve[/bold] and open the address it prints; "
    "[bold]variorum import FOLDER --story TITLE[/bold] to bring in articles of your own.",
    no_args_is_help=True,
    rich_markup_mode="rich",
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.add_typer(db_commands.database, name="db")

STYLES = {
    "plain": "",
    "head": "bold",
    "quiet": "dim",
    "cut": "strike blue",
    "added": "underline yellow",
    "left": "blue",
    "right": "yellow",
}
PATH_LIMIT = 4096
"""Characters beyond which no name is a path."""
_VERSION_ID = re.compile(r"[a-z2-7]{16}")


def main() -> NoReturn:
    """Run the command line; what a person gave wrongly is said in a line, without a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # what a terminal cannot show is spelled out
    try:
        app()
    except VariorumError as error:
        for line in str(error).splitlines():
            notes.print(f"[red]variorum:[/red] {escape(visible_form(line))}")
        sys.exit(1)
    except BrokenPipeError:  # whoever read our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    sys.exit(0)


def _print_version(wanted: bool) -> None:
    if wanted:
        out.print(f"variorum {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and stop."),
    ] = False,
) -> None:
    del version


@app.command()
def serve(
    host: Annotated[
        str | None, typer.Option(help="Address to listen on; 127.0.0.1 if not set otherwise.")
    ] = None,
    port: Annotated[
        int | None, typer.Option(min=0, max=65535, help="Port; 8000 if not set otherwise.")
    ] = None,
    workers: Annotated[int | None, typer.Option(min=1, max=64, help="Processes that answer.")] = None,
    sample: Annotated[bool, typer.Option(help="On the very first start, load the sample story.")] = True,
) -> None:
    """Serve the pages to a browser. The first start makes the database."""
    import uvicorn

    from app.importing import import_sample
    from app.store.schema import schema_state, upgrade
    from app.web.protocol import Protocol

    settings = _settings()
    host, port = settings.host if host is None else host, settings.port if port is None else port
    _require_free(host, port)
    embedder = _embedder()  # a wrong one stops the start here, before anything is made or any process begun
    first = schema_state(settings.database_url) == "empty"
    upgrade(settings.database_url)
    if first and sample:
        import_sample(settings, embedder)
    # the processes that answer know by it whether anybody else than this machine can ask them
    os.environ["VARIORUM_HOST"] = host
    uvicorn.run(
        "app.main:create_app",
        factory=True,
        http=Protocol,
        host=host,
        port=port,
        workers=workers or settings.workers,
        server_header=False,
        date_header=True,
        timeout_graceful_shutdown=8,
    )


@app.command("import")
def import_(
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="PATH…", help="Text files, and folders of them.")
    ] = None,
    story: Annotated[str | None, typer.Option(help="Title of the story they belong to.")] = None,
    outlet: Annotated[str | None, typer.Option(help="Who published them.")] = None,
    article: Annotated[
        str | None, typer.Option(metavar="KEY", help="They are versions of one article, known by this key.")
    ] = None,
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="When: 2026-05-16, or 2026-05-16T10:05+00:00.")
    ] = None,
    sample: Annotated[
        bool, typer.Option("--sample", help="Import the story that comes with Variorum.")
    ] = False,
) -> None:
    """Bring articles into the store.

    Prints a line for each file. Doing it again adds nothing. What is refused is said with the reason, and the exit status
    is then 1; everything else is kept. A file may begin with front matter (title, outlet, byline, published, url, language,
    story, article) between two lines of three dashes.
    """
    from app.importing import import_items, import_sample
    from app.ingest.importer import Overrides

    if not paths and not sample:
        raise typer.BadParameter("name a file or folder, or give --sample", param_hint="PATH…")
    settings, embedder = _settings(), _embedder()
    refused = import_sample(settings, embedder) if sample else 0
    if paths:
        overrides = Overrides(outlet=outlet, published=published, story=story, article=article)
        refused += import_items(settings, paths, overrides, embedder)
    raise typer.Exit(1 if refused else 0)


@app.command()
def compare(
    a: Annotated[
        str | None, typer.Argument(metavar="A", help="The left text: a file, or a version's id.")
    ] = None,
    b: Annotated[str | None, typer.Argument(metavar="B", help="The right text.")] = None,
    form: Annotated[
        Literal["text", "json", "html"],
        typer.Option("--format", help="html: one page that needs nothing else."),
    ] = "text",
    batch: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE.jsonl",
            help='A line {"id", "a": {"text"}, "b": {"text"}} in, one comparison a line out.',
        ),
    ] = None,
) -> None:
    """Compare two texts sentence by sentence and word by word.

    Signs in text:  = verbatim   ! edited, with [-cut-] and {+added+}   ~< and ~> reworded, left and right
    < only left   > only right   (moved) it stands elsewhere on the right
    """
    if batch is not None:
        if a is not None or form not in {"text", "json"}:
            raise typer.BadParameter("takes no A and B, and always gives JSON", param_hint="--batch")
        raise typer.Exit(_compare_batch(batch))
    if a is None or b is None:
        raise typer.BadParameter("name two files or version ids, or give --batch FILE", param_hint="A B")
    from app.web.formats.subject import Compared

    _print_compared(Compared.of(_content(a), _content(b), _embedder()), form)


@app.command()
def collate(
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH…", help="Text files, folders of them, versions' ids.")
    ],
    form: Annotated[
        Literal["json", "html", "csv"],
        typer.Option("--format", help="html: one page that needs nothing else; csv: one table."),
    ] = "json",
    table: Annotated[str, typer.Option(help="The table to print as CSV.")] = "matrix",
) -> None:
    """Put all versions of one story beside each other, statement by statement.

    What is refused is said with the reason, and the exit status is then 1; the rest is collated.
    """
    from app.web.formats.collation_subject import Collated

    _require_table(table)
    contents, refused = _contents(paths)
    collated = Collated.of(contents, _embedder())
    if form == "json":
        from app.web.formats.collation_json import collation_json

        print_json(collation_json(collated))
    elif form == "csv":
        from app.web.tables.all_tables import TABLES
        from app.web.tables.table import as_csv

        print_page(as_csv(TABLES[table].row, TABLES[table].rows(collated)))
    else:
        from app.web.formats.collation_html import collation_html

        print_page(collation_html(collated))
    raise typer.Exit(1 if refused else 0)


@app.command()
def extract(
    files: Annotated[list[str], typer.Argument(metavar="FILE…", help="Text files, and folders of them.")],
    form: Annotated[Literal["jsonl"], typer.Option("--format", help="One JSON object a line.")] = "jsonl",
) -> None:
    """Print what import would take from a file: title, byline, date, and every block with its kind."""
    del form
    from app.ingest.extraction import extraction
    from app.ingest.files import Refusal, read_files

    refused = 0
    for found in read_files(files, report=say_passed_over):
        if isinstance(found, Refusal):
            refused += 1
            say_refused(found.message, notes)
        else:
            print_json(extraction(found))
    raise typer.Exit(1 if refused else 0)


def _require_table(name: str) -> None:
    """Raise InputError for a table that there is none of."""
    from app.web.tables.all_tables import TABLES

    if name not in TABLES:
        raise InputError(f"There is no table {name!r}; there are {', '.join(TABLES)}.")


def _require_free(host: str, port: int) -> None:
    """Raise InputError where nothing can listen, before anything is made."""
    try:
        socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET).close()
    except OSError as error:
        raise InputError(
            f"Cannot listen on {host} port {port}: {os.strerror(error.errno or 0)}. Try another --port or --host."
        ) from None


def _settings() -> "Settings":
    from app.settings import Settings

    return Settings.read()


def _embedder() -> "Embedder | None":
    """The model that is set, loaded. Raises InputError where it cannot be."""
    if not os.environ.get("VARIORUM_EMBEDDING_MODEL"):  # nobody waits for settings that no model needs
        return None
    from app.embedding.embedder import Embedder

    return Embedder.load(_settings().embedding_model or "")


def _contents(names: list[str]) -> tuple[list["Content"], int]:
    """The contents that files, folders and version ids name, in order; and how many files were refused."""
    from app.ingest.files import Refusal, read_files

    contents: list[Content] = []
    refused = 0
    for name in names:
        if _is_version_id(name):
            contents.append(_stored(name))
            continue
        for found in read_files([name], report=say_passed_over):
            if isinstance(found, Refusal):
                refused += 1
                say_refused(found.message, notes)
            else:
                contents.append(found.content)
    return contents, refused


def _content(name: str) -> "Content":
    """A file's content, or a stored version's."""
    from app.ingest.files import Refusal, read_files

    if _is_version_id(name):
        return _stored(name)
    if len(name) < PATH_LIMIT and Path(name).is_dir():
        raise InputError(f"{name} is a folder; compare takes two files or version ids")
    (found,) = read_files([name])
    if isinstance(found, Refusal):
        raise InputError(f"{found.message} (A version id would have 16 letters and digits.)")
    return found.content


def _is_version_id(name: str) -> bool:
    return bool(_VERSION_ID.fullmatch(name)) and not Path(name).exists()


def _stored(identifier: str) -> "Content":
    from app.store.store import Store

    with Store(_settings().database_url, read_only=True) as store:
        return store.version(identifier).content


def _print_compared(compared: "Compared", form: str) -> None:
    if form == "json":
        from app.web.formats.comparison_json import compared_json

        print_json(compared_json(compared))
    elif form == "html":
        from app.web.formats.comparison_html import comparison_html

        print_page(comparison_html(compared))
    else:
        from app.web.formats.comparison_text import comparison_lines

        for line in comparison_lines(compared):
            out.print(Text.assemble(*((piece.text, STYLES[piece.style]) for piece in line)))


def _compare_batch(file: Path) -> int:
    """Print a line for each record; the exit status."""
    from app.batch import compare_lines, read_lines

    failed = 0
    answers = compare_lines(read_lines(file), _embedder())
    for answer in with_progress(answers, "Comparing"):
        failed += "error" in answer
        print_json(answer)
    if failed:
        notes.print(
            f"[red]variorum:[/red] {failed} of the records could not be compared; their lines say why"
        )
    return 1 if failed else 0
