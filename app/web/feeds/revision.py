"""What changed from one version to the next, in the words of the two."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from app.compare.comparison import Comparison, Link
from app.text.content import display_title
from app.text.document import Document
from app.web.library import StoredPair

MOST_CHANGES = 20
"""Changed sentences that an entry shows; how many more there are is said."""

Mark = Literal["same", "cut", "added"]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text that both versions have, or that was cut or added."""

    text: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class SentenceChange:
    """A sentence that was added, cut, edited word by word, or said anew, as `kind` says."""

    kind: Literal["added", "cut", "edited", "reworded"]
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Revision:
    """What a version changed: `summary` in numbers; its headline before, where that was another; sentences in order.

    `left_out` are the changes beyond `MOST_CHANGES`.
    """

    summary: str
    old_title: str | None
    new_title: str
    changes: tuple[SentenceChange, ...]
    left_out: int


def revision(pair: StoredPair) -> Revision:
    """What the second of two versions changed of the first."""
    old, new = display_title(pair.a.content), display_title(pair.b.content)
    changes = _in_order(pair.comparison)
    return Revision(
        summary=_summary(changes, pair.comparison.summary.moved, old != new),
        old_title=old if old != new else None,
        new_title=new,
        changes=tuple(changes[:MOST_CHANGES]),
        left_out=max(0, len(changes) - MOST_CHANGES),
    )


def _summary(changes: list[SentenceChange], moved: int, new_headline: bool) -> str:
    kinds = [change.kind for change in changes]
    counts = [(kinds.count(kind), kind) for kind in ("added", "cut", "edited", "reworded")] + [
        (moved, "moved")
    ]
    said = ["new headline"] if new_headline else []
    said += [f"{count} sentence{'' if count == 1 else 's'} {word}" for count, word in counts if count]
    if not said:
        return "No sentence was changed."
    return f"{'; '.join(said).capitalize()}."


def _in_order(comparison: Comparison) -> list[SentenceChange]:
    """The changes by place in the new version, what was cut last."""
    found: list[tuple[int, SentenceChange]] = []
    for link in comparison.links:
        if link.kind != "verbatim":
            change = _linked(comparison, link)
            if any(stretch.mark != "same" for stretch in change.stretches):
                found.append((link.b[0], change))
    found += [(at, SentenceChange("added", (_whole(comparison.b, at, "added"),))) for at in comparison.only_b]
    found.sort(key=lambda one: one[0])
    cut = [SentenceChange("cut", (_whole(comparison.a, at, "cut"),)) for at in comparison.only_a]
    return [change for _, change in found] + cut


def _linked(comparison: Comparison, link: Link) -> SentenceChange:
    if link.kind == "edited" and link.changes:
        return SentenceChange("edited", tuple(_words(comparison, link)))
    old = tuple(_whole(comparison.a, at, "cut") for at in link.a)
    return SentenceChange("reworded", old + tuple(_whole(comparison.b, at, "added") for at in link.b))


def _words(comparison: Comparison, link: Link) -> Iterator[Stretch]:
    for change in link.changes:
        a = comparison.a.text[change.a_start : change.a_end]
        b = comparison.b.text[change.b_start : change.b_end]
        if change.op == "equal":
            yield Stretch(b, "same")
            continue
        if a.strip():
            yield Stretch(a, "cut")
        if b.strip():
            yield Stretch(b, "added")


def _whole(document: Document, sentence: int, mark: Mark) -> Stretch:
    return Stretch(document.sentence_text(sentence), mark)
