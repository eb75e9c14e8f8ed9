"""What one imported file gives: its content, where it belongs, and the bytes it came from."""

from dataclasses import dataclass, replace

from app.ingest.dates import read_published
from app.text.content import Content


@dataclass(frozen=True, slots=True)
class Item:
    """A file or page read, ready to be stored.

    `story` is the title of the story it belongs to, `article_key` what its revisions share, `url` its address (http or
    https), each None where the source gives none. `name` is the file's name as it was given, `raw` its bytes, unaltered.
    `warnings` are sentences for the person who imports.
    """

    content: Content
    name: str
    raw: bytes
    story: str | None = None
    article_key: str | None = None
    url: str | None = None
    warnings: tuple[str, ...] = ()


def override(
    item: Item, *, outlet: str | None = None, published: str | None = None, story: str | None = None
) -> Item:
    """The item with what the command line says in place of what the file says; None leaves a field alone.

    `published` is read as front matter's is; InputError when it is no date.
    """
    content = item.content
    if outlet is not None:
        content = replace(content, outlet=outlet)
    if published is not None:
        content = replace(content, published=read_published(published))
    return replace(item, content=content, story=item.story if story is None else story)
