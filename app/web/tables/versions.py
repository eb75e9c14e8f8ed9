"""Tables of versions: which there are, and how much every two of them share."""

from collections.abc import Sequence

from pydantic import Field

from app.text.words import is_word
from app.web.formats.collation_subject import Collated
from app.web.formats.comparison_json import rounded
from app.web.tables.table import Row, Table


class VersionRow(Row):
    """A version of the collation."""

    version: str = Field(description="id of the version")
    outlet: str | None = Field(description="as the source names it; nothing where it does not")
    title: str | None = Field(description="the headline; nothing where there is none")
    published: str | None = Field(description="ISO 8601, as precise as the source said")
    language: str = Field(description="of its text; detected where the source does not say")
    sentences: int = Field(description="how many sentences it has")
    words: int = Field(description="how many words its compared text has")


class ShareRow(Row):
    """Two versions and what they share."""

    a: str = Field(description="id of a version")
    b: str = Field(description="id of another")
    shared: float = Field(description="share of the words of both that stand in links, 0 to 1")


def version_rows(collated: Collated) -> Sequence[VersionRow]:
    """A row for every version, in order."""
    return [
        VersionRow(
            version=collated.ids[at],
            outlet=content.outlet,
            title=content.title,
            published=content.published,
            language=document.language,
            sentences=len(document.sentences),
            words=sum(map(is_word, document.words.keys)),
        )
        for at, (content, document) in enumerate(
            zip(collated.versions, collated.collation.documents, strict=True)
        )
    ]


def share_rows(collated: Collated) -> Sequence[ShareRow]:
    """A row for every two versions."""
    ids = collated.ids
    similarity = collated.collation.similarity
    return [
        ShareRow(a=ids[i], b=ids[j], shared=rounded(similarity[i][j]))
        for i in range(len(ids))
        for j in range(i + 1, len(ids))
    ]


VERSIONS = Table("versions", "The versions.", VersionRow, version_rows)
SIMILARITY = Table("similarity", "How much every two versions share.", ShareRow, share_rows)
