"""How far the engine finds the known edits of the newsroom again."""

from collections.abc import Iterable

from app.compare.comparison import Comparison, Link
from app.compare.engine import compare
from app.text.content import Block, Content
from app.text.document import Document, read_document
from app.text.words import split_words
from tests.compare.alignment_scores import Tally, answering
from tests.compare.newsroom import Paragraphs, Revision

SLACK = 3
"""Words beside an edit that may be marked with it, a side."""


def score(revisions: Iterable[Revision]) -> dict[str, float]:
    """How much of what is known is found.

    `links F1`: links between sentences. `moved F1`: sentences of moved paragraphs marked as moved, and no others.
    `untouched`: sentences neither edited nor moved that are said to be verbatim. `small edits`: exchanged words that are
    marked, with at most `SLACK` words more.
    """
    links, moved, untouched, small = Tally(), Tally(), Tally(), Tally()
    for revision in revisions:
        comparison = compare(document(revision.old), document(revision.new))
        found = linked(comparison, revision.old, revision.new)
        _count(links, found.keys(), revision.links)
        _count(moved, {j for (_, j), link in found.items() if link.moved}, revision.moved)
        old, new = ([s for p in side for s in p] for side in (revision.old, revision.new))
        alike = {(i, j) for i, j in revision.links if old[i] == new[j] and j not in revision.moved}
        _count(untouched, {key for key in alike if key in found and found[key].kind == "verbatim"}, alike)
        edited = {(i, j) for i, j in revision.links if j in revision.edits}
        _count(
            small,
            {k for k in edited if k in found and _marked(comparison, found[k], revision.edits[k[1]])},
            edited,
        )
    return {
        "links F1": links.f1(),
        "moved F1": moved.f1(),
        "untouched": untouched.recall(),
        "small edits": small.recall(),
    }


def document(paragraphs: Paragraphs) -> Document:
    return read_document(Content(tuple(Block("paragraph", " ".join(p)) for p in paragraphs)), language="en")


def linked(comparison: Comparison, old: Paragraphs, new: Paragraphs) -> dict[tuple[int, int], Link]:
    """The known sentences that the engine links."""
    back_a, back_b = answering(comparison.a, old), answering(comparison.b, new)
    return {
        (i, j): link
        for link in comparison.links
        for a in link.a
        for b in link.b
        for i in back_a[a]
        for j in back_b[b]
    }


def _count(tally: Tally, said: Iterable[object], wanted: Iterable[object]) -> None:
    given, due = set(said), set(wanted)
    tally.right += len(given & due)
    tally.said += len(given)
    tally.wanted += len(due)


def _marked(comparison: Comparison, link: Link, edit: tuple[str, str]) -> bool:
    changes = [c for c in link.changes if c.op != "equal"]
    sides = (
        " ".join(comparison.a.text[c.a_start : c.a_end] for c in changes),
        " ".join(comparison.b.text[c.b_start : c.b_end] for c in changes),
    )
    for shown, words in zip(sides, edit, strict=True):
        marked, due = split_words(shown).keys, split_words(words).keys
        if not set(due) <= set(marked) or len(marked) > len(due) + SLACK:
            return False
    return True
