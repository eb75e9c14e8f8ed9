"""Quotations of many versions, grouped into utterances."""

from collections.abc import Sequence

from app.compare.quotes.quotation import Utterance
from app.compare.statements import Statement
from app.text.document import Document


def find_utterances(documents: Sequence[Document], statements: Sequence[Statement]) -> tuple[Utterance, ...]:
    """Every quotation of the versions, those of one utterance together, by their first place.

    Permuting the versions permutes the answer. `statements` say which sentences correspond.
    """
    del documents, statements
    return ()
