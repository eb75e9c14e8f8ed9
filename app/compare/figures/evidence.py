"""Whether two figures are about the same, as told by their values and the words around them.

Of figures of one value in one setting, which versions that say a thing alike have many of, one stands for all.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from app.compare.figures.comparing import amount_of, relation
from app.compare.figures.figure import Figure, FigureKind
from app.compare.figures.subjects import NAMING, Subject, Weights
from app.text.words import Flags, Numbers

Scores = NDArray[np.float64]
LINKED, LINKED_ALONE = 0.15, 0.08
"""Least overlap of the words around two figures in sentences that correspond; and where each is the only one of its kind."""
TELLING, USUAL = 0.25, 0.35
"""Least overlap elsewhere, of values that seldom recur, and of all others."""
DATED = frozenset({"date", "money"})
"""Kinds of which the words right behind do not say what is told."""
SAME_COUNTED = 0.15
"""What it adds to the overlap that the same word is counted."""
UNSURE = 0.4
"""Least overlap where it is not known whether the values agree."""
CONFLICT: dict[FigureKind, float] = {
    "money": 0.4, "count": 0.34, "percent": 0.45, "date": 0.5, "duration": 0.4, "ordinal": 0.5
}  # fmt: skip
"""Least overlap of the words around two figures that contradict each other: where what is counted has the same name, or,
of what has no name, where both are the only ones of their kind in their sentences. The nearest words overlap by
`AT_LEAST` as well."""
UNNAMED = 0.6
"""The same of counts or ranks that have no name: “134 to 63”, “No. 3”."""
CLOSE: dict[FigureKind, float] = CONFLICT | {"date": 0.55, "count": 0.4}
AT_LEAST = 0.2
"""Least overlap of the nearest words, at least two of them, that does as well, if that of all is no less than `AT_LEAST`."""
ALL_BUT_A_WORD = 0.78
"""Overlap from which words near the figures that were exchanged for others make them of two things."""
OF_TOLL = 0.15
"""The same of how many people met one outcome: nothing else is counted in these words."""
OF_EVENT = 0.2
"""The same, of days told from one event: “the eve of the visit” and “the day of the visit” speak of one thing."""


@dataclass(frozen=True, slots=True)
class Told:
    """A figure, the words around it, and whether it is the only one of its kind in its sentence."""

    figure: Figure
    subject: Subject
    alone: bool


class Evidence:
    """Holds figures against each other; `story` is the day about which the versions were published, if known.

    Figures go by their numbers in `told`; of the pairs that are asked for, the two are of one kind.
    """

    def __init__(self, told: Sequence[Told], weights: Weights, story: date | None) -> None:
        self._told = told
        self._story = story
        self._words = weights.table([one.subject.words for one in told])
        self._near = weights.table([one.subject.near for one in told])
        self._counted = [
            frozenset() if one.figure.kind in DATED else frozenset(one.subject.counted) for one in told
        ]
        values: dict[tuple[FigureKind, str], int] = {}
        self._value = np.array(
            [values.setdefault((one.figure.kind, one.figure.value), len(values)) for one in told], np.int64
        )
        self._values = list(values)
        self._of_event = np.array([_of_event(one.figure) for one in told], bool)
        self._toll = np.array([one.subject.toll.of if one.subject.toll else "" for one in told], str)
        self._alone = np.array([one.alone for one in told], bool)
        self._is_date = np.array([one.figure.kind == "date" for one in told], bool)
        self._usual = np.array([TELLING if _telling(*value) else USUAL for value in self._values])[
            self._value
        ]

    def agreeing(self, one: Numbers, other: Numbers, *, linked: bool) -> Scores:
        """How sure it is of each pair that the two state one fact; 0 where they do not.

        `linked`: their sentences correspond.
        """
        same, excluded = self._related(one, other, self._story)
        least = np.where(same, self._least(one, other, linked=linked), np.inf)
        if linked:
            unsure = ~same & ~excluded & self._is_date[one] & self._alone[one] & self._alone[other]
            least[unsure & ~self._of_event[one] & ~self._of_event[other]] = UNSURE
        shared, _ = self._words.overlaps(one, other)
        near, close = self._near.overlaps(one, other)
        shared[self._count_the_same(one, other)] += SAME_COUNTED
        shared = np.where(close > 1, np.maximum(shared, near), shared)
        first, second = self._toll[one], self._toll[other]
        least[(first != second) & (first != "") & (second != "")] = np.inf
        sure = 1 + shared + near + linked + (self._value[one] == self._value[other])
        return np.where(shared < least, 0.0, sure)

    def contradicting(self, one: Numbers, other: Numbers) -> Scores:
        """How much of the words around the two figures of each pair is shared that tell one fact differently; else -1.

        Their sentences correspond. Their values exclude each other, being told as precisely as each other; and so much is
        shared that they must tell of one thing; see `CONFLICT`.
        """
        found = np.full(len(one), -1.0)
        _, excluded = self._related(one, other, None)
        forms = np.array([_form(*value) for value in self._values])[self._value]
        held = np.flatnonzero(excluded & (forms[one] == forms[other]))
        close, near = self._near.overlaps(one[held], other[held])
        held, close, near = held[near > 0], close[near > 0], near[near > 0]
        shared, _ = self._words.overlaps(one[held], other[held])
        pairs = zip(
            one[held].tolist(),
            other[held].tolist(),
            shared.tolist(),
            close.tolist(),
            near.tolist(),
            strict=True,
        )
        told = self._told
        found[held] = [
            overlap if _contradict(told[a], told[b], overlap, nearest, count) else -1.0
            for a, b, overlap, nearest, count in pairs
        ]
        return found

    def _related(self, one: Numbers, other: Numbers, story: date | None) -> tuple[Flags, Flags]:
        """Of each pair, whether the values say the same, and whether they exclude each other."""
        first, second = self._value[one], self._value[other]
        codes, of = np.unique(first * len(self._values) + second, return_inverse=True)
        found = []
        for a, b in zip(
            *(numbers.tolist() for numbers in np.divmod(codes, max(1, len(self._values)))), strict=True
        ):
            kind, value = self._values[a]
            found.append(relation(kind, value, self._values[b][1], story))
        return (
            np.array([stands == "same" for stands in found], bool)[of],
            np.array([stands == "exclude" for stands in found], bool)[of],
        )

    def _least(self, one: Numbers, other: Numbers, *, linked: bool) -> Scores:
        """The least overlaps with which figures of the same value state one fact."""
        alone = self._alone[one] & self._alone[other]
        least = np.where(alone, LINKED_ALONE, LINKED) if linked else self._usual[one]
        return np.where(self._of_event[one], 0.0, least)

    def _count_the_same(self, one: Numbers, other: Numbers) -> Flags:
        """Whether the two figures of each pair count things of a word in common."""
        counted = self._counted
        return np.array(
            [
                not counted[a].isdisjoint(counted[b])
                for a, b in zip(one.tolist(), other.tolist(), strict=True)
            ],
            bool,
        )


def _contradict(one: Told, other: Told, shared: float, close: float, near: int) -> bool:
    """Whether figures whose values exclude each other are of one thing, and told of the same.

    `shared` is the overlap of the words around them, `close` that of the nearest, of which `near` are shared.
    """
    first, second = one.subject, other.subject
    if first.outcome != second.outcome and ((first.outcome and second.outcome) or first.toll or second.toll):
        return False
    if not _of_event(one.figure) and (_are_of_two_names(first, second) or _begin_with_two(first, second)):
        return False
    if first.toll and second.toll:
        return first.toll.whole and second.toll.whole and shared >= OF_TOLL
    if _is_exchanged(first, second) or (
        first.ranks and second.ranks and first.ranks.isdisjoint(second.ranks)
    ):
        return False
    if (
        one.figure.kind != "date"
        and shared >= ALL_BUT_A_WORD
        and first.near - second.words
        and second.near - first.words
    ):
        return False  # “120 homes in the northern district”, “340 homes in the southern district”
    return _is_one_thing(one, other, shared, close, near)


def _are_of_two_names(one: Subject, other: Subject) -> bool:
    """Whether each figure stands by a name that the other does not: “300 jobs in Ohio”, “500 jobs in Texas”."""
    return bool(one.names - other.words and other.names - one.words)


def _begin_with_two(one: Subject, other: Subject) -> bool:
    """The same of a name and the word at the head of a sentence, which may be one: “Real Madrid won”, “Barcelona won”."""
    return bool(
        (one.names - other.words and other.head - one.words)
        or (other.names - one.words and one.head - other.words)
    )


def _is_exchanged(one: Subject, other: Subject) -> bool:
    """Whether sentences have one form, with other words in some places near: “Adults pay $12”, “Children pay $5”."""
    if list(map(len, one.frame)) != list(map(len, other.frame)):
        return False
    first, second = chain(*one.frame), chain(*other.frame)
    differing = [(a, b) for a, b in zip(first, second, strict=True) if a != b]
    return bool(
        differing
        and 2 * len(differing) <= len(one.words)
        and all(a in one.near - other.words and b in other.near - one.words for a, b in differing)
    )


def _is_one_thing(one: Told, other: Told, shared: float, close: float, near: int) -> bool:
    """Whether figures whose values exclude each other are of one thing; `close` is the overlap of the nearest words."""
    figure, first, second = one.figure, one.subject, other.subject
    if _of_event(figure):
        return shared >= OF_EVENT
    naming = figure.kind in NAMING and " " not in figure.value
    named = _same_name(first, second) if naming else one.alone and other.alone
    if not named:
        alone = one.alone and other.alone
        return naming and alone and shared >= UNNAMED and near > 1 and not (first.counted or second.counted)
    return (shared >= CONFLICT[figure.kind] and close >= AT_LEAST) or (
        close >= CLOSE[figure.kind] and near > 1 and shared >= AT_LEAST
    )


def _same_name(one: Subject, other: Subject) -> bool:
    """Whether what two numbers count has one name: its first word, or one that is no mere “were” or “people”.

    “12 soldiers were wounded” and “30 civilians were wounded” have two: each begins with a word of its own.
    """
    shared = set(one.counted) & set(other.counted)
    first = {*one.counted[:1]} & one.words, {*other.counted[:1]} & other.words
    if all(first) and shared.isdisjoint(first[0] | first[1]):
        return False
    return bool(shared) and (one.counted[0] == other.counted[0] or bool(shared & one.words & other.words))


@lru_cache(maxsize=8192)
def _telling(kind: FigureKind, value: str) -> bool:
    """Whether a value seldom stands for two things in one story: a full date, a sum, a number of three figures."""
    if kind == "date":
        return len(value) == len("2024-05-16") or "D" in value
    if kind == "ordinal":
        return int(value[:-2]) > 3
    found = amount_of(value)
    return kind == "money" or (found is not None and len(f"{found.low:g}".rstrip("0").replace(".", "")) > 2)


@lru_cache(maxsize=8192)
def _form(kind: FigureKind, value: str) -> str:
    """What a value is written like: a day, a year, a weekday, a vote; for other amounts, nothing."""
    if kind != "date":
        return re.sub(r"\d+", "", value) if "-" in value else ""
    return "event" if value.endswith("D") else re.sub(r"\d", "0", value)


def _of_event(figure: Figure) -> bool:
    """Whether a date is told from an event: “the eve of the visit”."""
    return figure.value.endswith("D")
