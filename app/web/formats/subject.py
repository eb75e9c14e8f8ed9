"""What is compared, with the names that every format shows beside the texts."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from app.compare.comparison import Change, Comparison
from app.compare.engine import compare
from app.compare.reading import printed
from app.text.content import Content, display_title
from app.text.document import read_document
from app.text.words import is_word

if TYPE_CHECKING:
    from app.embedding.embedder import Embedder


@dataclass(frozen=True, slots=True)
class Compared:
    """A comparison with the two versions it was made from. `id` names it: both version ids, left first."""

    id: str
    a: Content
    b: Content
    comparison: Comparison

    @classmethod
    def of(cls, a: Content, b: Content, embedder: "Embedder | None" = None) -> Self:
        """Read both versions and compare them, by meaning too where there is a model."""
        left, right = read_document(a), read_document(b)
        meanings = embedder.meanings(left, right) if embedder else None
        return cls(f"{a.id()}..{b.id()}", a, b, compare(left, right, meanings=meanings))

    @property
    def headline_changes(self) -> tuple[Change, ...]:
        """The changes between the headlines; none where they have no word in common, and marks would cover both whole."""
        title = self.comparison.a.title or ""
        changes = self.comparison.title_changes
        shared = (title[change.a_start : change.a_end] for change in changes if change.op == "equal")
        return changes if any(map(is_word, shared)) else ()

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
