"""The story matrix as pages show it, whether on the site or in one file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from app.compare.story.completeness import looks_incomplete
from app.compare.story.disputes import Dispute
from app.compare.story.matrix import Matrix, MatrixCell, Wording, row_id
from app.text.content import Content
from app.text.document import Document
from app.web.story.captures import reason_words
from app.web.story.places import Places

SQUEEZED = 12
"""Columns that share the width of the window; more of them keep a width of their own, and the table scrolls."""
ROOMY = 5
"""Columns that need no squeezing."""

_SIGNS: dict[Wording, str] = {
    "only": "◦",
    "first": "•",
    "verbatim": "=",
    "edited": "≈",
    "reworded": "∼",
    "absent": "—",
}
_WORDS: dict[Wording, str] = {
    "only": "only here",
    "first": "base of this row",
    "verbatim": "verbatim",
    "edited": "edited",
    "reworded": "reworded",
    "absent": "not found in the captured text",
}
_JOINTS: dict[Wording, str] = {"verbatim": "as", "edited": "from", "reworded": "from"}


@dataclass(frozen=True, slots=True)
class MatrixColumn:
    """A version; `label` is its outlet or first words, told apart from the others.

    `href` is where it is read, None in one file; `rebase` the address of this matrix with it as the base, None where it is
    that. `incomplete` are the reasons for which its capture looks incomplete.
    """

    label: str
    content: Content
    language: str
    word_count: int
    incomplete: tuple[str, ...]
    href: str | None = None
    rebase: str | None = None
    is_base: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """Text of a sentence, `disputed` where another version has something else in its place."""

    text: str
    disputed: bool


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence, with the id under which the page's address can name it; None where another one of the page has it."""

    id: str | None
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What other versions have in place of disputed words: `words`, and the versions' labels."""

    words: str
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Objection:
    """Disputed words of a cell: a figure, or a `speaker` of quoted words; and what others have instead."""

    own: str
    speaker: bool
    others: tuple[Elsewhere, ...]


@dataclass(frozen=True, slots=True)
class CellView:
    """What a version has of a statement: passages, each of sentences that follow each other.

    `css` is its wording, behind `conflicting` where it is; `sign` and `words` say how it stands to `against` (the label of
    a version, None where there is none), with `joint` between them; `same_as` is the label of another version with the
    same words. `again`: the same sentences stand in the row above. `href` leads to the two side by side, or where there
    are no two to the sentence in its text; in one file it is None.
    """

    column: MatrixColumn
    css: str
    sign: str
    words: str
    joint: str
    against: str | None
    same_as: str | None
    again: bool
    objections: tuple[Objection, ...]
    passages: tuple[tuple[Said, ...], ...]
    href: str | None


