"""Figures of many versions, grouped into facts."""

from collections.abc import Sequence

from app.compare.figures.figure import Fact
from app.compare.statements import Statement
from app.text.document import Document


def find_facts(
    documents: Sequence[Document], published: Sequence[str | None], statements: Sequence[Statement]
) -> tuple[Fact, ...]:
    """Every figure of the versions, those of one fact together, by their first place.

    `published` are the versions' dates (ISO 8601, or None), against which words such as “Thursday” are resolved.
    Permuting the versions permutes the answer. `statements` say which sentences correspond.
    """
    del documents, published, statements
    return ()
