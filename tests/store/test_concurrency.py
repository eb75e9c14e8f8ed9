"""Eight processes that add to one database at once."""

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from threading import Thread

from app.store import AddResult, Store, check, engine, upgrade, writelock

from .samples import piece

PROCESSES = 8
EACH = 12


def be_patient() -> None:
    """Wait as long as it takes for the others, on whatever disk: here it is asked what comes of it, not how soon."""
    for module in (engine, writelock):
        vars(module)["BUSY_SECONDS"] = 120


def add_the_same(url: str) -> list[AddResult]:
    """Every process adds the same articles, each one also making the database."""
    upgrade(url)
    with Store(url) as store:
        return [
            store.add_version(piece(number), raw=str(number).encode(), story_title="Tide")
            for number in range(EACH)
        ]


def add_revisions(url: str, process: int) -> list[AddResult]:
    """Every process adds other revisions of one article."""
    upgrade(url)
    with Store(url) as store:
        return [
            store.add_version(
                piece(1000 + process * EACH + at), raw=b"", article_key="one", story_title="Tide"
            )
            for at in range(EACH)
        ]


def add_under_other_names(url: str, process: int) -> list[AddResult]:
    """Every process adds revisions of one article, by its address with and without a key."""
    key = "piece" if process % 2 else None
    with Store(url) as store:
        return [
            store.add_version(
                piece(2000 + process * EACH + at), raw=b"", url="https://coast.example/1", article_key=key
            )
            for at in range(EACH)
        ]


def test_eight_processes_neither_double_nor_lose_anything(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/data/variorum.db"
    with ProcessPoolExecutor(PROCESSES, get_context("spawn"), be_patient) as pool:
        same = list(pool.map(add_the_same, [url] * PROCESSES))
        other = list(pool.map(add_revisions, [url] * PROCESSES, range(PROCESSES)))
        named = list(pool.map(add_under_other_names, [url] * PROCESSES, range(PROCESSES)))
    assert (
        len({tuple((one.version_id, one.article_id, one.number) for one in results) for results in same}) == 1
    )
    assert sorted(one.outcome for results in same for one in results).count("added") == EACH
    numbers = sorted(one.number for results in other for one in results)
    assert numbers == list(range(1, PROCESSES * EACH + 1))
    assert len({one.article_id for results in named for one in results}) == 1
    assert sorted(one.number for results in named for one in results) == numbers
    with Store(url, read_only=True) as store:
        summary = store.story("tide")
        assert len(summary.articles) == EACH + 1
        assert sum(len(held.versions) for held in summary.articles) == EACH + PROCESSES * EACH
    assert check(url) == []


def test_threads_share_a_store(store: Store) -> None:
    results: list[AddResult] = []

    def add(thread: int) -> None:
        results.extend(
            store.add_version(piece(thread * 5 + at), raw=b"", article_key="one") for at in range(5)
        )

    threads = [Thread(target=add, args=(thread,)) for thread in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(one.number for one in results) == list(range(1, 21))
