"""What several kinds of test need: the sample in a database, and the application over it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from starlette.testclient import TestClient

from app.ingest.importer import Imported, import_paths
from app.main import create_app
from app.resources import SAMPLE
from app.settings import Settings
from app.store.schema import upgrade
from app.store.store import Store

settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.load_profile("repeatable")


@pytest.fixture(autouse=True)
def own_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees the settings of whoever runs it."""
    for name in ("DATABASE_URL", "BASE_URL", "HOST", "PORT", "WORKERS", "EMBEDDING_MODEL"):
        monkeypatch.delenv(f"VARIORUM_{name}", raising=False)


@pytest.fixture(scope="session")
def sample_url(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A database that holds the sample story; for reading only."""
    url = f"sqlite:///{tmp_path_factory.mktemp('sample') / 'variorum.db'}"
    upgrade(url)
    with Store(url) as store:
        assert all(isinstance(outcome, Imported) for outcome in import_paths(store, [SAMPLE]))
    return url


@pytest.fixture(scope="session")
def sample_ids(sample_url: str) -> dict[str, str]:
    """Version ids of the sample by the names of their files."""
    with Store(sample_url, read_only=True) as store:
        (story,) = store.stories()
        heads = [head for article in store.story(story.story.slug).articles for head in article.versions]
        return {Path(store.captures(head.id)[0].file_name or "").stem: head.id for head in heads}


@pytest.fixture
def client(sample_url: str) -> Iterator[TestClient]:
    """A client of the application over the sample; faults come back as answers."""
    app = create_app(Settings(database_url=sample_url), ahead=False)
    with TestClient(app, raise_server_exceptions=False) as opened:
        yield opened
