"""What was measured, beside what must hold."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

MISSED = "**missed**"


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured value and its bound; `told` are the cases that make it miss, in a line each."""

    name: str
    value: float
    bound: float
    sense: Literal["at most", "at least"] = "at most"
    unit: str = ""
    told: tuple[str, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether the bound is kept."""
        return self.value <= self.bound if self.sense == "at most" else self.value >= self.bound

    def cells(self) -> tuple[str, ...]:
        """The figure as a row of a table."""
        value, bound = (f"{one:,.10g}{self.unit}" for one in (self.value, self.bound))
        return self.name, value, f"{self.sense} {bound}", "holds" if self.holds else MISSED


def count(name: str, cases: Iterable[str]) -> Figure:
    """A count of cases, of which there should be none."""
    told = tuple(cases)
    return Figure(name, len(told), 0, told=told)
