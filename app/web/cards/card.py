"""What stands on a picture card: both versions, and the most telling change of their comparison, or one of its rows."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.compare.anchors import anchors
from app.compare.comparison import Change, Comparison
from app.compare.rows import Row, rows
from app.compare.telling import Telling, is_one_headline, told_by
from app.compare.worth import TellingKind
from app.errors import NotFoundError
from app.text.content import display_title
from app.text.document import Document
from app.web.cards.excerpt import HEADLINE_ROOMS, NAME_ROOMS, ROOMS, Passage, Span, passages
from app.web.cards.legible import one_line
from app.web.counts import percent
from app.web.dates import display_date
from app.web.formats.subject import Compared
from app.web.sharing.cut import shortened
from app.web.shown import names
from app.web.tellings import tellings

WIDTH, HEIGHT = 1200, 630
"""Of every card, in pixels."""
ALT_LENGTH = 200
"""Code points of a passage in the words that stand for a card, if it is offered as short."""
NAME_LENGTH, LABEL_LENGTH = 40, 60
"""The same of the name of an outlet, and of a line with one in it."""
TAGLINE = "every version of a story, side by side"
SAME = "The same, word for word"
_SAYS: dict[TellingKind, str] = {
    "figure": "A figure differs",
    "date": "A date differs",
    "negation": "A negation, on one side only",
    "quotation": "A quotation differs",
    "headline": "The headlines differ",
    "words": "Words differ",
    "reworded": "The same, said differently",
    "moved": "The same words, at another place",
    "print": "Only marks and capitals differ",
    "same": SAME,
}


@dataclass(frozen=True, slots=True)
class Half:
    """One side of a card. `name`, `headline` and `passages` are offered at several lengths (see app.web.cards.excerpt).

    `named`: the outlet is known; `titled`: there is a headline, else its place has the first words. Without passages, `note`
    says why there are none.
    """

    name: tuple[Passage, ...]
    named: bool
    titled: bool
    date: str
    language: str
    headline: tuple[Passage, ...]
    passages: tuple[Passage, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Card:
    """A card. `label` says what is to be seen; `edited`: what is marked was cut and added, not said otherwise.

    `headlines`: they stand above the passages; else they are the passages. `statement` takes the passages' place.
    `names` tell the sides apart.
    """

    names: tuple[str, str]
    left: Half
    right: Half
    label: str
    edited: bool
    headlines: bool
    statement: str | None
    shares: str


def card_of(compared: Compared, row: str = "") -> Card:
    """The card of a comparison, or of the row in which the sentence with this id stands (`l-…`, `r-…`).

    Raises NotFoundError for an id that no sentence has.
    """
    comparison = compared.comparison
    if not row:
        told = Telling("same") if compared.identical else next(iter(tellings(compared)), Telling("same"))
    else:
        told = _told_of_row(comparison, row)
    summary = comparison.summary
    statement = SAME if told.kind == "same" and not told.a else None
    return Card(
        names=names(compared.a, compared.b),
        left=_half(compared, told, 0),
        right=_half(compared, told, 1),
        label="" if statement else _label(compared, told),
        edited=told.in_headline
        or any(change.op == "equal" for link in _links(comparison, told) for change in link),
        headlines=not told.in_headline,
        statement=statement,
        shares=f"{percent(summary.shared)} shared · {percent(summary.verbatim)} verbatim",
    )


def words_for_card(compared: Compared, row: str = "") -> str:
    """`card_alt` of the card that `card_of` gives, for pages that show or offer it."""
    return card_alt(card_of(compared, row))


def card_alt(card: Card) -> str:
    """What a card shows, in words, for those who cannot see it."""
    left, right = (_short(name, NAME_LENGTH) for name in card.names)
    if card.statement:
        return f"{left} and {right}: {card.statement[:1].lower()}{card.statement[1:]}"
    return f"{_short(card.label, LABEL_LENGTH)}. {left}: {_said(card.left)} — {right}: {_said(card.right)}"


def _said(half: Half) -> str:
    if not half.passages:
        return _short(half.note, LABEL_LENGTH)
    fitting = (one for one in half.passages if sum(len(piece.text) for piece in one) <= ALT_LENGTH)
    passage = next(fitting, half.passages[-1])
    return one_line("".join(piece.text for piece in passage)).strip()


def _short(text: str, limit: int) -> str:
    return shortened(one_line(text), limit)


def _links(comparison: Comparison, told: Telling) -> list[tuple[Change, ...]]:
    return [link.changes for link in comparison.links if (link.a, link.b) == (told.a, told.b)]


def _label(compared: Compared, told: Telling) -> str:
    if told.kind in {"only_a", "only_b"}:
        return f"Only {_place(compared, told.kind == 'only_b')}"
    return _SAYS[told.kind]


def _place(compared: Compared, side: int) -> str:
    """`in The Ledger`, the name isolated from what stands around it; where that tells nothing, the side."""
    both = names(compared.a, compared.b)
    if not (compared.a.outlet and compared.b.outlet) or both[0] == both[1]:
        return "on the right" if side else "on the left"
    return f"in \u2068{both[side]}\u2069"


def _half(compared: Compared, told: Telling, side: int) -> Half:
    content = compared.b if side else compared.a
    document = compared.comparison.b if side else compared.comparison.a
    title = display_title(content)
    name = content.outlet or "outlet not given"
    marks, focus = _marks(told.changes, side), _span(told.focus, side) if told.focus else None
    if told.in_headline:
        shown = passages(title, (0, len(title)), marks, focus, ROOMS)
    else:
        shown = _passages(document, told.b if side else told.a, marks, focus)
    return Half(
        name=passages(name, (0, len(name)), (), None, NAME_ROOMS),
        named=bool(content.outlet),
        titled=bool(content.title),
        date=display_date(content.published),
        language=document.language,
        headline=_headline(compared, title, side),
        passages=shown,
        note=f"No counterpart found {_place(compared, side)}",
    )


def _passages(
    document: Document, indices: Sequence[int], marks: Sequence[Span], focus: Span | None
) -> tuple[Passage, ...]:
    if not indices:
        return ()
    span = document.sentences[indices[0]].start, document.sentences[indices[-1]].end
    return passages(document.text, span, marks, focus, ROOMS)


def _marks(changes: Sequence[Change], side: int) -> list[Span]:
    spans = [_span(change, side) for change in changes if change.op != "equal"]
    return [span for span in spans if span[0] < span[1]]


def _headline(compared: Compared, title: str, side: int) -> tuple[Passage, ...]:
    """A headline, cut around its first change; where it is another one, marks would cover all of it, and it has none."""
    comparison = compared.comparison
    edited = comparison.title_changes if is_one_headline(comparison) else ()
    focus = next((_span(change, side) for change in edited if change.op != "equal"), None)
    return passages(title, (0, len(title)), _marks(edited, side), focus, HEADLINE_ROOMS)


def _span(change: Change, side: int) -> Span:
    return (change.b_start, change.b_end) if side else (change.a_start, change.a_end)


def _told_of_row(comparison: Comparison, name: str) -> Telling:
    side, index = _sentence(comparison, name)
    for row in rows(comparison):
        if row.kind != "stub" and index in (row.b if side else row.a):
            return _told(comparison, row)
    raise NotFoundError(f"No row of this comparison has the sentence {name!r}")


def _sentence(comparison: Comparison, name: str) -> tuple[int, int]:
    """The side and the index of the sentence with an id."""
    prefix, _, anchor = name.partition("-")
    side = {"l": 0, "r": 1}.get(prefix)
    if side is not None:
        found = anchors(comparison.b if side else comparison.a)
        if anchor in found:
            return side, found.index(anchor)
    raise NotFoundError(f"No row of this comparison has the id {name!r}")


def _told(comparison: Comparison, row: Row) -> Telling:
    if row.link is None:
        return Telling("only_a" if row.a else "only_b", row.a, row.b)
    if row.a and row.b and (row.a, row.b) != (row.link.a, row.link.b):
        return Telling("reworded", row.a, row.b)  # it gathers sentences beyond its link's
    return told_by(comparison, row.link)
