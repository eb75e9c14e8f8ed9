"""The body, paragraph by paragraph: which are headings, captions, credits or boilerplate, and where the tail begins."""

import regex

from app.ingest.credits import (
    MAX_CAPTION_WORDS,
    cut_contributors,
    is_agency_line,
    is_author_note,
    is_caption,
    is_credit,
    is_reporter_credit,
    read_byline,
)
from app.ingest.furniture import (
    cut_glued,
    is_comment_sign,
    is_furniture,
    may_follow,
    opens_comments,
    opens_tail,
)
from app.ingest.headings import is_heading
from app.ingest.shape import count_words, is_quoted, key_words, share_of
from app.ingest.title import without_marks
from app.text.content import Block, BlockKind

BYLINE_WITHIN = 4
"""Paragraphs of the body among which a byline may still stand."""
MAX_OPENERS = 5
"""Lines that could head the comments, looked into: each look reads all that follows."""
COMMENTED_WORDS = 25
"""Words of body that a comment section has to stand below."""
_DATED = regex.compile(
    r"\b(?:Jan(?:uary|\.)|Feb(?:ruary|\.)|March|April|May|June|July|Aug(?:ust|\.)|Sept?(?:ember|\.)"
    r"|Oct(?:ober|\.)|Nov(?:ember|\.)|Dec(?:ember|\.))"
    r"\s\d{1,2}\b|\b\d{1,2}\.?\s(?:January|February|March|April|May|June|July|August|September|October"
    r"|November|December)\b"
)
_SPEECH = regex.compile(
    r"\b(?:said|says|told|according to|sagte|teilte|laut|a dit|selon|dijo|según|disse|segundo|detto|secondo)\b"
)
_RESTATED = 0.5


def read_body_blocks(paragraphs: list[str]) -> list[Block]:
    """Every paragraph as a block of its kind, in order; none is left out. At least one stays a paragraph."""
    paragraphs = _without_glued(paragraphs)
    credited = [is_credit(text) for text in paragraphs]
    kinds: list[BlockKind] = [_kind(paragraphs, credited, at) for at in range(len(paragraphs))]
    for at in range(_tail_start(paragraphs, kinds), len(paragraphs)):
        if kinds[at] in {"paragraph", "heading"}:
            kinds[at] = "boilerplate"
    if "paragraph" not in kinds:
        return [Block("paragraph", text) for text in paragraphs]
    return [_block(kind, text) for kind, text in zip(kinds, paragraphs, strict=True)]


def _block(kind: BlockKind, text: str) -> Block:
    return Block(kind, without_marks(text) if kind == "heading" else text)


def _kind(paragraphs: list[str], credited: list[bool], at: int) -> BlockKind:
    text = paragraphs[at]
    if is_furniture(text):
        return "boilerplate"
    if credited[at] or is_reporter_credit(text) or _is_byline(paragraphs, at):
        return "credit"
    if is_caption(text) or _is_over_credit(paragraphs, credited, at):
        return "caption"
    return "heading" if is_heading(paragraphs, at) else "paragraph"


def _is_byline(paragraphs: list[str], at: int) -> bool:
    """A byline in the body is one near its begin, below a long summary, or at its end."""
    return (0 < at < BYLINE_WITHIN or at == len(paragraphs) - 1 > 0) and read_byline(
        paragraphs[at]
    ) is not None


def _is_over_credit(paragraphs: list[str], credited: list[bool], at: int) -> bool:
    """A paragraph above a lone credit describes the picture, if the article goes on below and the text is like a caption's.

    Under the last paragraph the credit is the article's own, and a quote or a long paragraph is body text with a picture
    below it that has no caption.
    """
    text = paragraphs[at]
    if not 0 < at < len(paragraphs) - 2 or not credited[at + 1] or is_quoted(text):
        return False
    if count_words(text) > MAX_CAPTION_WORDS:
        return False
    if not any(count_words(later) > 10 and not is_furniture(later) for later in paragraphs[at + 2 : at + 6]):
        return False
    if _SPEECH.search(text):
        return False
    if not is_agency_line(paragraphs[at + 1]) and count_words(text) <= 30:
        return True
    return _DATED.search(text) is not None or share_of(key_words(paragraphs[0]), key_words(text)) >= _RESTATED


def _tail_start(paragraphs: list[str], kinds: list[BlockKind]) -> int:
    """Where everything that follows is no longer the article: at its comments, or at boilerplate that runs to the end."""
    end = _comments_start(paragraphs, kinds)
    start = end
    for at in range(end - 1, 0, -1):
        text = paragraphs[at]
        if (
            kinds[at] in {"boilerplate", "credit"}
            or opens_tail(text)
            or is_author_note(text)
            or (at == end - 1 and read_byline(text))
        ):
            start = at
        elif kinds[at] != "caption" and not may_follow(text):
            break
    return start


def _comments_start(paragraphs: list[str], kinds: list[BlockKind]) -> int:
    words = 0
    openers = 0
    for at, text in enumerate(paragraphs):
        if words >= COMMENTED_WORDS and openers < MAX_OPENERS and opens_comments(text):
            if _are_comments(paragraphs[at + 1 :], text):
                return at
            openers += 1
        words += 0 if kinds[at] == "boilerplate" else count_words(text)
    return len(paragraphs)


def _are_comments(following: list[str], opener: str) -> bool:
    """Readers' comments carry signs of their own; a form without any comment is boilerplate to the end."""
    signs = sum(map(is_comment_sign, following))
    if signs:
        return signs * 6 >= len(following)
    return all(is_furniture(text) for text in following) or (is_furniture(opener) and len(following) <= 3)


def _without_glued(paragraphs: list[str]) -> list[str]:
    """Part the comment counter or the contributors that may be glued to the last paragraph of the body."""
    for at in range(len(paragraphs) - 1, -1, -1):
        if is_furniture(paragraphs[at]) or is_credit(paragraphs[at]) or is_reporter_credit(paragraphs[at]):
            continue
        for cut in (cut_glued, cut_contributors):
            text, glued = cut(paragraphs[at])
            if glued is not None:
                return [*paragraphs[:at], text, glued, *paragraphs[at + 1 :]]
        break
    return paragraphs
