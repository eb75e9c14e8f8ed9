"""Values of figures as a reader reads them: `USD 240000000000` as “USD 240,000,000,000”, `P2D` as “2 days”."""

import re
from datetime import date

from app.compare.figures.figure import FigureKind
from app.web.counts import grouped
from app.web.dates import display_date

_QUALIFIED = (
    (">=", "at least "),
    ("<=", "at most "),
    (">", "more than "),
    ("<", "less than "),
    ("~", "about "),
)
_DURATION = re.compile(r"P(T?)([\d.]+)([YMWDHS])")
_UNITS = {"Y": "year", "W": "week", "D": "day", "H": "hour", "S": "second"}
_MONTH = re.compile(r"(\d{4})-(\d\d)")
_WEEK = re.compile(r"(\d{4})-W(\d\d)")
_WEEKDAY = re.compile(r"XXXX-WXX-(\d)")
_MONTH_ALONE = re.compile(r"XXXX-(\d\d)(?:-(\d\d))?")
_RELATIVE = re.compile(r"([^\W\d]+)([+-])(\d+)(D?)")
_LONG_NUMBER = re.compile(r"(?<![\d.])\d{4,}")
_MONDAY = date(2024, 1, 1)


def value_in_words(kind: FigureKind, value: str) -> str:
    """The value in words where they are known; else as it is."""
    for sign, words in _QUALIFIED:
        if value.startswith(sign):
            return words + value_in_words(kind, value.removeprefix(sign))
    if ".." in value:
        first, _, last = value.partition("..")
        return f"{value_in_words(kind, first)} to {value_in_words(kind, last)}"
    if kind == "date":
        return _date(value)
    if kind == "duration":
        return _duration(value)
    return _LONG_NUMBER.sub(lambda number: grouped(int(number[0])), value)


def _date(value: str) -> str:
    if found := _WEEK.fullmatch(value):
        return f"week {int(found[2])} of {found[1]}"
    if (found := _MONTH.fullmatch(value)) and 1 <= int(found[2]) <= 12:
        return f"{date(int(found[1]), int(found[2]), 1):%B} {found[1]}"
    if (found := _WEEKDAY.fullmatch(value)) and 1 <= int(found[1]) <= 7:
        return f"a {_MONDAY.replace(day=int(found[1])):%A}"
    if (found := _MONTH_ALONE.fullmatch(value)) and 1 <= int(found[1]) <= 12:
        day = f"{int(found[2])} " if found[2] else ""
        return f"{day}{_MONDAY.replace(month=int(found[1])):%B}, year not told"
    if found := _RELATIVE.fullmatch(value):
        return _relative(found[1], found[2], int(found[3]), found[4])
    return display_date(value)


def _relative(named: str, sign: str, count: int, day: str) -> str:
    """`year-1`: the year before that of the version, whose date is not known; `visit-1D`: the day before the visit."""
    unit, of = ("day", f"the {named}") if day else (named, "")
    if count == 0:
        return f"the day of {of}" if of else f"that {unit}"
    way = "before" if sign == "-" else "after"
    amount = f"the {unit}" if count == 1 else f"{count} {unit}s"
    return " ".join(filter(None, [amount, way, of]))


def _duration(value: str) -> str:
    found = _DURATION.fullmatch(value)
    if not found:
        return value
    unit = "minute" if found[1] and found[3] == "M" else _UNITS.get(found[3], "month")
    return f"{found[2]} {unit}" + ("" if found[2] == "1" else "s")
