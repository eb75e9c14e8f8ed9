"""The most telling change of a comparison: the one that a reader with room for a single one should see.

Every place where the two sides differ is weighed, and the heaviest wins:

1. a figure that excludes the other's, a negation on one side only, a quotation in other words     the kind decides
2. other changed words: by how rare they are in the language (app.text.rarity), inflections little     stray → feral
3. sentences that one side has alone; sentences said differently; sentences moved                   for want of words
4. changes of marks and capitals, by which nothing is told                                         for want of all else

What stands early in the texts weighs more than what stands late, as news puts first what matters. Headlines that have words
in common are weighed as a sentence before the first. The weights are set by hand, and held by labelled cases
(tests/compare/test_telling.py).
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, product
from sys import maxsize
from typing import Literal, NamedTuple, TypeVar

from app.compare.borders import is_kin
from app.compare.changes import title_changes
from app.compare.comparison import Change, Comparison, Link
from app.compare.figures.between import facts_between
from app.compare.figures.comparing import relation
from app.compare.figures.figure import FactMember, FigureKind
from app.compare.negations import negations
from app.compare.quotes.between import utterances_between
from app.compare.quotes.quotation import QuoteMember
from app.text.rarity import word_rarity
from app.text.words import is_word, split_words

TellingKind = Literal[
    "figure", "date", "negation", "quotation", "headline", "words", "only_a", "only_b", "reworded", "moved", "print", "same"
]  # fmt: skip

MOST_LINKS = 2000
"""Links that are weighed: the earliest ones."""
MOST_ALONE = 200
"""Sentences of each side alone that are weighed: the first ones."""
MOST_MEMBERS = 20
"""Figures of one fact, or quotations of one utterance, that are weighed on either side: the first ones."""
LONG_CHANGE = 30
"""Words of a change from which it takes more room than one can look at."""
_LATE = 0.4
"""What is lost on the way from the head of the texts to their end, as a share."""
_WORTH: dict[TellingKind, float] = {
    "figure": 6.0, "negation": 5.0, "quotation": 4.0, "date": 3.5, "only_a": 0.8, "only_b": 0.8,
    "reworded": 0.6, "moved": 0.3, "headline": 0.2, "print": 0.1, "words": 0.0, "same": 0.0,
}  # fmt: skip
_DIGITS_ALONE = 4.5
"""Of a change of digits that may still mean the same figure."""
_MOST_WORDS, _HALF_WORDS = 3.0, 1.5
"""What changed words are worth at most, and how much rarity together makes half of it."""
_INFLECTED = 0.25
"""The part of its rarity that a word counts where the other side has it in another form."""
_DENIED_ALONE = 1.6
"""Rarity of all that a change holds, up to which a negation in it is what it is about."""
_HEADLINE = 0.5
"""Added for standing in the headline."""
_SAME_HEADLINE = 0.5
"""Share of the shorter headline's words that both have, from which one is the other, edited."""


Member = TypeVar("Member", FactMember, QuoteMember)


@dataclass(frozen=True, slots=True)
class Telling:
    """The sentences of either side to show, what differs in them, and which of that is meant.

    `changes` (none of them `equal`) and `focus`, one of them, are offsets into the compared texts, or into the titles
    where the place is the headline: `in_headline`, and `a` and `b` are empty. `same`: there is nothing to show.
    """

    kind: TellingKind
    a: tuple[int, ...] = ()
    b: tuple[int, ...] = ()
    changes: tuple[Change, ...] = ()
    focus: Change | None = None
    in_headline: bool = False


class _Weighed(NamedTuple):
    weight: float
    telling: Telling


def most_telling(comparison: Comparison, published: tuple[str | None, str | None] = (None, None)) -> Telling:
    """The most telling change; `published` are both sides' dates (ISO 8601). Swapping the sides mirrors it."""
    return next(iter(by_telling(comparison, published)), Telling("same"))


