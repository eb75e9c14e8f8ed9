"""What the API answers with, documented field by field."""

from datetime import datetime

from pydantic import BaseModel, Field


class Problem(BaseModel):
    """Why there is no answer."""

    error: str
    detail: str


class StoryItem(BaseModel):
    """A story in a list."""

    slug: str = Field(description="names it in addresses")
    title: str
    articles: int
    versions: int
    outlets: list[str]
    first_published: str | None = Field(description="earliest date of its versions, as the source printed it")
    last_published: str | None
    latest_capture: datetime


class Stories(BaseModel):
    """Some of the stories, newest first."""

    total: int = Field(description="how many there are")
    offset: int
    stories: list[StoryItem]


class VersionItem(BaseModel):
    """A version in a list."""

    id: str
    number: int = Field(description="counts the article's versions as they arrived")
    title: str | None
    published: str | None = Field(description="ISO 8601, as precise as the source said")
    captured: datetime
    language: str | None
    words: int


class ArticleItem(BaseModel):
    """An article of a story, with its versions, oldest first."""

    id: str
    outlet: str | None
    url: str | None
    versions: list[VersionItem]


class StoryAnswer(BaseModel):
    """A story and its articles, and the addresses of what is known of it as a whole."""

    slug: str
    title: str
    articles: list[ArticleItem]
    collation: str = Field(description="address of the whole collation")
    tables: dict[str, str] = Field(description="addresses of the tables, by name; with .csv behind, as CSV")
