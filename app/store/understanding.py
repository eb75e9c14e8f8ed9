"""What an embedding model makes of stored versions: made once, kept, and read from then on."""

import logging

from app.compare.meaning import Meaning, basis
from app.embedding.embedder import Embedder
from app.errors import StoreError
from app.store.store import Store
from app.text.document import Document, read_document

_log = logging.getLogger(__name__)


class Understanding:
    """A model and the store that keeps what it makes of versions. May be shared by threads."""

    def __init__(self, store: Store, embedder: Embedder, *, writer: Store | None = None) -> None:
        """Read from `store`; write to `writer`, which is the same database, or else to `store` as well.

        Where that cannot be written to, what is made is not kept, and a line in the log says so.
        """
        self._store = store
        self._writer = writer or store
        self.embedder = embedder

    def meaning(self, version_id: str, document: Document) -> Meaning:
        """The meaning of a stored version, whose document is given; takes about a second where it is not kept yet.

        Raises NotFoundError for an unknown id.
        """
        of = basis(document)
        known = self._store.meaning(version_id, model=self.embedder.name, basis=of)
        if known is not None:
            return known
        made = self.embedder.embed(document)
        try:
            self._writer.keep_meaning(version_id, made, basis=of)
        except StoreError as error:
            _log.warning("The meaning of version %s was not kept: %s", version_id, error)
        return made


def understand(store: Store, embedder: Embedder, version_id: str) -> None:
    """Keep what a model makes of a version that it takes, so that nobody waits for it who first looks at it."""
    document = read_document(store.version(version_id).content)
    if embedder.takes(document):
        Understanding(store, embedder).meaning(version_id, document)
