"""Whether the text of a version looks as if its capture held only the beginning, and by what.

“Not found in the captured text” means less where the capture ends early. What looks so:

1. a text of very few words                                          a teaser, a stub
2. a last paragraph that ends in an ellipsis, or in mid-sentence     The minister said that the …
3. the label of a button behind the last paragraph                   Continue reading
4. the words of a pay wall, in or behind the last paragraphs         Subscribe to read the full story.

The marks err on the side of silence. No mid-sentence: an ellipsis inside a closed quotation, a list, a credit without a full
stop, a script without full stops. No button: “Read more: …” that leads elsewhere. No pay wall: a paragraph that quotes such
words, or is as long as an article's own, or has many others after it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

import regex

from app.compare.story.capture_marks import MORE, PAID
from app.text.content import Block, Content
from app.text.normalize import match_form
from app.text.words import is_word, split_words

ReasonKind = Literal["short", "ellipsis", "mid_sentence", "more", "paid"]
FEWEST_WORDS = 50
"""Words (in scripts without spaces: signs) of a text that is not very short."""
LINE_WORDS = 8
"""Words of a paragraph that can be told from a line such as a credit or a label, which need no full stop."""
MARK_WORDS = 40
"""Words (or signs) of the longest block that is taken for a pay wall's: an article's paragraph says more."""
MARK_SIGNS, BUTTON_SIGNS = 400, 60
"""Code points of the longest block that is looked at for a pay wall's words, and of the longest button."""
LAST_BLOCKS = 6
"""Blocks at the end of a version among which its pay wall is looked for."""

END_WORDS, END_SIGNS = 6, 60
"""Words, and code points, of the end of a text that are shown as a reason."""

_STOP = regex.compile(r"[.!?…。！？।॥؟۔։⋯]")
_CLOSED = regex.compile(r"[.!?…。！？।॥؟۔։⋯:：][\p{Pe}\p{Pf}\p{Pi}\"'”’»」』)\]\s]*$")
_ELLIPSIS = regex.compile(r"(?:…|\.\.\.+|\. \. \.|⋯|[\[(](?:…|\.\.\.|⋯)[\])])$")
_UNCASED = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Arabic}\p{Hebrew}\p{Devanagari}"
_OPEN_END = regex.compile(
    rf"(?:(?<![\p{{L}}\p{{N}}’\'-])\p{{Ll}}[\p{{L}}\p{{M}}’\'-]*|[[{_UNCASED}]&&[\p{{L}}\p{{M}}]]|[,;–—،、，(（])$",
    regex.V1,
)
_LIST_MARK = regex.compile(r"\s*(?:[-–—*•·▪]|\d{1,3}[.)])\s")
_QUOTE_MARKS = regex.compile(r"[\"“”„«»「」『』‹›‘]")
_AROUND = ' "[]()<>«»‹›→➔▸▶►…+.|-–—'
_ON = regex.compile(
    r"continu|keep|weiter|suite|segu|sigu|continú|tutto|verder|vidare|videre|dalej|devam|далее|дальше|далі|全文|续|続|繼|계속|ต่อ"
    r"|full|whole|rest|complet|ganze|vollständig|متابعة|أكمل|تابع"
)


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a capture looks incomplete: `words` are what shows it (the end of the text, the mark), or for `short` empty.

    `count` is the number of words, for `short`.
    """

    kind: ReasonKind
    words: str = ""
    count: int = 0


def looks_incomplete(content: Content) -> tuple[Reason, ...]:
    """The reasons for which the captured text looks like a part of the article, at most one of each kind."""
    texts = [block.text.strip() for block in content.compared() if block.kind == "paragraph"]
    while texts and (_is_button(texts[-1]) or _asks_for_money(texts[-1])):
        texts.pop()
    last, button = _without_button(texts[-1]) if texts else ("", "")
    found = (
        _short(content),
        _cut_off(texts[:-1], last),
        Reason("more", button) if button else _more(content),
        _paid(content),
    )
    return tuple([reason for reason in found if reason])


def _short(content: Content) -> Reason | None:
    count = 0
    for block in content.compared():
        count += _word_count(block.text)
        if count >= FEWEST_WORDS:
            return None
    return Reason("short", count=count)


def _cut_off(before: Sequence[str], last: str) -> Reason | None:
    """What the last paragraph shows by its end; those `before` show whether this text has full stops at all."""
    end = last[-END_SIGNS:]
    if _ELLIPSIS.search(end):
        return Reason("ellipsis", _end_of(last))
    if not _OPEN_END.search(end) or _LIST_MARK.match(last) or _word_count(last) < LINE_WORDS:
        return None
    closed = sum(bool(_CLOSED.search(text[-END_SIGNS:])) for text in before)
    if 2 * closed < len(before) or not (before or _STOP.search(last)):
        return None
    return Reason("mid_sentence", _end_of(last))


def _more(content: Content) -> Reason | None:
    """A button that stands by itself behind the last paragraph, or is taken for one."""
    for before, block in pairwise(_behind(content.blocks)):
        text = block.text.strip()
        # “Read more” by itself is a heading over other articles as often as a button
        if _is_button(text) and (_says_on(text) or not _CLOSED.search(before.text.strip())):
            return Reason("more", text)
    return None


def _behind(blocks: Sequence[Block]) -> Sequence[Block]:
    """The last paragraph that is no button, and what follows it."""
    places = [k for k, block in enumerate(blocks) if block.kind == "paragraph" and not _is_button(block.text)]
    return blocks[places[-1] :] if places else blocks


def _without_button(text: str) -> tuple[str, str]:
    """A paragraph and the label that is glued to its end: ("The gate failed.", "Read more")."""
    for found in MORE.finditer(text):
        before = text[: found.start()].rstrip(_AROUND)
        if _STOP.search(text[: found.start()].rstrip(" [(<")[-1:]) and _is_button(text[found.start() :]):
            return text[: len(before)] + text[len(before) : found.start()].rstrip(" [(<"), text[
                found.start() :
            ]
    return text, ""


def _is_button(text: str) -> bool:
    """Whether a line is the label of a button and nothing besides: “[Continue reading →]”."""
    if len(text) > BUTTON_SIGNS:
        return False
    form = match_form(text).strip(_AROUND)
    found = MORE.match(form)
    return found is not None and not any(map(str.isalnum, form[found.end() :]))


def _says_on(text: str) -> bool:
    """Whether a label says that this text goes on, as no heading over other articles does."""
    return _ON.search(match_form(text)) is not None


def _paid(content: Content) -> Reason | None:
    found = next((block for block in content.blocks[-LAST_BLOCKS:] if _asks_for_money(block.text)), None)
    return Reason("paid", found.text.strip()) if found else None


def _asks_for_money(text: str) -> bool:
    return (
        len(text) <= MARK_SIGNS
        and _word_count(text) <= MARK_WORDS
        and PAID.search(match_form(text)) is not None
        and not _QUOTE_MARKS.search(text)
    )


def _word_count(text: str) -> int:
    return sum(map(is_word, split_words(text).keys))


def _end_of(text: str) -> str:
    """The last few words (or signs) of a text."""
    return " ".join(text.split()[-END_WORDS:])[-END_SIGNS:]
