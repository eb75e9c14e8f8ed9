"""The stored versions as the pages need them: read, compared, and kept for a while.

Versions never change, so nothing that is kept here can grow stale; the limits only bound memory. Whoever asks for what is
just being computed waits for it instead of computing it again.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from threading import Condition

from cachetools import LRUCache, cached

from app.compare.collating import MOST_VERSIONS, collate
from app.compare.collation import Collation
from app.compare.comparison import ENGINE, Comparison, Summary, engine_with
from app.compare.engine import compare
from app.compare.meaning import Meaning, Meanings
from app.store.records import ArticleVersions, Story, Version, VersionHead
from app.store.store import Store
from app.store.understanding import Understanding
from app.text.document import Document, read_document
from app.web.formats.subject import Compared

KEPT_DOCUMENTS = 128
KEPT_MEANINGS = 128
"""A version of 1,000 words takes 0.2 MB with a model of 384 dimensions."""
KEPT_COMPARISONS = 64
KEPT_SUMMARIES = 8192
KEPT_COLLATIONS = 16


@dataclass(frozen=True, slots=True)
class StoredPair:
    """Two stored versions and their comparison."""

    a: Version
    b: Version
    comparison: Comparison

    def compared(self) -> Compared:
        """The pair as the formats take it."""
        return Compared(f"{self.a.id}..{self.b.id}", self.a.content, self.b.content, self.comparison)


@dataclass(frozen=True, slots=True)
class CollatedStory:
    """A story and the collation of its versions: of every article the latest, then earlier ones, up to `MOST_VERSIONS`.

    `heads`, `versions` and the collation hold the same versions in the same order: by article as the story lists them,
    then by version as the article lists them. `latest` are the indices of the articles' latest versions; `left_out` is
    how many versions there are beyond.
    """

    story: Story
    articles: tuple[ArticleVersions, ...]
    heads: tuple[VersionHead, ...]
    versions: tuple[Version, ...]
    collation: Collation
    latest: tuple[int, ...]
    left_out: int


class Library:
    """Reads from a store; compares, by meaning too where there is a model; remembers. Shared by threads."""

    def __init__(self, store: Store, understanding: Understanding | None = None) -> None:
        self.store = store
        self.engine = engine_with(understanding.embedder.name) if understanding else ENGINE
        """What decides on the comparisons beside the two texts."""
        self._understanding = understanding
        self._read = cached(LRUCache(KEPT_DOCUMENTS), condition=Condition())(self._read_version)
        self._understand = cached(LRUCache(KEPT_MEANINGS), condition=Condition())(self._meaning_of)
        self._compare = cached(LRUCache(KEPT_COMPARISONS), condition=Condition())(self._compare_versions)
        self._collate = cached(LRUCache(KEPT_COLLATIONS), condition=Condition())(self._collate_versions)
        self._summarise = cached(LRUCache(KEPT_SUMMARIES), condition=Condition())(self._summarise_versions)

    def pair(self, a: str, b: str) -> StoredPair:
        """Two versions, compared. Raises NotFoundError for an id that is not stored."""
        return StoredPair(self._read(a)[0], self._read(b)[0], self._compare(a, b))

    def summary(self, a: str, b: str) -> Summary:
        """What two versions share, the same both ways. Raises NotFoundError for an id that is not stored."""
        return self._summarise(*sorted((a, b)))

    def collated(self, slug: str) -> CollatedStory:
        """A story as a whole. Raises NotFoundError for an unknown one."""
        found = self.store.story(slug)
        heads = _collated_heads(found.articles)
        collation = self._collate(tuple([head.id for head in heads]))
        latest_of = {article.versions[-1].id for article in found.articles}
        return CollatedStory(
            story=found.story,
            articles=found.articles,
            heads=heads,
            versions=tuple([self._read(head.id)[0] for head in heads]),
            collation=collation,
            latest=tuple([at for at, head in enumerate(heads) if head.id in latest_of]),
            left_out=sum(len(article.versions) for article in found.articles) - len(heads),
        )

    def _collate_versions(self, identifiers: tuple[str, ...]) -> Collation:
        read = [self._read(identifier) for identifier in identifiers]
        documents = [document for _, document in read]
        return collate(documents, published=[version.content.published for version, _ in read])

    def _read_version(self, identifier: str) -> tuple[Version, Document]:
        version = self.store.version(identifier)
        return version, read_document(version.content)

    def _compare_versions(self, a: str, b: str) -> Comparison:
        return compare(self._read(a)[1], self._read(b)[1], meanings=self._meanings(a, b))

    def _summarise_versions(self, a: str, b: str) -> Summary:
        return self._compare_versions(a, b).summary

    def _meanings(self, a: str, b: str) -> Meanings | None:
        known = self._understanding
        if known is None or not known.embedder.takes(self._read(a)[1], self._read(b)[1]):
            return None
        return self._understand(known, a), self._understand(known, b)

    def _meaning_of(self, known: Understanding, identifier: str) -> Meaning:
        return known.meaning(identifier, self._read(identifier)[1])


def _collated_heads(articles: Sequence[ArticleVersions]) -> tuple[VersionHead, ...]:
    """The versions that are collated: the latest of each article first of all, then the latest of those that are left."""
    by_age = [list(reversed(article.versions)) for article in articles]
    offered = [head for row in zip_longest(*by_age) for head in row if head is not None]
    chosen = {head.id for head in offered[:MOST_VERSIONS]}
    return tuple([head for article in articles for head in article.versions if head.id in chosen])
