"""A long table on a page of many: its first rows, and the rest to be opened."""

from collections.abc import Sequence
from typing import TypeVar

Row = TypeVar("Row")

MOST_ROWS = 60
"""Rows that stand open. One figure printed often in fifty versions has hundreds, and what follows it would not be found."""
OPEN_ROWS = 12
"""Rows that stand open where there are more than `MOST_ROWS`."""


def open_rows(count: int) -> int:
    """How many of that many rows stand open."""
    return count if count <= MOST_ROWS else OPEN_ROWS


def parted(rows: Sequence[Row]) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    """The rows that stand open, and the others."""
    at = open_rows(len(rows))
    return tuple(rows[:at]), tuple(rows[at:])
