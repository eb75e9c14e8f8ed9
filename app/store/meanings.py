"""Meanings as bytes and back.

`clause_of` are little-endian numbers of 32 bits, `vectors` of 16 bits (IEEE half precision), row by row: the sentences'
first, then the clauses'. So the same meaning is the same bytes on every machine. Half precision moves a cosine by less
than 0.001.
"""

import numpy as np
from sqlalchemy.orm import Session

from app.compare.meaning import Meaning
from app.errors import NotFoundError
from app.store.tables import MeaningRow, VersionRow

_NUMBER = np.dtype("<i4")
_HALF = np.dtype("<f2")


def kept(session: Session, version_id: str, model: str, basis: str) -> Meaning | None:
    """The meaning kept of a version, if it is of this basis and undamaged: it can be made anew."""
    row = session.get(MeaningRow, (version_id, model))
    return None if row is None or row.basis != basis else meaning_of(row)


def keep(session: Session, version_id: str, basis: str, meaning: Meaning) -> None:
    """Keep a meaning; one of the same version and model gives way. Raises NotFoundError for an unknown version."""
    if session.get(VersionRow, version_id) is None:
        raise NotFoundError(f"No version with the id {version_id} is stored")
    rows = np.concatenate([meaning.sentences, meaning.clauses])
    session.merge(
        MeaningRow(
            version_id=version_id,
            model=meaning.model,
            basis=basis,
            sentences=len(meaning.sentences),
            clause_of=meaning.clause_of.astype(_NUMBER).tobytes(),
            vectors=rows.astype(_HALF).tobytes(),
        )
    )


def meaning_of(row: MeaningRow) -> Meaning | None:
    """The meaning that a row holds; None where the row is damaged."""
    try:
        clause_of = np.frombuffer(row.clause_of, _NUMBER).astype(np.int32)
        vectors = np.frombuffer(row.vectors, _HALF).astype(np.float32)
        vectors = vectors.reshape(row.sentences + len(clause_of), -1)
        return Meaning(vectors[: row.sentences], vectors[row.sentences :], clause_of, row.model)
    except ValueError:
        return None
