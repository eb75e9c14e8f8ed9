"""Whether a paragraph above the body's first is a standfirst: the summary that a page prints under the title.

Being wrong costs little (a standfirst is compared like a paragraph), but it decides where the body begins, so each case asks
for a sign of its own:

1. the article's own first paragraph, with a dateline, comes next;
2. the byline or the date stands between it and the body;
3. it is not closed like a sentence, and a full paragraph comes next;
4. the next paragraph tells the same again, at greater length;
5. the next paragraph is plainly the news: it has the day, full names and the title's words, and this one has them not.
"""

from collections.abc import Mapping

import regex

from app.ingest.agencies import read_dateline
from app.ingest.credits import is_agency_line, is_caption, is_credit, is_label, is_role, read_byline
from app.ingest.dates import read_date_line
from app.ingest.furniture import is_furniture
from app.ingest.shape import count_words, is_closed, is_quoted, key_words, share_of

MIN_WORDS = 5
MAX_WORDS = 75
RESTATED = 0.6
"""Share of a standfirst's key words that a lede telling the same has."""

_DAY = regex.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch"
    r"|lundi|mardi|mercredi|jeudi|"
    r"vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|(?:segunda|terça"
    r"|quarta|quinta|sexta)-feira|"
    r"lunedì|martedì|mercoledì|giovedì|venerdì|sabato)\b|(?:星期|周)[一二三四五六日]"
)
_FULL_NAME = regex.compile(r"\p{Lu}\p{Ll}+\s\p{Lu}\p{Ll}+")


def is_standfirst(paragraphs: list[str], at: int, fields: Mapping[str, str]) -> bool:
    """Whether the paragraph is a standfirst; `fields` is what the head has said so far.

    Only under a title or byline: a text that begins with its body has none.
    """
    text = paragraphs[at]
    if (
        not ({"title", "byline"} & fields.keys())
        or "\n" in text
        or not MIN_WORDS <= count_words(text) <= MAX_WORDS
    ):
        return False
    _, lede = _next_solid(paragraphs, at)
    if lede is None or is_quoted(text) or read_dateline(text) or text.endswith(":"):
        return False
    if read_dateline(lede) or _is_above_byline(paragraphs, at):
        return True
    if not is_closed(text):
        return is_closed(lede) and count_words(lede) >= MIN_WORDS
    return _is_restated(text, lede) or _is_background(text, lede, fields.get("title", ""))


def _next_solid(paragraphs: list[str], at: int) -> tuple[list[str], str | None]:
    """The lines of furniture that follow, and the first paragraph that is none."""
    between: list[str] = []
    for line in paragraphs[at + 1 : at + 8]:
        if not _is_between(line):
            return between, line
        between.append(line)
    return between, None


def _is_above_byline(paragraphs: list[str], at: int) -> bool:
    """A byline or date comes after one to three paragraphs, and more text below it than above.

    What stands below a byline at the end of a short article is no body.
    """
    above = 0
    for below in range(at, min(at + 4, len(paragraphs))):
        if _is_byline_or_date(paragraphs[below]):
            rest = paragraphs[below + 1 : below + 12]
            return sum(map(count_words, rest)) > above or any(map(read_dateline, rest[:2]))
        above += count_words(paragraphs[below])
    return False


def _is_between(line: str) -> bool:
    return (
        _is_byline_or_date(line)
        or is_credit(line)
        or is_caption(line)
        or is_furniture(line)
        or is_role(line)
        or is_label(line)
    )


def _is_byline_or_date(line: str) -> bool:
    return bool(read_byline(line) or is_agency_line(line) or read_date_line(line, "en"))


def _is_restated(text: str, lede: str) -> bool:
    words = key_words(text)
    return (
        len(words) >= 6
        and count_words(lede) > count_words(text)
        and share_of(words, key_words(lede)) >= RESTATED
    )


def _is_background(text: str, lede: str, title: str) -> bool:
    """Case 5. The lede introduces people by full name on a named day and says what the title says."""
    if _DAY.search(text) or _FULL_NAME.search(text) or _has_speech(text):
        return False
    if not _DAY.search(lede) or len(_FULL_NAME.findall(lede)) < 2:
        return False
    named = key_words(title)
    told = share_of(named, key_words(lede))
    return told >= 0.4 and told > share_of(named, key_words(text))


def _has_speech(text: str) -> bool:
    return regex.search(r"[“”„«»\"]|\bsaid\b", text) is not None
