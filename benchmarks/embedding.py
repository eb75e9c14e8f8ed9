"""What a model costs: `python -m benchmarks.embedding [FOLDER]`, else with the one that the development packages bring."""

import resource
import sys
import time
from pathlib import Path
from statistics import median

from app.compare.engine import compare
from app.embedding.embedder import Embedder
from app.embedding.folder import read_folder
from app.ingest.files import Refusal, read_files
from app.resources import SAMPLE
from app.text.document import Document, read_document
from benchmarks.with_model import gather

ROUNDS = 5


def sample() -> list[Document]:
    """The versions of the sample story."""
    found = [one for one in read_files([str(SAMPLE)]) if not isinstance(one, Refusal)]
    return [read_document(one.content) for one in found]


def seconds_a_thousand_words(model: Embedder, documents: list[Document]) -> float:
    """Processor seconds for 1,000 words and marks, median over the documents; nothing is remembered between rounds."""
    costs = []
    for document in documents * ROUNDS:
        start = time.process_time()
        model.make(document)
        costs.append((time.process_time() - start) / len(document.words) * 1000)
    return median(costs)


def megabytes() -> float:
    """The most memory that the process has had so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main(folder: Path) -> None:
    documents = sample()
    for other in documents[1:]:
        compare(documents[0], other)
    before = megabytes()
    start = time.process_time()
    model = Embedder(read_folder(folder))
    loading = time.process_time() - start
    cost = seconds_a_thousand_words(model, documents)
    sizes = [
        2 * (meaning.sentences.size + meaning.clauses.size) / len(document.words)
        for document in documents
        for meaning in [model.embed(document)]
    ]
    print(f"loading: {loading:.2f} s")
    print(f"1,000 words and marks: {cost:.2f} s, {median(sizes) / 1024 * 1000:.0f} kB in the database")
    print(f"memory: {before:.0f} MB without the model, {megabytes():.0f} MB with it")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else gather())
