"""What a collation takes from a comparison of two versions: which sentences are linked."""

from dataclasses import dataclass, replace

from app.compare.comparison import ENGINE
from app.compare.links import Links


@dataclass(frozen=True, slots=True)
class Outline:
    """Two versions, aligned, and no more: `shared`, `engine` and the kinds and order of links are those of a comparison.

    `coarse` says which limits aligning them met.
    """

    links: Links
    shared: float
    coarse: tuple[str, ...] = ()
    engine: str = ENGINE

    def mirrored(self) -> "Outline":
        """The same with its sides exchanged."""
        return replace(self, links=self.links.mirrored())
