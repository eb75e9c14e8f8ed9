"""What is collated, with the versions that every format shows."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from app.compare.collating import MOST_VERSIONS, collate
from app.compare.collation import Collation
from app.compare.meaning import no_meanings
from app.compare.story.periods import Period
from app.errors import InputError
from app.text.content import Content
from app.text.document import read_document
from app.web.periods import period

if TYPE_CHECKING:
    from app.embedding.embedder import Embedder


@dataclass(frozen=True, slots=True)
class Collated:
    """A collation with the versions it was made from, in their order: their ids, and what names each one's article.

    `periods` are when they appeared (app.web.periods.periods_of).
    """

    versions: tuple[Content, ...]
    collation: Collation
    ids: tuple[str, ...]
    articles: tuple[str, ...]
    periods: tuple[Period | None, ...]

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
        collation = collate(documents, published=published, meanings=meanings)
        return cls(tuple(versions), collation, ids, ids, tuple([period(date) for date in published]))
