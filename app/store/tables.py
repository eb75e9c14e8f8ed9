"""The tables. Nothing here leaves app.store: see app.store.records for what is handed out."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import JSON, DateTime, ForeignKey, LargeBinary, MetaData, String, Text, UniqueConstraint
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship
from sqlalchemy.types import TypeDecorator

from app.text.content import ID_LENGTH

NAME_LIMIT = 500
"""Code points of a story's title or an outlet's name: what an index of PostgreSQL can hold."""
SLUG_LIMIT = 80
HASH_LENGTH = 64
LANGUAGE_LENGTH = 8
ENGINE_LENGTH = 80
"""What a form, an engine and the name of a model take together (app.store.packing)."""


class UtcDateTime(TypeDecorator[datetime]):
    """An aware moment, kept as UTC also where the database knows no time zones."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """To UTC."""
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """From UTC."""
        if not isinstance(value, datetime):
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Base(DeclarativeBase):
    """Constraint names are fixed, so that later migrations can name them on every database."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class OutletRow(Base):
    """An outlet, by its name exactly as given."""

    __tablename__ = "outlets"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(NAME_LIMIT), unique=True)


class StoryRow(Base):
    """A story, by its title."""

    __tablename__ = "stories"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(String(SLUG_LIMIT), unique=True)
    title: Mapped[str] = mapped_column(String(NAME_LIMIT), unique=True)
    created: Mapped[datetime] = mapped_column(UtcDateTime)


class ArticleRow(Base):
    """An article; `digest` is the whole hash of which the id is the beginning."""

    __tablename__ = "articles"

    id: Mapped[str] = mapped_column(String(ID_LENGTH), primary_key=True)
    digest: Mapped[str] = mapped_column(String(HASH_LENGTH), unique=True)
    story_id: Mapped[int] = mapped_column(ForeignKey("stories.id"), index=True)
    outlet_id: Mapped[int | None] = mapped_column(ForeignKey("outlets.id"), index=True)
    url: Mapped[str | None] = mapped_column(Text)
    key: Mapped[str | None] = mapped_column(Text)

    story: Mapped[StoryRow] = relationship(lazy="joined", innerjoin=True)
    outlet: Mapped[OutletRow | None] = relationship(lazy="joined")


class ArticleNameRow(Base):
    """What an article is known by: `digest` is the hash over its outlet and a key, an address, or captured bytes.

    A name stands for one article only: for the one that was first given it.
    """

    __tablename__ = "article_names"

    digest: Mapped[str] = mapped_column(String(HASH_LENGTH), primary_key=True)
    article_id: Mapped[str] = mapped_column(ForeignKey("articles.id"), index=True)
    is_key: Mapped[bool]


class VersionRow(Base):
    """A version; rows are never updated.

    Its outlet is its article's, being part of the article's id. `blocks` is a list of [kind, text].
    Lists are served by what is kept beside: the title to show, `published_at` (the moment that `published`
    says, if it can be read) and the number of words.
    """

    __tablename__ = "versions"
    __table_args__ = (UniqueConstraint("article_id", "number"),)

    id: Mapped[str] = mapped_column(String(ID_LENGTH), primary_key=True)
    digest: Mapped[str] = mapped_column(String(HASH_LENGTH), unique=True)
    article_id: Mapped[str] = mapped_column(ForeignKey("articles.id"))
    number: Mapped[int]
    captured: Mapped[datetime] = mapped_column(UtcDateTime)
    title: Mapped[str | None] = mapped_column(Text)
    standfirst: Mapped[str | None] = mapped_column(Text)
    byline: Mapped[str | None] = mapped_column(Text)
    dateline: Mapped[str | None] = mapped_column(Text)
    agency: Mapped[str | None] = mapped_column(Text)
    published: Mapped[str | None] = mapped_column(Text)
    language: Mapped[str | None] = mapped_column(Text)
    blocks: Mapped[list[list[str]]] = mapped_column(JSON)
    display_title: Mapped[str] = mapped_column(Text)
    published_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    word_count: Mapped[int]

    article: Mapped[ArticleRow] = relationship(lazy="joined", innerjoin=True)


