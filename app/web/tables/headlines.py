"""The table of headlines, aligned word by word in slots."""

from collections.abc import Sequence

from pydantic import Field

from app.compare.story.headlines import Headline, align_headlines
from app.web.formats.collation_subject import Collated
from app.web.tables.table import Row, Table


class HeadlineRow(Row):
    """The words of a headline in one slot, or all of one that agrees with no other."""

    version: str = Field(description="id of the version")
    outlet: str | None = Field(description="as the source names it; nothing where it does not")
    slot: int | None = Field(
        description="from 1, in reading order; nothing where the headline agrees with no other"
    )
    agreed: bool = Field(description="whether all headlines with words in the slot have the same ones")
    words: str = Field(description="of the headline, as printed")


def headline_rows(collated: Collated) -> Sequence[HeadlineRow]:
    """A row for every slot in which a headline has words, by version; none for a version without a headline."""
    titled = [at for at, content in enumerate(collated.versions) if content.title]
    texts = [collated.versions[at].title or "" for at in titled]
    documents = collated.collation.documents
    grid = align_headlines(
        [Headline(text, documents[at].language) for at, text in zip(titled, texts, strict=True)]
    )
    made = []
    for at, text, row in zip(titled, texts, grid.rows, strict=True):
        cells = [(k, cell) for k, cell in enumerate(row.cells) if cell and not row.alone]
        found: list[tuple[int | None, bool, str]] = [
            (k + 1, grid.slots[k].agreed, text[slice(*cell)].strip()) for k, cell in cells
        ]
        made += [
            HeadlineRow(
                version=collated.ids[at],
                outlet=collated.versions[at].outlet,
                slot=slot,
                agreed=agreed,
                words=words,
            )
            for slot, agreed, words in found or [(None, False, text)]
        ]
    return made


HEADLINES = Table("headlines", "The headlines, word by word in slots.", HeadlineRow, headline_rows)
