"""Where a model is set: the server makes vectors once and keeps them, batches and files are compared by meaning too."""

import json
import logging
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
from starlette.testclient import TestClient

from app.batch import compare_lines
from app.compare.comparison import ENGINE, engine_with
from app.embedding.embedder import Embedder
from app.embedding.model import Model, Spans
from app.errors import InputError, StoreError
from app.main import create_app
from app.settings import Settings
from app.store.engine import database_path
from app.store.store import Store
from app.store.understanding import Understanding
from app.text.content import Block, Content
from app.text.document import read_document
from app.web.formats.collation_json import collation_json
from app.web.formats.collation_subject import Collated
from app.web.formats.comparison_json import compared_json
from app.web.formats.subject import Compared

from .tiny_model import write_model

GERMAN = (
    "Der Hafenmeister sagte am Montag, dass die alte Brücke über den Fluss für Lastwagen gesperrt bleibt und dass nicht "
    "bekannt ist, wann sie wieder geöffnet wird."
)


@pytest.fixture
def url(sample_url: str, tmp_path: Path) -> str:
    """The sample in a database of one's own."""
    shutil.copy(database_path(sample_url), tmp_path / "variorum.db")
    return f"sqlite:///{tmp_path / 'variorum.db'}"


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The sentences that models have read since the test began."""
    seen: list[str] = []
    vectors = Model.vectors

    def watched(self: Model, text: str, spans: Spans) -> object:
        seen.append(text)
        return vectors(self, text, spans)

    monkeypatch.setattr(Model, "vectors", watched)
    return seen


def rows(url: str) -> list[tuple[str, str]]:
    with closing(sqlite3.connect(database_path(url))) as connection:
        return connection.execute("SELECT version_id, model FROM meanings ORDER BY version_id").fetchall()


def test_the_server_makes_the_vectors_of_a_version_once_and_keeps_them(
    url: str, sample_ids: dict[str, str], tiny_folder: Path, tiny: Embedder, read: list[str]
) -> None:
    one, other, third = sorted(sample_ids.values())[:3]
    settings = Settings(database_url=url, embedding_model=str(tiny_folder))
    with TestClient(create_app(settings, ahead=False)) as client:
        assert client.get(f"/compare/{one}/{other}.json").json()["engine"] == engine_with(tiny.name)
        assert rows(url) == [(one, tiny.name), (other, tiny.name)]
        both = len(read)
        assert both > 0
        for path in (f"/compare/{one}/{other}", f"/compare/{other}/{one}", f"/compare/{one}/{other}.txt"):
            assert client.get(path).status_code == 200
        assert len(read) == both
        client.get(f"/compare/{one}/{third}")
        all_three = len(read)
        assert all_three > both
    with TestClient(create_app(settings, ahead=False)) as client:
        client.get(f"/compare/{third}/{other}")
    assert len(read) == all_three
    assert len(rows(url)) == 3


def test_a_story_is_compared_by_meaning_too(
    url: str, tiny_folder: Path, sample_ids: dict[str, str], read: list[str]
) -> None:
    with TestClient(
        create_app(Settings(database_url=url, embedding_model=str(tiny_folder)), ahead=False)
    ) as client:
        assert client.get("/stories/port-ennick-tidal-barrier-failure?versions=all").status_code == 200
    assert {version for version, _ in rows(url)} == set(sample_ids.values())
    assert read


def test_caches_tell_models_apart(
    url: str, sample_ids: dict[str, str], tiny_folder: Path, tmp_path: Path
) -> None:
    one, other = sorted(sample_ids.values())[:2]
    second = write_model(tmp_path / "second", fill="1")
    tags = []
    for model in (None, str(tiny_folder), str(second), str(tiny_folder)):
        with TestClient(create_app(Settings(database_url=url, embedding_model=model), ahead=False)) as client:
            tags.append(client.get(f"/compare/{one}/{other}.json").headers["etag"])
    assert [tags.index(tag) for tag in tags] == [0, 1, 2, 1]


def test_a_database_that_cannot_be_written_to_is_served_all_the_same(
    url: str,
    sample_ids: dict[str, str],
    tiny_folder: Path,
    tiny: Embedder,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    one, other = sorted(sample_ids.values())[:2]
    monkeypatch.setattr(Store, "keep_meaning", refuse)
    with (
        caplog.at_level(logging.WARNING),
        TestClient(
            create_app(Settings(database_url=url, embedding_model=str(tiny_folder)), ahead=False)
        ) as client,
    ):
        assert client.get(f"/compare/{one}/{other}.json").json()["engine"] == engine_with(tiny.name)
    assert [record.getMessage() for record in caplog.records if "was not kept" in record.getMessage()]
    assert rows(url) == []


def refuse(store: Store, *_: object, **__: object) -> None:
    raise StoreError(f"The database {store.path} cannot be written to")


def test_what_is_kept_is_read_also_where_nothing_can_be_written(
    url: str, sample_ids: dict[str, str], tiny: Embedder, read: list[str]
) -> None:
    version_id = min(sample_ids.values())
    with Store(url) as writer, Store(url, read_only=True) as reader:
        document = read_document(reader.version(version_id).content)
        made = Understanding(reader, tiny).meaning(version_id, document)
        assert rows(url) == []
        Understanding(reader, tiny, writer=writer).meaning(version_id, document)
        assert rows(url) == [(version_id, tiny.name)]
        known = len(read)
        found = Understanding(reader, tiny).meaning(version_id, document)
        assert len(read) == known
        assert np.array_equal(found.clauses, made.clauses)


def record(identifier: str, a: str, b: str, **more: str) -> bytes:
    return json.dumps(
        {"id": identifier, "a": {"title": "", "text": a}, "b": {"title": "", "text": b}, **more}
    ).encode()


def test_a_batch_reads_an_article_once_and_leaves_other_languages_alone(
    tiny: Embedder, read: list[str]
) -> None:
    one, other, third = (
        f"The {noun} was closed, the mayor of the town said on Monday."
        for noun in ("bridge", "harbour", "market")
    )
    lines = [record("1", one, other), record("2", other, third), record("3", GERMAN, one),
             record("4", one, other, **{"as": "sentence"})]  # fmt: skip
    engines = [answer["engine"] for answer in compare_lines(lines, tiny)]
    assert engines == [engine_with(tiny.name), engine_with(tiny.name), ENGINE, ENGINE]
    assert sorted(read) == sorted([one, other, third])
    assert [answer["engine"] for answer in compare_lines(lines)] == [ENGINE] * 4


def test_another_language_is_compared_as_without_a_model(minilm: Embedder) -> None:
    a, b = (
        Content(blocks=(Block("paragraph", text),)) for text in (GERMAN, GERMAN.replace("Montag", "Dienstag"))
    )
    assert compared_json(Compared.of(a, b, minilm)) == compared_json(Compared.of(a, b))


def test_a_collation_reads_every_version_once(tiny: Embedder, read: list[str]) -> None:
    texts = [f"The {noun} stays closed, the mayor said on Monday." for noun in ("ferry", "road", "pier")]
    versions = [Content(blocks=(Block("paragraph", text),)) for text in (*texts, GERMAN)]
    assert collation_json(Collated.of(versions, tiny))["engine"] == engine_with(tiny.name)
    assert sorted(read) == sorted(texts)
    for given, embedder in ((versions, None), (versions[2:], tiny)):
        assert collation_json(Collated.of(given, embedder))["engine"] == ENGINE


def test_the_application_does_not_start_with_a_model_that_cannot_be_loaded(url: str, tmp_path: Path) -> None:
    folder = write_model(tmp_path / "model")
    (folder / "model.onnx").write_bytes(b"broken")
    with pytest.raises(InputError, match=r"VARIORUM_EMBEDDING_MODEL='.*model': model\.onnx cannot be loaded"):
        create_app(Settings(database_url=url, embedding_model=str(folder)))