class CaptureRow(Base):
    """The bytes that a version was read from, zlib-compressed; `sha256` and `size` are of what was given."""

    __tablename__ = "captures"
    __table_args__ = (UniqueConstraint("version_id", "sha256"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    version_id: Mapped[str] = mapped_column(ForeignKey("versions.id"))
    sha256: Mapped[str] = mapped_column(String(HASH_LENGTH))
    size: Mapped[int]
    file_name: Mapped[str | None] = mapped_column(Text)
    media_type: Mapped[str | None] = mapped_column(Text)
    url: Mapped[str | None] = mapped_column(Text)
    captured: Mapped[datetime] = mapped_column(UtcDateTime)
    compressed: Mapped[bytes] = mapped_column(LargeBinary)


class MeaningRow(Base):
    """What a model made of a version: derived, so it may be dropped and made anew (app.store.meanings has the form).

    `basis` names the text and the stretches of it that the vectors are of.
    """

    __tablename__ = "meanings"

    version_id: Mapped[str] = mapped_column(ForeignKey("versions.id"), primary_key=True)
    model: Mapped[str] = mapped_column(String(HASH_LENGTH), primary_key=True)
    basis: Mapped[str] = mapped_column(String(HASH_LENGTH))
    sentences: Mapped[int]
    clause_of: Mapped[bytes] = mapped_column(LargeBinary)
    vectors: Mapped[bytes] = mapped_column(LargeBinary)


class SearchEntryRow(Base):
    """A version in the full-text index: `id` is its number there, the rest is what searches choose by and sort by.

    Derived, so it may be dropped and made anew (app.store.search); so are `language`, the main subtag of the one given or
    else detected, and the addresses.
    """

    __tablename__ = "search_entries"

    id: Mapped[int] = mapped_column(primary_key=True)
    version_id: Mapped[str] = mapped_column(ForeignKey("versions.id"), unique=True)
    article_id: Mapped[str] = mapped_column(ForeignKey("articles.id"), index=True)
    number: Mapped[int]
    published_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    captured: Mapped[datetime] = mapped_column(UtcDateTime, index=True)
    language: Mapped[str] = mapped_column(String(LANGUAGE_LENGTH), index=True)


class SearchAddressRow(Base):
    """An address that an article was read from; `digest` is the hash of the part of it that matters."""

    __tablename__ = "search_addresses"

    digest: Mapped[str] = mapped_column(String(HASH_LENGTH), primary_key=True)
    article_id: Mapped[str] = mapped_column(ForeignKey("articles.id"), primary_key=True)


class ComparisonRow(Base):
    """The comparison of two versions, `a` before `b` by id: derived, so it may be dropped and made anew.

    app.store.packed_comparison has the form of the payload.
    """

    __tablename__ = "comparisons"

    a: Mapped[str] = mapped_column(String(ID_LENGTH), ForeignKey("versions.id"), primary_key=True)
    b: Mapped[str] = mapped_column(String(ID_LENGTH), ForeignKey("versions.id"), primary_key=True)
    engine: Mapped[str] = mapped_column(String(ENGINE_LENGTH))
    payload: Mapped[bytes] = mapped_column(LargeBinary)


class OutlineRow(Base):
    """The outline of two versions, `a` before `b` by id: kept until the collation of their story, which holds it, is."""

    __tablename__ = "outlines"

    a: Mapped[str] = mapped_column(String(ID_LENGTH), ForeignKey("versions.id"), primary_key=True)
    b: Mapped[str] = mapped_column(String(ID_LENGTH), ForeignKey("versions.id"), primary_key=True)
    engine: Mapped[str] = mapped_column(String(ENGINE_LENGTH))
    payload: Mapped[bytes] = mapped_column(LargeBinary)


class CollationRow(Base):
    """The collation of a story: derived as well.

    `versions` are the ids of those collated, in order, parted by spaces; `version_count` is how many the story had.
    """

    __tablename__ = "collations"

    story_id: Mapped[int] = mapped_column(ForeignKey("stories.id"), primary_key=True)
    engine: Mapped[str] = mapped_column(String(ENGINE_LENGTH))
    version_count: Mapped[int]
    versions: Mapped[str] = mapped_column(Text)
    payload: Mapped[bytes] = mapped_column(LargeBinary)
