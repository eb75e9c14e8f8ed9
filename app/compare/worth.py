"""What changed words are worth to a reader who can see but one change of a comparison (see app.compare.telling)."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Literal

from app.compare.borders import KIN_LETTERS, is_kin
from app.compare.comparison import Change
from app.compare.negations import negations
from app.text.rarity import word_rarity
from app.text.words import is_word, split_words

TellingKind = Literal[
    "figure", "date", "negation", "quotation", "headline", "words", "only_a", "only_b", "reworded", "moved", "print", "same"
]  # fmt: skip

WORTH: dict[TellingKind, float] = {
    "figure": 6.0, "negation": 5.0, "quotation": 4.0, "date": 3.5, "only_a": 0.8, "only_b": 0.8,
    "reworded": 0.6, "moved": 0.3, "headline": 0.2, "print": 0.1, "words": 0.0, "same": 0.0,
}  # fmt: skip
"""What each kind is worth, or is worth at least."""
LONG_CHANGE = 30
"""Words of a change from which it takes more room than one can look at."""
WEIGHED = 100
"""Words of one side of a change that are weighed, and words of the other that each is held against: the first ones."""
_DIGITS_ALONE = 4.5
"""Of a change of digits that may still mean the same figure."""
_MOST, _HALF = 3.0, 1.5
"""What words are worth at most, and how much rarity together makes half of it."""
_INFLECTED = 0.25
"""The part of its rarity that a word counts where the other side has it in another form."""
_DENIED_ALONE = 1.6
"""Rarity of all that a change holds, up to which a negation in it is what it is about."""

Words = frozenset[str]


class Side:
    """The words in all changes of one side of a link, by how they begin."""

    def __init__(self, texts: Iterable[str], language: str) -> None:
        self.words = _words(split_words("\n".join(texts)).keys)
        self.language = language
        self._like: defaultdict[str, list[str]] = defaultdict(list)
        for word in sorted(self.words):
            if len(like := self._like[word[:KIN_LETTERS]]) < WEIGHED:
                like.append(word)

    def has_form_of(self, word: str) -> bool:
        """Whether a word may be another form of one of these."""
        return any(is_kin(word, other) for other in self._like.get(word[:KIN_LETTERS], ()))


class Worth:
    """Weighs the changes of one link, or of the headlines, which are offsets into `texts`."""

    def __init__(self, changes: Sequence[Change], texts: tuple[str, str], languages: tuple[str, str]) -> None:
        self._texts = texts
        self._a = Side((texts[0][one.a_start : one.a_end] for one in changes), languages[0])
        self._b = Side((texts[1][one.b_start : one.b_end] for one in changes), languages[1])

    def of(self, change: Change) -> tuple[float, TellingKind]:
        """What one change is worth by its words alone; those that stand in another change of the other side only moved."""
        a = self._texts[0][change.a_start : change.a_end]
        b = self._texts[1][change.b_start : change.b_end]
        keys_a, keys_b = split_words(a).keys, split_words(b).keys
        own_a, own_b = _words(keys_a) - self._b.words, _words(keys_b) - self._a.words
        if not own_a and not own_b:
            return WORTH["print"], "print"
        scale = 1.0 if max(len(keys_a), len(keys_b)) < LONG_CHANGE else 0.5
        digits = _digits(own_a), _digits(own_b)
        if all(digits) and digits[0] != digits[1]:
            return _DIGITS_ALONE * scale, "figure"
        if digits[0] == digits[1]:  # 11:42 p.m. and 11.42pm
            own_a, own_b = _without_digits(own_a), _without_digits(own_b)
        told = _told(own_a, self._a, self._b) + _told(own_b, self._b, self._a)
        denied = negations(a, keys_a, self._a.language), negations(b, keys_b, self._b.language)
        if (denied[0] == 0) != (denied[1] == 0) and told < _DENIED_ALONE:
            return WORTH["negation"], "negation"
        one_sided = 0.8 if not keys_a or not keys_b else 1.0
        return _saturated(told) * scale * one_sided + WORTH["print"], "words"


def worth_alone(text: str, language: str) -> float:
    """What a sentence tells that one side has alone, in [0, 1]: how rare its words are."""
    side = Side([text], language)
    return _saturated(_told(side.words, side, None)) / _MOST


def _told(own: Words, side: Side, other: Side | None) -> float:
    """How much one side's own words tell: their rarity together."""
    weighed = tuple(sorted(own)[:WEIGHED])
    return sum(
        rare * (_INFLECTED if other and other.has_form_of(word) else 1.0)
        for word, rare in zip(weighed, word_rarity(weighed, side.language), strict=True)
    )


def _words(keys: Sequence[str]) -> Words:
    """The words among some keys; U.S. and US are one."""
    return frozenset(key.replace(".", "") for key in keys if is_word(key))


def _digits(words: Words) -> list[str]:
    """The figures among some words, without what sets them in type: 11:42 and 11.42 are one."""
    found = ("".join(filter(str.isdigit, word)) for word in words)
    return sorted(filter(None, found))


def _without_digits(words: Words) -> Words:
    return frozenset(word for word in words if not any(map(str.isdigit, word)))


def _saturated(told: float) -> float:
    return _MOST * told / (told + _HALF)
