"""How many people a version says met an outcome in all, wherever it says so.

“Three people were killed” at the head of one report and “Four people died in the flood” far down in another are about the
same, though these sentences have little in common: each is the only number of dead that its version tells, of the event that
the story is about. What a version tells is taken for such a total where

- all its numbers of that outcome agree, none of them being of a part (“two others”);
- no other year or month stands in the sentence, or in the one before: “In 1974 forty people died”;
- it is told at the head, or in words that the other version has as well, one of them at its head (“in the flood”).
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import combinations, takewhile
from typing import NamedTuple

from app.compare.figures.comparing import relation
from app.compare.figures.figure import Figure
from app.compare.figures.lexicon import base, spaceless
from app.compare.figures.outcomes import Outcome
from app.compare.figures.referring import HEAD
from app.compare.figures.subjects import Subject, telling, words_of
from app.compare.figures.tolls import CLAUSE, Toll, tells_of_people
from app.compare.limits import FEWER_FIGURES, Limits
from app.text.document import Document
from app.text.words import is_word, split_words

MOST_TOLLS = 2000
"""Numbers of people that are held against each other: the first ones."""
FEW = 12
"""Number up to which two of one outcome may be of different people: “two were hurt”."""
OF_THE_DAY = re.compile(r"XXXX-WXX-\d|XXXX-\d\d-\d\d|day[+-]\d+|week\+0|(\d{4}-\d\d-\d\d)")
"""Dates that a report tells of its own event: days, without a year."""


class Total(NamedTuple):
    """A number of people, by the number of its figure, and its version."""

    number: int
    version: int


class Totals:
    """What versions tell of people; `subjects` and `figures` go by number, `versions` say whose they are."""

    def __init__(
        self,
        documents: Sequence[Document],
        versions: Sequence[int],
        figures: Sequence[Figure],
        subjects: Sequence[Subject],
        limits: Limits,
    ) -> None:
        self._readers = [Reader(document) for document in documents]
        self._versions = versions
        self._figures = figures
        self._subjects = subjects
        tolls = [number for number, subject in enumerate(subjects) if subject.toll]
        self._tolls = tolls[:MOST_TOLLS]
        if len(tolls) > MOST_TOLLS:
            limits.hit(FEWER_FIGURES)

    def agreeing(self) -> Iterator[tuple[int, int]]:
        """Pairs of figures of two versions that tell one number of one outcome: one that is no small number, or totals."""
        held: defaultdict[tuple[str, str], dict[int, int]] = defaultdict(dict)
        totals = {one.number for found in self._totals.values() for one in found}
        for number in self._tolls:
            value, place = (
                self._figures[number].value,
                (self._versions[number], self._figures[number].sentence),
            )
            if number in totals or (value.isdecimal() and int(value) > FEW and place not in self._dated):
                held[self._toll(number).of, value].setdefault(self._versions[number], number)
        for numbers in held.values():
            for one, other in combinations(numbers.values(), 2):
                if not self._are_of_two_names(one, other):
                    yield one, other

    def contradicting(self) -> Iterator[tuple[int, int]]:
        """Pairs of figures of two versions that tell totals of one outcome which exclude each other."""
        for found in self._totals.values():
            for one, other in combinations(found, 2):
                if self._exclude(one.number, other.number) and self._are_of_one_event(one, other):
                    yield one.number, other.number

    @cached_property
    def _totals(self) -> dict[Outcome, list[Total]]:
        """For each outcome the totals of versions, one each, in their order."""
        told: defaultdict[tuple[Outcome, int], list[int]] = defaultdict(list)
        for number in self._tolls:
            told[self._toll(number).outcome, self._versions[number]].append(number)
        found: defaultdict[Outcome, list[Total]] = defaultdict(list)
        for (outcome, version), numbers in sorted(told.items()):
            first = self._figures[numbers[0]]
            whole = all(self._toll(number).whole for number in numbers)
            sentences = {(version, first.sentence), (version, first.sentence - 1)}
            if (
                whole
                and sentences.isdisjoint(self._dated)
                and all(self._agree(numbers[0], k) for k in numbers)
            ):
                found[outcome].append(Total(numbers[0], version))
        return found

    def _toll(self, number: int) -> Toll:
        toll = self._subjects[number].toll
        assert toll is not None  # noqa: S101
        return toll

    @cached_property
    def _dated(self) -> set[tuple[int, int]]:
        """The sentences, each with its version, that tell of another time."""
        return {
            (version, figure.sentence)
            for version, figure in zip(self._versions, self._figures, strict=True)
            if figure.kind == "date" and not _is_of_the_day(figure)
        }

    def _agree(self, one: int, other: int) -> bool:
        return relation("count", self._figures[one].value, self._figures[other].value) == "same"

    def _exclude(self, one: int, other: int) -> bool:
        return relation("count", self._figures[one].value, self._figures[other].value) == "exclude"

    def _are_of_one_event(self, one: Total, other: Total) -> bool:
        if self._are_of_two_names(one.number, other.number):
            return False
        here, there = self._is_general(one, other), self._is_general(other, one)
        return (here and (there or self._is_at_head(other))) or (there and self._is_at_head(one))

    def _are_of_two_names(self, one: int, other: int) -> bool:
        """Whether either clause has a name that the other's sentence does not."""
        return bool(self._names_beside(one, other) and self._names_beside(other, one))

    def _names_beside(self, one: int, other: int) -> frozenset[str]:
        """The names in the clause of a figure that the sentence of another does not have."""
        _, names = self._readers[self._versions[one]].clause(self._figures[one])
        return names - self._readers[self._versions[other]].sentence(self._figures[other].sentence)

    def _is_at_head(self, one: Total) -> bool:
        return self._figures[one.number].sentence < HEAD

    def _is_general(self, one: Total, other: Total) -> bool:
        """Whether all that a total says it is of is known to another version as well, as what that is about."""
        figure = self._figures[one.number]
        said, _ = self._readers[one.version].clause(figure)
        reader = self._readers[other.version]
        if (
            reader.is_spaceless
            or not said <= reader.vocabulary
            or self._names_beside(one.number, other.number)
        ):
            return False
        return self._is_at_head(one) or not said.isdisjoint(reader.head)


