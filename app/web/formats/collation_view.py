"""A collation as one file shows it: a matrix of what several versions say, and lists of what each says alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.compare.collation import Collation
from app.compare.story.matrix import Matrix, row_id, sentence_ids
from app.text.content import display_title
from app.text.words import is_word
from app.web.formats.collation_subject import Collated
from app.web.labels import distinct_labels, names
from app.web.pages import Grid, GridCell, GridLine
from app.web.story.matrix_rows import MatrixColumn, MatrixTable, RowViewer, sections, view_column


@dataclass(frozen=True, slots=True)
class Alone:
    """A sentence that no other version has, with the id under which the page's address can name it."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class OneVersion:
    """A version, and what no other version has of it."""

    column: MatrixColumn
    alone: tuple[Alone, ...]


@dataclass(frozen=True, slots=True)
class CollationView:
    """A collation made ready to be shown: `shared` is the number of statements of several versions, which `table` holds."""

    versions: tuple[OneVersion, ...]
    table: MatrixTable
    shared: int
    grid: Grid
    coarse: tuple[str, ...]


def view_collation(collated: Collated) -> CollationView:
    """Every statement in reading order, told by several or by one."""
    collation = collated.collation
    ids = sentence_ids(collation)
    columns = _columns(collated)
    shared = [number for number, one in enumerate(collation.statements) if one.coverage > 1]
    viewer = RowViewer(Matrix(collation), columns, ids)
    return CollationView(
        versions=_versions(collation, columns, ids),
        table=MatrixTable(columns, sections(viewer, [(("", None), number) for number in shared])),
        shared=len(shared),
        grid=_grid(collation, columns),
        coarse=collation.coarse,
    )


def _columns(collated: Collated) -> tuple[MatrixColumn, ...]:
    versions = collated.versions
    shown = names([content.outlet for content in versions], [display_title(content) for content in versions])
    labels = distinct_labels(shown, [content.published for content in versions])
    return tuple(
        [
            view_column(content, document.language, label, sum(map(is_word, document.words.keys)))
            for content, document, label in zip(versions, collated.collation.documents, labels, strict=True)
        ]
    )


def _versions(
    collation: Collation, columns: Sequence[MatrixColumn], ids: Sequence[Mapping[tuple[int, int], str]]
) -> tuple[OneVersion, ...]:
    alone: list[list[Alone]] = [[] for _ in columns]
    for statement, named in zip(collation.statements, ids, strict=True):
        if statement.coverage == 1:
            ((version, sentences),) = statement.members
            text = collation.documents[version].sentence_text(sentences[0])
            alone[version].append(Alone(f"s-{row_id(named)}", text))
    return tuple([OneVersion(column, tuple(said)) for column, said in zip(columns, alone, strict=True)])


def _grid(collation: Collation, columns: Sequence[MatrixColumn]) -> Grid:
    rows = tuple(
        [
            GridLine(
                column.label,
                tuple(
                    [
                        None if i == j else _cell(share, columns[j].label)
                        for j, share in enumerate(collation.similarity[i])
                    ]
                ),
            )
            for i, column in enumerate(columns)
        ]
    )
    return Grid(columns=rows, rows=rows, left_out=0, uncompared=0)


def _cell(shared: float, label: str) -> GridCell:
    return GridCell(a="", b="", shared=shared, step=round(shared * 10), label=label)
