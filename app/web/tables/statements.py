"""Tables of statements: who says each and how, who has each sentence, what a version leaves out, and where each stands."""

from collections.abc import Sequence

from pydantic import Field

from app.compare.story.coverage import omissions, sentence_coverage
from app.compare.story.matrix import CellKind, Matrix, MatrixCell
from app.compare.story.prominence import Standing, find_lines
from app.text.document import Document
from app.web.formats.collation_subject import Collated
from app.web.formats.comparison_json import rounded
from app.web.tables.table import Row, Table


class MatrixRow(Row):
    """A statement in a version that has it."""

    statement: int = Field(description="rows of one number are one statement, as in the collation, from 0")
    coverage: int = Field(description="how many of the versions have it")
    version: str = Field(description="id of the version")
    outlet: str | None = Field(description="as the source names it; nothing where it does not")
    kind: CellKind = Field(
        description="how it stands to the first version that has it, or to another that contradicts it"
    )
    against: str | None = Field(description="id of the version that it is held against")
    same_as: str | None = Field(description="id of an earlier version in the row with exactly the same words")
    sentences: str = Field(description="its sentences by index, parted by spaces")
    text: str = Field(description="as the version prints it")


class CoverageRow(Row):
    """A sentence and the versions that have it."""

    version: str = Field(description="id of the version")
    outlet: str | None = Field(description="as the source names it; nothing where it does not")
    sentence: int = Field(description="its index in the version")
    coverage: int = Field(description="how many versions have it, its own among them")
    versions: str = Field(description="their ids, parted by spaces")
    text: str = Field(description="as the version prints it")


class OmissionRow(Row):
    """A statement that a version has not, as the first version that has it says it."""

    version: str = Field(description="id of the version that has it not, in the captured text")
    outlet: str | None = Field(description="as the source names it; nothing where it does not")
    statement: int = Field(description="as in the matrix")
    coverage: int = Field(description="how many versions have it")
    versions: str = Field(description="their ids, parted by spaces")
    text: str = Field(description="as the version prints it")


class ProminenceRow(Row):
    """Where a version has a statement that another has too."""

    statement: int = Field(description="as in the matrix")
    version: str = Field(description="id of the version")
    outlet: str | None = Field(description="as the source names it; nothing where it does not")
    sentence: int = Field(description="the first of its sentences, by index")
    depth: float = Field(description="share of the text's words that stand before it, 0 to 1")
    paragraph: int = Field(description="from 1")
    paragraphs: int = Field(description="how many the version has")
    standing: Standing = Field(description="lede: in the first paragraph; last: in the last of several")


def matrix_rows(collated: Collated) -> Sequence[MatrixRow]:
    """A row for each cell of the matrix that is not empty, by statement."""
    collation = collated.collation
    matrix = Matrix(collation)
    return [
        _matrix_row(collated, number, statement.coverage, cell)
        for number, statement in enumerate(collation.statements)
        for cell in matrix.row(number).cells
        if cell.sentences
    ]


def _matrix_row(collated: Collated, number: int, coverage: int, cell: MatrixCell) -> MatrixRow:
    return MatrixRow(
        statement=number,
        coverage=coverage,
        version=collated.ids[cell.version],
        outlet=collated.versions[cell.version].outlet,
        kind=cell.kind,
        against=None if cell.against is None else collated.ids[cell.against],
        same_as=None if cell.same_as is None else collated.ids[cell.same_as],
        sentences=" ".join(map(str, cell.sentences)),
        text=_text(collated.collation.documents[cell.version], cell.sentences),
    )


def coverage_rows(collated: Collated) -> Sequence[CoverageRow]:
    """A row for every sentence, by version."""
    return [
        CoverageRow(
            version=collated.ids[at],
            outlet=content.outlet,
            sentence=one.sentence,
            coverage=len(one.versions),
            versions=_ids(collated, one.versions),
            text=collated.collation.documents[at].sentence_text(one.sentence),
        )
        for at, content in enumerate(collated.versions)
        for one in sentence_coverage(collated.collation, at)
    ]


def omission_rows(collated: Collated) -> Sequence[OmissionRow]:
    """A row for every statement that a version has not, by version, most covered first."""
    documents = collated.collation.documents
    return [
        OmissionRow(
            version=collated.ids[at],
            outlet=content.outlet,
            statement=one.statement,
            coverage=one.coverage,
            versions=_ids(collated, [version for version, _ in one.members]),
            text=_text(documents[one.members[0][0]], one.members[0][1]),
        )
        for at, content in enumerate(collated.versions)
        for one in omissions(collated.collation, at)
    ]


def prominence_rows(collated: Collated) -> Sequence[ProminenceRow]:
    """A row for each version that has a statement of several, by statement."""
    return [
        ProminenceRow(
            statement=line.statement,
            version=collated.ids[place.version],
            outlet=collated.versions[place.version].outlet,
            sentence=place.sentence,
            depth=rounded(place.depth),
            paragraph=place.paragraph,
            paragraphs=place.paragraphs,
            standing=place.standing,
        )
        for line in find_lines(collated.collation)
        for place in line.places
    ]


def _text(document: Document, sentences: Sequence[int]) -> str:
    return " ".join([document.sentence_text(sentence) for sentence in sentences])


def _ids(collated: Collated, versions: Sequence[int]) -> str:
    return " ".join([collated.ids[version] for version in versions])


MATRIX = Table("matrix", "Every statement in every version that has it.", MatrixRow, matrix_rows)
COVERAGE = Table("coverage", "Every sentence and the versions that have it.", CoverageRow, coverage_rows)
OMISSIONS = Table("omissions", "What each version has not and others have.", OmissionRow, omission_rows)
PROMINENCE = Table("prominence", "Where each version has what several have.", ProminenceRow, prominence_rows)
