"""In which order an article's versions are listed: by what the source says, else as they arrived."""

from collections.abc import Sequence
from datetime import UTC, datetime


def listed_order(versions: Sequence[tuple[int, datetime | None]]) -> tuple[int, ...]:
    """Return the indices of an article's versions, each given as (number, moment), in the order of listing.

    By moment, then number, where every version has a moment; by number where one has none.
    """
    dated = all(at is not None for _, at in versions)

    def place(index: int) -> tuple[datetime, int]:
        number, at = versions[index]
        return (at if dated and at is not None else datetime.min.replace(tzinfo=UTC), number)

    return tuple(sorted(range(len(versions)), key=place))
