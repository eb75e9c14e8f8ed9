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
    title: str = Field(description="of the story")
    articles: int = Field(description="how many")
    versions: int = Field(description="how many")
    outlets: list[str] = Field(description="by name")
    first_published: str | None = Field(description="earliest date of its versions, as the source printed it")
    last_published: str | None = Field(description="latest date, likewise")
    latest_capture: datetime = Field(description="when the last of its versions was read")


class Stories(BaseModel):
    """Some of the stories, newest first."""

    total: int = Field(description="how many there are")
    offset: int = Field(description="how many were passed over")
    stories: list[StoryItem] = Field(description="newest first")


class VersionItem(BaseModel):
    """A version in a list."""

    id: str = Field(description="its id, as in addresses")
    number: int = Field(description="counts the article's versions as they arrived")
    title: str | None = Field(description="the headline; nothing where there is none")
    published: str | None = Field(description="ISO 8601, as precise as the source said")
    captured: datetime = Field(description="when it was read")
    language: str | None = Field(description="of its text, as the source says; nothing where it does not")
    words: int = Field(description="how many words its compared text has")


class ArticleItem(BaseModel):
    """An article of a story, with its versions, oldest first."""

    id: str = Field(description="its id, as in addresses")
    outlet: str | None = Field(description="as the source names it; nothing where it does not")
    url: str | None = Field(description="where it was imported from")
    versions: list[VersionItem] = Field(description="oldest first")


class StoryAnswer(BaseModel):
    """A story and its articles, and the addresses of what is known of it as a whole."""

    slug: str = Field(description="its name in addresses")
    title: str = Field(description="of the story")
    articles: list[ArticleItem] = Field(description="with their versions")
    collation: str = Field(description="address of the whole collation")
    tables: dict[str, str] = Field(description="addresses of the tables, by name; with .csv behind, as CSV")
