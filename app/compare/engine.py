"""The comparison of two documents.

The work is done in one direction, chosen by the texts themselves, and mirrored where the caller's is the other one. So
swapping the sides mirrors the result exactly, however ties are broken further down.
"""

from dataclasses import replace

from app.compare.alignment import EDITED, HIGHEST, Alignment, align
from app.compare.changes import title_changes, word_changes
from app.compare.comparison import Change, ChangeOp, Comparison, Link, LinkKind
from app.compare.moves import Place, out_of_order
from app.compare.primary import primaries
from app.compare.reading import Line, Print, printed, read_lines
from app.compare.similarity import wording
from app.compare.summary import summarize, word_counts
from app.compare.units import Passage
from app.text.document import Document

LEAST = 0.001
"""Score of two sentences that were said to be one and share nothing."""
_MIRRORED: dict[ChangeOp, ChangeOp] = {
    "equal": "equal",
    "delete": "insert",
    "insert": "delete",
    "replace": "replace",
}


def compare(a: Document, b: Document) -> Comparison:
    """Align two documents sentence by sentence, with word changes, moves and a summary.

    Never raises for any two documents; beyond the limits on steps (see candidates, verbatim, changes) the result is coarser.
    """
    if _rank(b) < _rank(a):
        return mirror(_compare(b, a))
    return _compare(a, b)


def compare_sentences(a: Document, b: Document) -> Comparison:
    """Compare two documents of at most one sentence each as one sentence: always linked, with changes, however unlike."""
    if _rank(b) < _rank(a):
        return mirror(_compare_sentences(b, a))
    return _compare_sentences(a, b)


def _rank(document: Document) -> tuple[object, ...]:
    """What decides which side is worked on as the left one: the shorter first, then by content."""
    sentences = tuple((s.start, s.end, s.block) for s in document.sentences)
    kinds = tuple(block.kind for block in document.blocks)
    return len(document.text), document.text, document.title or "", document.language, sentences, kinds


def _compare(a: Document, b: Document) -> Comparison:
    lines_a, lines_b = _lines(a, b)
    links = tuple(_link(a, b, alignment) for alignment in align(lines_a, lines_b))
    return _comparison(a, b, links)


def _compare_sentences(a: Document, b: Document) -> Comparison:
    if not a.sentences or not b.sentences:
        return _comparison(a, b, ())
    lines_a, lines_b = _lines(a, b)
    same = lines_a[0].print == lines_b[0].print
    alike = wording(lines_a[0].words, lines_b[0].words)
    score = 1.0 if same else min(max(alike, LEAST), HIGHEST)
    kind: LinkKind = "verbatim" if same else "edited"
    return _comparison(a, b, (Link((0,), (0,), kind, score, changes=_changes(a, b, (0,), (0,))),))


def _lines(a: Document, b: Document) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Both sides read alike: stems only where one language's rules serve both."""
    stemmed = a.language == b.language
    return read_lines(a, stemmed=stemmed), read_lines(b, stemmed=stemmed)


def _comparison(a: Document, b: Document, links: tuple[Link, ...]) -> Comparison:
    counts_a, counts_b = word_counts(a), word_counts(b)
    links = _with_moves(links, counts_a, counts_b)
    linked_a, linked_b = {i for link in links for i in link.a}, {j for link in links for j in link.b}
    return Comparison(
        a=a,
        b=b,
        links=links,
        only_a=tuple(i for i in range(len(a.sentences)) if i not in linked_a),
        only_b=tuple(j for j in range(len(b.sentences)) if j not in linked_b),
        title_changes=title_changes(a.title, b.title),
        summary=summarize(counts_a, counts_b, links),
    )


def _link(a: Document, b: Document, found: Alignment) -> Link:
    if found.wording < EDITED:
        return Link(found.a, found.b, "reworded", found.score)
    if found.verbatim or _text(a, found.a) == _text(
        b, found.b
    ):  # two sentences on one side, the same words in one
        return Link(found.a, found.b, "verbatim", 1.0, changes=_changes(a, b, found.a, found.b))
    return Link(found.a, found.b, "edited", found.score, changes=_changes(a, b, found.a, found.b))


def _changes(a: Document, b: Document, in_a: tuple[int, ...], in_b: tuple[int, ...]) -> tuple[Change, ...]:
    return word_changes(_passage(a, in_a), _passage(b, in_b))


def _text(document: Document, run: tuple[int, ...]) -> Print:
    return printed(document.text[document.sentences[run[0]].start : document.sentences[run[-1]].end])


def _passage(document: Document, run: tuple[int, ...]) -> Passage:
    first, last = document.sentences[run[0]], document.sentences[run[-1]]
    return Passage(document.text, first.start, last.end, document.words, first.first_word, last.last_word)


def _with_moves(links: tuple[Link, ...], a: tuple[int, ...], b: tuple[int, ...]) -> tuple[Link, ...]:
    """Links that are some sentence's primary one are put in order; those that do not fit in are marked as moved."""
    best_a, best_b = primaries(links)
    first = {*best_a.values(), *best_b.values()}
    ranked = [k for k in range(len(links)) if k in first]
    weights = [sum(a[i] for i in links[k].a) + sum(b[j] for j in links[k].b) for k in ranked]
    places = [Place(links[k].a[0], links[k].b[0], weight) for k, weight in zip(ranked, weights, strict=True)]
    moved = {ranked[k] for k in out_of_order(places)}
    return tuple(replace(link, moved=True) if k in moved else link for k, link in enumerate(links))


def mirror(comparison: Comparison) -> Comparison:
    """The same comparison with its sides exchanged."""
    links = sorted((_mirrored_link(link) for link in comparison.links), key=lambda link: (link.a, link.b))
    summary = comparison.summary
    return Comparison(
        a=comparison.b,
        b=comparison.a,
        links=tuple(links),
        only_a=comparison.only_b,
        only_b=comparison.only_a,
        title_changes=_mirrored_changes(comparison.title_changes),
        summary=replace(summary, only_a=summary.only_b, only_b=summary.only_a),
    )


def _mirrored_link(link: Link) -> Link:
    return replace(link, a=link.b, b=link.a, changes=_mirrored_changes(link.changes))


def _mirrored_changes(changes: tuple[Change, ...]) -> tuple[Change, ...]:
    return tuple(Change(_MIRRORED[c.op], c.b_start, c.b_end, c.a_start, c.a_end) for c in changes)