def by_telling(
    comparison: Comparison, published: tuple[str | None, str | None] = (None, None)
) -> tuple[Telling, ...]:
    """All changes, the most telling first; of one sentence there may be several. Swapping the sides mirrors them."""
    weigher = _Weigher(comparison, published)
    found = [one for one in weigher.all() if one.weight > 0]
    return tuple([one.telling for one in sorted(found, key=weigher.order)])


def told_by(comparison: Comparison, link: Link) -> Telling:
    """A link as what is to be shown, with the most telling of its changes as the focus."""
    return max(_Weigher(comparison, (None, None)).in_link(link), key=lambda one: one.weight).telling


def is_one_headline(comparison: Comparison) -> bool:
    """Whether one headline is the other, edited: so many of the shorter one's words stay."""
    titles = comparison.a.title or "", comparison.b.title or ""
    same = (titles[0][c.a_start : c.a_end] for c in comparison.title_changes if c.op == "equal")
    stays, *sides = (sum(map(is_word, split_words(text).keys)) for text in (" ".join(same), *titles))
    return stays >= max(1, min(sides) * _SAME_HEADLINE)


class _Weigher:
    def __init__(self, comparison: Comparison, published: tuple[str | None, str | None]) -> None:
        self.comparison = comparison
        self.published = published
        self.texts = comparison.a.text, comparison.b.text
        self.languages = comparison.a.language, comparison.b.language
        self.counts = len(comparison.a.sentences), len(comparison.b.sentences)

    def all(self) -> Iterator[_Weighed]:
        """Everything that may be shown, weighed."""
        links = sorted(self.comparison.links, key=lambda link: (self._depth(link.a, link.b), -link.score))
        links = links[:MOST_LINKS]
        for link in links:
            for one in self.in_link(link):
                yield self._placed(one)
        by_sentence = _Linked(links)
        for one in chain(self._figures(by_sentence), self._quotations(by_sentence)):
            yield self._placed(one)
        yield from self._headline()
        for index in self.comparison.only_a[:MOST_ALONE]:
            yield self._placed(self._alone("only_a", index))
        for index in self.comparison.only_b[:MOST_ALONE]:
            yield self._placed(self._alone("only_b", index))

    def order(self, one: _Weighed) -> tuple[object, ...]:
        """By weight, then by place, then by what is printed: the same whichever side is left."""
        told = one.telling
        focus = [] if told.focus is None else sorted([told.focus.a_start, told.focus.b_start])
        printed = sorted([self._text(0, told.a), self._text(1, told.b)])
        return -round(one.weight, 6), round(self._depth(told.a, told.b), 6), printed, focus

    def in_link(self, link: Link) -> Iterator[_Weighed]:
        """The changes of a link one by one, each as the focus; for a link without any, the link."""
        changes = tuple([change for change in link.changes if change.op != "equal"])
        told = Telling("words", link.a, link.b, changes)
        elsewhere = _words_of(changes, self.texts)
        for change in changes:
            weight, kind = self._change(change, self.texts, elsewhere)
            yield _Weighed(weight, replace(told, kind=kind, focus=change))
        if not changes:
            kind = "moved" if link.moved else "reworded" if link.kind == "reworded" else "same"
            yield _Weighed(_WORTH[kind], replace(told, kind=kind))

    def _change(
        self, change: Change, texts: tuple[str, str], elsewhere: tuple[frozenset[str], frozenset[str]]
    ) -> tuple[float, TellingKind]:
        """What one change is worth by its words alone; those that change `elsewhere` on the other side only moved."""
        a, b = texts[0][change.a_start : change.a_end], texts[1][change.b_start : change.b_end]
        keys_a, keys_b = split_words(a).keys, split_words(b).keys
        words_a, words_b = map(_words, (keys_a, keys_b))
        if words_a <= elsewhere[1] and words_b <= elsewhere[0]:
            return _WORTH["print"], "print"
        length = max(len(keys_a), len(keys_b))
        scale = 1.0 if length < LONG_CHANGE else 0.5
        digits = _digits(words_a - elsewhere[1]), _digits(words_b - elsewhere[0])
        if all(digits) and digits[0] != digits[1]:
            return _DIGITS_ALONE * scale, "figure"
        if digits[0] == digits[1]:  # 11:42 p.m. and 11.42pm
            words_a, words_b = _without_digits(words_a), _without_digits(words_b)
        told = self._told(words_a, elsewhere[1], 0) + self._told(words_b, elsewhere[0], 1)
        denied = negations(a, keys_a, self.languages[0]), negations(b, keys_b, self.languages[1])
        if (denied[0] == 0) != (denied[1] == 0) and told < _DENIED_ALONE:
            return _WORTH["negation"], "negation"
        one_sided = 0.8 if not words_a or not words_b else 1.0
        return _saturated(told) * scale * one_sided + _WORTH["print"], "words"

    def _told(self, words: frozenset[str], others: frozenset[str], side: int) -> float:
        """How much one side's own words tell: their rarity together."""
        own = sorted(words - others)
        rarity = word_rarity(tuple(own), self.languages[side])
        return sum(
            rare * (_INFLECTED if any(is_kin(word, other) for other in others) else 1.0)
            for word, rare in zip(own, rarity, strict=True)
        )

    def _figures(self, linked: "_Linked") -> Iterator[_Weighed]:
        """Linked sentences that give one fact in figures which exclude each other."""
        for fact in facts_between(self.comparison, self.published):
            if fact.agreement != "conflict":
                continue
            for one, other in _across(fact.members):
                if relation(fact.kind, one.figure.value, other.figure.value) != "exclude":
                    continue
                for link in linked.between(one.figure.sentence, other.figure.sentence):
                    spans = one.figure.start, one.figure.end, other.figure.start, other.figure.end
                    yield self._facing(link, _kind_of(fact.kind), spans)

    def _quotations(self, linked: "_Linked") -> Iterator[_Weighed]:
        """What linked sentences quote in different words: changes within quotations, or one utterance told otherwise."""
        utterances = [one for one in utterances_between(self.comparison) if not one.scare]
        for utterance in utterances:
            for one, other in _across(utterance.members):
                said = one.quotation, other.quotation
                for link in linked.between(said[0].sentence, said[1].sentence):
                    if not link.changes and utterance.agreement == "reworded":
                        yield from self._retold(
                            link, (said[0].start, said[0].end, said[1].start, said[1].end)
                        )
        quoted = [
            sorted(
                (m.quotation.start, m.quotation.end)
                for one in utterances
                for m in one.members
                if m.version == side
            )
            for side in (0, 1)
        ]
        for link in linked.links:
            for weighed in self.in_link(link):
                focus = weighed.telling.focus
                if (
                    focus
                    and _within(focus.a_start, focus.a_end, quoted[0])
                    and _within(focus.b_start, focus.b_end, quoted[1])
                ):
                    yield _as_quotation(weighed)

    def _retold(self, link: Link, spans: tuple[int, int, int, int]) -> Iterator[_Weighed]:
        """Two quotations of a link without changes: the changes between them."""
        a0, a1, b0, b1 = spans
        found = title_changes(self.texts[0][a0:a1], self.texts[1][b0:b1])
        changes = [Change(c.op, c.a_start + a0, c.a_end + a0, c.b_start + b0, c.b_end + b0) for c in found]
        yield from map(_as_quotation, self.in_link(replace(link, changes=tuple(changes))))

    def _facing(self, link: Link, kind: TellingKind, spans: tuple[int, int, int, int]) -> _Weighed:
        """Two passages of a link that stand against each other: the change that holds them both, else they alone."""
        a0, a1, b0, b1 = spans
        changes = [change for change in link.changes if change.op != "equal"]
        held = (c for c in changes if c.a_start < a1 and a0 < c.a_end and c.b_start < b1 and b0 < c.b_end)
        focus = next(held, None) or Change("replace", *spans)
        told = Telling(kind, link.a, link.b, tuple(changes) if focus in changes else (focus,), focus)
        return _Weighed(_WORTH[kind] - (0.0 if link.changes else 0.5), told)

    def _headline(self) -> Iterator[_Weighed]:
        titles = self.comparison.a.title or "", self.comparison.b.title or ""
        found = self.comparison.title_changes
        changes = tuple([change for change in found if change.op != "equal"])
        shared = is_one_headline(self.comparison)
        elsewhere = _words_of(changes, titles)
        for change in changes:
            told = Telling("headline", changes=changes, focus=change, in_headline=True)
            weight, kind = self._change(change, titles, elsewhere)
            if shared and kind != "print":
                kind = "headline" if kind == "words" else kind
                yield _Weighed(weight + _HEADLINE, replace(told, kind=kind))
            else:
                yield _Weighed(_WORTH[kind if kind == "print" else "headline"], told)

    def _alone(self, kind: Literal["only_a", "only_b"], index: int) -> _Weighed:
        side, place = (0, "a") if kind == "only_a" else (1, "b")
        words = _words(split_words(self._text(side, (index,))).keys)
        weight = _WORTH[kind] + _saturated(self._told(words, frozenset(), side)) / _MOST_WORDS
        return _Weighed(weight, Telling(kind, **{place: (index,)}))  # type: ignore[arg-type]

    def _placed(self, one: _Weighed) -> _Weighed:
        return one._replace(weight=one.weight * (1 - _LATE * self._depth(one.telling.a, one.telling.b)))

    def _depth(self, a: Sequence[int], b: Sequence[int]) -> float:
        """How far down both sides' texts something stands, in [0, 1); 0 for a headline."""
        depths = [side[0] / count for side, count in zip((a, b), self.counts, strict=True) if side]
        return sum(depths) / len(depths) if depths else 0.0

    def _text(self, side: int, indices: Sequence[int]) -> str:
        document = self.comparison.b if side else self.comparison.a
        return " ".join(map(document.sentence_text, indices))


