"""The site that is audited: the stories of the browser tests, and a story of two long articles or more."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from app.store.schema import upgrade
from app.store.store import Store
from benchmarks.generated import reports
from benchmarks.targets import SHARED
from tests.web.conftest import serving
from tests.web.every_page.stories import fill
from tests.web.every_page.window import Site

SEEDS = SHARED / "seeds"
WORDS = 1_000
"""Words of each generated article: as many as the seeds have."""


@contextmanager
def audited() -> Iterator[tuple[Site, dict[str, str], str]]:
    """The site, where its long story is found (as `Site.places`), and what that is, in a word."""
    with TemporaryDirectory() as one, TemporaryDirectory() as other:
        full, bare = serving(Path(one)), serving(Path(other))
        places = fill(full.url)
        kind = _add_long(full.url)
        upgrade(bare.url)
        long = places | _places_of_long(full.url)
        with full as address, bare as address_of_nothing:
            yield Site(address, address_of_nothing, places), long, kind


def _add_long(url: str) -> str:
    """Add the seeds where they are, else two generated articles; gives which."""
    if SEEDS.is_dir():
        command = [
            sys.executable,
            "-c",
            "from app.cli import main; main()",
            "import",
            str(SEEDS),
            "--story",
            "Long",
        ]
        subprocess.run(
            command, env=os.environ | {"VARIORUM_DATABASE_URL": url}, check=True, capture_output=True
        )
        return "seeds"
    with Store(url) as store:
        for outlet, content in zip(("The Long Post", "Evening Length"), reports(WORDS), strict=True):
            store.add_version(content, raw=outlet.encode(), article_key=outlet, story_title="Long")
    return "generated articles, as there are no seeds here"


def _places_of_long(url: str) -> dict[str, str]:
    with Store(url, read_only=True) as store:
        articles = store.story("long").articles
        a, b = (article.versions[-1].id for article in articles[:2])
        return {"story": "long", "article": articles[0].article.id, "a": a, "b": b, "first": a, "last": b}
