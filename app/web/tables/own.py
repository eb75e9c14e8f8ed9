"""The table of what each version has of its own beside a base."""

from collections.abc import Sequence

from pydantic import Field

from app.compare.limits import Limits
from app.compare.story.base import Source, find_base
from app.compare.story.own import Order, sources_for, take_away
from app.web.formats.collation_subject import Collated
from app.web.formats.comparison_json import rounded
from app.web.tables.table import Row, Table


class OwnRow(Row):
    """A version without what the base has verbatim, in runs of six words or more."""

    version: str = Field(description="id of the version")
    outlet: str | None = Field(description="as the source names it; nothing where it does not")
    base: str = Field(description="id of the base: an agency's report, or whichever came first")
    order: Order = Field(description="whether what was taken away certainly came earlier")
    words: int = Field(description="how many words its compared text has")
    own_words: int = Field(description="words that the versions taken away have not")
    own: float = Field(description="their share, 0 to 1")


def own_rows(collated: Collated) -> Sequence[OwnRow]:
    """A row for every version but the base; none where there is only one version."""
    base = base_of(collated)
    article = [at for at, name in enumerate(collated.articles) if name == collated.articles[base]]
    documents = collated.collation.documents
    made = []
    for at, content in enumerate(collated.versions):
        if at == base:
            continue
        sources = sources_for(at, base, article, collated.periods, one_clock=at in article)
        left = take_away(documents[at], [documents[source] for source in sources.versions], Limits())
        made.append(
            OwnRow(
                version=collated.ids[at],
                outlet=content.outlet,
                base=collated.ids[base],
                order=sources.order,
                words=left.words,
                own_words=left.own,
                own=rounded(left.own / left.words) if left.words else 0.0,
            )
        )
    return made


def base_of(collated: Collated) -> int:
    """The version that the others are read against where nobody says which, by index."""
    return find_base([_source(collated, at) for at in range(len(collated.versions))]).version


def _source(collated: Collated, at: int) -> Source:
    content = collated.versions[at]
    shares = [share for other, share in enumerate(collated.collation.similarity[at]) if other != at]
    return Source(
        id=collated.ids[at],
        outlet=content.outlet,
        agency=content.agency,
        period=collated.periods[at],
        likeness=sum(sorted(shares)) / len(shares) if shares else 0.0,
    )


OWN = Table("own", "What each version has of its own beside a base.", OwnRow, own_rows)
