"""What a collation takes from a comparison of two versions: all but what differs within links."""

from dataclasses import dataclass, replace

from app.compare.comparison import Comparison, Link, Summary


@dataclass(frozen=True, slots=True)
class Outline:
    """A comparison without its documents, what runs they share, and what changed; `changes` of the links are empty."""

    links: tuple[Link, ...]
    summary: Summary
    coarse: tuple[str, ...]
    engine: str


def outline(comparison: Comparison) -> Outline:
    """The outline of a comparison, seen from the same side."""
    return Outline(
        links=tuple([replace(link, changes=()) for link in comparison.links]),
        summary=comparison.summary,
        coarse=comparison.coarse,
        engine=comparison.engine,
    )