class Reader:
    """The words of a version, as sets of stems."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._sentences: dict[int, frozenset[str]] = {}
        self._clauses: dict[Figure, tuple[frozenset[str], frozenset[str]]] = {}
        self.is_spaceless = spaceless(base(document.language)) is not None
        """Whether its words are single signs, which say too little."""

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """All that tell something, but for numbers."""
        return telling(self._document.words.keys, self._document.language)

    @cached_property
    def head(self) -> frozenset[str]:
        """Those of the title and the first sentences."""
        title = split_words(self._document.title or "").keys
        said = [self.sentence(k) for k in range(min(HEAD, len(self._document.sentences)))]
        return telling(title, self._document.language).union(*said)

    def sentence(self, number: int) -> frozenset[str]:
        """Those of a sentence."""
        if number not in self._sentences:
            self._sentences[number] = self._read_sentence(number)
        return self._sentences[number]

    def clause(self, figure: Figure) -> tuple[frozenset[str], frozenset[str]]:
        """Those around a figure up to the nearest marks, but for what became of whom; and the names among them."""
        if figure not in self._clauses:
            self._clauses[figure] = self._read_clause(figure)
        return self._clauses[figure]

    def _read_sentence(self, number: int) -> frozenset[str]:
        sentence = self._document.sentences[number]
        keys = self._document.words.keys[sentence.first_word : sentence.last_word]
        return telling(keys, self._document.language)

    def _read_clause(self, figure: Figure) -> tuple[frozenset[str], frozenset[str]]:
        words, language = self._document.words, self._document.language
        sentence = self._document.sentences[figure.sentence]
        first, last = words_of(self._document, figure)
        before = range(first - 1, max(sentence.first_word, first - CLAUSE) - 1, -1)
        behind = range(last, min(sentence.last_word, last + CLAUSE))
        stem, keys = base(language), words.keys
        around = [k for side in (before, behind) for k in takewhile(lambda k: is_word(keys[k]), side)]
        said = [k for k in around if not tells_of_people(keys[k], stem)]
        named = [k for k in said if k > sentence.first_word and words.capital[words.print_of[k]]]
        return (
            telling([keys[k] for k in said], language),
            telling([keys[k] for k in named], language),
        )


def _is_of_the_day(figure: Figure) -> bool:
    match = OF_THE_DAY.fullmatch(figure.value)
    return match is not None and (figure.resolved or not match[1])
