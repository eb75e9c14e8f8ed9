"""Stories written for a test, served from a database of their own."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from starlette.testclient import TestClient

from app.main import create_app
from app.settings import Settings
from app.store.schema import upgrade
from app.store.store import Store
from app.text.content import Block, Content

PATH = "/stories/made"


def told(
    text: str,
    *,
    outlet: str | None = None,
    published: str | None = None,
    agency: str | None = None,
    language: str = "en",
) -> Content:
    """A version whose paragraphs are parted by blank lines."""
    blocks = tuple(Block("paragraph", part) for part in text.split("\n\n") if part)
    return Content(blocks, outlet=outlet, published=published, agency=agency, language=language)


@contextmanager
def served(folder: Path, versions: Sequence[Content]) -> Iterator[tuple[TestClient, list[str]]]:
    """A client for one story of these versions, an article for each outlet, and the ids in their order."""
    url = f"sqlite:///{folder / 'made.db'}"
    upgrade(url)
    with Store(url) as store:
        ids = [
            store.add_version(
                content,
                raw=str(number).encode(),
                article_key=content.outlet or str(number),
                story_title="Made",
            ).version_id
            for number, content in enumerate(versions)
        ]
    with TestClient(create_app(Settings(database_url=url))) as client:
        yield client, ids
