"""Writing a version's rows, inside one transaction that holds the write lock."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.errors import StoreError
from app.store.incoming import Incoming
from app.store.records import AddResult, Outcome
from app.store.search.entries import add_addresses, add_entry
from app.store.slugs import slugs_of
from app.store.tables import ArticleNameRow, ArticleRow, CaptureRow, OutletRow, StoryRow, VersionRow
from app.text.content import display_title
from app.text.published import moment


def insert(session: Session, new: Incoming) -> AddResult:
    """Write what is not there yet; the caller's transaction holds the write lock.

    Raises StoreError where the id of the version or article already stands for another one.
    """
    version = session.get(VersionRow, new.version_id)
    outcome: Outcome = "added" if version is None else "known"
    if version is None:
        version = _new_version(new, _article(session, new), session)
        session.add(version)
        session.flush()
        add_entry(session, version, new.entry)
    elif version.digest != new.digest:
        raise _clash("version", new.version_id, version.digest, new.digest)
    article = version.article
    _add_capture(session, new)
    _add_names(session, new, article)
    add_addresses(session, article.id, [new.url])
    session.flush()
    return AddResult(version.id, article.id, article.story.slug, article.story.title, version.number, outcome)


def _add_capture(session: Session, new: Incoming) -> None:
    same = select(CaptureRow.id).where(
        CaptureRow.version_id == new.version_id, CaptureRow.sha256 == new.raw_sha256
    )
    if session.scalar(same) is not None:
        return
    session.add(
        CaptureRow(
            version_id=new.version_id,
            sha256=new.raw_sha256,
            size=new.raw_size,
            file_name=new.file_name,
            media_type=new.media_type,
            url=new.url,
            captured=new.captured,
            compressed=new.compressed,
        )
    )


def _new_version(new: Incoming, article: ArticleRow, session: Session) -> VersionRow:
    last = session.scalar(select(func.max(VersionRow.number)).where(VersionRow.article_id == article.id))
    content = new.content
    return VersionRow(
        id=new.version_id,
        digest=new.digest,
        article=article,
        number=(last or 0) + 1,
        captured=new.captured,
        title=content.title,
        standfirst=content.standfirst,
        byline=content.byline,
        dateline=content.dateline,
        agency=content.agency,
        published=content.published,
        language=content.language,
        blocks=[[block.kind, block.text] for block in content.blocks],
        display_title=display_title(content),
        published_at=moment(content.published),
        word_count=new.word_count,
    )


def _add_names(session: Session, new: Incoming, article: ArticleRow) -> None:
    for name in new.names:
        if session.get(ArticleNameRow, name.digest) is None:
            session.add(ArticleNameRow(digest=name.digest, article_id=article.id, is_key=name.is_key))


def _article(session: Session, new: Incoming) -> ArticleRow:
    article = session.get(ArticleRow, new.article_id)
    if article is not None and article.digest != new.article_digest:
        raise _clash("article", new.article_id, article.digest, new.article_digest)
    article = article or _known_article(session, new)
    if article is None:
        article = ArticleRow(
            id=new.article_id,
            digest=new.article_digest,
            story=_story(session, new),
            outlet=_outlet(session, new.content.outlet),
            url=new.url,
            key=new.article_key,
        )
        session.add(article)
        session.flush()
    return article


def _known_article(session: Session, new: Incoming) -> ArticleRow | None:
    """Find the article that one of the names stands for; one with another key is another article."""
    has_key = any(name.is_key for name in new.names)
    for name in new.names:
        known = session.get(ArticleNameRow, name.digest) if name.finds else None
        if known is None or (has_key and not name.is_key and _has_key(session, known.article_id)):
            continue
        return session.get(ArticleRow, known.article_id)
    return None


def _has_key(session: Session, article_id: str) -> bool:
    keys = select(ArticleNameRow.digest).where(ArticleNameRow.article_id == article_id, ArticleNameRow.is_key)
    return session.scalar(keys.limit(1)) is not None


def _story(session: Session, new: Incoming) -> StoryRow:
    story = session.scalar(select(StoryRow).where(StoryRow.title == new.story_title))
    if story is None:
        taken = select(StoryRow.id).where
        slug = next(
            slug for slug in slugs_of(new.story_title) if session.scalar(taken(StoryRow.slug == slug)) is None
        )
        story = StoryRow(slug=slug, title=new.story_title, created=new.captured)
        session.add(story)
    return story


def _outlet(session: Session, name: str | None) -> OutletRow | None:
    if name is None:
        return None
    outlet = session.scalar(select(OutletRow).where(OutletRow.name == name))
    if outlet is None:
        outlet = OutletRow(name=name)
        session.add(outlet)
    return outlet


def _clash(noun: str, its_id: str, stored: str, given: str) -> StoreError:
    return StoreError(
        f"The {noun} id {its_id} already stands for other content: stored SHA-256 {stored}, given {given}. "
        "Nothing was stored; run a check on the database"
    )
