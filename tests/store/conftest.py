from collections.abc import Iterator
from pathlib import Path

import pytest

from app.store import Store, upgrade


@pytest.fixture
def url(tmp_path: Path) -> str:
    """The address of a database of the current schema, empty."""
    address = f"sqlite:///{tmp_path}/data/variorum.db"
    upgrade(address)
    return address


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    with Store(url) as opened:
        yield opened
