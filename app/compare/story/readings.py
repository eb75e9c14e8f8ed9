"""One version as base text with the readings of others: for every sentence how each of them says it, or that it does not.

A sentence’s reading is its primary counterpart. A word counts the versions in whose comparison with the base it is in a
change. A counterpart that is reworded as a whole counts for the sentence and for none of its words: to mark them all would
hide the words that others edit. What is only printed differently (case, kinds of quote) is the same.

    base        The gate | jammed at | 11:42 p.m.        differing: 2
    edited      The gate | stuck at  | 11:42 p.m.        jammed: 1
    reworded    It would not close before midnight
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, NamedTuple

from app.compare.comparison import Change, Comparison, Link
from app.compare.primary import primaries
from app.compare.tints import same_words
from app.text.document import Document
from app.text.normalize import typographic_form

VariantKind = Literal["edited", "reworded"]
STEPS = 5
"""Steps of the scale on which counts of versions are shown."""


class Heat(NamedTuple):
    """`[start, end)` of the base text, and in how many versions’ edits of its sentence it is said differently.

    An empty one is a place where so many versions have words that the base has not.
    """

    start: int
    end: int
    versions: int


class Words(NamedTuple):
    """`[start, end)` of one text: of the other's what it has as the base has or `added`, of the base's what it `cut`."""

    kind: Literal["same", "cut", "added"]
    start: int
    end: int


class Reader(NamedTuple):
    """A version that has a reading, by index, and its link; the base is side `a` of it."""

    version: int
    link: Link


@dataclass(frozen=True, slots=True)
class Variant:
    """A wording that is not the base's, and all that have it, word for word and mark for mark, as typesetting goes."""

    kind: VariantKind
    readers: tuple[Reader, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence of the base: the versions that say the `same`, those that have it differently, and in which it is `absent`.

    `heats` cover the sentence in order and without a gap. Of `variants`, the one of most versions comes first.
    """

    heats: tuple[Heat, ...]
    same: tuple[Reader, ...]
    variants: tuple[Variant, ...]
    absent: tuple[int, ...]

    @property
    def differing(self) -> int:
        """How many versions say it differently."""
        return sum(len(variant.readers) for variant in self.variants)


def read_against(base: Document, comparisons: Mapping[int, Comparison]) -> tuple[Reading, ...]:
    """The readings of every sentence of a base; `comparisons` are those of the base (their side `a`) with each version."""
    others = [_Other(version, comparison) for version, comparison in sorted(comparisons.items())]
    return tuple([_reading(base, sentence, others) for sentence in range(len(base.sentences))])


def worded(comparison: Comparison, link: Link) -> tuple[Words, ...]:
    """The wording of side `b` of a link in one line with what it leaves out of side `a`, in reading order.

    Of a link without word changes, all of `b` in one. What is only printed differently is the same.
    """
    sentences = comparison.b.sentences
    if link.kind == "reworded":
        return (Words("same", sentences[link.b[0]].start, sentences[link.b[-1]].end),)
    made: list[Words] = []
    for change in link.changes:
        differs = _differs(comparison, change)
        if differs and change.op != "insert":
            made.append(Words("cut", change.a_start, change.a_end))
        made.append(Words("added" if differs else "same", change.b_start, change.b_end))
    return tuple([one for one in made if one.start < one.end])


def scale(versions: int) -> tuple[range, ...]:
    """The counts from 1 to `versions` in at most `STEPS` steps, one count to a step where there are no more.

    >>> scale(7)
    (range(1, 2), range(2, 3), range(3, 5), range(5, 6), range(6, 8))
    """
    steps = min(versions, STEPS)
    borders = [1 + step * versions // steps for step in range(steps)] + [versions + 1] if steps else []
    return tuple([range(first, stop) for first, stop in pairwise(borders)])


class _Difference(NamedTuple):
    """Where a version differs from a sentence: stretches of it, and places where it has more."""

    stretches: tuple[tuple[int, int], ...]
    places: tuple[int, ...]


class _Other:
    """A version beside the base, with what every sentence of the base needs of it."""

    def __init__(self, version: int, comparison: Comparison) -> None:
        self.version = version
        self.comparison = comparison
        self.primary, _ = primaries(comparison.links)

    def link(self, sentence: int) -> Link | None:
        number = self.primary.get(sentence)
        return None if number is None else self.comparison.links[number]

    def difference(self, sentence: int, link: Link) -> _Difference:
        """What the version changes in a sentence; of a link of several, in this one."""
        base = self.comparison.a
        one = base.sentences[sentence]
        if link.kind == "reworded":
            return _Difference((), ())
        behind = base.sentences[sentence + 1].start if sentence != link.a[-1] else len(base.text) + 1
        stretches: list[tuple[int, int]] = []
        places: list[int] = []
        for change in link.changes:
            if change.a_start >= behind or change.a_end < one.start or not _differs(self.comparison, change):
                continue
            start, end = _inked(base.text, max(change.a_start, one.start), min(change.a_end, one.end))
            if start < end:
                stretches.append((start, end))
            elif change.a_start >= one.start:
                places.append(min(change.a_start, one.end))
        return _Difference(tuple(stretches), tuple(places))

    def wording(self, link: Link) -> object:
        """Equal for what is worded the same, in reply to the same sentences of the base."""
        text, sentences = self.comparison.b.text, self.comparison.b.sentences
        said = text[sentences[link.b[0]].start : sentences[link.b[-1]].end]
        return link.kind, link.a, " ".join(typographic_form(said).split())


def _differs(comparison: Comparison, change: Change) -> bool:
    """Whether words are cut, added or others; not where they are only printed differently."""
    if change.op == "equal":
        return False
    a = comparison.a.text[change.a_start : change.a_end]
    b = comparison.b.text[change.b_start : change.b_end]
    return not same_words(a, b)


def _inked(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch without the white space at its ends."""
    part = text[start:end]
    return start + len(part) - len(part.lstrip()), start + len(part.rstrip())


def _reading(base: Document, sentence: int, others: Sequence[_Other]) -> Reading:
    same: list[Reader] = []
    absent: list[int] = []
    differences: list[_Difference] = []
    variants: dict[object, list[Reader]] = {}
    for other in others:
        link = other.link(sentence)
        if link is None:
            absent.append(other.version)
            continue
        difference = other.difference(sentence, link)
        if link.kind == "reworded" or difference.stretches or difference.places:
            differences.append(difference)
            variants.setdefault(other.wording(link), []).append(Reader(other.version, link))
        else:
            same.append(Reader(other.version, link))
    one = base.sentences[sentence]
    made = [Variant(_kind(readers[0].link), tuple(readers)) for readers in variants.values()]
    return Reading(
        heats=tuple(_heats(one.start, one.end, differences)),
        same=tuple(same),
        variants=tuple(sorted(made, key=lambda variant: (-len(variant.readers), variant.kind))),
        absent=tuple(absent),
    )


def _kind(link: Link) -> VariantKind:
    return "reworded" if link.kind == "reworded" else "edited"


def _heats(start: int, end: int, differences: Sequence[_Difference]) -> Iterator[Heat]:
    """The stretches between all borders, neighbours of one count joined, and the places where others have more."""
    stretches = [stretch for one in differences for stretch in one.stretches]
    rises = Counter(first for first, _ in stretches)
    falls = Counter(stop for _, stop in stretches)
    places = Counter(place for one in differences for place in set(one.places))
    at, count = start, 0
    for border in sorted({start, end, *rises, *falls, *places}):
        change = rises[border] - falls[border]
        if at < border and (change or places[border] or border == end):
            yield Heat(at, border, count)
            at = border
        if places[border]:
            yield Heat(border, border, places[border])
        count += change
