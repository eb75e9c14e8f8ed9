"""Which language a text is in, when nobody says."""

import re
from collections import Counter

SAMPLE_LENGTH = 2000
"""Code points looked at: more does not change the answer on running text, and the cost stays flat."""
FALLBACK = "en"
SHORT = 40
"""Letters below which a text in plain Latin letters is too short to tell: `FALLBACK` is less often wrong than a guess."""
FEW_WORDS, MANY_LETTERS = 4, 500
"""Different words below which a sample of so many letters is no text in any language, if the script has spaces."""

# Function words; each language's without those that others here or near to it have as well.
_WORDS = {
    "en": "the and of to that with was for his he have this they has had been which from by are were said not would an be",
    "de": "der die und das den nicht mit sich auf für ist dem eine auch wird nach bei einer hat haben wurde einen zur sind",
    "fr": "les des et est une dans pour qui pas sur plus avec ce sont aux cette été ont ses leur était nous elle ces",
    "es": "el los las y una con por para del fue más su pero como este sus esta también muy hasta desde",
    "pt": "não em uma com os são também pelo pela ao dos foi à seu sua ele isso você quando já até",
    "it": "il di che è per non gli della dei nel sono anche alla più degli dal delle nella questo ma come",
    "ru": "что это как его он она из был была было были для или если только также после об который чтобы при со мы",
}
_LANGUAGE_OF = {word: language for language, words in _WORDS.items() for word in words.split()}
SURE_SHARE = {"en": 0.12, "de": 0.12, "fr": 0.1, "es": 0.11, "pt": 0.07, "it": 0.11, "ru": 0.05}
"""The share of a text's words that are of these: rather more than half of what it is in the language at large, and at
least twice what it is in any other that the word frequencies of wordfreq (Speer 2022) cover."""
SURE_WORDS = 5
"""The least number of them."""
SURE_LEAD = 3
"""How many times as many as of any other language here."""

# Scripts that one language alone is written in, among those that the model knows; Han and kana go by themselves.
_SCRIPTS = {
    "ko": "\uac00-\ud7a3", "th": "\u0e01-\u0e4e", "el": "\u0370-\u03ff", "ka": "\u10d0-\u10ff", "hy": "\u0531-\u0587",
    "ta": "\u0b80-\u0bff", "te": "\u0c00-\u0c7f", "kn": "\u0c80-\u0cff", "ml": "\u0d00-\u0d7f", "gu": "\u0a80-\u0aff",
    "si": "\u0d80-\u0dff", "km": "\u1780-\u17ff", "lo": "\u0e81-\u0edf",
}  # fmt: skip
_OF_SCRIPT = {language: re.compile(f"[{signs}]+") for language, signs in _SCRIPTS.items()}
_KANA, _HAN = re.compile("[\u3041-\u30ff]+"), re.compile("[\u4e00-\u9fff]+")
_SPACELESS = re.compile("[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u3041-\u30ff\u3400-\u9fff]")
"""Scripts written without spaces, in which a share of the words means nothing."""
_NOT_MANDARIN = re.compile("[嘅咗喺嚟唔佢哋冇啲嗰侬伐]")
"""Han signs that Cantonese or Wu is known by."""
SURE_SCRIPT = 0.9
"""The share of a text's letters that are of its script."""
KANA_SHARE = 0.1
"""The share of kana among the letters of any text in Japanese."""


def detect_language(text: str) -> str:
    """The ISO 639 code (mostly of two letters) of the text's language; `FALLBACK` for a text too short to tell.

    Method: function words (Grefenstette 1995) and scripts where they leave no doubt; else naive Bayes over byte n-grams
    (Lui and Baldwin, langid.py, ACL 2012), as kept up in py3langid, whose first call loads its model (up to a second).
    """
    sample = text[:SAMPLE_LENGTH]
    words = sample.lower().split()
    spaced = not _SPACELESS.search(sample)
    if spaced and (sure := _by_words(words)):
        return sure
    letters = "".join(filter(str.isalpha, sample))
    if len(letters) < SHORT and letters.isascii():
        return FALLBACK
    if not letters.isascii() and (found := _by_script(letters)):
        return found
    if spaced and len(letters) > MANY_LETTERS and len(set(words)) < FEW_WORDS:
        return FALLBACK
    return _by_model(sample)


def _by_words(words: list[str]) -> str | None:
    """The language whose function words stand out among these words; None where none does."""
    hits = Counter([_LANGUAGE_OF[word] for word in words if word in _LANGUAGE_OF])
    if not hits:
        return None
    (best, count), *others = hits.most_common(2)
    lead = count >= SURE_LEAD * others[0][1] if others else True
    return best if lead and count >= max(SURE_WORDS, SURE_SHARE[best] * len(words)) else None


def _by_script(letters: str) -> str | None:
    """The one language written in the script of nearly all the letters; None for a script of several."""
    kana, han = _share(_KANA, letters), _share(_HAN, letters)
    if kana + han >= SURE_SCRIPT:
        if kana >= KANA_SHARE:
            return "ja"
        return None if kana or _NOT_MANDARIN.search(letters) else "zh"
    return next((language for language, of in _OF_SCRIPT.items() if _share(of, letters) >= SURE_SCRIPT), None)


def _share(script: re.Pattern[str], letters: str) -> float:
    return sum(map(len, script.findall(letters))) / len(letters)


def _by_model(sample: str) -> str:
    import py3langid  # and numpy, and the model: most texts do without

    return str(py3langid.classify(sample.encode("utf-8", "replace").decode("utf-8"))[0])
