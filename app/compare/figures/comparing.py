"""Whether two values of figures say the same, exclude each other, or neither.

240 · 240                  same        12 · 14                       exclude
>240 · 245                 same        >=12 · 11                     exclude
~240 · 238                 same        USD 240 · EUR 240             neither
2022-02 · 2022-02-24       same        XXXX-WXX-2 · XXXX-WXX-3       exclude
12 km · 7.5 mi             same        134-63 · 98-96                exclude
2024-W20 · 2024-05-16      same        year-1 · 2023                 same, if the story is of 2024, else neither
"""

import re
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import Literal, NamedTuple

from app.compare.figures.dates import WEEK, day_of, nearest, resolved, span
from app.compare.figures.figure import FigureKind

Relation = Literal["same", "exclude", "neither"]

ABOUT = 0.1
"""How far a value may be from one that is told as “about” it, as a share."""
FAR = 0.5
"""How far a value may be beyond a bound such as “more than”, as a share, and still be taken for the same figure."""
ROUNDED_FROM = 100
"""Least number that is taken to be rounded where it ends in zeros: “ten dead” is not twelve."""
_SIGNED = re.compile(">=|<=|[<>~]")
_ONE = re.compile(r"(?P<head>[A-Z]{3} |PT?)?(?P<number>\d+(?:\.\d+)?)(?P<unit>%|pp|[A-Z]| .+)?")
_VOTE = re.compile(r"\d+-\d+")
_EVENT = re.compile(r"(.+?)([+-]\d+)D")
_UNITS = {
    "km": ("m", 1000.0), "m": ("m", 1.0), "cm": ("m", 0.01), "mm": ("m", 0.001), "mi": ("m", 1609.344), "ft": ("m", 0.3048),
    "kg": ("kg", 1.0), "g": ("kg", 0.001), "t": ("kg", 1000.0), "lb": ("kg", 0.4536), "ha": ("ha", 1.0),
    "ac": ("ha", 0.4047), "km2": ("ha", 100.0), "mi2": ("ha", 259.0), "km/h": ("km/h", 1.0), "mph": ("km/h", 1.609),
    "MW": ("MW", 1.0), "GW": ("MW", 1000.0),
}  # fmt: skip
_DAYS = {"Y": 365.25, "M": 30.44, "W": 7.0, "D": 1.0, "TH": 1 / 24, "TM": 1 / 1440, "TS": 1 / 86400}
CONVERTED = 0.06
"""How far two values in different units may be apart, as a share, and be the same, each being rounded."""


class Amount(NamedTuple):
    """A value as bounds in a unit to which others of its sort are brought; `printed` is the unit as told."""

    sign: str
    low: float
    high: float
    unit: str
    printed: str


@lru_cache(maxsize=8192)
def amount_of(value: str) -> Amount | None:
    """A value other than a date; None for one that has another form."""
    match = _SIGNED.match(value)
    bounds = [_ONE.fullmatch(part) for part in value[match.end() if match else 0 :].split("..")]
    found = [_converted(bound) for bound in bounds if bound]
    if not 0 < len(found) == len(bounds):
        return None
    (low, unit, printed), (high, _, _) = found[0], found[-1]
    return Amount(match[0] if match else "", low, high, unit, printed)


def _converted(bound: re.Match[str]) -> tuple[float, str, str]:
    """A number brought to the unit of its sort, that unit, and the one told."""
    head, unit = (bound["head"] or "").strip(), (bound["unit"] or "").strip()
    number = float(bound["number"])
    if head.startswith("P"):
        return number * _DAYS[head[1:] + unit], "days", unit
    sort, factor = _UNITS.get(unit, (head + unit, 1.0))
    return number * factor, sort, head + unit


def number_given(value: str) -> str:
    """The number that a value gives, whether as its own or as about its own: in a conflict both stand on one side."""
    return value.removeprefix("~")


@lru_cache(maxsize=16384)
def relation(kind: FigureKind, one: str, other: str, story: date | None = None) -> Relation:
    """How two values of a kind stand to each other; `story` is the day about which the versions were published, if known."""
    if one == other:
        return "same"
    if kind == "date":
        return _of_dates(*sorted((one, other)), story)
    if kind == "ordinal" or (_VOTE.fullmatch(one) and _VOTE.fullmatch(other)):
        return "exclude"
    a, b = amount_of(one), amount_of(other)
    if a is None or b is None or a.unit != b.unit:
        return "neither"
    return _of_amounts(a, b)


def _of_amounts(a: Amount, b: Amount) -> Relation:
    if a.low < a.high or b.low < b.high:
        return "same" if a.low <= b.high and b.low <= a.high else "exclude"
    if a.printed != b.printed:
        return "same" if abs(a.low - b.low) <= CONVERTED * max(a.low, b.low) else "neither"
    if a.sign and b.sign:
        return "same" if abs(a.low - b.low) <= ABOUT * max(a.low, b.low) else "neither"
    if a.sign or b.sign:
        bound, exact = (a, b.low) if a.sign else (b, a.low)
        return _of_bound(bound, exact)
    return _of_exact(a.low, b.low)


