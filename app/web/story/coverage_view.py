"""A version as its page shows it: every sentence with its coverage, and what the other versions have beside."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from app.compare.anchors import anchors
from app.compare.story.coverage import Omission, SentenceCoverage, omissions, sentence_coverage
from app.compare.story.matrix import row_id, sentence_ids
from app.text.document import SEPARATOR, Document
from app.web.grid import version_labels
from app.web.story.columns import Choice
from app.web.story.places import Places

FIRST_OMISSIONS = 12
"""What others report and a version does not, as it is shown at first; the rest is one link away."""
NAMED = 3
"""Versions that are named in the margin; of more it is said how many they are."""


@dataclass(frozen=True, slots=True)
class Margin:
    """Which of `everyone` versions have a sentence: `labels` are the others that have it.

    `words` go before `named`, and `more` is how many of these are not named. `href` is the row of the matrix.
    """

    count: int
    everyone: int
    words: str
    named: tuple[str, ...]
    more: int
    labels: tuple[str, ...]
    href: str


@dataclass(frozen=True, slots=True)
class SentenceView:
    """A sentence, the id under which the page's address can name it, its margin, and the space behind it."""

    id: str
    text: str
    margin: Margin | None
    gap: str


@dataclass(frozen=True, slots=True)
class BlockView:
    """A paragraph or heading, in sentences."""

    heading: bool
    sentences: tuple[SentenceView, ...]


@dataclass(frozen=True, slots=True)
class OmissionView:
    """What others report: as the first of them words it, in passages; `beside` and `row` are addresses."""

    passages: tuple[str, ...]
    language: str
    labels: tuple[str, ...]
    beside: str
    row: str


def view_blocks(document: Document, margins: Sequence[Margin] = ()) -> tuple[BlockView, ...]:
    """The compared blocks of a version; `margins` are one for every sentence, or none at all."""
    named = anchors(document)
    starts = [sentence.start for sentence in document.sentences]
    ends = [after for _, after in pairwise([*starts, len(document.text)])]
    blocks = []
    for block, held in groupby(range(len(starts)), key=lambda k: document.sentences[k].block):
        sentences = [
            SentenceView(
                id=f"s-{named[k]}",
                text=document.sentence_text(k),
                margin=margins[k] if margins else None,
                gap="" if document.text[document.sentences[k].end : ends[k]] in {"", SEPARATOR} else " ",
            )
            for k in held
        ]
        blocks.append(BlockView(document.blocks[block].kind == "heading", tuple(sentences)))
    return tuple(blocks)


class CoverageViewer:
    """Makes what stands beside one version, `own` by its index, of those of a choice; `matrix` is the matrix's address."""

    def __init__(self, choice: Choice, own: int, matrix: str) -> None:
        self._choice = choice
        self._own = own
        self._matrix = matrix
        self._labels = version_labels(
            [column.head for column in choice.columns]
        )  # told apart from these alone
        self._places = Places(choice)
        self._rows: Sequence[Mapping[tuple[int, int], str]] = sentence_ids(choice.collation)

    def margins(self) -> tuple[Margin, ...]:
        """One for every sentence of the version."""
        return tuple(map(self._margin, sentence_coverage(self._choice.collation, self._own)))

    def omissions(self) -> tuple[OmissionView, ...]:
        """What the others report and this version does not, most covered first."""
        return tuple(map(self._omission, omissions(self._choice.collation, self._own)))

    def _margin(self, covered: SentenceCoverage) -> Margin:
        everyone = len(self._labels)
        have = [self._labels[version] for version in covered.versions if version != self._own]
        lack = [self._labels[version] for version in range(everyone) if version not in covered.versions]
        words, named = "also in", have
        if not have:
            words = "only here"
        elif not lack:
            words, named = "in all of them", []
        elif len(lack) == 1 and everyone > 2:
            words, named = "all but", lack
        return Margin(
            count=len(covered.versions),
            everyone=everyone,
            words=words,
            named=tuple(named[:NAMED]),
            more=max(0, len(named) - NAMED),
            labels=tuple(have),
            href=self._row(covered.statement),
        )

    def _omission(self, left_out: Omission) -> OmissionView:
        version, sentences = left_out.members[0]
        document = self._choice.collation.documents[version]
        return OmissionView(
            passages=tuple([document.sentence_text(sentence) for sentence in sentences]),
            language=document.language,
            labels=tuple([self._labels[member] for member, _ in left_out.members]),
            beside=self._places.beside_own(self._own, version, sentences[0]),
            row=self._row(left_out.statement),
        )

    def _row(self, statement: int) -> str:
        name = f"s-{row_id(self._rows[statement])}"
        query = "&".join(part for part in (self._choice.query, f"row={name}") if part)
        return f"{self._matrix}?{query}#{name}"
