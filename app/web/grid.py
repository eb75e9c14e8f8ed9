"""The similarity of every pair of a story's versions, as a grid."""

from collections.abc import Sequence

from app.store.records import VersionHead
from app.web.labels import distinct_labels, names
from app.web.library import CollatedStory, Library
from app.web.pages import Grid, GridCell, GridLine

LIMIT = 12
"""Versions across. Work and width grow with the square and the count; the rest is said to be left out."""
WORDS = 400_000
"""Words of all pairs together that a grid compares, the first pairs first; the cells of the others lead to the
comparison without a figure. Twelve versions of 3,000 words each stay below it."""


def similarity_grid(
    library: Library, heads: Sequence[VersionHead], story: CollatedStory | None = None
) -> Grid:
    """Every pair of the first `LIMIT` versions; a cell's left version is its row's, its right one its column's.

    `story` is theirs, where it is collated.
    """
    shown = heads[:LIMIT]
    labels = version_labels(shown)
    shares = _shares(library, shown, story)
    rows = tuple(
        GridLine(
            labels[i],
            tuple(
                None if i == j else _cell(shown[i], shown[j], labels[j], shares[min(i, j), max(i, j)])
                for j in range(len(shown))
            ),
        )
        for i in range(len(shown))
    )
    return Grid(
        columns=rows,
        rows=rows,
        left_out=len(heads) - len(shown),
        uncompared=sum(share is None for share in shares.values()),
    )


def _shares(
    library: Library, heads: Sequence[VersionHead], story: CollatedStory | None
) -> dict[tuple[int, int], float | None]:
    """What each pair shares, by its places in ascending order; None beyond the words that are compared."""
    left = WORDS
    at = {head.id: place for place, head in enumerate(story.heads)} if story else {}
    shares: dict[tuple[int, int], float | None] = {}
    for i, a in enumerate(heads):
        for j, b in enumerate(heads[i + 1 :], start=i + 1):
            if story and a.id in at and b.id in at:
                shares[i, j] = story.collation.similarity[at[a.id]][at[b.id]]
                continue
            left -= a.word_count + b.word_count
            shares[i, j] = library.shared(a.id, b.id) if left >= 0 else None
    return shares


def _cell(a: VersionHead, b: VersionHead, label: str, shared: float | None) -> GridCell:
    return GridCell(a.id, b.id, shared, 0 if shared is None else round(shared * 10), label)


def version_labels(heads: Sequence[VersionHead]) -> list[str]:
    """A short name per version: its outlet or words of its title, with the date (or only the time) where it is not alone."""
    shown = names([head.outlet for head in heads], [head.display_title for head in heads])
    return distinct_labels(shown, [head.published for head in heads])
