"""The map of changes: a mark for every change, on the side that it belongs to, within the whole."""

from app.compare.engine import compare
from app.web.change_map import WHOLE, map_marks
from app.web.comparison_view import view_items
from tests.compare.comparison_texts import document

A = "The lamp went out at nine on Monday. Nobody was hurt in the fire. The keeper slept all night."
B = "The lamp went out at ten on Monday. Nobody was hurt in the fire. Later a boat came into the bay."


def test_a_mark_stands_on_the_half_of_the_side_that_alone_has_it() -> None:
    marks = map_marks(view_items(compare(document(A), document(B))))
    assert [(mark.css, mark.left, mark.width) for mark in marks] == [
        ("edited", 1, 8), ("only-a", 1, 4), ("only-b", 5, 4),
    ]  # fmt: skip


def test_marks_follow_each_other_within_the_whole() -> None:
    marks = map_marks(view_items(compare(document(A), document(B))))
    tops = [mark.top for mark in marks]
    assert tops == sorted(tops)
    assert all(mark.top >= 0 and mark.top + mark.height <= WHOLE + 1 for mark in marks)


def test_a_fold_counts_its_sentences() -> None:
    alike = " ".join(f"Sentence {name} is the same on both sides." for name in "abcdefg")
    items = view_items(compare(document(alike), document(alike)))
    assert [(item.folded, item.sentences) for item in items] == [(False, 1), (True, 5), (False, 1)]
