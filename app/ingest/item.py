"""What one imported file gives: its content, where it belongs, and the bytes it came from."""

from dataclasses import dataclass, replace

from app.ingest.front_matter import checked_value
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


@dataclass(frozen=True, slots=True)
class Overrides:
    """What the person who imports says in place of what the files say; None or a blank text leaves it to them."""

    outlet: str | None = None
    published: str | None = None
    story: str | None = None
    article: str | None = None

    def checked(self) -> "Overrides":
        """The same, read as front matter is; InputError quotes what cannot be taken."""
        given = {name: getattr(self, name) for name in self.__slots__}
        return Overrides(
            **{name: checked_value(name, value) or None for name, value in given.items() if value}
        )


def override(item: Item, overrides: Overrides) -> Item:
    """The item with what was given, and checked, in place of what the file says."""
    content = replace(
        item.content,
        outlet=overrides.outlet or item.content.outlet,
        published=overrides.published or item.content.published,
    )
    return replace(
        item,
        content=content,
        story=overrides.story or item.story,
        article_key=overrides.article or item.article_key,
    )
