"""What must hold and what to work for, from targets.toml."""

import tomllib
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
"""Labelled data and articles that are not part of the project; what needs them skips where they are absent."""
_FILE = Path(__file__).with_name("targets.toml")


@dataclass(frozen=True, slots=True)
class Target:
    """`floor` must hold; `aim` is what to work for. For times and sizes both are upper bounds, for scores lower ones."""

    floor: float
    aim: float


@dataclass(frozen=True, slots=True)
class Series:
    """The scores that one line of a scoring script gives."""

    name: str
    script: str
    scores: dict[str, Target]
    line: str = ""
    tool: str = ""
    needs: str = ""
    note: str = ""
    gain: bool = False
    """Whether the scores are what `tool` adds to those of the command line itself."""


def number(value: object) -> float:
    """A score as a number; `58/60` is one. Raises ValueError for anything else."""
    if isinstance(value, str) and "/" in value:
        return float(Fraction(value)) if not value.startswith("0/") else 0.0
    if isinstance(value, int | float | str):
        return float(value)
    raise ValueError(f"{value!r} is no score")


def series(file: Path = _FILE) -> list[Series]:
    """What `make evals` measures, in the order of the file."""
    found = []
    for name, entry in tomllib.loads(file.read_text(encoding="utf-8"))["evals"].items():
        scores = {score: _target(pair) for score, pair in entry.pop("scores").items()}
        found.append(Series(name, entry.pop("script"), scores, **entry))
    return found


def targets(table: str, file: Path = _FILE) -> dict[str, Target]:
    """The `peers` or the `size` table: upper bounds."""
    entries = tomllib.loads(file.read_text(encoding="utf-8"))[table]
    return {name: _target(pair) for name, pair in entries.items()}


def _target(pair: list[object]) -> Target:
    floor, aim = pair
    return Target(number(floor), number(aim))
