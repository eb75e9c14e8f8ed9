"""What is compared, with the names that every format shows beside the texts."""

from dataclasses import dataclass
from typing import Self

from app.compare.comparison import Comparison
from app.compare.engine import compare
from app.compare.reading import printed
from app.text.content import Content, display_title
from app.text.document import read_document


@dataclass(frozen=True, slots=True)
class Compared:
    """A comparison with the two versions it was made from. `id` names it: both version ids, left first."""

    id: str
    a: Content
    b: Content
    comparison: Comparison

    @classmethod
    def of(cls, a: Content, b: Content) -> Self:
        """Read both versions and compare them."""
        return cls(f"{a.id()}..{b.id()}", a, b, compare(read_document(a), read_document(b)))

    @property
    def identical(self) -> bool:
        """Whether a reader of both would see the same words in the same order, headline included."""
        links = self.comparison.links
        return (
            printed(display_title(self.a)) == printed(display_title(self.b))
            and not self.comparison.only_a
            and not self.comparison.only_b
            and all(link.kind == "verbatim" and not link.moved for link in links)
        )
