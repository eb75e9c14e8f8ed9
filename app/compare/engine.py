"""The comparison of two documents.

The work is done in one direction, chosen by the texts themselves, and mirrored where the caller's is the other one. So
swapping the sides mirrors the result exactly, however ties are broken further down.
"""

from dataclasses import replace

from app.compare.alignment import HIGHEST, Alignment, align, wording
from app.compare.changes import no_changes, title_changes, word_changes
from app.compare.comparison import ENGINE, Comparison, Link, LinkKind, engine_with
from app.compare.limits import SENTENCE_CUT, Limits
from app.compare.links import Links
from app.compare.meaning import Meanings, require_fitting
from app.compare.mirroring import mirror
from app.compare.moves import Place, out_of_order
from app.compare.outline import Outline
from app.compare.primary import beside_each_other
from app.compare.reading import Print, Read, Reading, printed, read_sentences
from app.compare.repeated import Lines, of_repeated, place
from app.compare.reuse import find_reuse
from app.compare.summary import shared_words, summarize
from app.compare.terms import number_terms
from app.compare.units import Passage
from app.text.document import Document
from app.text.stems import stem_rules

LEAST = 0.001
"""Score of two sentences that were said to be one and share nothing."""


def compare(
    a: Document, b: Document, *, meanings: Meanings | None = None, read: Read = read_sentences
) -> Comparison:
    """Align two documents sentence by sentence, with word changes, moves, reuse and a summary.

    Never raises for any two documents; beyond the limits on steps (app.compare.limits) the result is coarser.
    `meanings` are those of `a` and of `b`, where a model gave them; raises ValueError where they are not.
    `read` reads a document, or remembers what it read: whoever compares one with many reads it once.
    """
    if meanings is not None:
        require_fitting(a, b, meanings)
    if _goes_second(a, b):
        return mirror(_compare(b, a, meanings and (meanings[1], meanings[0]), read))
    return _compare(a, b, meanings, read)


def outline(
    a: Document, b: Document, *, meanings: Meanings | None = None, read: Read = read_sentences
) -> Outline:
    """The links of `compare` alone, at half of its cost."""
    if meanings is not None:
        require_fitting(a, b, meanings)
    if _goes_second(a, b):
        return _outline(b, a, meanings and (meanings[1], meanings[0]), read).mirrored()
    return _outline(a, b, meanings, read)


def compare_sentences(a: Document, b: Document) -> Comparison:
    """Compare two documents of at most one sentence each as one sentence: always linked, with changes, however unlike."""
    if _goes_second(a, b):
        return mirror(_compare_sentences(b, a))
    return _compare_sentences(a, b)


def _goes_second(a: Document, b: Document) -> bool:
    """Whether `a` is worked on as the right side: the shorter text first, then by content."""
    if len(a.text) != len(b.text):
        return len(a.text) > len(b.text)
    return rank(b) < rank(a)


def rank(document: Document) -> tuple[object, ...]:
    """All of a document that can bear on a comparison: equal for documents that are the same, an order for others."""
    sentences = tuple((s.start, s.end, s.block) for s in document.sentences)
    kinds = tuple(block.kind for block in document.blocks)
    return document.text, document.title or "", document.language, sentences, kinds


def _compare(a: Document, b: Document, meanings: Meanings | None, read: Read) -> Comparison:
    sides, limits = _read(a, b, read), Limits()
    links = _linked(a, b, sides, limits, meanings)
    return _comparison(a, b, sides, [_with_changes(a, b, link, limits) for link in links], limits, meanings)


def _outline(a: Document, b: Document, meanings: Meanings | None, read: Read) -> Outline:
    sides, limits = _read(a, b, read), Limits()
    links = _linked(a, b, sides, limits, meanings)
    shared = shared_words(sides[0].sizes, sides[1].sizes, links)
    return Outline(Links.of(links), shared, limits.reasons(), _engine(meanings))


def _engine(meanings: Meanings | None) -> str:
    return engine_with(meanings[0].model) if meanings else ENGINE


def _compare_sentences(a: Document, b: Document) -> Comparison:
    read_a, read_b = _read(a, b, read_sentences)
    limits = Limits()
    if not a.sentences or not b.sentences:
        return _comparison(a, b, (read_a, read_b), [], limits)
    if read_a.prints == read_b.prints:
        link = Link((0,), (0,), "verbatim", 1.0)
    else:
        if read_a.cut or read_b.cut:
            limits.hit(SENTENCE_CUT)
        texts = number_terms(read_a, read_b)
        score = min(max(wording(texts.a.lines[0], texts.b.lines[0]), LEAST), HIGHEST)
        link = Link((0,), (0,), "edited", score)
    return _comparison(a, b, (read_a, read_b), [_with_changes(a, b, link, limits)], limits)


