"""How a comparison is shown: every switch of its page, each a parameter of the address."""

from typing import Annotated, Literal, Self
from urllib.parse import urlencode

from pydantic import BaseModel, ConfigDict, Field

View = Literal["columns", "one", "changes"]
Layer = Literal["on", "off"]
ROW_LENGTH = 64
"""Characters of the name of a row; a longer one is refused."""
RowName = Annotated[str, Field(max_length=ROW_LENGTH)]
"""Empty for none."""
_MIRRORED = {"l-": "r-", "r-": "l-"}


class Switches(BaseModel):
    """The view (two columns, one, or the rows that differ), whether folds stand open, and the layers that are marked.

    What stands as it does by itself is left out of the address; another value is refused. Names that are
    not ours are passed over: whoever passes a link on may add some (utm_source and the like).
    """

    model_config = ConfigDict(frozen=True)

    view: View = "columns"
    folds: Literal["closed", "open"] = "closed"
    words: Layer = "on"
    moves: Layer = "on"
    reuse: Layer = "off"
    quotes: Layer = "off"
    figures: Layer = "off"
    row: RowName = ""
    """The id of a sentence whose row is chosen: for what a fragment cannot do, as it reaches no server. A row may be
    gone with an engine that no longer sees that sentence, so any name is taken."""

    def query(self, **other: str) -> str:
        """These switches, with some otherwise, as the end of an address: empty, or from the question mark on."""
        chosen = self.model_copy(update=other).model_dump(exclude_defaults=True)
        return f"?{urlencode(chosen)}" if chosen else ""

    def rows(self) -> str:
        """What stands before the id of a row in an address that chooses it, with these switches."""
        others = self.query(row="")
        return f"{others}{'&' if others else '?'}row="

    def swapped(self) -> Self:
        """The same with the sides swapped: the row that is chosen goes by its other side's name."""
        row = _MIRRORED.get(self.row[:2], self.row[:2]) + self.row[2:]
        return self.model_copy(update={"row": row})


BY_ITSELF = Switches()
"""What an address without a switch shows."""
