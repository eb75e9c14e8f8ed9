"""A collation as a page shows it: a matrix of what several versions say, and lists of what each says alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, count

from app.compare.anchors import anchors
from app.compare.reading import Print, printed
from app.compare.statements import Statement
from app.text.content import NAME_WORDS, Content, display_title, first_words
from app.text.document import Document
from app.text.words import is_word
from app.web.formats.collation_subject import Collated
from app.web.labels import distinct_labels


@dataclass(frozen=True, slots=True)
class Alone:
    """A sentence that no other version has, with the id under which the page's address can name it."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Column:
    """A version: `label` is its outlet or first words, told apart from the others; `alone` is what no other version has."""

    label: str
    content: Content
    language: str
    word_count: int
    alone: tuple[Alone, ...]


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """What a version has of a statement: sentences that follow each other make one passage.

    `same_as` is the label of the first version with the same words, where one stands before it in the row.
    """

    column: Column
    passages: tuple[str, ...]
    same_as: str | None


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A statement of several versions: a cell for each column, with no passages where the version does not say it."""

    id: str
    coverage: int
    cells: tuple[MatrixCell, ...]


@dataclass(frozen=True, slots=True)
class Share:
    """How much two versions share, in [0, 1]; `step` the same in tenths."""

    shared: float
    step: int


@dataclass(frozen=True, slots=True)
class CollationView:
    """A collation made ready to be shown. `shares` has a row per column, None where a version meets itself."""

    columns: tuple[Column, ...]
    rows: tuple[MatrixRow, ...]
    shares: tuple[tuple[Share | None, ...], ...]
    coarse: tuple[str, ...]


def view_collation(collated: Collated) -> CollationView:
    """Every statement in reading order, told by several or by one."""
    collation = collated.collation
    ids = _ids(collation.documents, collation.statements)
    columns = _columns(collated, ids)
    return CollationView(
        columns=columns,
        rows=tuple(
            _row(collation.documents, columns, statement, row_id)
            for statement, row_id in zip(collation.statements, ids, strict=True)
            if statement.coverage > 1
        ),
        shares=tuple(
            tuple(None if i == j else Share(share, round(share * 10)) for j, share in enumerate(row))
            for i, row in enumerate(collation.similarity)
        ),
        coarse=collation.coarse,
    )


def _ids(documents: Sequence[Document], statements: Sequence[Statement]) -> list[str]:
    """An id for every statement, from the text of its first sentence, so that it stays when the engine changes."""
    named = [anchors(document) for document in documents]
    ids: dict[str, None] = {}
    for statement in statements:
        version, sentences = statement.members[0]
        stem = f"s-{named[version][sentences[0]]}"
        ids[next(one for one in chain([stem], (f"{stem}-{k}" for k in count(2))) if one not in ids)] = None
    return list(ids)


def _columns(collated: Collated, ids: list[str]) -> tuple[Column, ...]:
    versions, collation = collated.versions, collated.collation
    names = [content.outlet or first_words(display_title(content), NAME_WORDS) for content in versions]
    alone: list[list[Alone]] = [[] for _ in versions]
    for statement, row_id in zip(collation.statements, ids, strict=True):
        if statement.coverage == 1:
            ((version, sentences),) = statement.members
            alone[version].append(Alone(row_id, collation.documents[version].sentence_text(sentences[0])))
    return tuple(
        Column(
            label=label,
            content=content,
            language=document.language,
            word_count=sum(map(is_word, document.words.keys)),
            alone=tuple(said),
        )
        for label, content, document, said in zip(
            distinct_labels(names, [content.published for content in versions]),
            versions,
            collation.documents,
            alone,
            strict=True,
        )
    )


def _row(
    documents: Sequence[Document], columns: Sequence[Column], statement: Statement, row_id: str
) -> MatrixRow:
    members = dict(statement.members)
    cells = []
    seen: dict[tuple[Print, ...], str] = {}
    for version, column in enumerate(columns):
        passages = _passages(documents[version], members.get(version, ()))
        key = tuple(map(printed, passages))
        cells.append(MatrixCell(column, passages, seen.get(key) if passages else None))
        seen.setdefault(key, column.label)
    return MatrixRow(row_id, statement.coverage, tuple(cells))


def _passages(document: Document, sentences: tuple[int, ...]) -> tuple[str, ...]:
    passages: list[str] = []
    last = None
    for sentence in sentences:
        text = document.sentence_text(sentence)
        if last is not None and sentence == last + 1:
            passages[-1] += f" {text}"
        else:
            passages.append(text)
        last = sentence
    return tuple(passages)
