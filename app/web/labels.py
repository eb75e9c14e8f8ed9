"""Short names for versions that stand side by side."""

from collections.abc import Sequence

from app.web.dates import apart, dated, display_date


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
