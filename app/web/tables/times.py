"""Tables of time: what each revision changed, and which outlet had a statement first."""

from collections.abc import Sequence

from pydantic import Field

from app.compare.story.firsts import find_firsts
from app.compare.story.timeline import Appearance, revisions
from app.web.formats.collation_subject import Collated
from app.web.tables.table import Row, Table


class RevisionRow(Row):
    """A version of an article beside the one before it; counts are of sentences."""

    before: str = Field(description="id of the version before")
    version: str = Field(description="id of the version")
    outlet: str | None = Field(description="as the source names it; nothing where it does not")
    published: str | None = Field(description="ISO 8601, as precise as the source said")
    added: int = Field(description="without a counterpart in the version before")
    cut: int = Field(description="of the version before, without a counterpart in this one")
    edited: int = Field(description="the same sentence, words changed")
    reworded: int = Field(description="the same content, said differently")
    moved: int = Field(description="elsewhere; such a sentence may be edited or reworded too")
    headline: bool = Field(description="whether the headline reads differently")
    figures: int = Field(description="figures with another value in the same sentence")


class FirstRow(Row):
    """A version that has a statement of several outlets, by who had it first."""

    statement: int = Field(description="as in the matrix")
    version: str = Field(description="id of the version")
    outlet: str | None = Field(description="as the source names it; nothing where it does not")
    published: str | None = Field(description="ISO 8601, as precise as the source said")
    first: bool = Field(description="whether it is the first, or not to be told apart from the first")
    least: float | None = Field(description="seconds after the first, at least; nothing for the first")
    most: float | None = Field(description="and at most, as exactly as the dates say")


def revision_rows(collated: Collated) -> Sequence[RevisionRow]:
    """A row for every two versions of an article on end, by article."""
    return [
        RevisionRow(
            before=collated.ids[one.before],
            version=collated.ids[one.after],
            outlet=collated.versions[one.after].outlet,
            published=collated.versions[one.after].published,
            added=one.added,
            cut=one.cut,
            edited=one.edited,
            reworded=one.reworded,
            moved=one.moved,
            headline=one.headline,
            figures=len(one.figures),
        )
        for one in revisions(collated.collation, appearances_of(collated))
    ]


def first_rows(collated: Collated) -> Sequence[FirstRow]:
    """A row for every version with a date that has a statement of several outlets, by statement, then in time."""
    made = []
    for one in find_firsts(collated.collation, appearances_of(collated)):
        made += [_first_row(collated, one.statement, version, None) for version in one.versions]
        made += [
            _first_row(collated, one.statement, later.version, (later.least, later.most))
            for later in one.later
        ]
    return made


def _first_row(
    collated: Collated, statement: int, version: int, after: tuple[float, float] | None
) -> FirstRow:
    return FirstRow(
        statement=statement,
        version=collated.ids[version],
        outlet=collated.versions[version].outlet,
        published=collated.versions[version].published,
        first=after is None,
        least=after and after[0],
        most=after and after[1],
    )


def appearances_of(collated: Collated) -> list[Appearance]:
    """When and where each version appeared."""
    articles = {name: number for number, name in enumerate(dict.fromkeys(collated.articles))}
    names = [
        content.outlet or article
        for content, article in zip(collated.versions, collated.articles, strict=True)
    ]
    outlets = {name: number for number, name in enumerate(dict.fromkeys(names))}
    return [
        Appearance(articles[article], outlets[name], position, period)
        for position, (article, name, period) in enumerate(
            zip(collated.articles, names, collated.periods, strict=True)
        )
    ]


REVISIONS = Table("revisions", "What each revision changed.", RevisionRow, revision_rows)
FIRSTS = Table("firsts", "Who had each statement first, and who took it up.", FirstRow, first_rows)
