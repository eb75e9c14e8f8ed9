"""A comparison as data: index ranges over two documents. Pages, JSON and text only read it."""

from dataclasses import dataclass
from typing import Literal

from app.text.document import Document

ENGINE = "2"
"""Version of the method; results may differ between engines, never within one."""


def engine_with(model: str) -> str:
    """The version of the method where it takes in what a model makes of the texts: results differ between models too."""
    return f"{ENGINE}+{model}"


LinkKind = Literal["verbatim", "edited", "reworded"]
ChangeOp = Literal["equal", "delete", "insert", "replace"]


@dataclass(frozen=True, slots=True)
class Change:
    """A run of text on both sides: `[a_start, a_end)` and `[b_start, b_end)` in code points of the compared texts.

    No two runs of one kind meet. Where two meet and neither is `equal`, they are two edits side by side. `equal` runs may
    still differ in print by what `app.text.normalize.typographic_form` levels, by the width of spaces, and by a capital
    that a word owes to its place at the head of a sentence on one side only.
    """

    op: ChangeOp
    a_start: int
    a_end: int
    b_start: int
    b_end: int


@dataclass(frozen=True, slots=True)
class Link:
    """Sentences of `a` and their counterpart in `b`; on each side an unbroken ascending run of sentence indices.

    `score` lies in (0, 1]. `changes` cover both sides without a gap, and are there for `verbatim` and `edited` links.
    """

    a: tuple[int, ...]
    b: tuple[int, ...]
    kind: LinkKind
    score: float
    moved: bool = False
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Reuse:
    """A run of words that both sides have verbatim, as long as can be; marks between them may differ (app.compare.reuse).

    It stands in `[a_start, a_end)` and `[b_start, b_end)`, code points of the compared texts, and has so many `words`.
    """

    a_start: int
    a_end: int
    b_start: int
    b_end: int
    words: int


@dataclass(frozen=True, slots=True)
class Summary:
    """Shares of the words of both sides together (`only_…`, `reused_…`: of that side's own), each in [0, 1]."""

    shared: float
    verbatim: float
    only_a: float
    only_b: float
    moved: int
    """Moved links."""
    reused_a: float
    reused_b: float
    """In runs that the other side has verbatim (see `Reuse`)."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two documents, aligned. `links` are ordered by their place in `a`, then in `b`.

    A sentence may stand in several links; the one with the highest score is its primary counterpart.
    `reuse` is ordered by place in `a`, then in `b`.
    `title_changes` are offsets into the two titles, empty where a side has none. `coarse` says in a few words each which
    limits on the steps of the work were hit, so that the result is coarser than it would else be (app.compare.limits).
    """

    a: Document
    b: Document
    links: tuple[Link, ...]
    only_a: tuple[int, ...]
    only_b: tuple[int, ...]
    title_changes: tuple[Change, ...]
    summary: Summary
    reuse: tuple[Reuse, ...] = ()
    coarse: tuple[str, ...] = ()
    engine: str = ENGINE
    """`ENGINE`, and the name of the model that the meanings are of where there were any."""
