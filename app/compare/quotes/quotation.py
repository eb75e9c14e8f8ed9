"""Quotations and utterances as data."""

from dataclasses import dataclass
from typing import Literal

QuoteAgreement = Literal["identical", "trimmed", "reworded"]


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks: `[start, end)` in code points of the compared text, marks left out.

    `sentence` is the one in which it begins. `speaker` is who is said to have said it, as printed, where that is safe to
    tell. `scare`: words held up with marks (a term, a nickname), not an utterance.
    """

    sentence: int
    start: int
    end: int
    text: str
    speaker: str | None = None
    scare: bool = False


@dataclass(frozen=True, slots=True)
class QuoteMember:
    """A quotation of a version, by its index."""

    version: int
    quotation: Quotation


@dataclass(frozen=True, slots=True)
class Utterance:
    """One utterance as versions print it, members by version and place.

    `agreement` says how they differ at most: not (`identical`), by what was left out (`trimmed`), or in words (`reworded`).
    `speaker` is the fullest name that a version gives; `attributed_differently`: whether two versions name different ones.
    """

    speaker: str | None
    agreement: QuoteAgreement
    members: tuple[QuoteMember, ...]
    attributed_differently: bool = False

    @property
    def scare(self) -> bool:
        """Whether it is no utterance but a term, held up with marks by all its members."""
        return all(member.quotation.scare for member in self.members)