class _Linked:
    """Links by the sentences that stand in them."""

    def __init__(self, links: Sequence[Link]) -> None:
        self.links = links
        self._by: dict[tuple[int, int], list[Link]] = {}
        for link in links:
            for pair in product(link.a, link.b):
                self._by.setdefault(pair, []).append(link)

    def between(self, a: int, b: int) -> Sequence[Link]:
        return self._by.get((a, b), ())


def _across(members: Sequence[Member]) -> Iterator[tuple[Member, Member]]:
    """Every member of the left with every one of the right, of the first `MOST_MEMBERS` of each."""
    left, right = ([one for one in members if one.version == version][:MOST_MEMBERS] for version in (0, 1))
    return product(left, right)


def _within(start: int, end: int, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether a stretch lies in one of some spans, which are in order."""
    at = bisect_right(spans, (start, maxsize)) - 1
    return at >= 0 and spans[at][0] <= start and end <= spans[at][1]


def _as_quotation(one: _Weighed) -> _Weighed:
    if one.telling.kind in {"print", "same", "moved", "reworded"}:
        return one
    return _Weighed(_WORTH["quotation"] + one.weight / 4, replace(one.telling, kind="quotation"))


def _kind_of(kind: FigureKind) -> TellingKind:
    return "date" if kind == "date" else "figure"


def _words_of(changes: Sequence[Change], texts: tuple[str, str]) -> tuple[frozenset[str], frozenset[str]]:
    """The words in changes, of either side."""
    a = (texts[0][change.a_start : change.a_end] for change in changes)
    b = (texts[1][change.b_start : change.b_end] for change in changes)
    left, right = (_words(split_words("\n".join(side)).keys) for side in (a, b))
    return left, right


def _words(keys: Sequence[str]) -> frozenset[str]:
    """The words among some keys; U.S. and US are one."""
    return frozenset(key.replace(".", "") for key in keys if is_word(key))


def _digits(words: frozenset[str]) -> list[str]:
    """The figures among some words, without what sets them in type: 11:42 and 11.42 are one."""
    found = ("".join(filter(str.isdigit, word)) for word in words)
    return sorted(filter(None, found))


def _without_digits(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in words if not any(map(str.isdigit, word)))


def _saturated(told: float) -> float:
    return _MOST_WORDS * told / (told + _HALF_WORDS)