def _of_bound(bound: Amount, exact: float) -> Relation:
    value = bound.low
    if bound.sign == "~":
        near = abs(value - exact)
        return "same" if near <= ABOUT * value else "neither" if near <= FAR * value else "exclude"
    if bound.sign.startswith(">"):
        if exact < value:
            return "exclude"
        return "same" if exact <= value * (1 + FAR) else "neither"
    if exact > value:
        return "exclude"
    return "same" if exact >= value * (1 - FAR) else "neither"


def _of_exact(one: float, other: float) -> Relation:
    """Of two plain numbers, one may be the other, rounded."""
    for rounded, exact in ((one, other), (other, one)):
        if rounded >= ROUNDED_FROM or rounded % 1:
            step = _step(rounded)
            if abs(rounded - exact) <= step / 2:
                return "same" if step <= ABOUT * rounded else "neither"
    return "exclude"


def _step(value: float) -> float:
    """The place to which a number is told: 10 for 240, 0.1 for 1.5."""
    digits = f"{Decimal(str(value)):f}".rstrip("0") if value % 1 else str(int(value))
    if "." in digits:
        return float(10 ** -len(digits.partition(".")[2]))
    return float(10 ** (len(digits) - len(digits.rstrip("0"))))


@lru_cache(maxsize=16384)
def _of_dates(one: str, other: str, story: date | None) -> Relation:
    a, b = _days(one), _days(other)
    if a and b:
        inside = (a[0] <= b[0] and b[1] <= a[1]) or (b[0] <= a[0] and a[1] <= b[1])
        return "same" if inside else "neither" if a[0] <= b[1] and b[0] <= a[1] else "exclude"
    events = _EVENT.fullmatch(one), _EVENT.fullmatch(other)
    if events[0] and events[1]:
        return "exclude" if events[0][1] == events[1][1] else "neither"
    if one.startswith("XXXX-") or other.startswith("XXXX-"):
        return _of_partial(one, other, story)
    return _by_story(one, other, story)


@lru_cache(maxsize=4096)
def _days(value: str) -> tuple[int, int] | None:
    if "/" in value:
        first, _, last = value.partition("/")
        low, high = span(first), span(last)
        return (low[0], high[1]) if low and high else None
    return span(value)


def _of_partial(one: str, other: str, story: date | None) -> Relation:
    """Of two dates at least one of which leaves something open."""
    a, b = _fields(one), _fields(other)
    shared = a.keys() & b.keys()
    if any(a[name] != b[name] for name in shared):
        return "exclude"
    if shared and (a.keys() <= b.keys() or b.keys() <= a.keys()):
        return "same"
    return _by_story(one, other, story)


def _fields(value: str) -> dict[str, int]:
    """What a date says for certain: year, month, day, weekday."""
    if match := re.fullmatch(r"XXXX-WXX-(\d)", value):
        return {"weekday": int(match[1])}
    if match := re.fullmatch(r"(\d{4}|XXXX)-(\d\d|XX)(?:-(\d\d))?", value):
        told = {"year": match[1], "month": match[2], "day": match[3] or "X"}
        fields = {name: int(text) for name, text in told.items() if "X" not in text}
        day = day_of(value) if len(fields) == len(told) else None
        return fields | ({"weekday": day.isoweekday()} if day else {})
    return {}


def _by_story(one: str, other: str, story: date | None) -> Relation:
    """Of dates told from the day of publication, as far as the story's day says."""
    if story is None:
        return "neither"
    coarse = [value for value in (one, other) if re.match("week|day", value)]
    a, b = _days(on_day(one, story) or ""), _days(on_day(other, story) or "")
    if a is None or b is None:
        return "neither"
    inside = (a[0] <= b[0] and b[1] <= a[1]) or (b[0] <= a[0] and a[1] <= b[1])
    return "same" if inside else "neither" if coarse or _near(a, b) else "exclude"


def _near(a: tuple[int, int], b: tuple[int, int]) -> bool:
    return max(a[0], b[0]) - min(a[1], b[1]) <= WEEK


@lru_cache(maxsize=4096)
def on_day(value: str, story: date) -> str | None:
    """A date told from publication, as if it had been on the story's day; others as they are."""
    if match := re.fullmatch(r"XXXX-(\d\d)-(\d\d)", value):
        return nearest(int(match[1]), int(match[2]), story)
    if value.startswith("XXXX-WXX"):
        return resolved(value, story + timedelta(1), ahead=False)
    return resolved(value, story, ahead=False) or value
