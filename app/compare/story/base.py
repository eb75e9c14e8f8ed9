"""The base of a story: the version that the others are read against where nobody says which.

1. an agency's own: the agency that it names is its outlet       Tellan News Agency: PORT ENNICK (Tellan) — …
2. else one that names an agency                                 Harbour Ledger:     PORT ENNICK (Tellan) — …
3. else any
Of these the one that came first, by what is known of the dates; where none has a date, the one most like all the others.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from app.compare.story.periods import NEVER, Period, certainly_before

Tier = Literal["agency", "named", "any"]
_WORDS = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Source:
    """What is known of a version beside its text.

    `likeness` is how much it shares with the others on average, in [0, 1]. `id` decides where nothing else does.
    """

    id: str
    outlet: str | None
    agency: str | None
    period: Period | None
    likeness: float


@dataclass(frozen=True, slots=True)
class Base:
    """The base by its index, and why: it is in `tier` with `among` versions, `undated` of them without a date.

    `by` says what decided among them: `date` or `likeness`; `only` where there was nothing to decide. `certain`: by their
    dates it came before all others that have one.
    """

    version: int
    tier: Tier
    among: int
    undated: int
    by: Literal["only", "date", "likeness"]
    certain: bool


def find_base(sources: Sequence[Source]) -> Base:
    """The base of at least one version. Another order of the versions gives the same one."""
    tiers = [_tier(source) for source in sources]
    tier: Tier = min(tiers, key=_TIERS.index)
    candidates = [at for at, one in enumerate(tiers) if one == tier]
    dated = [at for at in candidates if sources[at].period is not None]
    found = min(dated or candidates, key=lambda at: _place(sources[at]))
    by: Literal["date", "likeness"] = "date" if dated else "likeness"
    return Base(
        version=found,
        tier=tier,
        among=len(candidates),
        undated=len(candidates) - len(dated),
        by="only" if len(candidates) == 1 else by,
        certain=all(
            certainly_before(sources[found].period, sources[at].period) for at in dated if at != found
        ),
    )


_TIERS: tuple[Tier, ...] = ("agency", "named", "any")


def _place(source: Source) -> tuple[float, float, float, str]:
    """By the moment at which it had certainly appeared, then by likeness."""
    start, end, _ = source.period or NEVER
    return end, start, -source.likeness, source.id


def _tier(source: Source) -> Tier:
    if not source.agency:
        return "any"
    return "agency" if source.outlet and is_named_by(source.outlet, source.agency) else "named"


def is_named_by(outlet: str, agency: str) -> bool:
    """Whether an outlet goes by an agency's name: by all of its words, or by its initials.

    >>> is_named_by("Tellan News Agency", "Tellan"), is_named_by("AP News", "Associated Press")
    (True, True)
    """
    one, other = _words(outlet), _words(agency)
    if not one or not other:
        return False
    return (
        set(one) <= set(other) or set(other) <= set(one) or _initials(one) in other or _initials(other) in one
    )


def _words(name: str) -> list[str]:
    return [word for word in _WORDS.findall(name.casefold()) if word != "the"]


def _initials(words: Sequence[str]) -> str | None:
    """The first letters of several words."""
    return "".join([word[0] for word in words]) if len(words) > 1 else None
