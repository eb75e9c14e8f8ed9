"""A comparison of the sample, by its path."""

import re

import pytest
from starlette.testclient import TestClient


@pytest.fixture
def path(sample_ids: dict[str, str]) -> str:
    return f"/compare/{sample_ids['04-tellan-r4']}/{sample_ids['06-the-morning-tack']}"


@pytest.fixture
def row(client: TestClient, path: str) -> str:
    """The id of its first row."""
    found = re.search(r'data-row="([^"]+)"', client.get(path).text)
    assert found
    return found[1]
