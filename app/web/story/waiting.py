"""Whether a page should do without a story's collation, which is being made, rather than keep its reader waiting."""

from collections.abc import Sequence

from app.store.records import ArticleVersions
from app.web.grid import WORDS
from app.web.library import Library


def is_waiting(library: Library, slug: str, articles: Sequence[ArticleVersions]) -> bool:
    """Whether the collation of a story is not kept, and would take so long that a reader should not wait for it here."""
    sizes = [head.word_count for article in articles for head in article.versions]
    if sum(sizes) * (len(sizes) - 1) <= WORDS:
        return False
    return bool(library.store.uncollated(engine=library.engine, slug=slug))
