"""A list by pages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import NotFoundError
from app.web.story.paging import paged


@pytest.mark.parametrize(
    ("total", "page", "span", "beside"),
    [
        (0, 1, (0, 0), (None, None)),
        (50, 1, (0, 50), (None, None)),
        (51, 1, (0, 50), (None, "2")),
        (51, 2, (50, 51), ("1", None)),
        (312, 2, (50, 100), ("1", "3")),
    ],
)
def test_a_page_knows_its_entries_and_the_pages_beside_it(
    total: int, page: int, span: tuple[int, int], beside: tuple[str | None, str | None]
) -> None:
    found = paged(total, 50, page, str)
    assert (found.start, found.end) == span
    assert (found.previous, found.next) == beside


@pytest.mark.parametrize(
    ("total", "says"), [(0, "There is 1 page with"), (50, "There is 1 page with"), (51, "There are 2 pages")]
)
def test_there_is_no_page_beyond_the_last(total: int, says: str) -> None:
    with pytest.raises(NotFoundError, match=says):
        paged(total, 50, 2 if total < 51 else 3, str)


@given(total=st.integers(0, 500), size=st.integers(1, 60))
def test_the_pages_together_are_the_list(total: int, size: int) -> None:
    count = paged(total, size, 1, str).pages
    pages = [paged(total, size, page, str) for page in range(1, count + 1)]
    assert [at for one in pages for at in range(one.start, one.end)] == list(range(total))
    assert all(one.end - one.start <= size for one in pages)
