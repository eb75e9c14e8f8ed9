"""How a comparison is shown: every switch of its page, each a parameter of the address."""

from typing import Literal
from urllib.parse import urlencode

from pydantic import BaseModel, ConfigDict

View = Literal["columns", "one", "changes"]
Layer = Literal["on", "off"]


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

    def query(self, **other: str) -> str:
        """These switches, with some otherwise, as the end of an address: empty, or from the question mark on."""
        chosen = self.model_copy(update=other).model_dump(exclude_defaults=True)
        return f"?{urlencode(chosen)}" if chosen else ""


BY_ITSELF = Switches()
"""What an address without a switch shows."""
