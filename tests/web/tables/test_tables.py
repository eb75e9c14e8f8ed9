"""Tables of a collation, and what becomes of their text in CSV."""

import csv
import io
from dataclasses import replace

import pytest

from app.text.content import Block, Content
from app.web.formats.collation_subject import Collated
from app.web.tables.all_tables import TABLES
from app.web.tables.table import Row, Table, as_csv

TEXTS = {
    "The Ledger": "“The gate held,” said Mara Venn, the mayor. It cost $4 million.\n\nNobody was hurt on Friday.",
    "=SUM(A1)": "“The gate held,” said Mara Venn. The bill came to 4 million dollars.",
}


@pytest.fixture(scope="module")
def collated() -> Collated:
    made = Collated.of(
        [
            Content(
                tuple(Block("paragraph", part) for part in text.split("\n\n")),
                outlet=outlet,
                published=f"2026-03-{day}",
            )
            for day, (outlet, text) in enumerate(TEXTS.items(), 14)
        ]
    )
    return replace(made, articles=("one", "one"))  # so that there is a revision


@pytest.mark.parametrize("table", TABLES.values(), ids=list(TABLES))
def test_csv_holds_the_same_rows_in_the_same_order(table: Table, collated: Collated) -> None:
    rows = table.rows(collated)
    lines = list(csv.reader(io.StringIO(as_csv(table.row, rows))))
    assert lines[0] == list(table.row.model_fields)
    assert len(lines) == len(rows) + 1
    assert rows


@pytest.mark.parametrize("table", TABLES.values(), ids=list(TABLES))
def test_every_column_that_does_not_say_so_itself_is_documented(table: Table) -> None:
    plain = {"outlet", "title", "sentences", "words", "text", "end", "kind", "published"}
    fields = table.row.model_fields.items()
    assert {name for name, field in fields if not field.description} <= plain


class Any(Row):
    value: str | int | float | bool | None


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@x", "'@x"),
        ("\tx", "'\tx"),
        ("a=b", "a=b"),
        (-1, "-1"),
        (None, ""),
        (True, "true"),
        ('say "no", twice\nover', 'say "no", twice\nover'),
    ],
)
def test_no_text_becomes_a_formula_and_nothing_is_lost(value: str | int | None, cell: str) -> None:
    lines = list(csv.reader(io.StringIO(as_csv(Any, [Any(value=value)]), newline="")))
    assert lines[1] == [cell]
