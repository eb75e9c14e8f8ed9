"""Which of the first lines is the title."""

import regex

from app.ingest.agencies import read_dateline
from app.ingest.credits import read_byline
from app.ingest.shape import (
    count_words,
    ends_abbreviated,
    has_several_sentences,
    is_asking,
    is_closed,
)

MAX_LENGTH = 250
MAX_WORDS = 32
_MARKED = regex.compile(r"#{1,6}\s+(?P<text>\S.*?)\s*#*|(?P<marks>\*\*|__)(?P<text>[^*_].*[^*_])(?P=marks)")
_HASHED = regex.compile(r"#\s")
_SECTIONS = frozenset(
    [
        "world",
        "news",
        "politics",
        "business",
        "sport",
        "sports",
        "opinion",
        "science",
        "health",
        "culture",
        "technology",
        "europe",
        "asia",
        "africa",
        "americas",
        "local",
        "national",
        "international",
        "breaking",
        "exclusive",
        "analysis",
        "explainer",
        "live",
        "update",
        "updates",
        "economy",
        "environment",
        "travel",
        "politik",
        "welt",
        "wirtschaft",
        "panorama",
        "kultur",
        "wissen",
        "ausland",
        "inland",
        "monde",
        "politique",
        "économie",
        "société",
        "culture",
        "mundo",
        "política",
        "economía",
        "deportes",
        "economia",
        "esportes",
        "cultura",
        "mondo",
        "cronaca",
        "politica",
    ]
)


def is_title(paragraphs: list[str], at: int) -> bool:
    """Whether the paragraph is a title: short, not closed like a sentence, with longer or closed paragraphs below it.

    A line that is closed can still be one: a question, initials at the end, or a byline right below.
    """
    line = paragraphs[at]
    if len(line) > MAX_LENGTH or "\n" in line or at + 1 >= len(paragraphs):
        return False
    if _HASHED.match(line):
        return True
    words = count_words(line)
    if not 0 < words <= MAX_WORDS or line[-1] in ":,;" or read_dateline(line):
        return False
    following = paragraphs[at + 1 : at + 6]
    if not any(_is_text(text, words) for text in following):
        return read_byline(following[0]) is not None
    return not is_closed(line) or _is_closed_title(line, words, following)


def is_kicker(paragraphs: list[str], at: int) -> bool:
    """Whether the paragraph is a section's name above a title, as in "World | Europe"."""
    words = regex.findall(r"\p{L}+", paragraphs[at][:60])
    if len(paragraphs[at]) > 40 or not words or not all(word.casefold() in _SECTIONS for word in words):
        return False
    return at + 1 < len(paragraphs) and is_title(paragraphs, at + 1)


def without_marks(line: str) -> str:
    """A heading without the signs that Markdown marks it by."""
    marked = _MARKED.fullmatch(line)
    return marked["text"] if marked else line


def is_marked(line: str) -> bool:
    """Whether Markdown marks the line as a heading, or as bold from end to end."""
    marked = _MARKED.fullmatch(line) if len(line) <= MAX_LENGTH else None
    return marked is not None and (not marked["marks"] or is_asking(line) or not is_closed(line))


def _is_text(text: str, words: int) -> bool:
    """A sentence, or else plainly longer than the line above: some texts do without full stops."""
    length = count_words(text)
    return (is_closed(text) and length > 3) or (length >= 10 and length > 1.5 * words)


def _is_closed_title(line: str, words: int, following: list[str]) -> bool:
    if ends_abbreviated(line):
        return True
    if has_several_sentences(line):
        return False
    longest = max(map(count_words, following))
    return (is_asking(line) and words <= 20 and longest > words) or read_byline(following[0]) is not None
