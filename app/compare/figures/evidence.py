"""Whether two figures are about the same, as told by their values and the words around them.

Of figures of one value in one setting, which versions that say a thing alike have many of, one stands for all.
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from app.compare.figures.comparing import amount_of, relation
from app.compare.figures.figure import Figure, FigureKind
from app.compare.figures.subjects import NAMING, Subject, Weights

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
OF_EVENT = 0.2
"""The same, of days told from one event: “the eve of the visit” and “the day of the visit” speak of one thing."""


@dataclass(frozen=True, slots=True)
class Told:
    """A figure, the words around it, and whether it is the only one of its kind in its sentence."""

    figure: Figure
    subject: Subject
    alone: bool


class Evidence:
    """Holds figures against each other; `story` is the day about which the versions were published, if known."""

    def __init__(self, weights: Weights, story: date | None) -> None:
        self._weights = weights
        self._story = story

    def agreeing(self, one: Told, other: Told, *, linked: bool) -> float:
        """How sure it is that two figures of a kind state one fact; 0 where they do not.

        `linked`: their sentences correspond.
        """
        a, b = one.figure, other.figure
        stands = relation(a.kind, a.value, b.value, self._story)
        if stands == "exclude":
            return 0.0
        least = (
            _least(one, other, linked=linked)
            if stands == "same"
            else _least_unsure(one, other, linked=linked)
        )
        if least is None:
            return 0.0
        first, second = one.subject, other.subject
        shared = self._weights.overlap(first.words, second.words)
        near = self._weights.overlap(first.near, second.near)
        if a.kind not in DATED and not set(first.counted).isdisjoint(second.counted):
            shared += SAME_COUNTED
        if len(first.near & second.near) > 1:
            shared = max(shared, near)
        return 0.0 if shared < least else 1 + shared + near + linked + (a.value == b.value)

    def contradicting(self, one: Told, other: Told) -> float | None:
        """How much of the words around two figures is shared that tell one fact differently, in corresponding sentences.

        Their values exclude each other, being told as precisely as each other; and so much is shared that they must tell of
        one thing; see `CONFLICT`. None where they do not contradict each other.
        """
        a, b = one.figure, other.figure
        if relation(a.kind, a.value, b.value) != "exclude" or _form(a.kind, a.value) != _form(
            b.kind, b.value
        ):
            return None
        first, second = one.subject, other.subject
        near = len(first.near & second.near)
        if not near or (first.outcome and second.outcome and first.outcome != second.outcome):
            return None
        if not _of_event(a) and first.names - second.words and second.names - first.words:
            return None  # “300 jobs in Ohio”, “500 jobs in Texas”
        shared = self._weights.overlap(first.words, second.words)
        if (
            a.kind != "date"
            and shared >= ALL_BUT_A_WORD
            and first.near - second.words
            and second.near - first.words
        ):
            return None  # “120 homes in the northern district”, “340 homes in the southern district”
        close = self._weights.overlap(first.near, second.near)
        return shared if _is_one_thing(one, other, shared, close, near) else None


def _is_one_thing(one: Told, other: Told, shared: float, close: float, near: int) -> bool:
    """Whether figures whose values exclude each other are of one thing; `close` is the overlap of the nearest words."""
    figure, first, second = one.figure, one.subject, other.subject
    if _of_event(figure):
        return shared >= OF_EVENT
    naming = figure.kind in NAMING and " " not in figure.value
    named = _same_name(first, second) if naming else one.alone and other.alone
    if not named:
        return naming and shared >= UNNAMED and near > 1 and not (first.counted or second.counted)
    return (shared >= CONFLICT[figure.kind] and close >= AT_LEAST) or (
        close >= CLOSE[figure.kind] and near > 1 and shared >= AT_LEAST
    )


def _least(one: Told, other: Told, *, linked: bool) -> float:
    """The least overlap with which figures of the same value state one fact."""
    if _of_event(one.figure):
        return 0.0
    if linked:
        return LINKED_ALONE if one.alone and other.alone else LINKED
    return TELLING if _telling(one.figure.kind, one.figure.value) else USUAL


def _least_unsure(one: Told, other: Told, *, linked: bool) -> float | None:
    """The same where it is not known whether the values agree; None where they then do not."""
    a, b = one.figure, other.figure
    dates = linked and a.kind == "date" and not _of_event(a) and not _of_event(b)
    return UNSURE if dates and one.alone and other.alone else None


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
