"""What pages say of themselves to programs: JSON-LD in the words of schema.org, made of nothing but what the pages show.

An article's publisher is its outlet; this site publishes the pages, and never says that it published an article.
"""

import re
from collections.abc import Sequence
from datetime import date, datetime
from urllib.parse import quote

from app.store.records import Article, Story, Version, VersionHead
from app.text.content import Content, display_title
from app.web.origin import absolute
from app.web.sharing.cut import shortened

Structured = dict[str, object]
"""An object of JSON-LD; keys with an @ are the format's own."""
Crumb = tuple[str, str]
"""A step on the way from home to a page: its name and its path."""
LISTED = 50
"""Articles of a story that are listed; how many there are is said."""
NAME_LENGTH = 160
"""Code points of a headline or a name."""
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,8}", re.ASCII)


def home_page() -> Structured:
    """The site, and how it is searched."""
    search: Structured = {
        "@type": "SearchAction",
        "target": {"@type": "EntryPoint", "urlTemplate": absolute("/search?q={words}")},
        "query-input": "required name=words",
    }
    return {"@context": "https://schema.org", **_site(), "inLanguage": "en", "potentialAction": search}


def story_page(story: Story, latest: Sequence[VersionHead]) -> Structured:
    """A story as a list of its articles, each as its `latest` version has it."""
    path = f"/stories/{quote(story.slug)}"
    items = [
        {"@type": "ListItem", "position": at, "item": _listed(head)}
        for at, head in enumerate(latest[:LISTED], start=1)
    ]
    listed: Structured = {"@type": "ItemList", "numberOfItems": len(latest), "itemListElement": items}
    return _page("CollectionPage", path, story.title, [(story.title, path)]) | {"mainEntity": listed}


def article_page(article: Article, latest: VersionHead) -> Structured:
    """An article, as its latest version has it; the same as what stands at the outlet's own address, where that is known."""
    path = f"/articles/{article.id}"
    entity = _listed(latest) | {"@id": absolute(path), "url": absolute(path)}
    if article.url:
        entity["sameAs"] = article.url
    crumbs = [_story_crumb(article), (article.outlet or "Article", path)]
    return _page("WebPage", path, latest.display_title, crumbs) | {"mainEntity": entity}


def version_page(version: Version, name: str) -> Structured:
    """One version of an article, which it is a state of; `name` is what the page calls it beside others of its article."""
    article, content = version.article, version.content
    path = f"/versions/{version.id}"
    entity = _version(version.id, content)
    entity["isBasedOn"] = {"@type": "NewsArticle", "@id": absolute(f"/articles/{article.id}")}
    crumbs = [
        _story_crumb(article),
        (content.outlet or "Article", f"/articles/{article.id}"),
        (name, path),
    ]
    return _page("WebPage", path, display_title(content), crumbs) | {"mainEntity": entity}


def comparison_page(
    article: Article, name: str, says: str, card: str, sides: Sequence[tuple[str, Content]]
) -> Structured:
    """The comparison of two versions (ids and contents, left first), which it is about; `article` is the left's.

    `name` and `says` are its title and description, `card` the path of its picture.
    """
    path = "/compare/" + "/".join([version_id for version_id, _ in sides])
    return _page("WebPage", path, name, [_story_crumb(article), (name, path)]) | {
        "description": says,
        "primaryImageOfPage": {"@type": "ImageObject", "url": absolute(card), "width": 1200, "height": 630},
        "about": [_version(*side) for side in sides],
    }


def _page(kind: str, path: str, name: str, crumbs: Sequence[Crumb]) -> Structured:
    steps = [
        {"@type": "ListItem", "position": at, "name": shortened(step, NAME_LENGTH), "item": absolute(where)}
        for at, (step, where) in enumerate([("Stories", "/"), *crumbs], start=1)
    ]
    return {
        "@context": "https://schema.org",
        "@type": kind,
        "@id": absolute(path),
        "url": absolute(path),
        "name": shortened(name, NAME_LENGTH),
        "inLanguage": "en",
        "isPartOf": _site(),
        "breadcrumb": {"@type": "BreadcrumbList", "itemListElement": steps},
    }


def _site() -> Structured:
    return {"@type": "WebSite", "@id": absolute("/"), "url": absolute("/"), "name": "Variorum"}


def _story_crumb(article: Article) -> Crumb:
    return article.story_title, f"/stories/{quote(article.story_slug)}"


def _listed(head: VersionHead) -> Structured:
    return _article(f"/versions/{head.id}", head.title, head.outlet, head.published, head.language)


def _version(version_id: str, content: Content) -> Structured:
    facts = content.title, content.outlet, content.published, content.language
    return _article(f"/versions/{version_id}", *facts)


def _article(
    path: str, title: str | None, outlet: str | None, published: str | None, language: str | None
) -> Structured:
    """A news article by its path here. What its source does not say is left out, not made up."""
    said: Structured = {"@type": "NewsArticle", "@id": absolute(path), "url": absolute(path)}
    if title:
        said["headline"] = shortened(title, NAME_LENGTH)
    if outlet:
        said["publisher"] = {"@type": "Organization", "name": shortened(outlet, NAME_LENGTH)}
    if published and _is_date(published):
        said["datePublished"] = published
    if language and _LANGUAGE.fullmatch(language):
        said["inLanguage"] = language
    return said


def _is_date(published: str) -> bool:
    """Whether a date as the source printed it is ISO 8601, which schema.org wants."""
    try:
        return bool(
            date.fromisoformat(published) if len(published) <= 10 else datetime.fromisoformat(published)
        )
    except ValueError:
        return False
