"""What `variorum import` does: items into the store, a line for each, and the stories they changed collated."""

from collections.abc import Iterable
from typing import TYPE_CHECKING
from urllib.parse import quote

from rich.text import Text

from app.ingest.files import Refusal
from app.ingest.importer import Imported, Overrides, import_paths
from app.resources import SAMPLE
from app.settings import Settings
from app.store.schema import upgrade
from app.store.store import Store
from app.store.understanding import Understanding, understand
from app.terminal import notes, out, say_passed_over, say_refused, with_progress
from app.text.normalize import visible_form
from app.web.library import Library

if TYPE_CHECKING:
    from app.embedding.embedder import Embedder

MOST_ADDRESSES = 5
"""Stories whose addresses are printed."""


def import_sample(settings: Settings, embedder: "Embedder | None") -> int:
    """Import the story that comes with Variorum; how many items were refused."""
    return import_items(settings, [str(SAMPLE)], Overrides(), embedder)


def import_items(
    settings: Settings, paths: list[str], overrides: Overrides, embedder: "Embedder | None"
) -> int:
    """Import: a line for each item to standard output, what came of it all to standard error; how many were refused."""
    counts = {"added": 0, "known": 0, "refused": 0}
    stories: dict[str, str] = {}
    upgrade(settings.database_url)
    with Store(settings.database_url) as store:
        outcomes = import_paths(store, paths, overrides, report=say_passed_over)
        for outcome in with_progress(outcomes, "Importing"):
            if isinstance(outcome, Refusal):
                counts["refused"] += 1
                say_refused(outcome.message, out)
            else:
                counts[outcome.result.outcome] += 1
                stories[outcome.result.story_slug] = outcome.result.story_title
                if embedder is not None:
                    understand(store, embedder, outcome.result.version_id)
                _say_imported(outcome)
        notes.print(Text(f"{_counted(counts)}, in {visible_form(str(store.path.resolve()))}"))
        _collate(store, stories, embedder)
    _say_addresses(settings, stories)
    return counts["refused"]


def _collate(store: Store, stories: Iterable[str], embedder: "Embedder | None") -> None:
    """Collate what is not yet, so that nobody waits for it who first opens a story."""
    library = Library(store, Understanding(store, embedder) if embedder else None)
    todo = [slug for slug in stories if store.uncollated(engine=library.engine, slug=slug)]
    for slug in with_progress(todo, "Collating"):
        library.collate_ahead(slug)
    if todo:
        notes.print(Text(f"collated {len(todo):,} {'story' if len(todo) == 1 else 'stories'}"))


def _counted(counts: dict[str, int]) -> str:
    return ", ".join(f"{count:,} {word}" for word, count in counts.items() if count) or "nothing to import"


def _say_imported(item: Imported) -> None:
    line = Text(f"{item.result.outcome:<5} ", style="green" if item.result.outcome == "added" else "dim")
    line.append(item.result.version_id, style="")
    line.append(f"  {visible_form(item.name)}  ", style="")
    line.append(visible_form(f"{item.outlet or 'outlet not given'}: {item.title}"), style="dim")
    out.print(line)
    for warning in item.warnings:
        notes.print(Text(f"      warning: {visible_form(warning)}", style="yellow"))


def _say_addresses(settings: Settings, stories: dict[str, str]) -> None:
    for slug, title in list(stories.items())[:MOST_ADDRESSES]:
        site = settings.base_url or f"http://{settings.host}:{settings.port}"
        notes.print(
            Text(
                f"story “{visible_form(title)}”: {site}/stories/{quote(slug)} while variorum serve runs",
                style="dim",
            )
        )
