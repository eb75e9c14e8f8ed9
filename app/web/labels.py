"""Short names for versions that stand side by side."""

from collections.abc import Sequence
from itertools import takewhile

from app.store.records import Version
from app.text.content import NAME_WORDS, first_words
from app.web.dates import apart, dated, display_date

ALIKE = 3
"""First words that two titles have in common before their names are taken from where they part."""
KEPT = 2
"""First words that such a name keeps."""
PARTING = 4
"""Words that it has from where the titles part."""


def names(outlets: Sequence[str | None], titles: Sequence[str]) -> list[str]:
    """The outlets; where none is named, a few words of the title: the first ones, or where titles that begin alike part.

    >>> names([None, None, "The Ledger"], ["The old bridge at Tarn reopens", "The old bridge at Ost is closed", "Late"])
    ['The old … Tarn reopens', 'The old … Ost is closed', 'The Ledger']
    """
    unnamed = [title for outlet, title in zip(outlets, titles, strict=True) if not outlet]
    return [outlet or _words_of(title, unnamed) for outlet, title in zip(outlets, titles, strict=True)]


def version_name(version: Version) -> str:
    """Which of its article's versions one is, with the date that its source gave, if it gave one."""
    place = f"version {version.position} of {version.of}"
    published = version.content.published
    return f"{place}, {display_date(published)}" if published else place


def _words_of(title: str, beside: Sequence[str]) -> str:
    """Words that stand for a title beside others."""
    words = title.split()
    shared = max((_shared(title, other) for other in beside if other != title), default=0)
    if shared < ALIKE or shared >= len(words):
        return first_words(title, NAME_WORDS)
    rest = first_words(" ".join(words[shared:]), PARTING)
    return f"{' '.join(words[:KEPT])} … {rest}" if shared > KEPT + 1 else f"{' '.join(words[:shared])} {rest}"


def _shared(title: str, other: str) -> int:
    """How many first words two titles have in common."""
    pairs = zip(title.casefold().split(), other.casefold().split(), strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def distinct_labels(names: Sequence[str], published: Sequence[str | None]) -> list[str]:
    """The names; where one is not alone, with its date (or only the time) behind it, and a number where that is no help.

    `published` are ISO 8601 or None, in the same order.
    """
    labels = list(names)
    for name in {name for name in names if names.count(name) > 1}:
        places = [k for k, other in enumerate(names) if other == name]
        dates = apart([display_date(published[k]) for k in places])
        for number, (k, date) in enumerate(zip(places, dates, strict=True), start=1):
            labels[k] = dated(name, date if dates.count(date) == 1 else f"{date} ({number})")
    return labels
