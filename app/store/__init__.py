"""What is kept: stories, articles, versions and their bytes; the only part that knows the database."""

from app.store.maintenance import backup, check, reindex
from app.store.records import (
    AddResult,
    Article,
    ArticleVersions,
    Capture,
    Outlet,
    Story,
    StoryArticles,
    StorySummary,
    Version,
    VersionHead,
)
from app.store.schema import schema_state, upgrade
from app.store.store import Store

__all__ = [
    "AddResult",
    "Article",
    "ArticleVersions",
    "Capture",
    "Outlet",
    "Store",
    "Story",
    "StoryArticles",
    "StorySummary",
    "Version",
    "VersionHead",
    "backup",
    "check",
    "reindex",
    "schema_state",
    "upgrade",
]
