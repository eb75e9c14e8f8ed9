"""Figures and facts as data."""

from dataclasses import dataclass
from typing import Literal

FigureKind = Literal["money", "count", "percent", "date", "duration", "ordinal"]
FactAgreement = Literal["agree", "conflict"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure or date as printed, `[start, end)` in code points of the compared text, and its normalised value.

    `value` is text that is equal for equal values: `USD 240000000000`, `21`, `>=12`, `10..15`, `12 km`, `12.5%`, `3pp`,
    `P2D`, `75th`, `2026-03-14`, `2026-W11`, `visit-1D` (the eve of the visit), `XXXX-WXX-4` (some Thursday), `year-1` (last
    year); docs/facts.md lists the forms. `resolved`: it was worked out from words such as “Thursday” and the version's date.
    """

    kind: FigureKind
    sentence: int
    start: int
    end: int
    text: str
    value: str
    resolved: bool = False


@dataclass(frozen=True, slots=True)
class FactMember:
    """A figure of a version, by its index."""

    version: int
    figure: Figure


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact as versions state it, members by version and place; `conflict`: two of them give different values."""

    kind: FigureKind
    agreement: FactAgreement
    members: tuple[FactMember, ...]
