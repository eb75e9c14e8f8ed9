"""A site on which every state of every page can be seen."""

from collections.abc import Iterator

import pytest

from app.store.schema import upgrade
from tests.web.conftest import serving
from tests.web.every_page.stories import fill
from tests.web.every_page.window import Site


@pytest.fixture(scope="session")
def every_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A real server with the stories of `stories.py`, and one with none."""
    full, bare = serving(tmp_path_factory.mktemp("full")), serving(tmp_path_factory.mktemp("bare"))
    places = fill(full.url)
    upgrade(bare.url)
    with full as address, bare as address_of_nothing:
        yield Site(address, address_of_nothing, places)
