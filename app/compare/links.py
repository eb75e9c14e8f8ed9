"""Links without what changed within them, as a table: a story of many versions has tens of thousands."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any, overload

import numpy as np
from numpy.typing import NDArray

from app.compare.comparison import Link, LinkKind

LINK = np.dtype(
    [("a", "<u4"), ("of_a", "<u4"), ("b", "<u4"), ("of_b", "<u4"), ("kind", "u1"), ("moved", "?"), ("score", "<f8")]
)  # fmt: skip
"""A row: the first sentence of each side and how many there are, the kind by its place in `KINDS`, and the rest."""
KINDS: tuple[LinkKind, ...] = ("verbatim", "edited", "reworded")
_MIRRORED = {
    "a": "b",
    "of_a": "of_b",
    "b": "a",
    "of_b": "of_a",
    "kind": "kind",
    "moved": "moved",
    "score": "score",
}
_KEPT = 50_000

Rows = NDArray[Any]


class Links(Sequence[Link]):
    """Links in the order of their places, made when they are looked at; `changes` are empty. `rows` are of `LINK`."""

    def __init__(self, rows: Rows) -> None:
        """Raises ValueError for rows of another type."""
        if rows.dtype != LINK:
            raise ValueError(f"rows of {rows.dtype}, not of {LINK}")
        self.rows = rows
        self._made: tuple[Link, ...] | None = None

    @classmethod
    def of(cls, links: Iterable[Link]) -> "Links":
        """The table of links. Raises ValueError where a side is not an unbroken run of sentences."""
        links = tuple(links)
        for side in (side for one in links for side in (one.a, one.b)):
            if side != _run(side[0], len(side)):
                raise ValueError(f"sentences {side} do not stand one after the other")
        rows = [
            (one.a[0], len(one.a), one.b[0], len(one.b), KINDS.index(one.kind), one.moved, one.score)
            for one in links
        ]
        return cls(np.array(rows, LINK))

    def mirrored(self) -> "Links":
        """The links as seen from the other side, in their order there."""
        rows = self.rows
        order = np.lexsort((rows["of_a"], rows["a"], rows["of_b"], rows["b"]))
        turned = np.empty(len(rows), LINK)
        for name, other in _MIRRORED.items():
            turned[name] = rows[other][order]
        return Links(turned)

    @overload
    def __getitem__(self, index: int) -> Link: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Link, ...]: ...
    def __getitem__(self, index: int | slice) -> Link | tuple[Link, ...]:
        return self._links()[index]

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[Link]:
        return iter(self._links())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Links) and np.array_equal(self.rows, other.rows)

    __hash__ = None  # type: ignore[assignment] # tables are compared, not looked up

    def __repr__(self) -> str:
        return f"Links({list(self)})"

    def _links(self) -> tuple[Link, ...]:
        if self._made is None:
            self._made = tuple([_link(*row) for row in self.rows.tolist()])
        return self._made


@lru_cache(maxsize=_KEPT)
def _run(first: int, count: int) -> tuple[int, ...]:
    return tuple(range(first, first + count))


def _link(a: int, of_a: int, b: int, of_b: int, kind: int, moved: bool, score: float) -> Link:
    return Link(_run(a, of_a), _run(b, of_b), KINDS[kind], score, moved)
