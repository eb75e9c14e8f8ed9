"""Bringing material into the store: one item at a time, each kept whole or refused whole."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from app.errors import InputError
from app.ingest.files import TEXT_READERS, PassedOver, Refusal, Report, find_and_read
from app.ingest.item import Item, Overrides, override
from app.store.incoming import story_name
from app.store.records import AddResult
from app.store.store import Store
from app.text.content import display_title

__all__ = ["Imported", "Overrides", "PassedOver", "Refusal", "import_paths"]

_NONE = Overrides()


@dataclass(frozen=True, slots=True)
class Imported:
    """An item that is in the store now; `result.outcome` says whether it was before."""

    name: str
    title: str
    outlet: str | None
    result: AddResult
    warnings: tuple[str, ...]


def import_paths(
    store: Store,
    paths: Iterable[Path | str],
    overrides: Overrides = _NONE,
    report: Report | None = None,
) -> Iterator[Imported | Refusal]:
    """Import files, and folders whole: an outcome for each file, as it comes; `report` as in `read_files`.

    A file that names no story goes into the one given, else into one named after the folder that was given, else into a
    story of its own. Raises InputError, before anything is read, for an override that cannot be taken; StoreError where
    the store cannot take any more; what came before stays.
    """
    overrides = overrides.checked()
    for found in find_and_read(paths, TEXT_READERS, report):
        if isinstance(found.outcome, Refusal):
            yield found.outcome
        else:
            yield _import(store, override(found.outcome, overrides), found.folder)


def _import(store: Store, item: Item, folder: str | None) -> Imported | Refusal:
    try:
        result = store.add_version(
            item.content,
            raw=item.raw,
            file_name=Path(item.name).name,
            url=item.url,
            article_key=item.article_key,
            story_title=item.story or folder,
        )
    except InputError as error:
        return Refusal(item.name, f"{item.name}: {error}")
    warnings = item.warnings + _story_warnings(item, result)
    return Imported(item.name, display_title(item.content), item.content.outlet, result, warnings)


def _story_warnings(item: Item, result: AddResult) -> tuple[str, ...]:
    """A story that was asked for and is another than the one that the article lies in already."""
    if item.story is None or story_name(item.story) == result.story_title:
        return ()
    return (
        f"{item.name}: lies in the story “{result.story_title}”, as its article does, "
        f"not in “{story_name(item.story)}”.",
    )
