"""What `variorum extract` prints of an item."""

from typing import Any

from app.ingest.item import Item


def extraction(item: Item) -> dict[str, Any]:
    """The item as the `extract` contract has it; `text` is the body's paragraphs and headings, without the standfirst."""
    content = item.content
    return {
        "file": item.name,
        "title": content.title,
        "standfirst": content.standfirst,
        "byline": content.byline,
        "dateline": content.dateline,
        "agency": content.agency,
        "published": content.published,
        "language": content.language,
        "outlet": content.outlet,
        "url": item.url,
        "story": item.story,
        "article": item.article_key,
        "blocks": [{"kind": block.kind, "text": block.text} for block in content.blocks],
        "text": content.body(),
        "warnings": list(item.warnings),
    }
