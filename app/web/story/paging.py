"""One page of a long list: which of its entries stand on it, and where the pages beside it are."""

from collections.abc import Callable
from dataclasses import dataclass

from app.errors import NotFoundError


@dataclass(frozen=True, slots=True)
class Paging:
    """A page of a list of `total` entries: it holds those at `[start, end)`, by index.

    `page` counts from 1, of `pages`; `previous` and `next` are addresses, None where there is no such page.
    """

    page: int
    pages: int
    start: int
    end: int
    total: int
    previous: str | None
    next: str | None


def paged(total: int, size: int, page: int, address: Callable[[int], str]) -> Paging:
    """The page of that number where `size` entries stand on each; `address` says where a page is.

    An empty list has one page. Raises NotFoundError for a page beyond the last.
    """
    pages = max(1, -(-total // size))
    if page > pages:
        there = "There is 1 page" if pages == 1 else f"There are {pages} pages"
        raise NotFoundError(f"{there} with these choices, no page {page}")
    return Paging(
        page=page,
        pages=pages,
        start=(page - 1) * size,
        end=min(page * size, total),
        total=total,
        previous=address(page - 1) if page > 1 else None,
        next=address(page + 1) if page < pages else None,
    )
