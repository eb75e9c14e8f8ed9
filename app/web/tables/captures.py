"""The table of captures that look incomplete."""

from collections.abc import Sequence

from pydantic import Field

from app.compare.story.completeness import ReasonKind, looks_incomplete
from app.web.formats.collation_subject import Collated
from app.web.tables.table import Row, Table


class IncompleteRow(Row):
    """Why the captured text of a version looks like a part of the article."""

    version: str = Field(description="id of the version")
    outlet: str | None = Field(description="as the source names it; nothing where it does not")
    reason: ReasonKind = Field(
        description="short: few words; ellipsis, mid_sentence: how it ends; more: a button to read on; paid: a pay wall"
    )
    count: int = Field(description="of a short one, its words; else 0")
    mark: str = Field(description="the words that show it; empty for a short one")


def incomplete_rows(collated: Collated) -> Sequence[IncompleteRow]:
    """A row for every reason, by version; none for versions that look complete."""
    return [
        IncompleteRow(
            version=collated.ids[at],
            outlet=content.outlet,
            reason=reason.kind,
            count=reason.count,
            mark=reason.words,
        )
        for at, content in enumerate(collated.versions)
        for reason in looks_incomplete(content)
    ]


INCOMPLETE = Table(
    "incomplete",
    "Versions whose captured text looks like a part of the article.",
    IncompleteRow,
    incomplete_rows,
)
