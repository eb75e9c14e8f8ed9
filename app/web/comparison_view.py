"""A comparison as a page shows it: display rows with the words in runs, ids for every sentence, steps between changes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from app.compare.anchors import anchors
from app.compare.comparison import Change, Comparison, Link
from app.compare.rows import Row, folds, rows
from app.text.content import first_words
from app.text.document import Document
from app.web.layers import layers_of
from app.web.one_column import Part, in_one
from app.web.runs import Run, clip, tinted, with_layer
from app.web.switches import BY_ITSELF, Switches

STUB_WORDS = 8
"""Words of a sentence that are quoted where the page only refers to it."""

# What a row is, as a style class, a sign and a word; every kind has all three.
_KINDS = {
    "verbatim": ("verbatim", "=", "verbatim"),
    "edited": ("edited", "≈", "edited"),
    "reworded": ("reworded", "∼", "reworded"),
    "only_a": ("only-a", "⟵", "only left"),
    "only_b": ("only-b", "⟶", "only right"),
}


@dataclass(frozen=True, slots=True)
class SentenceRuns:
    """A sentence with the id under which the page's address can name it."""

    id: str
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The sentences of a cell that stand in one block."""

    heading: bool
    sentences: tuple[SentenceRuns, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """A sentence elsewhere on the page, by its id and first words."""

    id: str
    words: str


@dataclass(frozen=True, slots=True)
class Cell:
    """One side of a row. `also` are sentences of the other side, shown in other rows, that say (part of) it too."""

    paragraphs: tuple[Paragraph, ...]
    also: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class RowView:
    """A row: `stub` (with neither cell) marks where a moved sentence of the right stands; `place` is the id of that stub.

    `id` is its first sentence's, or a stub's own. `merged` are both sides in one text, where they have words in common.
    `move` numbers what moved together, alike at both its places.
    `opens`: a block begins here. `previous` and `next` are the ids of the neighbouring changes, None where there is none.
    """

    id: str
    css: str
    sign: str
    word: str
    left: Cell | None
    right: Cell | None
    merged: tuple[Part, ...]
    moved: bool
    move: int | None
    opens: bool
    is_change: bool
    stub: Reference | None
    place: str | None
    place_below: bool
    previous: str | None
    next: str | None


@dataclass(frozen=True, slots=True)
class Item:
    """Rows that stand open, or fold together."""

    rows: tuple[RowView, ...]
    folded: bool

    @property
    def sentences(self) -> int:
        """How many sentences of the left stand in the rows: of the right there are as many where they are alike."""
        cells = [row.left for row in self.rows if row.left]
        return sum(len(paragraph.sentences) for cell in cells for paragraph in cell.paragraphs)


def view_items(comparison: Comparison, switches: Switches = BY_ITSELF) -> tuple[Item, ...]:
    """Every row in reading order, the stretches that are alike gathered in folds."""
    viewer = _Viewer(comparison, switches)
    views = viewer.rows()
    items: list[Item] = []
    at = 0
    alone = switches.view == "changes"
    for alike in folds(viewer.display, least=1, context=0) if alone else folds(viewer.display):
        items += [
            Item(views[at : alike.start], folded=False),
            Item(views[alike.start : alike.stop], folded=True),
        ]
        at = alike.stop
    items.append(Item(views[at:], folded=False))
    return tuple(item for item in items if item.rows)


def headline_runs(a: str, b: str, changes: Sequence[Change], side: str) -> tuple[Run, ...]:
    """One of two headlines in runs; `side` is `a` or `b`. Without changes it is one run."""
    title = a if side == "a" else b
    return clip(title, tinted(changes, a, b, side), 0, len(title))


class _Viewer:
    """Holds what every row needs while the rows of one comparison are made."""

    def __init__(self, comparison: Comparison, switches: Switches) -> None:
        self.comparison = comparison
        self.switches = switches
        self.layers = layers_of(comparison, switches)
        self.display = rows(comparison)
        if switches.moves == "off":
            self.display = tuple([replace(row, moved=False) for row in self.display if row.kind != "stub"])
        stubs = [row for row in self.display if row.kind == "stub"]
        self.move = {b: number for number, stub in enumerate(stubs, start=1) for b in stub.b}
        self.ids_a = tuple(f"l-{anchor}" for anchor in anchors(comparison.a))
        self.ids_b = tuple(f"r-{anchor}" for anchor in anchors(comparison.b))
        self.stub_at = {b: at for at, row in enumerate(self.display) if row.kind == "stub" for b in row.b}

    def rows(self) -> tuple[RowView, ...]:
        ids = [self._row_id(row) for row in self.display]
        changes = [at for at, row in enumerate(self.display) if _is_change(row)]
        after = dict(pairwise(changes))
        before = {second: first for first, second in after.items()}
        return tuple(
            self._row(at, row, ids[at], self._id_at(ids, before.get(at)), self._id_at(ids, after.get(at)))
            for at, row in enumerate(self.display)
        )

    @staticmethod
    def _id_at(ids: list[str], at: int | None) -> str | None:
        return None if at is None else ids[at]

    def _row_id(self, row: Row) -> str:
        """A row goes by its first sentence's id, which is there however an engine puts sentences into rows."""
        if row.kind == "stub":
            return f"place-{self.ids_b[row.b[0]]}"
        return self.ids_a[row.a[0]] if row.a else self.ids_b[row.b[0]]

    def _row(self, at: int, row: Row, row_id: str, previous: str | None, following: str | None) -> RowView:
        if row.kind == "stub":
            return self._stub(at, row, row_id)
        css, sign, word = _KINDS[row.kind]
        link = row.link if row.a and row.b else None  # words are marked only where both sides can be seen
        place_at = self.stub_at.get(row.b[0]) if row.b else None
        return RowView(
            id=row_id,
            css=css,
            sign="↕" if row.moved else sign,
            word=f"{word}, moved" if row.moved else word,
            left=self._cell(self.comparison.a, self.ids_a, row.a, link, "a", row.also_b),
            right=self._cell(self.comparison.b, self.ids_b, row.b, link, "b", row.also_a),
            merged=self._merged(row, link),
            moved=row.moved,
            move=self.move.get(row.b[0]) if row.b else None,
            opens=self._opens(row),
            is_change=_is_change(row),
            stub=None,
            place=None if place_at is None else self._row_id(self.display[place_at]),
            place_below=place_at is not None and place_at > at,
            previous=previous,
            next=following,
        )

    def _merged(self, row: Row, link: Link | None) -> tuple[Part, ...]:
        """Both sides as one text, where the view asks for it and the row is one link that has changes."""
        if self.switches.view != "one" or not link or not link.changes or (row.a, row.b) != (link.a, link.b):
            return ()
        parts = in_one(link.changes, self.comparison.a.text, self.comparison.b.text)
        return tuple([replace(part, runs=self._layered(part)) for part in parts])

    def _layered(self, part: Part) -> tuple[Run, ...]:
        runs = part.runs
        for layer, stretches in self.layers["a" if part.mark == "del" else "b"]:
            runs = with_layer(runs, part.start, stretches, layer)
        return runs

    def _stub(self, at: int, row: Row, row_id: str) -> RowView:
        shown_at = row.refers_to or 0
        above = shown_at < at
        target = self._row_id(self.display[shown_at])
        return RowView(
            id=row_id,
            css="stub",
            sign="↑" if above else "↓",
            word=f"moved, shown {'above' if above else 'below'}",
            left=None,
            right=None,
            merged=(),
            moved=False,
            move=self.move[row.b[0]],
            opens=False,
            is_change=False,
            stub=Reference(target, first_words(self.comparison.b.sentence_text(row.b[0]), STUB_WORDS)),
            place=None,
            place_below=False,
            previous=None,
            next=None,
        )

    def _opens(self, row: Row) -> bool:
        document, indices = (self.comparison.a, row.a) if row.a else (self.comparison.b, row.b)
        first = indices[0]
        return first == 0 or document.sentences[first].block != document.sentences[first - 1].block

    def _cell(
        self,
        document: Document,
        ids: tuple[str, ...],
        indices: tuple[int, ...],
        link: Link | None,
        side: str,
        also: tuple[int, ...],
    ) -> Cell | None:
        if not indices:
            return None
        texts = self.comparison.a.text, self.comparison.b.text
        shades = tinted(link.changes, *texts, side) if link and self.switches.words == "on" else ()
        paragraphs: list[Paragraph] = []
        last_block = -1
        gathered: list[SentenceRuns] = []
        for index in indices:
            sentence = document.sentences[index]
            if sentence.block != last_block:
                gathered = []
                heading = document.blocks[sentence.block].kind == "heading"
                paragraphs.append(Paragraph(heading, ()))
                last_block = sentence.block
            runs = clip(document.text, shades, sentence.start, sentence.end)
            for layer, stretches in self.layers[side]:
                runs = with_layer(runs, sentence.start, stretches, layer)
            gathered.append(SentenceRuns(ids[index], runs))
            paragraphs[-1] = Paragraph(paragraphs[-1].heading, tuple(gathered))
        return Cell(tuple(paragraphs), tuple(self._reference(other, side) for other in also))

    def _reference(self, index: int, side: str) -> Reference:
        """The counterpart of a cell on `side`: a sentence of the other side."""
        document, ids = (self.comparison.b, self.ids_b) if side == "a" else (self.comparison.a, self.ids_a)
        return Reference(ids[index], first_words(document.sentence_text(index), STUB_WORDS))


def _is_change(row: Row) -> bool:
    return row.kind != "stub" and (row.kind != "verbatim" or row.moved)
