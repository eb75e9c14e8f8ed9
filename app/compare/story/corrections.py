"""Corrections that did not spread: what a revision changed or cut, and a version that appeared later still has.

Only what can be seen in both texts counts. The later version, of another article, has the sentence from before the
revision word for word or edited, and

- a figure:  it gives the value from before, not the one from after; or the figures of all three are one fact
             (app.compare.figures);
- a cut:     the article no longer has the sentence, nor one that answers to the later version's; of words cut from within
             a sentence, at least `CUT_WORDS` in a row, the later version has all, in a row, in any sentence that answers;
- a wording: it has the sentence from before word for word.

A later version is one whose date is surely after the revision's; a revision that bears the date of the version before it
has none that could be trusted. What the article itself took back is no correction.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from app.compare.changes import word_changes
from app.compare.collation import Collation
from app.compare.comparison import Link
from app.compare.limits import Limits
from app.compare.story.periods import certainly_before
from app.compare.story.timeline import (
    Appearance,
    Evidence,
    FigureChange,
    Revision,
    articles,
    dated,
    revisions,
)
from app.compare.units import Passage
from app.text.document import Document
from app.text.words import is_word

CorrectionKind = Literal["figure", "cut", "wording"]
_KINDS: tuple[CorrectionKind, ...] = ("figure", "cut", "wording")
_NEAR = ("verbatim", "edited")
CUT_WORDS = 8
"""Words in a row that are enough to be known again where a sentence lost them."""


@dataclass(frozen=True, slots=True)
class Carrier:
    """The latest version of an article that still has what was corrected, in `sentences`.

    `latest`: the article has no later one.
    """

    version: int
    sentences: tuple[int, ...]
    latest: bool


@dataclass(frozen=True, slots=True)
class Correction:
    """What version `after` changed of `before`, the article's one before: the sentences of both (none for a cut).

    `figure` is there for a figure; `passage` for words cut from within a sentence: code points of the text before.
    `carriers` are the articles that still have what stood before.
    """

    kind: CorrectionKind
    before: int
    after: int
    old: tuple[int, ...]
    new: tuple[int, ...]
    figure: FigureChange | None = None
    passage: tuple[int, int] | None = None
    carriers: tuple[Carrier, ...] = ()


def unspread_corrections(collation: Collation, appearances: Sequence[Appearance]) -> tuple[Correction, ...]:
    """Every correction that some later version does not have: figures, then cuts, then wordings, each by time and place."""
    finder = _Finder(collation, appearances)
    found = [one for revision in revisions(collation, appearances) for one in finder.of(revision)]

    def when(one: Correction) -> tuple[int, float, tuple[int, ...], int]:
        period = appearances[one.after].period
        return _KINDS.index(one.kind), period.start if period else 0.0, one.old, one.before

    return tuple(sorted(found, key=when))


class _Finder:
    """Holds what the corrections of one collation are found from."""

    def __init__(self, collation: Collation, appearances: Sequence[Appearance]) -> None:
        self.collation = collation
        self.appearances = appearances
        self.evidence = Evidence(collation)
        self.articles = articles(appearances)
        self.periods = dated(appearances)
        self.facts = {
            (member.version, member.figure): fact
            for fact in collation.figures
            if fact.agreement == "conflict"
            for member in fact.members
        }

    def of(self, revision: Revision) -> list[Correction]:
        """The corrections of one revision that did not spread."""
        made = []
        for change in self._changes(revision):
            if any(self._carries(change, version) for version in self._following(change)):
                continue
            carriers = [self._carrier(change, versions) for versions in self.articles]
            held = tuple([carrier for carrier in carriers if carrier is not None])
            if held:
                made.append(replace(change, carriers=held))
        return made

    def _changes(self, revision: Revision) -> list[Correction]:
        """What a revision changed or cut, as corrections that nobody carries yet."""
        before, after = revision.before, revision.after
        links = self.evidence.links(before, after)
        kept = {at for link in links for at in link.a}
        made = [
            Correction("cut", before, after, (at,), ())
            for at in range(len(self.collation.documents[before].sentences))
            if at not in kept
        ]
        for link in links:
            if link.kind == "edited":
                figures = self.evidence.figure_changes(before, after, link)
                made += [Correction("figure", before, after, link.a, link.b, one) for one in figures]
                cuts = self._passages_cut(before, after, link)
                made += [Correction("cut", before, after, link.a, link.b, passage=one) for one in cuts]
                if not figures and not cuts:
                    made.append(Correction("wording", before, after, link.a, link.b))
        return made

    def _passages_cut(self, before: int, after: int, link: Link) -> list[tuple[int, int]]:
        """The stretches of enough words that an edited sentence lost, and that stand nowhere else in the version."""
        one, other = self.collation.documents[before], self.collation.documents[after]
        changes = word_changes(_passage(one, link.a), _passage(other, link.b), Limits())
        lost = [
            (change.a_start, change.a_end)
            for change in changes
            if change.op == "delete" and _count(_spelled(one, change.a_start, change.a_end)) >= CUT_WORDS
        ]
        kept = _spelled(other, 0, len(other.text)) if lost else ""
        return [stretch for stretch in lost if _spelled(one, *stretch) not in kept]

    def _following(self, change: Correction) -> list[int]:
        """The later versions of the article itself."""
        of = self.appearances[change.after]
        return [
            version
            for version, one in enumerate(self.appearances)
            if one.article == of.article and one.position > of.position
        ]

    def _carrier(self, change: Correction, versions: Sequence[int]) -> Carrier | None:
        """The latest version of another article that carries, if any does."""
        corrected = self.appearances[change.after]
        moment = self.periods.get(change.after)
        if moment is None or self.appearances[versions[0]].article == corrected.article:
            return None
        for version in reversed(versions):
            late = certainly_before(moment, self.appearances[version].period)
            if late and (held := self._carries(change, version)):
                return Carrier(version, held, latest=version == versions[-1])
        return None

    def _carries(self, change: Correction, version: int) -> tuple[int, ...]:
        """The sentences in which a version still has what was corrected; none where it has not."""
        links = self.evidence.links_of(change.before, version, change.old)
        if change.passage is not None:
            return self._with_words(
                change.before, change.passage, version, {at for link in links for at in link.b}
            )
        near = [link for link in links if link.kind in _NEAR]
        held = tuple(sorted({at for link in near for at in link.b}))
        if change.figure is not None:
            return self._with_value(change.figure, version, held) or self._with_fact(change, version)
        if change.kind == "cut":
            return () if self._answered(change.after, version, held) else held
        same = [link for link in near if link.kind == "verbatim"]
        whole = {at for link in same for at in link.a} >= set(change.old)
        return tuple(sorted({at for link in same for at in link.b})) if whole else ()

    def _with_words(
        self, before: int, passage: tuple[int, int], version: int, sentences: set[int]
    ) -> tuple[int, ...]:
        """Those of the sentences that have all the words of a passage in a row."""
        lost = _spelled(self.collation.documents[before], *passage)
        document = self.collation.documents[version]
        spans = {at: (document.sentences[at].start, document.sentences[at].end) for at in sentences}
        return tuple(sorted([at for at, span in spans.items() if lost in _spelled(document, *span)]))

    def _with_value(self, figure: FigureChange, version: int, sentences: tuple[int, ...]) -> tuple[int, ...]:
        """Those of the sentences that give the value from before, where none gives the one from after."""
        found = [one for one in self.evidence.figures(version, sentences) if one.kind == figure.kind]
        if any(one.value == figure.after.value for one in found):
            return ()
        return tuple(sorted({one.sentence for one in found if one.value == figure.before.value}))

    def _with_fact(self, change: Correction, version: int) -> tuple[int, ...]:
        """The sentences whose figures are one fact with those from before and after, with the value from before."""
        figure = change.figure
        if figure is None:
            return ()
        fact = self.facts.get((change.before, figure.before))
        if fact is None or fact is not self.facts.get((change.after, figure.after)):
            return ()
        own = [one.figure for one in fact.members if one.version == version]
        if any(one.value != figure.before.value for one in own):
            return ()
        return tuple(sorted({one.sentence for one in own}))

    def _answered(self, after: int, version: int, sentences: tuple[int, ...]) -> bool:
        """Whether the corrected version still says, in any wording, what these sentences of another one say."""
        return bool(self.evidence.links_of(version, after, sentences))


def _passage(document: Document, sentences: tuple[int, ...]) -> Passage:
    first, last = document.sentences[sentences[0]], document.sentences[sentences[-1]]
    return Passage(document.text, first.start, last.end, document.words, first.first_word, last.last_word)


def _spelled(document: Document, start: int, end: int) -> str:
    """The words of a stretch of text, each between two spaces, by their match forms."""
    words = document.words
    first, last = bisect_left(words.starts, start), bisect_left(words.starts, end)
    return "".join([f" {key} " for key in words.keys[first:last] if is_word(key)])


def _count(spelled: str) -> int:
    return len(spelled.split())
