"""A small story of our own, collated in memory: what the style page shows its parts by. It is in no database."""

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cache

from app.store.records import Article, ArticleVersions, Story, Version, VersionHead
from app.text.content import Content, display_title
from app.web.about import telling
from app.web.formats.collation_subject import Collated
from app.web.library import CollatedStory

_CAPTURED = datetime(2031, 5, 16, 20, 0, tzinfo=UTC)
_STORY = Story(0, "a-story", "Library closed after a storm", _CAPTURED)
_FIRST = telling(
    "The Quay Post",
    "Storm closes Brindle library, 300 books lost",
    "Brindle library was closed on Monday after a storm tore part of its roof away. About 300 books were lost.",
    "“We heard it go, and then the rain came in on the shelves,” said Ada Brill, the librarian.",
    "Mending the roof will cost 40,000 euros. The children’s room stays open.",
    published="2031-05-12T09:10+00:00",
)
_REVISED = telling(
    "The Quay Post",
    "Brindle library may stay closed until autumn",
    "Brindle library was closed on Monday after a storm tore part of its roof away. About 300 books were lost.",
    "“We heard it go, and then the rain came in on the shelves,” said Ada Brill, the librarian.",
    "Mending the roof will cost 55,000 euros. The children’s room stays open.",
    "The town does not expect the building to open before October.",
    published="2031-05-12T17:45+00:00",
)
_SECOND = telling(
    "Brindle Herald",
    "Roof of the library torn away",
    "A storm tore part of the roof of Brindle library away on Monday, and it was closed. About 300 books were lost.",
    "“The rain came in on the shelves,” said Ada Brill, the librarian.",
    "Mending the roof will cost 40,000 euros.",
    "Neighbours carried what was dry into the chapel.",
    published="2031-05-12T14:20+00:00",
)
_THIRD = telling(
    "Coast Gazette",
    "Why the library’s roof was not mended in time",
    "Mending the roof will cost 48,000 euros. A report had asked for new beams six years ago.",
    "“We heard it go, and then the rain came in on the shelves,” said Ada Brill.",
    "The town does not expect the building to open before October.",
    published="2031-05-13",
)
_ARTICLES: tuple[tuple[Content, ...], ...] = ((_FIRST, _REVISED), (_SECOND,), (_THIRD,))


@cache
def specimen() -> CollatedStory:
    """Three articles in four versions: one was revised; quotations and figures differ; of one only the day is known."""
    articles = tuple(
        [_article(f"article-{number}", contents) for number, contents in enumerate(_ARTICLES, 1)]
    )
    contents = [content for versions in _ARTICLES for content in versions]
    heads = tuple([head for article in articles for head in article.versions])
    owners = [article.article for article in articles for _ in article.versions]
    return CollatedStory(
        story=_STORY,
        articles=articles,
        heads=heads,
        versions=tuple([_version(*one) for one in zip(heads, owners, contents, strict=True)]),
        collation=Collated.of(contents).collation,
        latest=(1, 2, 3),
        left_out=0,
    )


def _article(identifier: str, contents: Sequence[Content]) -> ArticleVersions:
    article = Article(identifier, _STORY.slug, _STORY.title, contents[0].outlet, None, identifier)
    heads = [_head(identifier, content, at, len(contents)) for at, content in enumerate(contents, 1)]
    return ArticleVersions(article, tuple(heads))


def _head(article: str, content: Content, position: int, of: int) -> VersionHead:
    return VersionHead(
        id=content.id(),
        article_id=article,
        number=position,
        position=position,
        of=of,
        outlet=content.outlet,
        title=content.title,
        display_title=display_title(content),
        published=content.published,
        captured=_CAPTURED,
        language=content.language,
        word_count=len(content.body().split()),
    )


def _version(head: VersionHead, article: Article, content: Content) -> Version:
    return Version(head.id, article, head.number, head.position, head.of, head.captured, content)