@dataclass(frozen=True, slots=True)
class RowView:
    """A statement, with a cell for every column."""

    id: str
    coverage: int
    cells: tuple[CellView, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """Rows under a heading: `words`, and a version's label behind them; `words` are empty where there is no heading."""

    words: str
    label: str | None
    rows: tuple[RowView, ...]


@dataclass(frozen=True, slots=True)
class MatrixTable:
    """A matrix made ready to be shown."""

    columns: tuple[MatrixColumn, ...]
    sections: tuple[Section, ...]

    @property
    def usual(self) -> str:
        """The label of the version that most cells are held against: the base, else the first."""
        return next((column for column in self.columns if column.is_base), self.columns[0]).label

    @property
    def size(self) -> str:
        """How its columns share the width: `roomy`, `tight`, or `wide` where they do not fit it."""
        if len(self.columns) > SQUEEZED:
            return "wide"
        return "roomy" if len(self.columns) <= ROOMY else "tight"


def view_column(content: Content, language: str, label: str, word_count: int) -> MatrixColumn:
    """A column of a matrix in one file."""
    return MatrixColumn(
        label=label,
        content=content,
        language=language,
        word_count=word_count,
        incomplete=tuple(map(reason_words, looks_incomplete(content))),
    )


class RowViewer:
    """Makes the rows of a matrix; `ids` as of `sentence_ids`, `places` None in one file."""

    def __init__(
        self,
        matrix: Matrix,
        columns: Sequence[MatrixColumn],
        ids: Sequence[Mapping[tuple[int, int], str]],
        places: Places | None = None,
    ) -> None:
        self._matrix = matrix
        self._columns = columns
        self._ids = ids
        self._places = places

    def row(self, number: int, above: int | None = None) -> RowView:
        """The row of a statement, by its index in the collation; `above` is the one that stands above it."""
        row = self._matrix.row(number)
        ids = dict(self._ids[number])
        own = row_id(ids)
        named = {place: f"s-{one}" for place, one in ids.items() if one != own}
        before = {} if above is None else dict(self._matrix.collation.statements[above].members)
        return RowView(
            id=f"s-{own}",
            coverage=row.coverage,
            cells=tuple(
                [
                    replace(self._cell(cell, number, named), again=before.get(cell.version) == cell.sentences)
                    for cell in row.cells
                ]
            ),
        )

    def _cell(self, cell: MatrixCell, number: int, ids: Mapping[tuple[int, int], str]) -> CellView:
        document = self._matrix.collation.documents[cell.version]
        told = cell.wording in {"verbatim", "edited", "reworded"}
        same_as = None if cell.wording == "verbatim" else cell.same_as
        return CellView(
            column=self._columns[cell.version],
            css=f"conflicting {cell.wording}" if cell.disputes else cell.wording,
            sign=_SIGNS[cell.wording],
            words=_WORDS[cell.wording],
            joint=_JOINTS.get(cell.wording, ""),
            against=self._label(cell.against) if told else None,
            same_as=self._label(same_as),
            again=False,
            objections=tuple([self._objection(one) for one in cell.disputes]),
            passages=tuple(
                [
                    tuple([_said(document, k, cell.disputes, ids.get((cell.version, k))) for k in passage])
                    for passage in cell.passages
                ]
            ),
            href=self._href(cell, number),
        )

    def _label(self, version: int | None) -> str | None:
        return None if version is None else self._columns[version].label

    def _href(self, cell: MatrixCell, number: int) -> str | None:
        if self._places is None or not cell.sentences:
            return None
        if cell.against is None:
            anchor = self._places.anchor(cell.version, cell.sentences[0])
            return f"{self._places.alone(cell.version)}#s-{anchor}"
        if cell.wording == "first":
            return self._places.beside(cell.version, cell.against, cell.sentences[0])
        theirs = dict(self._matrix.collation.statements[number].members)[cell.against]
        return self._places.beside(cell.against, cell.version, theirs[0])

    def _objection(self, dispute: Dispute) -> Objection:
        by_words: dict[str, list[str]] = {}
        for version, words in dispute.others:
            by_words.setdefault(words, []).append(self._columns[version].label)
        others = tuple([Elsewhere(words, tuple(dict.fromkeys(labels))) for words, labels in by_words.items()])
        return Objection(dispute.own, dispute.kind == "speaker", others)


def sections(viewer: RowViewer, headed: Sequence[tuple[tuple[str, str | None], int]]) -> tuple[Section, ...]:
    """Rows under their headings; `headed` are heading and statement, those of one heading on end."""
    return tuple(
        [
            Section(words, label, _rows(viewer, [number for _, number in held]))
            for (words, label), held in groupby(headed, key=lambda one: one[0])
        ]
    )


def _rows(viewer: RowViewer, numbers: Sequence[int]) -> tuple[RowView, ...]:
    above = [None, *numbers[:-1]]
    return tuple([viewer.row(number, before) for number, before in zip(numbers, above, strict=True)])


def _said(document: Document, index: int, disputes: Sequence[Dispute], sentence_id: str | None) -> Said:
    """A sentence cut where disputed words begin and end."""
    sentence = document.sentences[index]
    pieces: list[Piece] = []
    at = sentence.start
    for dispute in disputes:
        start, end = max(at, dispute.start), min(sentence.end, dispute.end)
        if start < end:
            pieces += [
                Piece(document.text[at:start], disputed=False),
                Piece(document.text[start:end], disputed=True),
            ]
            at = end
    pieces.append(Piece(document.text[at : sentence.end], disputed=False))
    return Said(sentence_id, tuple([piece for piece in pieces if piece.text]))
