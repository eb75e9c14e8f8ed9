"""A table of a collation: named columns that are documented, rows in a fixed order, and the same as CSV."""

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict

from app.web.formats.collation_subject import Collated

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula."""


class Row(BaseModel):
    """A row; its fields are the table's columns, each a text, a number, a truth value or nothing."""

    model_config = ConfigDict(frozen=True)


@dataclass(frozen=True, slots=True)
class Table:
    """A table under its `name`; `says` what it holds, `row` what its columns are, `rows` makes it from a collation."""

    name: str
    says: str
    row: type[Row]
    rows: Callable[[Collated], Sequence[Row]]


def as_csv(row: type[Row], rows: Iterable[Row]) -> str:
    """The rows as CSV (RFC 4180) under a line of column names.

    Text that a spreadsheet would take for a formula gets an apostrophe before it; nothing is left empty.
    """
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(row.model_fields)
    for one in rows:
        writer.writerow([_cell(getattr(one, name)) for name in row.model_fields])
    return text.getvalue()


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f"'{value}" if value.startswith(_FORMULA) else value
    return str(value)
