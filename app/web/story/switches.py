"""The address of a page of a story: every choice on it is a parameter, and another value is refused.

Names that are not ours are passed over: whoever passes a link on may add some (utm_source and the like).
"""

from typing import Annotated, Any, Literal
from urllib.parse import urlencode

from pydantic import BaseModel, ConfigDict, Field

from app.compare.collating import MOST_VERSIONS
from app.compare.figures.figure import FigureKind
from app.web.stories import LAST_PAGE

PageNumber = Annotated[int, Field(ge=1, le=LAST_PAGE)]
QuoteShow = Literal["several", "differing", "one", "all", "terms"]
FigureShow = Literal["conflicts", "several", "one", "all"]


class StorySwitches(BaseModel):
    """Which versions are shown: those named by id, or else the `latest` one of each article, or `all`."""

    model_config = ConfigDict(frozen=True, populate_by_name=True)

    version: Annotated[tuple[str, ...], Field(max_length=MOST_VERSIONS)] = ()
    versions: Literal["latest", "all"] = "latest"

    def query(self, **other: Any) -> str:
        """These choices, with some otherwise, as the end of an address: empty, or from the question mark on.

        What stands as it does by itself is left out.
        """
        named = self.model_copy(update=other).model_dump(exclude_defaults=True, by_alias=True)
        return f"?{urlencode(named, doseq=True)}" if named else ""


class QuotesSwitches(StorySwitches):
    """Which utterances, None for those of several versions or else all; of which speaker; or one, by its id; the page."""

    show: QuoteShow | None = None
    speaker: str = ""
    utterance: str = ""
    page: PageNumber = 1


class FiguresSwitches(StorySwitches):
    """Which facts, None for those of several versions or else all; of which kind; or one, by its id; the page."""

    show: FigureShow | None = None
    kind: FigureKind | Literal[""] = ""
    fact: str = ""
    page: PageNumber = 1
