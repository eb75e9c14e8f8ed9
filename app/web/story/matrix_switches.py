"""The address of a story's matrix: every choice on its page is a parameter."""

from typing import Annotated, Any, Literal

from pydantic import Field

from app.compare.story.ordering import Sort
from app.web.story.switches import PageNumber, StorySwitches

Holding = Literal["quotes", "figures"]


class MatrixSwitches(StorySwitches):
    """Which versions are shown and which is the base, the order, the filters, the page of rows.

    `base`, `outlet` (rows that this version has) and `lacks` (rows that it has not) are ids of versions, empty for none;
    `row` is the id of a row, whose page is shown instead of `page`. Another name or value is refused.
    """

    base: str = ""
    sort: Sort = "reading"
    outlet: str = ""
    lacks: str = ""
    holding: Annotated[tuple[Holding, ...], Field(alias="with", max_length=2)] = ()
    page: PageNumber = 1
    row: str = ""

    def query(self, **other: Any) -> str:
        """As of any page of a story; the page and the row are left out too unless they are given.

        So another choice begins at the first page.
        """
        return super().query(**({"page": 1, "row": ""} | other))
