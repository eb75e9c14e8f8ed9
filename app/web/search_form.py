"""What was typed into the search form: read, and where something cannot be, kept as it is with a word on why."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated
from urllib.parse import urlencode

from fastapi import Query

from app.store.search.records import Filters
from app.text.language_names import english_name
from app.web.dates import display_date
from app.web.sharing.cut import shortened

LONGEST = 2000
"""Characters of a query; for a longer one nothing is looked for."""
LONGEST_NAME = 500
"""Characters of the name of an outlet or a story."""
LONGEST_LANGUAGE = 8
"""Letters of a language's code."""
SHOWN = 40
"""Characters that are repeated of what is no day."""


@dataclass(frozen=True, slots=True)
class SearchForm:
    """The fields as they were typed; `problems` say by a field's name why it cannot be looked for."""

    q: str
    outlet: str
    story: str
    language: str
    first: str
    last: str
    problems: Mapping[str, str]

    @property
    def filters(self) -> Filters:
        """What is chosen by the fields, those with problems left aside."""
        typed = {"outlet": self.outlet, "story": self.story, "language": self.language}
        chosen = {name: _stored(value) for name, value in typed.items() if name not in self.problems}
        return Filters(**chosen, first=_day(self.first), last=_day(self.last))

    @property
    def in_words(self) -> tuple[str, ...]:
        """What the fields choose, the story excepted, of which the page knows more."""
        chosen = self.filters
        named = [chosen.outlet, english_name(chosen.language) if chosen.language else None]
        first, last = [day and display_date(day.isoformat()) for day in (chosen.first, chosen.last)]
        days = [f"from {first}" if first else None, f"to {last}" if last else None]
        return tuple([words for words in (*named, *days) if words])

    def address(self, page: int = 1) -> str:
        """The search as an address, without what is not chosen."""
        fields = {"q": self.q, "outlet": self.outlet, "story": self.story, "language": self.language}
        chosen = fields | {"from": self.first, "to": self.last, "page": str(page) if page > 1 else ""}
        asked = urlencode({name: value for name, value in chosen.items() if value})
        return f"/search?{asked}" if asked else "/search"

    def everywhere(self) -> str:
        """The address of the same search without filters."""
        return SearchForm(self.q, "", "", "", "", "", {}).address()


def read_form(
    q: str = "",
    outlet: str = "",
    story: str = "",
    language: str = "",
    first: Annotated[str, Query(alias="from")] = "",
    last: Annotated[str, Query(alias="to")] = "",
) -> SearchForm:
    """Read the fields, whatever they hold."""
    found = {
        "q": f"These are {len(q):,} characters; up to {LONGEST:,} are looked for. Take some away."
        if len(q) > LONGEST
        else "",
        "outlet": "No outlet has so long a name." if len(outlet) > LONGEST_NAME else "",
        "story": "No story has so long a name." if len(story) > LONGEST_NAME else "",
        "language": "" if _could_be_language(language) else "No language has this code.",
        "from": _why_no_day(first),
        "to": _why_no_day(last),
    }
    return SearchForm(
        q, outlet, story, language, first, last, {name: why for name, why in found.items() if why}
    )


def _stored(name: str) -> str | None:
    """A name as a database can look for it."""
    return name.replace("\0", "\ufffd") or None


def _could_be_language(code: str) -> bool:
    letters = code.isascii() and code.isalpha() and code.islower()
    return not code or (letters and 2 <= len(code) <= LONGEST_LANGUAGE)


def _day(typed: str) -> date | None:
    try:
        return date.fromisoformat(typed) if len(typed) == len("2031-05-14") else None
    except ValueError:
        return None


def _why_no_day(typed: str) -> str:
    if not typed or _day(typed):
        return ""
    return f"“{shortened(typed, SHOWN)}” is no day. Write it as year, month and day: 2031-05-14."
