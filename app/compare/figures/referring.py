"""Days that a version names again by what happened on them: “Thursday’s meeting”, « la réunion de jeudi ».

Such a day takes up what the version said of it at its head, whatever words it said it in.
"""

import re
from collections.abc import Iterator, Sequence

from app.compare.figures.figure import Figure
from app.compare.figures.lexicon import base
from app.text.document import Document

HEAD = 5
"""Sentences that a version tells first, its title aside."""
OWNING = re.compile(r"['’]s\s+[^\W\d_]")
"""What stands behind a day in English before what happened on it."""
OF = {
    "de": "vom", "fr": "de", "es": "del", "it": "di", "pt": "de", "nl": "van", "ca": "de",
}  # fmt: skip
"""What stands before a day behind what happened on it."""
HEADED = {language: re.compile(rf"[^\W\d_](?<!partir)\s+{of}\s+$") for language, of in OF.items()}
LONGEST = 12
"""Signs before a day that are looked at."""
DAY = re.compile(r"XXXX-WXX-\d|\d{4}-\d\d-\d\d")


def taken_up(document: Document, figures: Sequence[Figure]) -> Iterator[tuple[int, int]]:
    """Every day that refers back, with the first figure that has it, if that stands at the head; both by index."""
    first: dict[str, int] = {}
    for k, figure in enumerate(figures):
        if figure.kind != "date" or not DAY.fullmatch(figure.value):
            continue
        told = first.setdefault(figure.value, k)
        if told != k and figures[told].sentence < HEAD and _refers(document, figure):
            yield told, k


def _refers(document: Document, figure: Figure) -> bool:
    language = base(document.language)
    if language == "en":
        return bool(OWNING.match(document.text, figure.end))
    before = HEADED.get(language)
    return bool(before and before.search(document.text, max(0, figure.start - LONGEST), figure.start))
