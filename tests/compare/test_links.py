"""Links as a table: what goes in comes out, from either side."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.compare.comparison import Link
from app.compare.links import KINDS, Links

runs = st.builds(
    lambda first, count: tuple(range(first, first + count)), st.integers(0, 9), st.integers(1, 3)
)
links = st.builds(
    Link, runs, runs, st.sampled_from(KINDS), st.floats(0.001, 1.0), st.booleans()
)  # without changes
tables = st.lists(links, max_size=9, unique_by=lambda link: (link.a, link.b)).map(
    lambda many: sorted(many, key=lambda link: (link.a, link.b))
)


@given(tables)
def test_links_come_back_as_they_were(made: list[Link]) -> None:
    table = Links.of(made)
    assert list(table) == made
    assert len(table) == len(made)
    assert table[:2] == tuple(made[:2])
    assert table == Links.of(made)


@given(tables)
def test_from_the_other_side_they_stand_in_its_order(made: list[Link]) -> None:
    turned = Links.of(made).mirrored()
    expected = [Link(one.b, one.a, one.kind, one.score, one.moved) for one in made]
    assert list(turned) == sorted(expected, key=lambda link: (link.a, link.b))
    assert turned.mirrored() == Links.of(made)


def test_links_that_differ_are_not_equal() -> None:
    one = Link((0,), (1,), "edited", 0.5)
    assert Links.of([one]) != Links.of([Link((0,), (1,), "edited", 0.6)])
    assert Links.of([one]) != Links.of([])
    assert Links.of([one]) != [one]


def test_what_is_no_table_of_links_is_refused() -> None:
    with pytest.raises(ValueError, match="rows of int64"):
        Links(np.zeros(2, np.int64))
    with pytest.raises(ValueError, match=r"\(0, 2\) do not stand one after the other"):
        Links.of([Link((0, 2), (0,), "edited", 0.5)])
