"""Figures of many versions, grouped into facts.

Two figures state one fact where their values agree (app.compare.figures.comparing) and they are about the same: their
sentences correspond, or the words around them are shared, the more so the more usual the value is (a year stands for
many things, a sum of money seldom for two). Pairs are joined from the surest down, and two groups become one only if no
value of the one excludes one of the other.

A conflict is told only between figures of sentences that correspond, about the same, neither of which the other version
states as well; see `Grouping.contradicts`.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations, islice, product

from app.compare.figures.comparing import amount_of, on_day, relation
from app.compare.figures.figure import Figure, FigureKind
from app.compare.figures.subjects import NAMING, Subject, Weights, find_subjects
from app.compare.limits import FEWER_FIGURES, Limits
from app.text.document import Document

MOST_LINKED = 200_000
"""Pairs of figures in corresponding sentences that are held against each other: the first ones by statement and place."""
MOST_SHARING = 200
"""Figures of one kind and value, beyond which those in sentences that do not correspond are not held against each other."""
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
OF_EVENT = 0.2
"""The same, of days told from one event: “the eve of the visit” and “the day of the visit” speak of one thing."""
VALUES_COMPARED = 400
"""Pairs of values that are looked at before two groups become one; of more, the first ones."""

Place = tuple[int, int]
"""A version and one of its figures, both by index."""


class Grouping:
    """The figures of versions in an order that their contents give, while they are grouped."""

    def __init__(
        self,
        documents: Sequence[Document],
        figures: Sequence[Sequence[Figure]],
        story: date | None,
        limits: Limits,
    ) -> None:
        self.figures = figures
        self.story = story
        self.limits = limits
        self.subjects: list[tuple[Subject, ...]] = [
            find_subjects(document, found) for document, found in zip(documents, figures, strict=True)
        ]
        self.weights = Weights(self.subjects, [[figure.sentence for figure in found] for found in figures])
        self.kinds = Counter(
            (version, one.sentence, one.kind) for version, found in enumerate(figures) for one in found
        )
        self.in_sentence: list[defaultdict[int, list[int]]] = []
        for found in figures:
            by_sentence: defaultdict[int, list[int]] = defaultdict(list)
            for k, figure in enumerate(found):
                by_sentence[figure.sentence].append(k)
            self.in_sentence.append(by_sentence)
        self.alike: dict[Place, int] = {}
        self.known: dict[tuple[int, int, bool], float] = {}
        self.group_of: dict[Place, int] = {}
        self.members: dict[int, list[Place]] = {}
        self.versions: dict[int, set[int]] = {}
        self.values: dict[int, set[tuple[FigureKind, str]]] = {}
        for version, found in enumerate(figures):
            for k in range(len(found)):
                self.group_of[version, k] = len(self.members)
                self.versions[len(self.members)] = {version}
                self.values[len(self.members)] = {(found[k].kind, found[k].value)}
                self.members[len(self.members)] = [(version, k)]
        self._find_alike()

    def _find_alike(self) -> None:
        """Number the figures so that those of one value, in one setting, have one number."""
        numbers: dict[tuple[object, ...], int] = {}
        for place in self.group_of:
            figure = self._figure(place)
            setting = figure.kind, figure.value, self._subject(place), self._alone(place)
            self.alike[place] = numbers.setdefault(setting, len(numbers))

    def groups(self, statements: Sequence[dict[int, tuple[int, ...]]]) -> list[list[Place]]:
        """The groups of figures that state one fact, or contradict each other on it."""
        found = list(islice(self._linked(statements), MOST_LINKED + 1))
        if len(found) > MOST_LINKED:
            self.limits.hit(FEWER_FIGURES)
        linked = sorted(set(found[:MOST_LINKED]))
        agreeing = {pair: score for pair in linked if (score := self._agrees(*pair, linked=True))}
        for pair in self._sharing():
            if pair not in agreeing and (score := self._agrees(*pair, linked=False)):
                agreeing[pair] = score
        for _, (one, other) in sorted((-score, pair) for pair, score in agreeing.items()):
            self._join(one, other)
        for score, one, other in sorted(self._contradicting(linked)):
            del score
            self._join(one, other, against=True)
        return [sorted(group) for group in self.members.values()]

    def _figure(self, place: Place) -> Figure:
        return self.figures[place[0]][place[1]]

    def _subject(self, place: Place) -> Subject:
        return self.subjects[place[0]][place[1]]

    def _linked(self, statements: Sequence[dict[int, tuple[int, ...]]]) -> Iterator[tuple[Place, Place]]:
        """Two figures of a kind in sentences of one statement."""
        for statement in statements:
            places = [
                (version, k) for version in sorted(statement) for sentence in statement[version]
                for k in self.in_sentence[version].get(sentence, ())
            ]  # fmt: skip
            for one, other in combinations(places, 2):
                if one[0] != other[0] and self._figure(one).kind == self._figure(other).kind:
                    yield (one, other) if one < other else (other, one)

    def _sharing(self) -> Iterator[tuple[Place, Place]]:
        """Two figures of a kind and value, wherever they stand."""
        by_value: defaultdict[tuple[str, str], list[Place]] = defaultdict(list)
        for place in self.group_of:
            figure = self._figure(place)
            by_value[figure.kind, bucket(figure, self.story)].append(place)
        for places in by_value.values():
            if len(places) > MOST_SHARING:
                self.limits.hit(FEWER_FIGURES)
            else:
                yield from (pair for pair in combinations(sorted(places), 2) if pair[0][0] != pair[1][0])

    def _agrees(self, one: Place, other: Place, *, linked: bool) -> float:
        """How sure it is that two figures state one fact; 0 where they do not. Sentences said alike are looked at once."""
        a, b = sorted((self.alike[one], self.alike[other]))
        key = a, b, linked
        if key not in self.known:
            self.known[key] = self._likeness(one, other, linked=linked)
        return self.known[key]

    def _likeness(self, one: Place, other: Place, *, linked: bool) -> float:
        a, b = self._figure(one), self._figure(other)
        stands = relation(a.kind, a.value, b.value, self.story)
        if stands == "exclude":
            return 0.0
        first, second = self._subject(one), self._subject(other)
        shared = self.weights.overlap(first.words, second.words)
        near = self.weights.overlap(first.near, second.near)
        if a.kind not in DATED and set(first.counted) & set(second.counted):
            shared += SAME_COUNTED
        if len(first.near & second.near) > 1:
            shared = max(shared, near)
        if stands == "neither":
            least = (
                UNSURE
                if linked
                and a.kind == "date"
                and not _of_event(a)
                and not _of_event(b)
                and self._alone(one)
                and self._alone(other)
                else 2.0
            )
        elif _of_event(a):
            least = 0.0
        elif linked:
            least = LINKED_ALONE if self._alone(one) and self._alone(other) else LINKED
        else:
            least = TELLING if _telling(a) else USUAL
        return 0.0 if shared < least else 1 + shared + near + linked + (a.value == b.value)

    def _alone(self, place: Place) -> bool:
        """Whether a figure is the only one of its kind in its sentence."""
        figure = self._figure(place)
        return self.kinds[place[0], figure.sentence, figure.kind] == 1

    def _join(self, one: Place, other: Place, *, against: bool = False) -> None:
        """Make one group of two, unless values in them exclude each other.

        `against`: they do so; then no version may stand in both, as one that tells both values tells of two things.
        """
        a, b = self.group_of[one], self.group_of[other]
        if a == b or (self.versions[a] & self.versions[b] if against else self._excluded(a, b)):
            return
        if len(self.members[a]) < len(self.members[b]):
            a, b = b, a
        moved = self.members.pop(b)
        self.members[a] += moved
        self.versions[a] |= self.versions.pop(b)
        self.values[a] |= self.values.pop(b)
        self.group_of.update((place, a) for place in moved)

    def _excluded(self, a: int, b: int) -> bool:
        """Whether a value of the one group excludes one of the other."""
        pairs = islice(product(sorted(self.values[a]), sorted(self.values[b])), VALUES_COMPARED)
        return any(
            relation(kind, x, y, self.story) == "exclude" or relation(kind, x, y) == "exclude"
            for (kind, x), (_, y) in pairs
        )

    def _contradicting(self, linked: Sequence[tuple[Place, Place]]) -> Iterator[tuple[float, Place, Place]]:
        for one, other in linked:
            if self.contradicts(one, other):
                yield -self.weights.overlap(self._subject(one).words, self._subject(other).words), one, other

    def contradicts(self, one: Place, other: Place) -> bool:
        """Whether two figures in corresponding sentences tell one fact differently.

        Their values exclude each other, being told as precisely as each other; they are about the same; and neither version
        has the other's value of it.
        """
        a, b = self._figure(one), self._figure(other)
        if relation(a.kind, a.value, b.value) != "exclude" or form_of(a) != form_of(b):
            return False
        return self._about_the_same(one, other) and not (
            self._stated(one, other[0]) or self._stated(other, one[0])
        )

    def _about_the_same(self, one: Place, other: Place) -> bool:
        """Whether so much of the words around two figures is shared that they must tell of one thing; see `CONFLICT`."""
        figure, first, second = self._figure(one), self._subject(one), self._subject(other)
        near = len(first.near & second.near)
        if not near or (first.outcome and second.outcome and first.outcome != second.outcome):
            return False
        shared = self.weights.overlap(first.words, second.words)
        close = self.weights.overlap(first.near, second.near)
        if _of_event(figure):
            return shared >= OF_EVENT
        naming = figure.kind in NAMING and " " not in figure.value
        named = _same_name(first, second) if naming else self._alone(one) and self._alone(other)
        if not named:
            return naming and shared >= UNNAMED and near > 1 and not (first.counted or second.counted)
        return (shared >= CONFLICT[figure.kind] and close >= AT_LEAST) or (
            close >= CLOSE[figure.kind] and near > 1 and shared >= AT_LEAST
        )

    def _stated(self, place: Place, version: int) -> bool:
        """Whether a version states what a figure does."""
        return version in self.versions[self.group_of[place]]


def _same_name(one: Subject, other: Subject) -> bool:
    """Whether what two numbers count has one name: its first word, or one that is no mere “were” or “people”."""
    shared = set(one.counted) & set(other.counted)
    return bool(shared) and (one.counted[0] == other.counted[0] or bool(shared & one.words & other.words))


def bucket(figure: Figure, story: date | None) -> str:
    """What equal values have in common, a date told from publication being taken as on the story's day."""
    return (story and figure.kind == "date" and on_day(figure.value, story)) or figure.value


def _telling(figure: Figure) -> bool:
    """Whether a value seldom stands for two things in one story: a full date, a sum, a number of three figures."""
    if figure.kind == "date":
        return len(figure.value) == len("2024-05-16") or "D" in figure.value
    if figure.kind == "ordinal":
        return int(figure.value[:-2]) > 3
    found = amount_of(figure.value)
    return figure.kind == "money" or (
        found is not None and len(f"{found.low:g}".rstrip("0").replace(".", "")) > 2
    )


def form_of(figure: Figure) -> str:
    """What a value is written like: a day, a year, a weekday, a vote; for other amounts, nothing."""
    if figure.kind != "date":
        return re.sub(r"\d+", "", figure.value) if "-" in figure.value else ""
    if _of_event(figure):
        return "event"
    return re.sub(r"\d", "0", figure.value)


def _of_event(figure: Figure) -> bool:
    """Whether a date is told from an event: “the eve of the visit”."""
    return figure.value.endswith("D")
