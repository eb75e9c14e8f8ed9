"""Figures of many versions, grouped into facts.

Two figures state one fact where their values agree (app.compare.figures.comparing) and they are about the same: their
sentences correspond, or the words around them are shared, the more so the more usual the value is (a year stands for
many things, a sum of money seldom for two). Pairs are joined from the surest down, and two groups become one only if no
value of the one excludes one of the other.

A conflict is told only between figures of sentences that correspond, about the same, or between totals of people
(app.compare.figures.totals), neither of which the other version states as well. The words around are looked at in
app.compare.figures.evidence.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain, islice, product
from typing import NamedTuple

import numpy as np

from app.compare.figures.comparing import on_day, relation
from app.compare.figures.evidence import Evidence, Scores, Told
from app.compare.figures.figure import Figure, FigureKind
from app.compare.figures.referring import taken_up
from app.compare.figures.subjects import Weights, find_subjects
from app.compare.figures.totals import Totals
from app.compare.limits import FEWER_FIGURES, Limits
from app.text.document import Document
from app.text.words import Numbers

MOST_LINKED = 200_000
"""Pairs of figures in corresponding sentences that are held against each other: the first ones by statement and place."""
MOST_SHARING = 200
"""Figures of one kind and value, beyond which those in sentences that do not correspond are not held against each other."""
VALUES_COMPARED = 400
"""Pairs of values that are looked at before two groups become one; of more, the first ones."""
AT_ONCE = 100_000
"""Pairs of figures that are listed in one step."""

OCCASIONS: tuple[FigureKind, ...] = ("date", "ordinal")
MEASURES: tuple[FigureKind, ...] = ("count", "money", "percent", "duration")
"""Kinds of figures that tell one occasion from another; and those that are told of an occasion."""

Place = tuple[int, int]
"""A version and one of its figures, both by index."""


class Grouping:
    """The figures of versions in an order that their contents give, while they are grouped.

    Figures go by number, by version and then by place. `setting` numbers those of one value with the same words around
    them; `told` has one of each. A pair of figures is one number: the first one's times how many there are, and the other's.
    """

    def __init__(
        self,
        documents: Sequence[Document],
        figures: Sequence[Sequence[Figure]],
        story: date | None,
        limits: Limits,
    ) -> None:
        self.story = story
        self.limits = limits
        self.places = [(version, k) for version, found in enumerate(figures) for k in range(len(found))]
        self.figures = [figure for found in figures for figure in found]
        self.of_sentence: defaultdict[Place, list[int]] = defaultdict(list)
        for number, ((version, _), figure) in enumerate(zip(self.places, self.figures, strict=True)):
            self.of_sentence[version, figure.sentence].append(number)
        self.version = np.array([version for version, _ in self.places], np.int64)
        kinds = {kind: at for at, kind in enumerate(sorted({figure.kind for figure in self.figures}))}
        self.kind = np.array([kinds[figure.kind] for figure in self.figures], np.int64)
        self.told: list[Told] = []
        self.setting = np.array(self._settings(documents, figures), np.int64)
        self.groups_of = _Groups(self.version.tolist(), self.figures, story)

    def _settings(self, documents: Sequence[Document], figures: Sequence[Sequence[Figure]]) -> list[int]:
        """The setting of every figure, by number."""
        subjects = [
            find_subjects(document, found) for document, found in zip(documents, figures, strict=True)
        ]
        weights = Weights(subjects, [[figure.sentence for figure in found] for found in figures])
        count = Counter(
            (version, one.sentence, one.kind)
            for (version, _), one in zip(self.places, self.figures, strict=True)
        )
        numbers: dict[tuple[object, ...], int] = {}
        settings = []
        for (version, k), figure in zip(self.places, self.figures, strict=True):
            subject, alone = subjects[version][k], count[version, figure.sentence, figure.kind] == 1
            number = numbers.setdefault((figure.kind, figure.value, subject, alone), len(numbers))
            if number == len(self.told):
                self.told.append(Told(figure, subject, alone))
            settings.append(number)
        self.evidence = Evidence(self.told, weights, self.story)
        of_number = [self.told[setting].subject for setting in settings]
        firsts = np.searchsorted(self.version, np.arange(len(documents))).tolist()
        self._taken_up = [
            (start + one, start + other)
            for document, found, start in zip(documents, figures, firsts, strict=True)
            for one, other in taken_up(document, found)
        ]
        self.totals = Totals(
            documents, [version for version, _ in self.places], self.figures, of_number, self.limits
        )
        return settings

    def groups(self, statements: Sequence[dict[int, tuple[int, ...]]]) -> list[list[Place]]:
        """The groups of figures that state one fact, or contradict each other on it."""
        linked = self._linked(statements)
        settings = self._settings_of(linked)
        scores = self.evidence.agreeing(settings.one, settings.other, linked=True)[settings.of]
        agreeing = linked[scores > 0]
        sharing = self._sharing()
        sharing = sharing[~np.isin(sharing, agreeing)]
        others = self._settings_of(sharing)
        more = self.evidence.agreeing(others.one, others.other, linked=False)[others.of]
        pairs = np.concatenate([agreeing, sharing[more > 0]])
        self.groups_of.join(self._surest_first(pairs, np.concatenate([scores[scores > 0], more[more > 0]])))
        self.groups_of.join(self._taken_up)
        self.groups_of.join(self.totals.agreeing())
        against = self.evidence.contradicting(settings.one, settings.other)[settings.of]
        stated = self.groups_of.stated
        told = against >= 0
        contradicting = [
            (one, other)
            for one, other in chain(
                self._surest_first(linked[told], against[told]), self.totals.contradicting()
            )
            if not stated(one, other) and not self._is_set_apart(one, other)
        ]
        for one, other in contradicting:
            self.groups_of.join_against(one, other)
        return [
            [self.places[number] for number in sorted(group)] for group in self.groups_of.members.values()
        ]

    def _is_set_apart(self, one: int, other: int) -> bool:
        """Whether the sentences of two figures tell of two occasions: by other days, or ranks, that exclude each other.

        “5.1 percent in March”, “5.4 percent in April”; “the first suspect, 19”, “the second suspect, 24”. Nor do the days
        contradict each other then.
        """
        own = self.figures[one].kind
        for kind in MEASURES if own in OCCASIONS else OCCASIONS:
            here, there = self._beside(one, kind), self._beside(other, kind)
            if here and there and all(_exclude(a, b) for a in here for b in there):
                return True
        return False

    def _beside(self, number: int, kind: FigureKind) -> list[Figure]:
        """The other figures of a kind in a figure's sentence."""
        version, sentence = self.places[number][0], self.figures[number].sentence
        beside = [self.figures[k] for k in self.of_sentence[version, sentence] if k != number]
        return [figure for figure in beside if figure.kind == kind]

    def _linked(self, statements: Sequence[dict[int, tuple[int, ...]]]) -> Numbers:
        """Pairs of figures of a kind in sentences of one statement, ascending."""
        of_statements = (
            [
                number for version in sorted(statement) for sentence in statement[version]
                for number in self.of_sentence.get((version, sentence), ())
            ]
            for statement in statements
        )  # fmt: skip
        found = [np.empty(0, np.int64)]
        left = MOST_LINKED + 1
        for pairs in self._of_versions(of_statements):
            found.append(pairs[:left])
            left -= len(found[-1])
            if left <= 0:
                self.limits.hit(FEWER_FIGURES)
                break
        return np.unique(np.concatenate(found)[:MOST_LINKED])

    def _sharing(self) -> Numbers:
        """Pairs of figures of a kind and value, wherever they stand."""
        by_value: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
        for number, figure in enumerate(self.figures):
            by_value[figure.kind, bucket(figure, self.story)].append(number)
        few = [held for held in by_value.values() if len(held) <= MOST_SHARING]
        if len(few) < len(by_value):
            self.limits.hit(FEWER_FIGURES)
        return np.concatenate([np.empty(0, np.int64), *self._of_versions(few)])

    def _of_versions(self, groups: Iterable[list[int]]) -> Iterator[Numbers]:
        """Every two figures of a group that are of one kind and of different versions, in lots."""
        for one, other in _every_two(groups):
            fits = (self.version[one] != self.version[other]) & (self.kind[one] == self.kind[other])
            yield one[fits] * len(self.places) + other[fits]

    def _settings_of(self, pairs: Numbers) -> "_Settings":
        """Every two settings of the pairs, once, however many of these are of them."""
        one, other = self._apart(pairs)
        first, second = self.setting[one], self.setting[other]
        keys = np.minimum(first, second) * len(self.told) + np.maximum(first, second)
        _, at, of = np.unique(keys, return_index=True, return_inverse=True)
        return _Settings(first[at], second[at], of)

    def _apart(self, pairs: Numbers) -> tuple[Numbers, Numbers]:
        """The two figures of every pair."""
        one, other = np.divmod(pairs, max(1, len(self.places)))
        return one, other

    def _surest_first(self, pairs: Numbers, scores: Scores) -> Iterator[Place]:
        """The pairs by score from the highest down, then by number."""
        one, other = self._apart(pairs[np.lexsort((pairs, -scores))])
        return zip(one.tolist(), other.tolist(), strict=True)


