"""What is collated, with the versions that every format shows."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from app.compare.collating import MOST_VERSIONS, collate
from app.compare.collation import Collation
from app.compare.meaning import no_meanings
from app.errors import InputError
from app.text.content import Content
from app.text.document import read_document

if TYPE_CHECKING:
    from app.embedding.embedder import Embedder


@dataclass(frozen=True, slots=True)
class Collated:
    """A collation with the versions it was made from, in their order: their ids, and what names each one's article."""

    versions: tuple[Content, ...]
    collation: Collation
    ids: tuple[str, ...]
    articles: tuple[str, ...]

    @classmethod
    def of(cls, versions: Sequence[Content], embedder: "Embedder | None" = None) -> Self:
        """Read every version and collate them, by meaning too where there is a model; InputError for none or too many."""
        if not versions:
            raise InputError("nothing to collate; name at least one file with text in it")
        if len(versions) > MOST_VERSIONS:
            raise InputError(
                f"{len(versions)} versions are too many to collate; the limit is {MOST_VERSIONS}. Collate fewer at a time."
            )
        documents = [read_document(content) for content in versions]
        meanings = embedder.meanings if embedder else no_meanings
        published = [content.published for content in versions]
        ids = tuple([content.id() for content in versions])
        return cls(tuple(versions), collate(documents, published=published, meanings=meanings), ids, ids)
