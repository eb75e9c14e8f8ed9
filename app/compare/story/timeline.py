"""When versions appeared, and what each revision of an article changed."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from app.compare.collation import Collation
from app.compare.comparison import Link
from app.compare.figures.figure import Figure, FigureKind
from app.compare.links import Links
from app.compare.reading import printed
from app.compare.story.periods import Period, of_revisions


@dataclass(frozen=True, slots=True)
class Appearance:
    """A version among the others: its article and outlet (any numbers), its place among the article's versions, its moment.

    `period` is None where no date is known, and has no end where the date is not the version's own: that may be known from
    versions that are not among these.
    """

    article: int
    outlet: int
    position: int
    period: Period | None


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A figure of one version that stands with another value in the same sentence of the next."""

    kind: FigureKind
    before: Figure
    after: Figure


@dataclass(frozen=True, slots=True)
class Revision:
    """What became of version `before` in `after`, the article's next: counts of sentences.

    `added` and `cut` are without a counterpart. A sentence that is `moved` may be edited or reworded too.
    """

    before: int
    after: int
    added: int
    cut: int
    edited: int
    reworded: int
    moved: int
    headline: bool
    """Whether the headline reads differently."""
    figures: tuple[FigureChange, ...]

    @property
    def unchanged(self) -> bool:
        """Whether headline and sentences are the same throughout."""
        return not (self.headline or self.added or self.cut or self.edited or self.reworded or self.moved)


class Evidence:
    """What a collation holds of links and figures, ready to be looked up."""

    def __init__(self, collation: Collation) -> None:
        self._links = {(pair.i, pair.j): pair.links for pair in collation.pairs}
        self._from: dict[tuple[int, int], dict[int, list[Link]]] = {}
        self._figures: defaultdict[tuple[int, int], list[Figure]] = defaultdict(list)
        for fact in collation.figures:
            for member in fact.members:
                self._figures[member.version, member.figure.sentence].append(member.figure)

    def links(self, one: int, other: int) -> Links:
        """The links of two versions, with `one` as their side `a`."""
        if (one, other) not in self._links:
            held = self._links.get((other, one))
            self._links[one, other] = held.mirrored() if held is not None else Links.of(())
        return self._links[one, other]

    def links_of(self, one: int, other: int, sentences: Iterable[int]) -> list[Link]:
        """Those links of two versions that hold any of some sentences of `one`, their side `a`, each once, in order."""
        if (one, other) not in self._from:
            held = self._from[one, other] = {}
            for link in self.links(one, other):
                for at in link.a:
                    held.setdefault(at, []).append(link)
        found = self._from[one, other]
        links = [link for at in sentences for link in found.get(at, ())]
        return links if len(links) < 2 else list(dict.fromkeys(links))

    def figures(self, version: int, sentences: Iterable[int]) -> list[Figure]:
        """The figures in some sentences of a version, by place."""
        found = [figure for sentence in sentences for figure in self._figures.get((version, sentence), ())]
        return sorted(found, key=lambda figure: (figure.start, figure.end, figure.kind))

    def figure_changes(self, one: int, other: int, link: Link) -> tuple[FigureChange, ...]:
        """The figures of an edited link whose value differs, paired in order.

        Of each kind there must be as many on both sides: otherwise one was added or cut, and none can be said to stand for
        another. What is printed the same did not change, though it may be resolved against another date.
        """
        if link.kind != "edited":
            return ()
        before, after = self.figures(one, link.a), self.figures(other, link.b)
        kinds = dict.fromkeys(figure.kind for figure in before)
        return tuple([change for kind in kinds for change in _paired(kind, before, after)])


def revisions(collation: Collation, appearances: Sequence[Appearance]) -> tuple[Revision, ...]:
    """Every version with the next of its article, by article (in the order of their first versions), then by position."""
    evidence = Evidence(collation)
    return tuple(
        [
            _revision(collation, evidence, before, after)
            for versions in articles(appearances)
            for before, after in pairwise(versions)
        ]
    )


def dated(appearances: Sequence[Appearance]) -> dict[int, Period]:
    """When versions appeared, of those that have a date of their own (app.compare.story.periods.of_revisions), by index."""
    return {
        version: period
        for versions in articles(appearances)
        for version, period in zip(
            versions, of_revisions([appearances[one].period for one in versions]), strict=True
        )
        if period is not None and period.ended
    }


def articles(appearances: Sequence[Appearance]) -> list[list[int]]:
    """The versions of each article, by position; the articles by their first version's index."""
    order = sorted(
        range(len(appearances)),
        key=lambda version: (appearances[version].article, appearances[version].position),
    )
    groups = [list(group) for _, group in groupby(order, key=lambda version: appearances[version].article)]
    return sorted(groups, key=min)


def _revision(collation: Collation, evidence: Evidence, before: int, after: int) -> Revision:
    links = evidence.links(before, after)
    one, other = collation.documents[before], collation.documents[after]
    return Revision(
        before=before,
        after=after,
        added=len(other.sentences) - len({at for link in links for at in link.b}),
        cut=len(one.sentences) - len({at for link in links for at in link.a}),
        edited=len({at for link in links if link.kind == "edited" for at in link.b}),
        reworded=len({at for link in links if link.kind == "reworded" for at in link.b}),
        moved=len({at for link in links if link.moved for at in link.b}),
        headline=printed(one.title or "") != printed(other.title or ""),
        figures=tuple([one for link in links for one in evidence.figure_changes(before, after, link)]),
    )


def _paired(kind: FigureKind, before: Sequence[Figure], after: Sequence[Figure]) -> list[FigureChange]:
    old = _unlike(kind, before, after)
    new = _unlike(kind, after, before)
    if len(old) != len(new):
        return []
    return [FigureChange(kind, one, other) for one, other in zip(old, new, strict=True)]


def _unlike(kind: FigureKind, figures: Sequence[Figure], others: Sequence[Figure]) -> list[Figure]:
    """The figures of a kind whose value, and print, none of the others has; each value once."""
    values = {figure.value for figure in others if figure.kind == kind}
    prints = {printed(figure.text) for figure in others}
    unlike: dict[str, Figure] = {}
    for figure in figures:
        if figure.kind == kind and figure.value not in values and printed(figure.text) not in prints:
            unlike.setdefault(figure.value, figure)
    return list(unlike.values())
