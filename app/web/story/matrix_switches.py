"""The address of a story's matrix: every choice on its page is a parameter."""

from typing import Annotated, Literal
from urllib.parse import urlencode

from pydantic import BaseModel, ConfigDict, Field

from app.compare.collating import MOST_VERSIONS
from app.compare.story.ordering import Sort

LAST_PAGE = 100_000
Holding = Literal["quotes", "figures"]


class MatrixSwitches(BaseModel):
    """Which versions are shown and which is the base, the order, the filters, the page of rows.

    `base`, `outlet` (rows that this version has) and `lacks` (rows that it has not) are ids of versions, empty for none;
    `row` is the id of a row, whose page is shown instead of `page`. Another name or value is refused.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    version: Annotated[tuple[str, ...], Field(max_length=MOST_VERSIONS)] = ()
    versions: Literal["latest", "all"] = "latest"
    base: str = ""
    sort: Sort = "reading"
    outlet: str = ""
    lacks: str = ""
    holding: Annotated[tuple[Holding, ...], Field(alias="with", max_length=2)] = ()
    page: Annotated[int, Field(ge=1, le=LAST_PAGE)] = 1
    row: str = ""

    def query(self, **other: object) -> str:
        """These choices, with some otherwise, as the end of an address: empty, or from the question mark on.

        The page and the row are left out unless they are given: another choice begins at the first page.
        """
        chosen = self.model_copy(update={"page": 1, "row": ""} | other)
        named = chosen.model_dump(exclude_defaults=True, by_alias=True)
        return f"?{urlencode(named, doseq=True)}" if named else ""
