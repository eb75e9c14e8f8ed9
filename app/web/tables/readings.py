"""The table of readings: how each version says the sentences of a base."""

from collections.abc import Sequence
from typing import Literal

from pydantic import Field

from app.compare.links import Links
from app.compare.primary import primaries
from app.web.formats.collation_subject import Collated
from app.web.tables.own import base_of
from app.web.tables.table import Row, Table


class ReadingRow(Row):
    """How a version says a sentence of the base: by its primary counterpart."""

    base: str = Field(description="id of the base: an agency's report, or whichever came first")
    sentence: int = Field(description="of the base, by index")
    version: str = Field(description="id of the version")
    outlet: str | None = Field(description="as the source names it; nothing where it does not")
    reading: Literal["verbatim", "edited", "reworded", "absent"] = Field(
        description="how its wording relates to the base's"
    )
    sentences: str = Field(description="indices, parted by spaces; empty where it is absent")
    text: str = Field(description="its wording")


def reading_rows(collated: Collated) -> Sequence[ReadingRow]:
    """A row for every sentence of the base and every other version, by sentence."""
    base = base_of(collated)
    others = {at: _links(collated, base, at) for at in range(len(collated.versions)) if at != base}
    best = {at: primaries(links)[0] for at, links in others.items()}
    return [
        _row(collated, base, sentence, at, others[at], best[at].get(sentence))
        for sentence in range(len(collated.collation.documents[base].sentences))
        for at in others
    ]


def _links(collated: Collated, base: int, other: int) -> Links:
    """The links of the base with another version; the base is their side `a`."""
    (pair,) = [
        one for one in collated.collation.pairs if (one.i, one.j) == (min(base, other), max(base, other))
    ]
    return pair.links if base < other else pair.links.mirrored()


def _row(
    collated: Collated, base: int, sentence: int, version: int, links: Links, primary: int | None
) -> ReadingRow:
    link = None if primary is None else links[primary]
    document = collated.collation.documents[version]
    said = link.b if link else ()
    return ReadingRow(
        base=collated.ids[base],
        sentence=sentence,
        version=collated.ids[version],
        outlet=collated.versions[version].outlet,
        reading=link.kind if link else "absent",
        sentences=" ".join(map(str, said)),
        text=" ".join([document.sentence_text(at) for at in said]),
    )


READINGS = Table("readings", "How each version says the sentences of a base.", ReadingRow, reading_rows)
