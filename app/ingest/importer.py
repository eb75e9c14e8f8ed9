"""Bringing material into the store: one item at a time, each kept whole or refused whole."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from app.errors import InputError
from app.ingest.files import Refusal, read_files
from app.ingest.item import Item, override
from app.store.records import AddResult
from app.store.store import Store
from app.text.content import display_title

_ADDRESS = ("http:/", "https:/")


@dataclass(frozen=True, slots=True)
class Overrides:
    """What the person who imports says in place of what the files say; None leaves it to them."""

    outlet: str | None = None
    published: str | None = None
    story: str | None = None


@dataclass(frozen=True, slots=True)
class Imported:
    """An item that is in the store now; `result.outcome` says whether it was before."""

    name: str
    title: str
    outlet: str | None
    result: AddResult
    warnings: tuple[str, ...]


def import_paths(
    store: Store, paths: Iterable[Path], overrides: Overrides = Overrides()
) -> Iterator[Imported | Refusal]:
    """Import files, and folders whole: an outcome for each file, as it comes.

    A file that names no story goes into the one given, else into one named after the folder that was given, else into a
    story of its own. Raises StoreError where the store cannot take any more; what came before stays.
    """
    for path in paths:
        if str(path).lower().startswith(_ADDRESS):
            yield Refusal(
                str(path),
                f"{path}: addresses are not fetched by this release; save the page's text to a file",
            )
            continue
        folder = path.resolve().name if path.is_dir() else None
        for found in read_files([path]):
            yield found if isinstance(found, Refusal) else _import(store, found, overrides, folder)


def _import(store: Store, item: Item, overrides: Overrides, folder: str | None) -> Imported | Refusal:
    try:
        item = override(item, outlet=overrides.outlet, published=overrides.published, story=overrides.story)
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
    return Imported(item.name, display_title(item.content), item.content.outlet, result, item.warnings)
