"""A small story of our own, collated in memory: what the style page shows its parts by. It is in no database."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache

from app.store.records import Article, ArticleVersions, Story, StorySummary, Version, VersionHead
from app.store.search.records import SearchHit
from app.text.asking import Asked, read_query
from app.text.content import Content, display_title
from app.text.excerpts import excerpts, marked
from app.web.about import telling
from app.web.formats.collation_subject import Collated
from app.web.formats.subject import Compared
from app.web.library import CollatedStory
from app.web.pages import Newer

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
_ALIKE = (
    "The bus takes another way from June on. The stop at the well stays where it is.",
    "The fare is the same. Children ride free on Sundays.",
    "The timetable hangs at every stop. It is also in the town hall.",
)
_ROUTE = "It will pass the mill at ten past every hour."
_OTHER_ROUTE = "It will pass the school at twenty past every hour."
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


@cache
def revised() -> Compared:
    """Two states of a longer text, of which much is alike."""
    return Compared.of(
        telling("The Quay Post", "Bus 9 to run by way of the mill", *_ALIKE, _ROUTE, published="2031-05-20"),
        telling(
            "The Quay Post",
            "Bus 9 to run by way of the school",
            *_ALIKE,
            _OTHER_ROUTE,
            published="2031-05-21",
        ),
    )


def summaries() -> tuple[StorySummary, ...]:
    """The story in a list, and one of which nobody is named and nothing dated."""
    of = specimen()
    outlets = tuple(sorted({head.outlet for head in of.heads if head.outlet}))
    dates = of.heads[0].published, of.heads[-1].published
    known = StorySummary(
        of.story, len(of.articles), len(of.heads), outlets, *dates, _CAPTURED, of.heads[-1].display_title
    )
    other = replace(of.story, title="A notice on the harbour wall")
    return known, StorySummary(other, 1, 1, (), None, None, _CAPTURED, other.title)


def hits() -> tuple[SearchHit, ...]:
    """What a search for two words finds of the story: by the latest version, by an earlier one, and without an outlet."""
    asked = read_query("roof lost")
    of = specimen()
    places = ((1, 2, False), (0, 1, False), (3, 1, True))
    return tuple([_hit(of, asked, *place) for place in places])


def _hit(of: CollatedStory, asked: Asked, at: int, matching: int, unnamed: bool) -> SearchHit:
    version = of.versions[at]
    head = replace(of.heads[at], outlet=None) if unnamed else of.heads[at]
    blocks = [block.text for block in version.content.compared()]
    title = marked(display_title(version.content), asked)
    return SearchHit(version.article, head, matching, title, excerpts(blocks, asked))


def newer() -> tuple[Newer, ...]:
    """The first article's newer version, where its older one stands on the left, or on both sides."""
    older, newest = specimen().articles[0].versions
    ways = (
        ("compare that one", f"/compare/{newest.id}/{specimen().heads[2].id}"),
        ("see what changed in it", f"/compare/{older.id}/{newest.id}"),
    )
    return Newer("left", newest, ways), Newer("", newest, ways)
