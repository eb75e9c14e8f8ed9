"""The head of an article: what stands before its body, read line by line until the body begins."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import regex

from app.ingest.agencies import read_dateline
from app.ingest.body import BYLINE_WITHIN
from app.ingest.credits import (
    are_names,
    is_agency_line,
    is_caption,
    is_credit,
    is_label,
    is_reporter_credit,
    is_role,
    read_byline,
)
from app.ingest.dates import is_date_line, parse_date, read_date_line
from app.ingest.furniture import is_furniture
from app.ingest.shape import count_words, is_closed, is_quoted
from app.ingest.standfirst import is_standfirst
from app.ingest.title import is_kicker, is_title, without_marks
from app.text.content import Block, BlockKind
from app.text.normalize import match_form

_DATED_TITLE = regex.compile(
    r"\s*date\s+(?P<date>\d{4}-\d{2}-\d{2})\s+(?P<title>\S.{0,999})", regex.IGNORECASE
)
_BYLINE_DATE = regex.compile(
    r"\s*(?:[|•·–—,]|\s-)\s*(?P<date>[^|•·]*\d{4}[^|•·]*)$|\s+(?P<date>\p{L}{3,9}\.? \d{1,2}, \d{4}.{0,25})$"
)
_HEAD_LINES = 40
"""Paragraphs looked at: a head that goes on longer is not a head."""

_FOOT_LINES = 4


@dataclass(slots=True)
class Frame:
    """What the head says, by field; the blocks of it that are set apart; the paragraphs of the body.

    `given` names the fields that were known before and that the text has not repeated yet.
    """

    fields: dict[str, str]
    given: set[str]
    blocks: list[Block] = field(default_factory=list)
    body: list[str] = field(default_factory=list)

    def keep(self, kind: BlockKind, text: str) -> bool:
        """Set a paragraph apart."""
        self.blocks.append(Block(kind, text))
        return True

    def take(self, key: str, value: str, printed: str) -> bool:
        """Fill a field that is still empty; what the text says beyond that stays as a credit."""
        if key not in self.fields:
            self.fields[key] = value
        elif not self.repeats(key, value):
            self.keep("credit", printed)
        return True

    def repeats(self, key: str, value: str) -> bool:
        """Whether the text says, for the first time, what was given: it stands in the field already."""
        if key not in self.given or match_form(self.fields[key]) != match_form(value):
            return False
        self.given.remove(key)
        return True


def read_frame(paragraphs: list[str], given: Mapping[str, str], language: str) -> Frame:
    """Read the head; `given` are fields that are known already (front matter) and win over what the text says."""
    frame = Frame(dict(given), set(given))
    at = 0
    while at < min(len(paragraphs) - 1, _HEAD_LINES):
        used = _read_line(frame, paragraphs, at, language, given)
        if not used:
            break
        at += used
    frame.body = paragraphs[at:]
    _read_dateline(frame)
    _read_foot(frame, language)
    return frame


def _read_line(frame: Frame, paragraphs: list[str], at: int, language: str, given: Mapping[str, str]) -> int:
    """How many paragraphs of the head were read here; 0 where the body begins."""
    line = paragraphs[at]
    if _read_title(frame, paragraphs, at, language) or _read_names(frame, line):
        return 1
    if _read_date(frame, line, language) or _read_set_apart(frame, paragraphs, at):
        return 1
    if used := _read_loose_names(frame, paragraphs, at, language):
        return used
    if "standfirst" not in given and is_standfirst(paragraphs, at, frame.fields):
        return _read_standfirst(frame, line)
    return 0


def _read_standfirst(frame: Frame, line: str) -> int:
    """A second summary is one with the first as long as no byline stands between them."""
    if "standfirst" not in frame.fields:
        frame.fields["standfirst"] = line
    elif "byline" not in frame.fields:
        frame.fields["standfirst"] += "\n" + line
    else:
        return 0
    return 1


def _read_title(frame: Frame, paragraphs: list[str], at: int, language: str) -> bool:
    line = paragraphs[at]
    if "title" in frame.fields:
        return frame.repeats("title", without_marks(line))
    if "standfirst" in frame.fields:
        return False
    dated = _DATED_TITLE.fullmatch(line)
    if dated and (published := parse_date(dated["date"])):
        frame.fields.setdefault("published", published)
        return frame.take("title", without_marks(dated["title"]), line)
    if is_kicker(paragraphs, at):
        return frame.keep("boilerplate", line)
    if _is_head_line(line, language) or not is_title(paragraphs, at):
        return False
    return frame.take("title", without_marks(line), line)


def _is_head_line(line: str, language: str) -> bool:
    return bool(
        read_byline(line)
        or is_furniture(line)
        or is_credit(line)
        or is_caption(line)
        or read_date_line(line, language)
    )


def _read_names(frame: Frame, line: str) -> bool:
    names = read_byline(line)
    dated = _BYLINE_DATE.search(names or line[:200])
    published = parse_date(dated["date"].strip()) if dated else None
    if names is None and dated and published and are_names(line[: dated.start()]):
        names = line
    if names is None:
        return False
    if dated and published:
        frame.fields.setdefault("published", published)
        frame.keep("boilerplate", dated["date"].strip())
        names = names[: dated.start()].strip()
    return frame.take("byline", names, line)


def _read_date(frame: Frame, line: str, language: str) -> bool:
    found = read_date_line(line, language)
    if found is None:
        return is_date_line(line) and frame.keep("boilerplate", line)
    frame.fields.setdefault("published", found[0])
    return frame.keep(
        "boilerplate", line
    )  # the printed form says more than the field: a weekday, a time of update


def _read_set_apart(frame: Frame, paragraphs: list[str], at: int) -> bool:
    line, following = paragraphs[at], paragraphs[at + 1]
    if is_agency_line(line) and "title" in frame.fields and "byline" not in frame.fields:
        return frame.take("byline", line, line)
    if is_credit(line):
        return frame.keep("credit", line)
    if is_furniture(line) or is_reporter_credit(line):
        return frame.keep("boilerplate" if is_furniture(line) else "credit", line)
    if is_caption(line) or (_is_over_credit(line, following) and at + 2 < len(paragraphs)):
        return frame.keep("caption", line)
    placed = "standfirst" in frame.fields or "byline" in frame.fields
    if placed and is_label(line) and is_closed(following) and count_words(following) > 8:
        return frame.keep("caption", line)
    return False


def _is_over_credit(line: str, following: str) -> bool:
    """A few words right above a picture's credit describe the picture."""
    return (
        is_credit(following)
        and not is_agency_line(following)
        and count_words(line) <= 60
        and not is_quoted(line)
    )