def _read(a: Document, b: Document, read: Read) -> tuple[Reading, Reading]:
    """Both sides read alike: stems only where one language's rules serve both."""
    stemmed = stem_rules(a.language) == stem_rules(b.language)
    return read(a, stemmed=stemmed), read(b, stemmed=stemmed)


def _comparison(
    a: Document,
    b: Document,
    read: tuple[Reading, Reading],
    links: list[Link],
    limits: Limits,
    meanings: Meanings | None = None,
) -> Comparison:
    linked_a, linked_b = {i for link in links for i in link.a}, {j for link in links for j in link.b}
    titles = title_changes(a.title, b.title, limits)
    reused = find_reuse(a, b, limits)
    return Comparison(
        a=a,
        b=b,
        links=tuple(links),
        only_a=tuple([i for i in range(len(a.sentences)) if i not in linked_a]),
        only_b=tuple([j for j in range(len(b.sentences)) if j not in linked_b]),
        title_changes=titles,
        summary=summarize(read[0].sizes, read[1].sizes, tuple(links), reused),
        reuse=reused.runs,
        coarse=limits.reasons(),
        engine=_engine(meanings),
    )


def _linked(
    a: Document, b: Document, read: tuple[Reading, Reading], limits: Limits, meanings: Meanings | None
) -> list[Link]:
    """All links in their order, without what changed within them."""
    links = [_link(a, b, one) for one in align(*read, limits, meanings)]
    return _with_moves(a, b, read, links, limits)


def _link(a: Document, b: Document, found: Alignment) -> Link:
    # two sentences on one side may be the same words in one on the other
    joined = found.kind == "edited" and len(found.a) + len(found.b) > 2
    if joined and _print(_passage(a, found.a)) == _print(_passage(b, found.b)):
        return Link(found.a, found.b, "verbatim", 1.0)
    return Link(found.a, found.b, found.kind, found.score)


def _with_changes(a: Document, b: Document, link: Link, limits: Limits) -> Link:
    if link.kind == "reworded":
        return link
    one, other = _passage(a, link.a), _passage(b, link.b)
    if link.kind == "verbatim":
        changes = no_changes(one.start, one.end, other.start, other.end)
    else:
        changes = word_changes(one, other, limits)
    return Link(link.a, link.b, link.kind, link.score, link.moved, changes)


def _print(passage: Passage) -> Print:
    return printed(passage.text[passage.start : passage.end])


def _passage(document: Document, run: tuple[int, ...]) -> Passage:
    first, last = document.sentences[run[0]], document.sentences[run[-1]]
    return Passage(document.text, first.start, last.end, document.words, first.first_word, last.last_word)


def _with_moves(
    a: Document,
    b: Document,
    read: tuple[Reading, Reading],
    links: list[Link],
    limits: Limits,
) -> list[Link]:
    """Links whose sides stand beside each other are put in order; those that do not fit in are marked as moved.

    Sentences that stand several times say nothing of moves and are placed by the others (app.compare.repeated).
    """
    lines = _lines(a, read[0]), _lines(b, read[1])
    doubtful = set(of_repeated(links, *lines))
    sure = [link for k, link in enumerate(links) if k not in doubtful]
    ranked = sorted(beside_each_other(sure))
    moved = {ranked[k] for k in out_of_order([_place(sure[k], read) for k in ranked])}
    made = [replace(link, moved=True) if k in moved else link for k, link in enumerate(sure)]
    if doubtful:
        rows = [(sure[k].a, sure[k].b) for k in ranked if k not in moved]
        away = [(sure[k].a, sure[k].b) for k in ranked if k in moved]
        again = [links[k] for k in sorted(doubtful)]
        for one in place(again, sure, rows, away, *lines, limits):
            kind: LinkKind = "verbatim" if one.score == 1.0 else "edited"
            made.append(Link((one.a,), (one.b,), kind, one.score, one.moved))
    return sorted(made, key=lambda link: (link.a, link.b))


def _lines(document: Document, read: Reading) -> Lines:
    return Lines(read.prints, [sentence.block for sentence in document.sentences])


def _place(link: Link, read: tuple[Reading, Reading]) -> Place:
    weight = sum(read[0].sizes[i] for i in link.a) + sum(read[1].sizes[j] for j in link.b)
    return Place(link.a[0], link.b[0], weight)
