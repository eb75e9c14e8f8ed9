"""Words that turn a sentence into its opposite, for the languages in which news was looked at."""

from collections.abc import Sequence

_WORDS = {
    "en": "not no never nor neither without cannot nobody none nothing",
    "de": "nicht kein keine keinen keinem keiner keines nie niemals ohne niemand nichts",
    "nl": "niet geen nooit zonder niemand niets",
    "fr": "pas jamais aucun aucune sans ni personne rien",
    "es": "no nunca jamás sin ni ningún ninguno ninguna tampoco nadie nada",
    "pt": "não nunca jamais sem nem nenhum nenhuma ninguém nada",
    "it": "non no mai senza né nessun nessuno nessuna niente nulla",
    "ru": "не нет ни никогда без нельзя никто ничего",
    "uk": "не ні ніколи без ніхто нічого",
    "el": "δεν δε μην μη όχι ποτέ χωρίς κανείς",
    "ar": "لا لم لن ليس ليست بدون دون",
    "he": "לא אין בלי ללא",
    "hi": "नहीं मत बिना",
    "bn": "না নয় নেই",
    "ta": "இல்லை அல்ல",
    "te": "లేదు కాదు లేరు",
}
_OF = {language: frozenset(words.split()) for language, words in _WORDS.items()}
_ENDINGS = {"en": ("n't",)}
_SIGNS = {
    "zh": ("不", "没", "沒", "未", "无", "無"),
    "ja": ("ない", "なか", "ません"),
    "ko": ("않", "못", "없", "아니"),
    "th": ("ไม่",),
}
"""Where words are not spaced, or negation is a part of the word."""


def negations(text: str, keys: Sequence[str], language: str) -> int:
    """How many words of a passage deny: `text` as printed, `keys` the match forms of its words (app.text.words).

    Always 0 for a language that is not listed. A list of words knows no grammar: “no fewer than” counts as well.

    >>> negations("It is not over", ["it", "is", "not", "over"], "en")
    1
    """
    language = language.split("-")[0].lower()
    words, endings = _OF.get(language, frozenset()), _ENDINGS.get(language, ())
    signs = sum(text.count(sign) for sign in _SIGNS.get(language, ()))
    return signs + sum(key in words or key.endswith(endings or "\0") for key in keys)
