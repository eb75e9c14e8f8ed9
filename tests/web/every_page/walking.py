"""A reader who has a keyboard and nothing else: from control to control by Tab."""

from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

_SCRIPT = Path(__file__).with_name("controls.js").read_text(encoding="utf-8")
_PARTS = 6
"""Stops of Tab within one control: a date has fields of its own for day, month and year, and a calendar."""


@dataclass(frozen=True, slots=True)
class Control:
    """A control in words, and where it begins on the page; `flows`: it has its place there, neither drawn nor over it."""

    says: str
    flows: bool
    left: float
    right: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Stop:
    """What Tab led to: the control's number in the page's source, and what is wrong with how it is shown."""

    number: int | None
    says: str
    wrong: str


class Walk:
    """The controls of a page as it stands, and the stops of a walk over them."""

    def __init__(self, page: Page) -> None:
        self.page = page
        plain = _SCRIPT.replace("export function", "function")
        self._script = page.evaluate_handle(f"() => {{ {plain}; return {{ begin, now }}; }}")
        self.controls = [Control(**one) for one in self._ask("begin")]

    def _ask(self, what: str) -> Any:
        return self._script.evaluate(f"script => script.{what}()")

    def walk(self, key: str = "Tab") -> list[Stop]:
        """Press the key until it leads out of the page or nowhere new; a control of several parts is one stop."""
        stops: list[Stop] = []
        for _ in range(len(self.controls) * 2 + _PARTS * 4):
            self.page.keyboard.press(key)
            stop = Stop(**self._ask("now"))
            if stop.number is None and stops:
                break
            if not stops or stops[-1].number != stop.number:
                if stop.number in [one.number for one in stops]:
                    break
                stops.append(stop)
        return stops


def disorder(controls: list[Control]) -> list[str]:
    """Where the order of the source is not that of reading: down, and from left to right; a new column begins at its top."""
    found = []
    for one, other in pairwise(one for one in controls if one.flows):
        above = other.bottom <= one.top + 1
        beside = other.top < one.bottom - 1 and one.top < other.bottom - 1
        if (above and other.left < one.right) or (beside and other.right <= one.left):
            found.append(f"{one.says}, then {other.says}")
    return found
