"""The stored versions as the pages need them: read, compared, collated, and remembered for a while.

Versions never change, so nothing that is remembered here can grow stale; the limits only bound memory. Whoever asks for what
is just being computed waits for it instead of computing it again. What the store keeps (app.store.kept) is not computed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from threading import Condition

from cachetools import LRUCache, cached
from cachetools.keys import hashkey

from app.compare.collating import MOST_VERSIONS
from app.compare.collation import Collation
from app.compare.comparison import ENGINE, Comparison, engine_with
from app.compare.engine import compare, outline
from app.compare.meaning import Meaning, Meanings
from app.errors import NotYetError
from app.store.kept import Kept, Wanted
from app.store.records import ArticleVersions, Story, StoryArticles, Version, VersionHead
from app.store.store import Store
from app.store.understanding import Understanding
from app.text.document import Document, read_document
from app.web.formats.subject import Compared

KEPT_DOCUMENTS = 128
KEPT_MEANINGS = 128
"""A version of 1,000 words takes 0.2 MB with a model of 384 dimensions."""
KEPT_COMPARISONS = 64
KEPT_SHARES = 8192
KEPT_COLLATIONS = 16
WAITED_FOR = 400_000
"""Words of all pairs of a story's versions, of which a reader waits for the collation: some seconds. For more, it is
made by whoever collates ahead (app.web.ahead), and is not there before."""
TRIES = 5
"""Times that a story is collated where others add versions to it each time."""


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

    def __init__(
        self, store: Store, understanding: Understanding | None = None, *, writer: Store | None = None
    ) -> None:
        """Comparisons and collations are kept in `writer`, which is the same database, or else in `store`."""
        self.store = store
        self.engine = engine_with(understanding.embedder.name) if understanding else ENGINE
        """What decides on the comparisons beside the two texts."""
        self._understanding = understanding
        self._kept = Kept(store, self.engine, writer=writer)
        self._documents: LRUCache[object, tuple[Version, Document]] = LRUCache(KEPT_DOCUMENTS)
        self._reading = Condition()
        self._read = cached(self._documents, condition=self._reading, key=hashkey)(self._read_version)
        self._understand = cached(LRUCache(KEPT_MEANINGS), condition=Condition())(self._meaning_of)
        self._compare = cached(LRUCache(KEPT_COMPARISONS), condition=Condition())(self._compare_versions)
        self._collations: LRUCache[object, Collation] = LRUCache(KEPT_COLLATIONS)
        self._collate = cached(self._collations, condition=Condition(), key=hashkey)(self._collate_versions)
        self._share = cached(LRUCache(KEPT_SHARES), condition=Condition())(self._share_of_versions)

    def pair(self, a: str, b: str) -> StoredPair:
        """Two versions, compared. Raises NotFoundError for an id that is not stored."""
        return StoredPair(self._read(a)[0], self._read(b)[0], self._compare(a, b))

    def shared(self, a: str, b: str) -> float:
        """The share of the words of two versions that stand in links. Raises NotFoundError for an id that is not stored."""
        return self._share(*sorted((a, b)))

    def collate_ahead(self, slug: str) -> None:
        """See that the collation of a story is kept, with what others may add to it meanwhile.

        Raises NotFoundError for an unknown story, StoppedError.
        """
        for _ in range(TRIES):
            self.collated(slug, however_long=True)
            if not self.store.uncollated(engine=self.engine, slug=slug):
                return

    def stop(self) -> None:
        """Give up what is being collated, and collate nothing more: StoppedError is raised there."""
        self._kept.stopping.set()

    def is_waiting(self, found: StoryArticles) -> bool:
        """Whether the collation of a story is not there, and would take so long that nobody should wait for it."""
        sizes = [head.word_count for article in found.articles for head in article.versions]
        if sum(sizes) * (len(sizes) - 1) <= WAITED_FOR or hashkey(_wanted(found)) in self._collations:
            return False
        return bool(self.store.uncollated(engine=self.engine, slug=found.story.slug))

    def collated(self, slug: str, *, however_long: bool = False) -> CollatedStory:
        """A story as a whole. Raises NotFoundError for an unknown one, StoppedError.

        Raises NotYetError where it is not there and takes long, unless it is to be made `however_long` that takes.
        """
        found = self.store.story(slug)
        if not however_long and self.is_waiting(found):
            raise NotYetError(f"The versions of {found.story.title!r} are still being put beside each other")
        heads = _collated_heads(found.articles)
        wanted = _wanted(found)
        collation = self._collate(wanted)
        latest_of = {article.versions[-1].id for article in found.articles}
        return CollatedStory(
            story=found.story,
            articles=found.articles,
            heads=heads,
            versions=tuple([version for version, _ in self._read_all([head.id for head in heads])]),
            collation=collation,
            latest=tuple([at for at, head in enumerate(heads) if head.id in latest_of]),
            left_out=wanted.of - len(heads),
        )

    def _collate_versions(self, wanted: Wanted) -> Collation:
        read = self._read_all(wanted.versions)
        documents = [document for _, document in read]
        ids = {id(document): one for document, one in zip(documents, wanted.versions, strict=True)}

        def meanings(a: Document, b: Document) -> Meanings | None:
            return self._meanings(ids[id(a)], ids[id(b)])

        published = [version.content.published for version, _ in read]
        return self._kept.collation(wanted, documents, published, meanings)

    def _read_all(self, identifiers: Sequence[str]) -> list[tuple[Version, Document]]:
        """As `_read` of each; those that are not remembered are fetched together."""
        with self._reading:
            found = {
                one: self._documents[hashkey(one)] for one in identifiers if hashkey(one) in self._documents
            }
        for version in self.store.versions([one for one in identifiers if one not in found]):
            found[version.id] = version, read_document(version.content)
            with self._reading:
                self._documents[hashkey(version.id)] = found[version.id]
        return [found[one] for one in identifiers]

    def _read_version(self, identifier: str) -> tuple[Version, Document]:
        version = self.store.version(identifier)
        return version, read_document(version.content)

    def _compare_versions(self, a: str, b: str) -> Comparison:
        read = self._read(a)[1], self._read(b)[1]
        held = self._kept.comparison(a, b, read)
        if held is not None:
            return held
        made = compare(*read, meanings=self._meanings(a, b))
        if self._are_collated(a, b):
            self._kept.keep(a, b, made)
        return made

    def _share_of_versions(self, a: str, b: str) -> float:
        read = self._read(a)[1], self._read(b)[1]
        return outline(*read, meanings=self._meanings(a, b)).shared

    def _are_collated(self, a: str, b: str) -> bool:
        """Whether two versions stand in one collation. What is kept of others would have no bounds."""
        stories = {self._read(one)[0].article.story_slug for one in (a, b)}
        if a == b or len(stories) > 1:
            return False
        return {a, b} <= {head.id for head in _collated_heads(self.store.story(stories.pop()).articles)}

    def _meanings(self, a: str, b: str) -> Meanings | None:
        known = self._understanding
        if known is None or not known.embedder.takes(self._read(a)[1], self._read(b)[1]):
            return None
        return self._understand(known, a), self._understand(known, b)

    def _meaning_of(self, known: Understanding, identifier: str) -> Meaning:
        return known.meaning(identifier, self._read(identifier)[1])


def _wanted(found: StoryArticles) -> Wanted:
    count = sum(len(article.versions) for article in found.articles)
    return Wanted(found.story.id, tuple([head.id for head in _collated_heads(found.articles)]), count)


def _collated_heads(articles: Sequence[ArticleVersions]) -> tuple[VersionHead, ...]:
    """The versions that are collated: the latest of each article first of all, then the latest of those that are left."""
    by_age = [list(reversed(article.versions)) for article in articles]
    offered = [head for row in zip_longest(*by_age) for head in row if head is not None]
    chosen = {head.id for head in offered[:MOST_VERSIONS]}
    return tuple([head for article in articles for head in article.versions if head.id in chosen])