class _Settings(NamedTuple):
    """Pairs of settings by number, and for each of some pairs of figures which it is of."""

    one: Numbers
    other: Numbers
    of: Numbers


def _exclude(one: Figure, other: Figure) -> bool:
    return relation(one.kind, one.value, other.value) == "exclude"


class _Groups:
    """Groups of figures, at first of one each.

    Of a group, `versions` has a bit set for each version, and `values` are numbers of values, in the order of these.
    """

    def __init__(self, version: Sequence[int], figures: Sequence[Figure], story: date | None) -> None:
        self._story = story
        self._values = sorted({(figure.kind, figure.value) for figure in figures})
        at = {value: number for number, value in enumerate(self._values)}
        self._version = [1 << one for one in version]
        self._excluding: dict[tuple[int, int], bool] = {}
        self.of = list(range(len(figures)))
        self.members = {number: [number] for number in self.of}
        self.versions = list(self._version)
        self.values = [{at[figure.kind, figure.value]} for figure in figures]

    def join(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Make one group of every two, in turn, unless values in them exclude each other."""
        of = self.of
        for one, other in pairs:
            a, b = of[one], of[other]
            if a != b and not self._excluded(a, b):
                self._join(a, b)

    def join_against(self, one: int, other: int) -> None:
        """The same although they do; no version may stand in both, as one that tells both values tells of two things."""
        a, b = self.of[one], self.of[other]
        if a != b and not self.versions[a] & self.versions[b]:
            self._join(a, b)

    def stated(self, one: int, other: int) -> bool:
        """Whether the version of one of two figures states what the other one does."""
        a, b = self.versions[self.of[one]], self.versions[self.of[other]]
        return bool(a & self._version[other] or b & self._version[one])

    def _join(self, a: int, b: int) -> None:
        if len(self.members[a]) < len(self.members[b]):
            a, b = b, a
        moved = self.members.pop(b)
        self.members[a] += moved
        self.versions[a] |= self.versions[b]
        self.values[a] |= self.values[b]
        for number in moved:
            self.of[number] = a

    def _excluded(self, a: int, b: int) -> bool:
        """Whether a value of the one group excludes one of the other."""
        pairs = product(sorted(self.values[a]), sorted(self.values[b]))
        return any(self._exclude(x, y) for x, y in islice(pairs, VALUES_COMPARED))

    def _exclude(self, x: int, y: int) -> bool:
        known = self._excluding.get((x, y))
        if known is None:
            (kind, one), (_, other) = self._values[x], self._values[y]
            ways = relation(kind, one, other, self._story), relation(kind, one, other)
            known = self._excluding[x, y] = "exclude" in ways
        return known


def _every_two(groups: Iterable[list[int]]) -> Iterator[tuple[Numbers, Numbers]]:
    """Every two of each group, in order, in lots of `AT_ONCE` pairs and what one member more makes."""
    held = list(groups)
    sizes = np.array(list(map(len, held)), np.int64)
    members = np.fromiter(chain.from_iterable(held), np.int64, sizes.sum())
    later = np.repeat(np.cumsum(sizes), sizes) - np.arange(1, len(members) + 1)  # in its own group
    lots = np.cumsum(later) // AT_ONCE
    for lot in np.split(np.arange(len(members)), np.flatnonzero(np.diff(lots)) + 1):
        first = np.repeat(lot, later[lot])
        steps = np.arange(len(first)) - np.repeat(np.cumsum(later[lot]) - later[lot], later[lot])
        yield members[first], members[first + 1 + steps]


def bucket(figure: Figure, story: date | None) -> str:
    """What equal values have in common, a date told from publication being taken as on the story's day."""
    return (story and figure.kind == "date" and on_day(figure.value, story)) or figure.value
