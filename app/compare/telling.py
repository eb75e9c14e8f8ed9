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
from itertools import chain, product, starmap
from operator import attrgetter
from sys import maxsize
from typing import Literal, NamedTuple, TypeVar

from app.compare.changes import title_changes
from app.compare.comparison import Change, Comparison, Link
from app.compare.figures.comparing import relation
from app.compare.figures.facts import group_figures
from app.compare.figures.figure import Fact, FactMember, FigureKind
from app.compare.figures.finding import find_figures
from app.compare.quotes.finding import find_quotations
from app.compare.quotes.quotation import QuoteMember, Utterance
from app.compare.quotes.utterances import find_utterances
from app.compare.statements import Statement
from app.compare.worth import WORTH, TellingKind, Worth, worth_alone
from app.text.document import Document
from app.text.words import is_word, split_words

MOST_LINKS = 2000
"""Links that are weighed: the earliest ones."""
READ_LENGTH = 30_000
"""Code points of either side in which figures and quotations are sought: whole sentences, the first ones; 5,000 words."""
MOST_FIGURES = 300
"""Figures of either side that are held against the other's: the first ones."""
MOST_QUOTATIONS = 200
"""The same for quotations."""
MOST_ALONE = 200
"""Sentences of each side alone that are weighed: the first ones."""
MOST_MEMBERS = 20
"""Figures of one fact, or quotations of one utterance, that are weighed on either side: the first ones."""
_LATE = 0.4
"""What is lost on the way from the head of the texts to their end, as a share."""
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
    return tuple(dict.fromkeys(one.telling for one in sorted(found, key=weigher.order)))


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
        self._read: dict[tuple[int, tuple[int, ...]], str] = {}
        self.counts = len(comparison.a.sentences), len(comparison.b.sentences)

    def all(self) -> Iterator[_Weighed]:
        """Everything that may be shown, weighed."""
        links = sorted(self.comparison.links, key=lambda link: (self._depth(link.a, link.b), -link.score))
        linked = _Linked(links[:MOST_LINKS])
        edits = [one for link in linked.links for one in self.in_link(link)]
        heads = _Heads(self.comparison)
        quoted = [one for one in heads.utterances() if not one.scare]
        alone = [("only_a", index) for index in self.comparison.only_a[:MOST_ALONE]]
        alone += [("only_b", index) for index in self.comparison.only_b[:MOST_ALONE]]
        found = chain(
            edits,
            self._figures(linked, heads.facts(self.published)),
            _in_quotations(edits, quoted),
            self._retold(linked, quoted),
        )
        yield from map(self._placed, found)
        yield from map(self._placed, starmap(self._alone, alone))
        yield from self._headline()

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
        worth = Worth(changes, self.texts, self.languages)
        for change in changes:
            weight, kind = worth.of(change)
            yield _Weighed(weight, replace(told, kind=kind, focus=change))
        if not changes:
            kind = "reworded" if link.kind == "reworded" else "moved" if link.moved else "same"
            yield _Weighed(WORTH[kind], replace(told, kind=kind))

    def _figures(self, linked: "_Linked", facts: Sequence[Fact]) -> Iterator[_Weighed]:
        """Linked sentences that give one fact in figures which exclude each other."""
        for fact in facts:
            if fact.agreement != "conflict":
                continue
            for one, other in _across(fact.members):
                if relation(fact.kind, one.figure.value, other.figure.value) != "exclude":
                    continue
                for link in linked.between(one.figure.sentence, other.figure.sentence):
                    spans = one.figure.start, one.figure.end, other.figure.start, other.figure.end
                    yield self._facing(link, _kind_of(fact.kind), spans)

    def _retold(self, linked: "_Linked", quoted: Sequence[Utterance]) -> Iterator[_Weighed]:
        """One utterance in other words, in linked sentences without changes: the changes between the two quotations."""
        for utterance in quoted:
            if utterance.agreement != "reworded":
                continue
            for one, other in _across(utterance.members):
                a, b = one.quotation, other.quotation
                for link in linked.between(a.sentence, b.sentence):
                    if not link.changes:
                        changes = title_changes(
                            self.texts[0][a.start : a.end], self.texts[1][b.start : b.end]
                        )
                        placed = tuple([_shifted(change, a.start, b.start) for change in changes])
                        yield from map(_as_quotation, self.in_link(replace(link, changes=placed)))

    def _facing(self, link: Link, kind: TellingKind, spans: tuple[int, int, int, int]) -> _Weighed:
        """Two passages of a link that stand against each other: the change that holds them both, else they alone."""
        a0, a1, b0, b1 = spans
        changes = [change for change in link.changes if change.op != "equal"]
        held = (c for c in changes if c.a_start < a1 and a0 < c.a_end and c.b_start < b1 and b0 < c.b_end)
        focus = next(held, None) or Change("replace", *spans)
        told = Telling(kind, link.a, link.b, tuple(changes) if focus in changes else (focus,), focus)
        return _Weighed(WORTH[kind] - (0.0 if link.changes else 0.5), told)

    def _headline(self) -> Iterator[_Weighed]:
        titles = self.comparison.a.title or "", self.comparison.b.title or ""
        found = self.comparison.title_changes
        changes = tuple([change for change in found if change.op != "equal"])
        shared = is_one_headline(self.comparison)
        worth = Worth(changes, titles, self.languages)
        for change in changes:
            told = Telling("headline", changes=changes, focus=change, in_headline=True)
            weight, kind = worth.of(change)
            if shared and kind != "print":
                kind = "headline" if kind == "words" else kind
                yield _Weighed(weight + _HEADLINE, replace(told, kind=kind))
            else:
                yield _Weighed(WORTH[kind if kind == "print" else "headline"], told)

    def _alone(self, kind: Literal["only_a", "only_b"], index: int) -> _Weighed:
        side = int(kind == "only_b")
        weight = WORTH[kind] + worth_alone(self._text(side, (index,)), self.languages[side])
        return _Weighed(weight, Telling(kind, b=(index,)) if side else Telling(kind, a=(index,)))

    def _placed(self, one: _Weighed) -> _Weighed:
        return one._replace(weight=one.weight * (1 - _LATE * self._depth(one.telling.a, one.telling.b)))

    def _depth(self, a: Sequence[int], b: Sequence[int]) -> float:
        """How far down both sides' texts something stands, in [0, 1); 0 for a headline."""
        depths = [side[0] / count for side, count in zip((a, b), self.counts, strict=True) if side]
        return sum(depths) / len(depths) if depths else 0.0

    def _text(self, side: int, indices: tuple[int, ...]) -> str:
        document = self.comparison.b if side else self.comparison.a
        if (side, indices) not in self._read:
            self._read[side, indices] = " ".join(map(document.sentence_text, indices))
        return self._read[side, indices]


