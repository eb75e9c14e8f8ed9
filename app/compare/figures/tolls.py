"""How many people met an outcome: “46 people were injured”, and “46 injured”, “46 were hurt”, which leave them out.

Read off the words right beside a number. Whom it counts is told by a word for people in general, or by none; “12 miners
were hurt” counts miners, which their own name tells.
"""

from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from app.compare.figures.outcomes import Outcome, outcome_of
from app.text.rarity import word_rarity
from app.text.words import is_word

USUAL = 0.28
"""Rarity (app.text.rarity) below which a word between the number and what became of the counted says nothing: “were”."""
FARTHEST = 6
"""Words behind a number among which an outcome is looked for."""
BEFORE = 3
"""Words before a number among which one says that it is of a part."""
_PEOPLE = (
    "people persons person menschen personen mensch personnes personne personas persona pessoas pessoa persone mensen "
    "människor mennesker personer человек человека людей люди осіб людини شخص شخصا شخصاً أشخاص اشخاص लोग लोगों "
    "व्यक्ति व्यक्तियों 人 名"
)
PEOPLE = frozenset(_PEOPLE.split())
_JOINING = (
    "wurden wurde worden kamen ont été a furent avaient resultaron resultado quedaron perdieron han fueron sono "
    "state stati rimaste rimasti erano ficaram foram raakten raakte werden blev ble получили стали गए गये हुए की が 受 "
    "致 重 轻 軽"
)
JOINING = frozenset(_JOINING.split())
"""Verbs that join the two in their languages, though they are no rarer than some that tell something."""
_BETWEEN = "a al au à les en des ai il i de einen die 致 成"
BETWEEN = frozenset(_BETWEEN.split())
"""Words that stand between what became of them and their number: “mató a 12”."""
_AND = "and und et y e i и و और en og och 及 并 但 but while aber mais pero ma maar но"
AND = frozenset(_AND.split())
_PART = (
    "more other others another additional further including among them whom weitere weiteren weiterer andere anderen "
    "darunter unter autre autres dont parmi otra otras otro otros más entre outra outras outro outros mais incluindo "
    "altre altri altra tra nog waaronder onder ещё еще других другие среди включая ytterligare andra yderligere andre "
    "آخرين آخرون بينهم بينها अन्य 另 余 他 うち"
)
PART = frozenset(_PART.split())
"""Words beside a number that is one of several, or comes to another: “46 others”, “of them 5”."""
_DOUBTFUL = (
    "would could might if unless not never nearly almost feared fear fears denied denies wrongly rumours rumors "
    "würde würden könnte könnten nicht kein keine keinen beinahe befürchtet befürchten falls hätten aurait auraient "
    "pourrait pourraient seraient presque craint craignait habría habrían podría podrían casi temía temían teme temen "
    "avrebbe avrebbero potrebbe potrebbero non quasi teria teriam poderia poderiam não seriam zou zouden niet geen bijna "
    "gevreesd skulle kunde inte nästan befarade kunne ikke næsten nesten бы мог могли не почти би міг майже لم لن नहीं "
    "没有 可能 恐"
)
DOUBTFUL = frozenset(_DOUBTFUL.split())
"""Words that may make a number one of people whom nothing has befallen: “would have died”."""
DOUBT_BEFORE = 6
"""Words before a number among which these are looked for, up to a mark; behind it, up to what became of the counted."""
CLAUSE = 40
"""Words of a clause on either side of its number that are looked at: longer ones are no prose, and go by these."""

ALIKE: dict[Outcome, Outcome] = {"treated": "hurt"}
"""Outcomes of which the numbers may agree with those of another, but do not contradict them."""


class Toll(NamedTuple):
    """What became of the people that a number counts; `whole`: no word beside it says that they are some, or none."""

    outcome: Outcome
    whole: bool

    @property
    def of(self) -> Outcome:
        """What numbers that agree with it tell of."""
        return ALIKE.get(self.outcome, self.outcome)


def toll_of(keys: Sequence[str], first: int, last: int, language: str) -> Toll | None:
    """What a number tells of people, if it does. It is in the words `[first, last)`, the last of which may be counted."""
    after = max(first + 1, last - 1)
    after += after < len(keys) and keys[after][0].isdecimal()
    behind = list(takewhile(lambda key: _passed(key, language), keys[after : after + FARTHEST]))
    reached = after + len(behind)
    outcome = outcome_of(keys[reached], language) if reached < min(len(keys), after + FARTHEST) else None
    if outcome is None:
        at = first - 1 - (first > 1 and keys[first - 1] in BETWEEN)
        outcome = outcome_of(keys[at], language) if at >= 0 and not _is_other(keys, after, language) else None
    if outcome is None:
        return None
    beside = {*keys[max(0, first - BEFORE) : first], *behind, *keys[reached + 1 : reached + 2]}
    before = takewhile(is_word, reversed(keys[max(0, first - DOUBT_BEFORE) : first]))
    return Toll(outcome, PART.isdisjoint(beside) and DOUBTFUL.isdisjoint([*before, *behind]))


def tells_of_people(key: str, language: str) -> bool:
    """Whether a word stands for people in general, or tells what became of some."""
    return key in PEOPLE or outcome_of(key, language) is not None


def _passed(key: str, language: str) -> bool:
    """Whether a word may stand between a number and what became of the counted."""
    if key in PEOPLE or key in JOINING or key in PART:
        return True
    if not is_word(key) or key in AND or key[0].isdecimal() or outcome_of(key, language):
        return False
    return word_rarity((key,), language)[0] < USUAL


def _is_other(keys: Sequence[str], at: int, language: str) -> bool:
    """Whether the word behind a number names something else than people in general: “killed 12 sheep”."""
    return at < len(keys) and is_word(keys[at]) and keys[at] not in AND and not _passed(keys[at], language)
