"""Tables of a collation, and what becomes of their text in CSV."""

import csv
import io
from dataclasses import replace

import pytest

from app.text.content import Block, Content
from app.web.formats.collation_subject import Collated
from app.web.tables.all_tables import TABLES
from app.web.tables.table import Row, Table, as_csv

TEXTS = (
    (
        "The Ledger",
        "2026-03-14",
        "Barrier gate fails in storm",
        "“The gate held,” said Mara Venn, the mayor. It cost the town council $4 million.\n\nNobody was hurt on Friday.",
    ),
    (
        "The Ledger",
        "2026-03-15",
        "Barrier gate fails in high storm",
        "“The gate held,” said Mara Venn, the mayor. It cost the town council $5 million.\n\nNobody was hurt on Friday.",
    ),
    (
        "=SUM(A1)",
        "2026-03-20",
        "Town counts cost as barrier gate fails",
        "“The gate held,” said Mara Venn. It cost the town council $4 million. The so-called “smart gate” was new.",
    ),
)


@pytest.fixture(scope="module")
def collated() -> Collated:
    made = Collated.of(
        [
            Content(
                tuple(Block("paragraph", part) for part in text.split("\n\n")),
                title=title,
                outlet=outlet,
                published=published,
            )
            for outlet, published, title, text in TEXTS
        ]
    )
    return replace(made, articles=("one", "one", "other"))  # so that there is a revision


def test_a_correction_names_who_still_has_what_was_corrected(collated: Collated) -> None:
    (row,) = TABLES["corrections"].rows(collated)
    told = row.model_dump()
    assert (told["kind"], told["value_before"], told["value_after"]) == (
        "figure",
        "USD 4000000",
        "USD 5000000",
    )
    assert (told["outlet"], told["sentences"], told["latest"]) == ("=SUM(A1)", "1", True)


def test_readings_follow_the_base(collated: Collated) -> None:
    rows = [row.model_dump() for row in TABLES["readings"].rows(collated)]
    assert {row["base"] for row in rows} == {collated.ids[0]}
    assert [(row["sentence"], row["reading"]) for row in rows if row["version"] == collated.ids[1]] == [
        (0, "verbatim"),
        (1, "edited"),
        (2, "verbatim"),
    ]
    absent = [row for row in rows if row["reading"] == "absent"]
    assert [(row["sentence"], row["sentences"], row["text"]) for row in absent] == [(2, "", "")]


def test_a_headline_comes_back_from_its_slots(collated: Collated) -> None:
    rows = [row.model_dump() for row in TABLES["headlines"].rows(collated)]
    for at, (_, _, title, _) in enumerate(TEXTS):
        words = " ".join(row["words"] for row in rows if row["version"] == collated.ids[at])
        assert words == title
    assert any(row["agreed"] for row in rows)


def test_a_headline_like_no_other_is_a_row_of_its_own(collated: Collated) -> None:
    strange = replace(collated.versions[2], title="Nothing of the kind")
    made = replace(collated, versions=(*collated.versions[:2], strange))
    rows = [row.model_dump() for row in TABLES["headlines"].rows(made)]
    assert [(row["slot"], row["words"]) for row in rows if row["version"] == made.ids[2]] == [
        (None, "Nothing of the kind")
    ]


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