class _Heads:
    """What both sides say at their heads, as far as the time goes that a picture or a page may take."""

    def __init__(self, comparison: Comparison) -> None:
        self.documents = _head(comparison.a), _head(comparison.b)
        self.statements = [Statement(((0, link.a), (1, link.b))) for link in comparison.links]

    def facts(self, published: tuple[str | None, str | None]) -> tuple[Fact, ...]:
        found = [
            find_figures(one, day)[:MOST_FIGURES] for one, day in zip(self.documents, published, strict=True)
        ]
        return group_figures(self.documents, published, found, self.statements)

    def utterances(self) -> tuple[Utterance, ...]:
        found = [find_quotations(one)[:MOST_QUOTATIONS] for one in self.documents]
        return find_utterances(self.documents, self.statements, found)


def _head(document: Document) -> Document:
    """The first sentences of a text, the last of which ends within `READ_LENGTH`."""
    if len(document.text) <= READ_LENGTH:
        return document
    count = bisect_right(document.sentences, READ_LENGTH, key=attrgetter("end"))
    kept = document.sentences[:count]
    text = document.text[: kept[-1].end if kept else 0]
    return replace(document, text=text, sentences=kept, words=split_words(text))


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


def _in_quotations(edits: Sequence[_Weighed], quoted: Sequence[Utterance]) -> Iterator[_Weighed]:
    """The changes that stand within quotations on both sides."""
    members = [member for utterance in quoted for member in utterance.members]
    left, right = (
        sorted([(one.quotation.start, one.quotation.end) for one in members if one.version == version])
        for version in (0, 1)
    )
    for one in edits:
        focus = one.telling.focus
        if focus and _within(focus.a_start, focus.a_end, left) and _within(focus.b_start, focus.b_end, right):
            yield _as_quotation(one)


def _within(start: int, end: int, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether a stretch lies in one of some spans, which are in order."""
    at = bisect_right(spans, (start, maxsize)) - 1
    return at >= 0 and spans[at][0] <= start and end <= spans[at][1]


def _shifted(change: Change, a: int, b: int) -> Change:
    return Change(change.op, change.a_start + a, change.a_end + a, change.b_start + b, change.b_end + b)


def _as_quotation(one: _Weighed) -> _Weighed:
    if one.telling.kind in {"print", "same", "moved", "reworded"}:
        return one
    return _Weighed(WORTH["quotation"] + one.weight / 4, replace(one.telling, kind="quotation"))


def _kind_of(kind: FigureKind) -> TellingKind:
    return "date" if kind == "date" else "figure"
