"""Word stems: what is left of a word without its inflection, for the languages that have a stemmer."""

from functools import cache

import Stemmer

from app.text.language import FALLBACK

# ISO 639-1 codes of the languages for which PyStemmer carries a Snowball algorithm.
_ALGORITHMS = {
    "ar": "arabic", "hy": "armenian", "eu": "basque", "ca": "catalan", "da": "danish", "nl": "dutch", "en": "english",
    "eo": "esperanto", "et": "estonian", "fi": "finnish", "fr": "french", "de": "german", "el": "greek", "hi": "hindi",
    "hu": "hungarian", "id": "indonesian", "ga": "irish", "it": "italian", "lt": "lithuanian", "ne": "nepali",
    "no": "norwegian", "nb": "norwegian", "nn": "norwegian", "pt": "portuguese", "ro": "romanian", "ru": "russian",
    "sr": "serbian", "es": "spanish", "sv": "swedish", "ta": "tamil", "tr": "turkish", "yi": "yiddish",
}  # fmt: skip


def stem_rules(language: str) -> str | None:
    """The name of the rules by which a language's words are cut, whatever its region; None without any."""
    return _ALGORITHMS.get(language.split("-")[0].lower())


@cache
def _stemmer(language: str) -> Stemmer.Stemmer | None:
    algorithm = stem_rules(language)
    return Stemmer.Stemmer(algorithm) if algorithm in Stemmer.algorithms() else None


def stem_words(keys: tuple[str, ...], language: str = FALLBACK) -> tuple[str, ...]:
    """The stem of every key (match forms), in order; the key itself where there is none, or the language has no stemmer.

    Source: the Snowball algorithms (Porter 2001), through PyStemmer.
    """
    stemmer = _stemmer(language)
    if stemmer is None:
        return keys
    try:
        stems = stemmer.stemWords(keys)
    except UnicodeEncodeError:  # half a surrogate pair, which the stemmer, being UTF-8 inside, does not take
        stems = stemmer.stemWords([key.encode("utf-8", "replace").decode() for key in keys])
    # nothing is left of an Arabic lengthening sign that stands alone
    return tuple([stem or key for stem, key in zip(stems, keys, strict=True)])
