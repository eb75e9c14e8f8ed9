"""Dates as articles print them, into ISO 8601 exactly as precise as printed.

Nothing depends on today or on the machine: no relative dates, no missing year, no local time zone; a date whose day and
month could be swapped (3/4/2025 in English) is not read at all.
"""

from datetime import date, datetime

import regex

from app.errors import InputError
from app.ingest.shape import is_closed

FIRST_YEAR, LAST_YEAR = 1500, 2100
MAX_LENGTH = 80
"""Code points of a printed date."""

_ISO = regex.compile(
    r"(?P<date>\d{4}-\d{2}-\d{2})"
    r"(?:[Tt]|\s+)?(?P<time>\d{1,2}:\d{2}(?P<second>:\d{2})?(?P<fraction>[.,]\d{1,6})?)?"
    r"\s*(?P<zone>Z|z|UTC|[+-]\d{1,2}(?::?\d{2})?)?"
)
_YEAR = regex.compile(r"(?<!\d)(?:1[5-9]|20|21)\d\d(?!\d)")
_TIME = regex.compile(
    r"(?<!\d)\d{1,2}\s*(?:[:.h]\s*\d{2}(?!\d)(?!\.\d{4})|[ap]\.?m\b|uhr\b|h\b|[时点])", regex.IGNORECASE
)
_SECONDS = regex.compile(r"\d:\d{2}:\d{2}")
_SLASHED = regex.compile(r"(?<!\d)(\d{1,2})[/-](\d{1,2})[/-]\d{4}")
_NOISE = regex.compile(
    r"\b(?:hrs|Uhr|Ortszeit|local time)\b\.?|[|•·]|^[\s,;:–—-]+"
    # Zones that are no one offset: summer or standard time, or several zones of one name (China and Chicago, say).
    r"|\(?\b(?:[ECMP]T|[ACI]ST)\b\)?\.?",
    regex.IGNORECASE,
)
_LABEL = regex.compile(
    r"^\W*(?:(?P<first>(?:first |originally )?(?:published|posted)|date|datum|veröffentlicht|erschienen"
    r"|publié|publicado|"
    r"publicada|publicato|pubblicato|gepubliceerd|发布时间|发布|发表于|تاريخ النشر|نشر)|"
    r"(?P<later>(?:last )?(?:updated|modified)|aktualisiert|stand|mis à jour|actualizado|atualizado"
    r"|aggiornato|更新时间|更新))"
    r"(?:\s+(?:on|at|am|le|el|em|il|op|في))?\s*[:：]?\s*(?=\S)",
    regex.IGNORECASE,
)
_PARTS = regex.compile(
    r"\s*[|•·]\s*|\s*[,;–—(-]?\s*(?=\b(?:last )?(?:updated|aktualisiert|mis à jour|actualizado)\b)", regex.I
)
_VAGUE = regex.compile(
    r"\d|\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|heute|gestern)\b", regex.IGNORECASE
)
_DAY_FIRST = frozenset({"de", "fr", "es", "pt", "it", "nl", "ru", "ar"})
_READ = (*sorted(_DAY_FIRST), "en", "zh", "ja")


def read_published(value: str) -> str:
    """A given date (front matter, command line) as ISO 8601; InputError quotes a value that is none."""
    found = parse_date(value)
    if found is None:
        raise InputError(
            f"published: {value[:MAX_LENGTH]!r} is not a date. Write it as 2026-05-16 or 2026-05-16T10:05+02:00."
        )
    return found


def parse_date(text: str, language: str = "en") -> str | None:
    """A printed date as ISO 8601, or None when the text is anything but one whole, unambiguous date."""
    text = text.strip()
    if len(text) > MAX_LENGTH:
        return None
    iso = _ISO.fullmatch(text)
    return _from_iso(iso) if iso else _from_prose(text, language)


def read_date_line(line: str, language: str) -> tuple[str, bool] | None:
    """The date on a line that says nothing else, and whether the line names it ("Published: …").

    A line with several dates gives the one of first publication, or else the first.
    """
    if len(line) > 2 * MAX_LENGTH or not _YEAR.search(line):
        return None
    found: list[tuple[bool, str]] = []
    labelled = False
    for part in filter(None, _PARTS.split(line)):
        label = _LABEL.match(part)
        labelled = labelled or label is not None
        iso = _longest_date(part[label.end() :] if label else part, language)
        if iso is None:
            return None
        found.append((label is not None and label["first"] is not None, iso))
    if not found:
        return None
    return next((iso for is_first, iso in found if is_first), found[0][1]), labelled


def is_date_line(line: str) -> bool:
    """Whether the line names a date of publication that is too vague to be read, as "Published Thursday"."""
    label = _LABEL.match(line) if len(line) <= MAX_LENGTH else None
    return label is not None and not is_closed(line) and _VAGUE.search(line, label.end()) is not None


def _longest_date(text: str, language: str) -> str | None:
    """The date at the start of "May 16, 2026 / 10:05 AM / Coast News": what follows it is a name of a few words."""
    parts = text.split(" / ")
    for end in range(len(parts), 0, -1):
        iso = parse_date(" ".join(parts[:end]), language)
        if iso and len(" ".join(parts[end:]).split()) <= 4:
            return iso
    return None


def _from_iso(match: "regex.Match[str]") -> str | None:
    if match["zone"] and not match["time"]:
        return None
    try:
        day = date.fromisoformat(match["date"])
        if not match["time"]:
            return day.isoformat() if FIRST_YEAR <= day.year <= LAST_YEAR else None
        moment = datetime.fromisoformat(
            f"{match['date']}T{match['time'].replace(',', '.').zfill(5)}{_zone(match['zone'])}"
        )
    except ValueError:
        return None
    precision = "auto" if match["second"] else "minutes"
    return moment.isoformat(timespec=precision) if FIRST_YEAR <= moment.year <= LAST_YEAR else None


def _zone(zone: str | None) -> str:
    if not zone:
        return ""
    if zone[0] not in "+-":
        return "+00:00"
    hours, minutes = (zone[1:].replace(":", "")[:-2], zone[-2:]) if len(zone) > 3 else (zone[1:], "00")
    return f"{zone[0]}{hours.zfill(2)}:{minutes}"


def _from_prose(text: str, language: str) -> str | None:
    if not _YEAR.search(text) or _is_ambiguous(text, language):
        return None
    import dateparser  # slow to load, and most texts are without such a date

    languages = [language] if language in _READ else []
    settings = {"STRICT_PARSING": True, "PARSERS": ["absolute-time"], "RELATIVE_BASE": datetime(2000, 1, 1)}  # noqa: DTZ001
    moment = dateparser.parse(
        " ".join(_NOISE.sub(" ", text).split()),
        languages=list(dict.fromkeys([*languages, "en"])),
        settings=settings,
    )
    if moment is None or str(moment.year) not in text:
        return None
    if not _TIME.search(text):
        return moment.date().isoformat()
    return moment.isoformat(timespec="seconds" if _SECONDS.search(text) else "minutes")


def _is_ambiguous(text: str, language: str) -> bool:
    slashed = _SLASHED.search(text)
    if slashed is None or language in _DAY_FIRST:
        return False
    return int(slashed[1]) <= 12 and int(slashed[2]) <= 12 and slashed[1] != slashed[2]
