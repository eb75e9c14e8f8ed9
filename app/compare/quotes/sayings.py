"""Sayings: what is held against another version's quotations. Most are one quotation; some are broken by their attribution.

“We won’t,” she said, “not now.” is one saying of two quotations; “We won’t,” she said. “Not now.” is two sayings.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.compare.quotes.quotation import Quotation
from app.compare.quotes.speech import speech_of, word_set
from app.compare.quotes.wording import Wording, read_wording
from app.text.document import Document

GAP_WORDS = 10
"""Words of the longest attribution that breaks a quotation."""
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_AND = word_set("and und et y e и en och but mais aber pero ma но")


@dataclass(frozen=True, slots=True)
class Saying:
    """Quotations of one version that are one saying, by place; `statements` are those that their sentences stand in."""

    version: int
    parts: tuple[Quotation, ...]
    wording: Wording
    language: str
    statements: frozenset[int]
    sentences: range
    """From the one in which it begins to the one in which it ends."""

    @property
    def speaker(self) -> str | None:
        """Who says it, as the first part that names somebody has it."""
        return next((part.speaker for part in self.parts if part.speaker), None)

    @property
    def scare(self) -> bool:
        """Whether it is a term held up with marks."""
        return self.parts[0].scare


def find_sayings(
    version: int,
    document: Document,
    quotations: Sequence[Quotation],
    statements_of: Mapping[tuple[int, int], Iterable[int]],
) -> list[Saying]:
    """A version's sayings, in order. `statements_of` gives the statements of a sentence by version and index."""
    groups: list[list[Quotation]] = []
    for one in quotations:
        if groups and not one.scare and goes_on(document, groups[-1][-1], one):
            groups[-1].append(one)
        else:
            groups.append([one])
    starts = [sentence.start for sentence in document.sentences]
    return [_saying(version, document, tuple(parts), statements_of, starts) for parts in groups]


def _saying(
    version: int,
    document: Document,
    parts: tuple[Quotation, ...],
    statements_of: Mapping[tuple[int, int], Iterable[int]],
    starts: Sequence[int],
) -> Saying:
    first, last = parts[0].sentence, bisect_left(starts, parts[-1].end) - 1
    held = range(first, max(first, last) + 1)
    return Saying(
        version,
        parts,
        read_wording(document, parts, whole=True),
        document.language,
        frozenset([number for sentence in held for number in statements_of.get((version, sentence), ())]),
        held,
    )


def goes_on(document: Document, one: Quotation, other: Quotation) -> bool:
    """Whether a quotation goes on with another one after the attribution between them."""
    gap = document.text[one.end : other.start]
    if len(gap) > GAP_WORDS * 15 or one.scare or "\n\n" in gap or not other.text[:1].islower():
        return False
    words = _WORD.findall(gap.casefold())
    inside = one.text[-1:] in ",，—–-" or gap[1:].lstrip()[:1] in {",", "，"}
    return (
        inside
        and gap.rstrip("“”„«»\"'‘’ \u00a0").endswith((",", "，", "—", "–", "-"))
        and 1 < len(words) <= GAP_WORDS
        and words[0] not in _AND
        and not speech_of(document.language).verbs.isdisjoint(words)
    )
