"""A row as text."""

from app.web.sharing.chosen import as_chosen, find_row
from app.web.sharing.panel import share_of
from tests.web.sharing.made import ALONE, GATE, LATER, content, seen


def test_what_was_cut_and_added_stands_between_signs() -> None:
    shown = seen(content(GATE), content(LATER, ALONE, outlet="The Ledger"))
    edited, alone = (as_chosen(row) for item in shown.items for row in item.rows)
    assert edited.marked == (
        "The gate failed at [-noon-] on Friday, and water came over the quay.",
        "The gate failed at {+ten+} on Friday, and water came over the quay.",
    )
    assert (edited.left, edited.right) == (GATE, LATER)
    assert (alone.left, alone.right) == ("", ALONE)
    lines = share_of(shown, alone, card_says="").text.splitlines()
    assert lines[:2] == ["The Quay Post (14 March 2026): —", f"The Ledger (14 March 2026): {ALONE}"]
    assert lines[3].endswith(f"?row={alone.id}#{alone.id}")


def test_a_row_is_found_by_any_of_its_sentences() -> None:
    shown = seen(content(GATE), content(LATER))
    (row,) = (row for item in shown.items for row in item.rows)
    right = row.right
    assert right
    found = find_row(shown, right.paragraphs[0].sentences[0].id)
    assert found
    assert found.id == row.id
    assert find_row(shown, "") is find_row(shown, "l-aaaaaaaa") is None
