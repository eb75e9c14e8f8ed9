"""Documents to vectors, by the model that the operator chose."""

from itertools import groupby
from operator import attrgetter
from pathlib import Path
from threading import Lock
from typing import Self

import numpy as np
from cachetools import LRUCache, cached

from app.compare.meaning import Meaning, Meanings, Vectors, basis
from app.embedding.folder import ModelFolder, read_folder
from app.embedding.model import Model, Spans
from app.errors import InputError
from app.text.clauses import clause_span, split_clauses
from app.text.document import Document

SETTING = "VARIORUM_EMBEDDING_MODEL"
MAX_WORDS = 10_000
"""Words and marks of the longest document that is embedded, which takes some seconds."""

KEPT = 64
"""Documents whose vectors are kept in memory: in a batch, one article stands in many records."""


class Embedder:
    """A loaded model. May be shared by threads."""

    def __init__(self, folder: ModelFolder) -> None:
        """Load the model of a folder. Raises InputError where that cannot be done."""
        self.folder = folder
        self._model = Model(folder)
        self._known = cached(LRUCache(KEPT), key=basis, lock=Lock())(self.make)

    @classmethod
    def load(cls, value: str) -> Self:
        """The embedder of the folder that the setting names. Raises InputError with a line that quotes the value."""
        try:
            return cls(read_folder(Path(value)))
        except InputError as error:
            raise InputError(f"{SETTING}={value!r}: {error}") from None

    @property
    def name(self) -> str:
        """What the vectors are told apart by: a short hash of the model."""
        return self.folder.name

    def takes(self, *documents: Document) -> bool:
        """Whether documents are compared by meaning: all in languages that the model is good at, none too long or empty."""
        return all(
            self.folder.knows(one.language) and len(one.words) <= MAX_WORDS and one.sentences
            for one in documents
        )

    def meanings(self, a: Document, b: Document) -> Meanings | None:
        """The meanings of two documents; None where the model does not take them."""
        return (self.embed(a), self.embed(b)) if self.takes(a, b) else None

    def embed(self, document: Document) -> Meaning:
        """The vectors of a document's sentences and clauses, whatever its language and length; the last `KEPT` are kept."""
        return self._known(document)

    def make(self, document: Document) -> Meaning:
        """`embed`, without remembering."""
        clauses = split_clauses(document)
        known: dict[tuple[str, Spans], tuple[Vectors, Vectors]] = {}
        found = []
        for number, group in groupby(clauses, key=attrgetter("sentence")):
            start = document.sentences[number].start
            spans = [clause_span(document, one) for one in group]
            asked = (
                document.sentence_text(number),
                tuple([(first - start, last - start) for first, last in spans]),
            )
            if asked not in known:
                known[asked] = self._model.vectors(*asked)
            found.append(known[asked])
        none = np.zeros((0, self._model.dimensions), np.float32)
        return Meaning(
            np.concatenate([none, *(sentence[np.newaxis] for sentence, _ in found)]),
            np.concatenate([none, *(rows for _, rows in found)]),
            np.array([one.sentence for one in clauses], dtype=np.int32),
            self.name,
        )
