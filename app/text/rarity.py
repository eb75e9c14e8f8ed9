"""How rare a word is in its language at large."""

from functools import cache
from types import MappingProxyType

COMMONEST, LISTED = 7.5, 2.0
"""Zipf frequencies (base-10 logarithms of occurrences in a thousand million words) at which rarity is 0, and 1."""
FULL_LENGTH = 4.5
"""Letters from which a word of a language without a list counts as rare."""
LEAST = 0.15
"""Rarity of the shortest words of such a language."""
_LISTED_AS = MappingProxyType({"no": "nb", "nn": "nb", "hr": "sh", "bs": "sh", "tl": "fil"})

Table = MappingProxyType[str, float]


def word_rarity(keys: tuple[str, ...], language: str) -> tuple[float, ...]:
    """The rarity of every word (match forms), in [0, 1]: 0 for the commonest words, 1 for those that no list has.

    Source: the frequency lists of wordfreq (Speer 2022), some 30,000 words for each of 42 languages. For other languages
    the length of a word stands for its rarity, where words are written with letters.
    """
    language = language.split("-")[0].lower()
    table = _table(_LISTED_AS.get(language, language))
    if table is None:
        return tuple([_by_length(key) for key in keys])
    return tuple([table.get(key, 1.0) for key in keys])


@cache
def _table(language: str) -> Table | None:
    """The rarity of the words that a language's list has; None without a list."""
    import wordfreq  # a fifth of a second, which not every command needs

    # it would take the list of some language that is near: English for Esperanto
    if language not in wordfreq.available_languages("small"):
        return None
    frequencies = wordfreq.get_frequency_list(language, "small")
    # the n-th list holds words of the frequency 10 ** (-n / 100)
    rarities = (min(1.0, (COMMONEST - 9 + n / 100) / (COMMONEST - LISTED)) for n in range(len(frequencies)))
    return MappingProxyType(
        {word: max(0.0, one) for one, words in zip(rarities, frequencies, strict=True) for word in words}
    )


def _by_length(key: str) -> float:
    if len(key) >= FULL_LENGTH or not key.islower() or any(map(str.isdigit, key)):
        return 1.0  # a figure, or a script without case, where length says little
    return max(LEAST, min(1.0, (len(key) - 1.5) / (FULL_LENGTH - 1.5)))