def _read_loose_names(frame: Frame, paragraphs: list[str], at: int, language: str) -> int:
    """Names without "By" count as a byline above a role or a date."""
    line, following = paragraphs[at], paragraphs[at + 1]
    if "byline" in frame.fields or "title" not in frame.fields or not are_names(line):
        return 0
    if is_role(following):
        frame.fields["byline"] = f"{line}, {following}"
        return 2
    if read_date_line(following, language) or read_dateline(following):
        frame.fields["byline"] = line
        return 1
    return 0


def _read_dateline(frame: Frame) -> None:
    found = next(filter(None, map(read_dateline, frame.body[:2])), None)
    if found is None:
        return
    frame.fields.setdefault("dateline", found[0])
    if found[1]:
        frame.fields.setdefault("agency", found[1])


def _read_foot(frame: Frame, language: str) -> None:
    """A byline or a named date below the body fills a field that the head left empty; the line itself stays where it is."""
    for line in frame.body[1:][-_FOOT_LINES:]:
        dated = read_date_line(line, language)
        if dated and dated[1]:
            frame.fields.setdefault("published", dated[0])
    for line in (*frame.body[1:BYLINE_WITHIN], *frame.body[1:][-1:]):
        if names := read_byline(line):
            frame.fields.setdefault("byline", names)
