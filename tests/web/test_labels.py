"""Names for versions that stand side by side."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.text.content import Content
from app.web.labels import ALIKE, distinct_labels, names
from app.web.shown import names as sides_named


@pytest.mark.parametrize(
    ("titles", "shown"),
    [
        (["One two three four five six"], ["One two three four five …"]),
        (["One two three", "One two four five"], ["One two three", "One two four five"]),
        # one word fewer in common than it takes to name them otherwise, and as many
        (["a b c d e f g", "a b x y"], ["a b c d e …", "a b x y"]),
        (["a b c d e f g h i", "A B C x y"], ["a b c d e f g …", "A B C x y"]),
        (["a b c d e f", "a b c d x y"], ["a b … e f", "a b … x y"]),
        (["a b c d", "a b c d e f"], ["a b c d", "a b … e f"]),
        (["a b c d e f", "a b c d e f"], ["a b c d e …", "a b c d e …"]),
    ],
)
def test_titles_that_begin_alike_are_named_by_where_they_part(titles: list[str], shown: list[str]) -> None:
    assert names([None] * len(titles), titles) == shown


def test_a_title_with_an_outlet_is_named_by_it_and_changes_no_other_name() -> None:
    titles = ["a b c d e f", "a b c d x y"]
    assert names(["The Ledger", None], titles) == ["The Ledger", "a b c d x …"]


@given(
    st.lists(
        st.lists(st.sampled_from("abc"), min_size=1, max_size=ALIKE + 3).map(" ".join), min_size=1, max_size=5
    )
)
def test_every_version_has_a_name_of_its_own(titles: list[str]) -> None:
    shown = names([None] * len(titles), titles)
    assert all(shown)
    assert len(set(distinct_labels(shown, [None] * len(titles)))) == len(titles)


@given(st.permutations(["a b c d e f", "a b c d x y", "a q", "b"]))
def test_a_name_does_not_depend_on_the_order(titles: list[str]) -> None:
    named = dict(zip(titles, names([None] * len(titles), titles), strict=True))
    assert named == {"a b c d e f": "a b … e f", "a b c d x y": "a b … x y", "a q": "a q", "b": "b"}


def test_both_sides_of_a_comparison_are_named_so() -> None:
    titles = ["The old bridge at Tarn reopens", "The old bridge at Ost is closed"]
    sides = [Content((), title=title) for title in titles]
    assert sides_named(*sides) == ("The old … Tarn reopens", "The old … Ost is closed")
