"""What an embedding model makes of a document: a vector for each sentence and each clause.

The vectors come from outside (app.embedding); here they are only held against each other.
"""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from app.text.clauses import clause_span, split_clauses
from app.text.document import Document

Vectors: TypeAlias = NDArray[np.float32]
LENGTH_ERROR = 0.01
"""How far a vector's length may be from 1: what rounding to half precision does stays well below."""


@dataclass(frozen=True, slots=True, eq=False)
class Meaning:
    """The vectors of one document. Their products are cosines, as each has the length 1 (or 0, without a meaning).

    `sentences` has the shape (sentences, d), `clauses` (clauses, d), in the order of app.text.clauses.split_clauses;
    `clause_of` (clauses,) gives each clause's sentence. `model` names what made the vectors: only those of one model
    can be compared. The arrays become read-only. Raises ValueError for anything else.
    """

    sentences: Vectors
    clauses: Vectors
    clause_of: NDArray[np.int32]
    model: str

    def __post_init__(self) -> None:
        for name, vectors in (("sentences", self.sentences), ("clauses", self.clauses)):
            if vectors.dtype != np.float32 or vectors.ndim != 2 or not vectors.shape[1]:
                raise ValueError(f"{name} have to be rows of float32, not {vectors.dtype} {vectors.shape}")
            lengths = np.linalg.norm(vectors, axis=1)
            if not np.all(
                (np.abs(lengths - 1) < LENGTH_ERROR) | (lengths == 0)
            ):  # also refuses what is no number
                raise ValueError(f"{name} have to be of length 1 or 0")
        if self.sentences.shape[1] != self.clauses.shape[1]:
            raise ValueError(
                f"sentences have {self.sentences.shape[1]} dimensions, clauses {self.clauses.shape[1]}"
            )
        self._require_order()
        for array in (self.sentences, self.clauses, self.clause_of):
            array.flags.writeable = False

    def _require_order(self) -> None:
        """Clauses go by sentence, and each sentence has one."""
        if self.clause_of.dtype != np.int32 or self.clause_of.shape != (len(self.clauses),):
            raise ValueError(f"clause_of has to be {len(self.clauses)} int32, not {self.clause_of.shape}")
        if not np.array_equal(np.unique(self.clause_of), np.arange(len(self.sentences))) or np.any(
            np.diff(self.clause_of) < 0
        ):
            raise ValueError("clause_of has to name every sentence, in ascending order")


Meanings: TypeAlias = tuple[Meaning, Meaning]
"""Of the left and of the right document, by one model."""
GiveMeanings: TypeAlias = Callable[[Document, Document], Meanings | None]
"""What gives the meanings of two documents, or None where no model is good at both."""


def no_meanings(_a: Document, _b: Document) -> None:
    """Give none."""


def basis(document: Document) -> str:
    """What the vectors of a document are made from: a hash of the texts of its sentences, and of where clauses stand."""
    sentences = [(document.sentence_text(at), one.start) for at, one in enumerate(document.sentences)]
    clauses = [(one.sentence, clause_span(document, one)) for one in split_clauses(document)]
    return hashlib.sha256(json.dumps([sentences, clauses]).encode("ascii")).hexdigest()


def require_fitting(a: Document, b: Document, meanings: Meanings) -> None:
    """Raise ValueError where the meanings are not those of the two documents, or of two models."""
    if meanings[0].model != meanings[1].model:
        raise ValueError(f"meanings are of two models, {meanings[0].model} and {meanings[1].model}")
    for document, meaning in zip((a, b), meanings, strict=True):
        if len(document.sentences) != len(meaning.sentences):
            raise ValueError(
                f"a document of {len(document.sentences)} sentences cannot have the meaning of {len(meaning.sentences)}"
            )
        if [clause.sentence for clause in split_clauses(document)] != meaning.clause_of.tolist():
            raise ValueError("the meanings of clauses are not those of the document's clauses")
