"""The store: the one way in to what is kept, and out of it."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from types import TracebackType
from typing import Self

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.compare.collation import Collation
from app.compare.comparison import Comparison
from app.compare.meaning import Meaning
from app.errors import NotFoundError, StoreError
from app.store import arrivals, comparisons, meanings, reading, texts
from app.store.adding import insert
from app.store.comparisons import Outlined
from app.store.engine import database_path, open_engine, writing
from app.store.failures import explained
from app.store.incoming import prepare
from app.store.packed_collation import Before, pack_collation
from app.store.records import (
    AddResult,
    Arrival,
    ArticleVersions,
    Capture,
    Outlet,
    SiteAddress,
    Story,
    StoryArticles,
    StorySummary,
    Version,
)
from app.store.schema import refuse_newer, schema_state
from app.store.search import finding
from app.store.search.records import Filters, SearchResult
from app.store.slugs import could_be_slug
from app.store.tables import ArticleRow, StoryRow
from app.store.writelock import one_writer
from app.text.content import ID_LENGTH, Content
from app.text.document import Document

_ID = re.compile(rf"[a-z2-7]{{{ID_LENGTH}}}", re.ASCII)
_SHA256 = re.compile(r"[0-9a-f]{64}", re.ASCII)
_BATCH = 1000
"""Ids asked for in one query: SQLite takes 32,766 values at most."""
_FAR = 2**62
"""An offset beyond any story, which the database can still count to."""


class Store:
    """Stories, articles and versions in one database; may be shared by threads, not by processes.

    Every method raises StoreError where the database cannot be used; its text names the file and the way out.
    """

    def __init__(self, url: str, *, read_only: bool = False) -> None:
        """Open the database at `url` (sqlite:///FILE), which `app.store.schema.upgrade` has made.

        Raises StoreError where it is missing, of an older or newer schema, or no database of Variorum.
        A `read_only` store refuses to write.
        """
        self.path = database_path(url)
        self.read_only = read_only
        self._require_schema(url)
        with explained(self.path):
            self._engine = open_engine(self.path, read_only=read_only)

    def close(self) -> None:
        """Close every connection."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def add_version(
        self,
        content: Content,
        *,
        raw: bytes,
        file_name: str | None = None,
        media_type: str | None = None,
        url: str | None = None,
        article_key: str | None = None,
        story_title: str | None = None,
        captured: datetime | None = None,
    ) -> AddResult:
        """Keep a version and the bytes it was read from, in one transaction; what is there already stays.

        The article is the one of `content.outlet` that is known by `article_key`, by `url` or, without one, by
        the same bytes; else a new one. What a known article was not yet known by is kept for the next time, but
        two keys never become one article. A new article goes into the story of that title, made where there is
        none (without a title: the version's own); a known one stays in its story, as known content stays in its
        article. `captured` is aware, and now where not given.

        Raises InputError for text that cannot be stored (NUL, lone surrogates, a story title or outlet beyond
        500 characters), StoreError where another content has the same id, or where the store is read-only.
        """
        self._require_writing()
        new = prepare(
            content,
            raw,
            file_name=file_name,
            media_type=media_type,
            url=url,
            article_key=article_key,
            story_title=story_title,
            captured=captured or datetime.now(UTC),
        )
        with self._writing() as session:
            return insert(session, new)

    def stories(self, *, limit: int | None = None, offset: int = 0) -> tuple[StorySummary, ...]:
        """List stories, newest first, then by slug: all, or `limit` of them from the `offset`-th on.

        A story is as new as its newest version's published moment, which counts as no later than its capture;
        a version without one counts by its capture.
        """
        with self._reading() as session:
            return reading.summaries(session, limit, min(offset, _FAR))

    def story_count(self) -> int:
        """Count how many stories there are."""
        with self._reading() as session:
            return reading.story_count(session)

    def first_story(self) -> Story | None:
        """Return the story that was made first, None where there is none yet."""
        with self._reading() as session:
            return reading.first_story(session)

    def outlets(self) -> tuple[Outlet, ...]:
        """List every outlet, by name."""
        with self._reading() as session:
            return reading.outlets(session)

    def story(self, slug: str) -> StoryArticles:
        """Return a story, its articles and their version heads. Raises NotFoundError for an unknown one."""
        if not could_be_slug(slug):
            raise NotFoundError("No story has this address")
        with self._reading() as session:
            row = session.scalar(select(StoryRow).where(StoryRow.slug == slug))
            if row is None:
                raise NotFoundError(f"No story has the address {slug!r}")
            return reading.story_articles(session, row)

    def article(self, article_id: str) -> ArticleVersions:
        """Return an article and its version heads in listed order. Raises NotFoundError for an unknown id."""
        _require_id("article", article_id)
        with self._reading() as session:
            row = session.get(ArticleRow, article_id)
            if row is None:
                raise NotFoundError(f"No article with the id {article_id} is stored")
            heads = reading.version_heads(session, ArticleRow.id == article_id)
            return ArticleVersions(reading.article_record(row), heads[article_id])

    def version(self, version_id: str) -> Version:
        """Return a whole version. Raises NotFoundError for an unknown id."""
        return self.versions([version_id])[0]

    def versions(self, version_ids: Sequence[str]) -> tuple[Version, ...]:
        """Return whole versions, in the order of their ids. Raises NotFoundError for an unknown id."""
        for one in version_ids:
            _require_id("version", one)
        with self._reading() as session:
            batches = [version_ids[at : at + _BATCH] for at in range(0, len(version_ids), _BATCH)]
            return tuple(one for batch in batches for one in texts.whole_versions(session, batch))

    def search(self, text: str, filters: Filters, *, limit: int, offset: int = 0) -> SearchResult:
        """Find articles by what their versions say, or by an address, whatever the text is.

        Best first by BM25, the newer one where two are about as good; then by id. See app.text.asking for what a text asks.
        Without a text, filters alone find all that they leave, the newest first.
        """
        with self._reading() as session:
            return finding.find(session, text, filters, limit, min(offset, _FAR))

    def languages(self) -> tuple[str, ...]:
        """List the languages of what is stored, as main subtags: given by the source, else detected."""
        with self._reading() as session:
            return finding.languages(session)

    def arrivals(
        self, limit: int, *, story_id: int | None = None, article_id: str | None = None
    ) -> tuple[Arrival, ...]:
        """List the versions that were captured last, newest first: of all, of a story, or of an article."""
        with self._reading() as session:
            return arrivals.arrivals(session, limit, story_id=story_id, article_id=article_id)

    def address_count(self) -> int:
        """Count the stories, articles and versions together."""
        with self._reading() as session:
            return arrivals.address_count(session)

    def addresses(self, limit: int, offset: int) -> tuple[SiteAddress, ...]:
        """List stories, then articles, then versions, `limit` of them from the `offset`-th on; the order is fixed."""
        with self._reading() as session:
            return arrivals.addresses(session, limit, min(offset, _FAR))

    def captures(self, version_id: str) -> tuple[Capture, ...]:
        """List what a version was read from, in order of arrival. Raises NotFoundError for an unknown id."""
        _require_id("version", version_id)
        with self._reading() as session:
            found = texts.captures(session, version_id)
        if not found:
            raise NotFoundError(f"No version with the id {version_id} is stored")
        return found

    def raw(self, version_id: str, sha256: str) -> bytes:
        """Return the bytes of one capture of a version. Raises NotFoundError where there is none."""
        _require_id("version", version_id)
        if not _SHA256.fullmatch(sha256):
            raise NotFoundError("A capture is named by 64 hexadecimal digits in lower case")
        with self._reading() as session:
            return texts.raw_bytes(session, version_id, sha256)

    def meaning(self, version_id: str, *, model: str, basis: str) -> Meaning | None:
        """Return what was kept of a version's meaning by this model, for this basis (app.compare.meaning); else None."""
        _require_id("version", version_id)
        with self._reading() as session:
            return meanings.kept(session, version_id, model, basis)

    def keep_meaning(self, version_id: str, meaning: Meaning, *, basis: str) -> None:
        """Keep a version's meaning, in the place of an older one by the same model.

        Raises NotFoundError for an unknown id, StoreError where the store is read-only.
        """
        _require_id("version", version_id)
        self._require_writing()
        with self._writing() as session:
            meanings.keep(session, version_id, basis, meaning)

    def comparison(
        self, a: str, b: str, read: tuple[Document, Document], *, engine: str
    ) -> Comparison | None:
        """Return the comparison of two versions, whose documents are given, that was kept by this engine; else None."""
        with self._reading() as session:
            return comparisons.kept_comparison(session, a, b, read, engine)

    def keep_comparison(self, a: str, b: str, made: Comparison, *, engine: str) -> None:
        """Keep the comparison of two versions in the place of an older one.

        Raises StoreError where a version is unknown, or where the store is read-only.
        """
        self._require_writing()
        with self._writing() as session:
            comparisons.keep_comparison(session, a, b, made, engine)

    def keep_outlines(self, made: Sequence[Outlined], *, engine: str) -> None:
        """Keep outlines in the place of older ones of the same versions, until a collation holds them.

        Raises StoreError where a version is unknown, or where the store is read-only.
        """
        self._require_writing()
        rows = comparisons.packed(made, engine)
        with self._writing() as session:
            comparisons.keep_outlines(session, rows)

    def collation(
        self,
        story_id: int,
        version_ids: Sequence[str],
        of: int,
        documents: Sequence[Document],
        *,
        engine: str,
    ) -> Collation | None:
        """Return the collation of just these versions of a story of `of` that was kept by this engine; else None."""
        with self._reading() as session:
            return comparisons.kept_collation(session, story_id, version_ids, of, documents, engine)

    def collated_before(
        self, story_id: int, version_ids: Sequence[str], documents: Sequence[Document], *, engine: str
    ) -> Before:
        """Return what was kept by this engine that a collation of these versions of a story can build on, by index."""
        with self._reading() as session:
            return comparisons.kept_before(session, story_id, version_ids, documents, engine)

    def keep_collation(
        self, story_id: int, version_ids: Sequence[str], of: int, collation: Collation, *, engine: str
    ) -> bool:
        """Keep the collation of a story of `of` versions in the place of an older one; False where it has more by now.

        Raises StoreError where the store is read-only.
        """
        self._require_writing()
        payload = pack_collation(collation)
        with self._writing() as session:
            return comparisons.keep_collation(session, story_id, version_ids, of, payload, engine)

    def uncollated(self, *, engine: str, slug: str | None = None) -> list[str]:
        """List the slugs of stories of several versions whose collation by this engine is not kept, newest first.

        With a `slug`, only that story is looked at.
        """
        with self._reading() as session:
            return comparisons.uncollated(session, engine, slug)

    def _require_writing(self) -> None:
        if self.read_only:
            raise StoreError(f"The database {self.path} is open for reading only; nothing was stored")

    @contextmanager
    def _reading(self) -> Iterator[Session]:
        with explained(self.path), Session(self._engine) as session:
            yield session

    @contextmanager
    def _writing(self) -> Iterator[Session]:
        with (
            explained(self.path),
            one_writer(self.path),
            Session(writing(self._engine)) as session,
            session.begin(),
        ):
            yield session

    def _require_schema(self, url: str) -> None:
        state = schema_state(url)
        refuse_newer(self.path, state)
        if state == "empty":
            raise StoreError(
                f"There is no database {self.path} yet; import something or start the server to make it"
            )
        if state == "older":
            raise StoreError(
                f"The database {self.path} was made by an older Variorum; "
                "start the server once with write access to it, which brings it up to date"
            )


def _require_id(noun: str, text: str) -> None:
    if not _ID.fullmatch(text):
        raise NotFoundError(f"That is no {noun} id: one has {ID_LENGTH} of the characters a to z and 2 to 7")
