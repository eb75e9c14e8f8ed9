"""Which words figures and dates are made of, in one language: each with a class (a letter) and a value.

Sources: text2num for cardinal numbers in words; the tables of dateparser, which stem from Unicode's CLDR, for months,
weekdays and phrases such as “last week”, in some 200 languages; app.compare.figures.vocabulary for the rest.
"""

import re
from dataclasses import dataclass, field
from functools import cache
from importlib.machinery import PathFinder
from importlib.util import find_spec, module_from_spec
from typing import Any

from app.compare.figures.vocabulary import ADJECTIVES, WESTERN
from app.compare.figures.vocabulary_east import OTHER, SPACELESS
from app.text.words import split_words

Value = str | float | int
Entry = tuple[str, Value]

NUMBER_LANGUAGES = frozenset({"en", "fr", "es", "pt", "de", "it", "nl"})
"""Languages whose number words text2num reads."""
MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
)  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SHORTEST_NAME = 3
"""Letters from which the name of a month is taken; of a weekday, one more, as “sun” and “mar” are words."""
AMBIGUOUS = {
    "ru": {"среда"},
    "pt": {"segunda", "terça", "quarta", "quinta", "sexta"},
    "ja": set(),
    "de": {"sonn"},
}
"""Names of weekdays that are words of another meaning as well."""
SIGNS: dict[str, Entry] = {
    "$": ("$", "USD"), "€": ("$", "EUR"), "£": ("$", "GBP"), "¥": ("$", "JPY"), "￥": ("$", "JPY"), "₹": ("$", "INR"),
    "₽": ("$", "RUB"), "₩": ("$", "KRW"), "₺": ("$", "TRY"), "₪": ("$", "ILS"), "₴": ("$", "UAH"), "฿": ("$", "THB"),
    "%": ("%", "%"), "％": ("%", "%"), "٪": ("%", "%"), "-": ("-", ""), "/": ("/", ""), ",": (",", ""), ".": (".", ""),
    "،": (",", ""), "、": (",", ""), "，": (",", ""), "～": ("-", ""), "〜": ("-", ""), "°": ("°", ""), "(": ("(", ""),
    "٫": ("'", "."), "٬": ("'", ","), '"': ('"', ""), "º": ("º", ""), "।": (".", ""), "。": (".", ""),
}  # fmt: skip
_CURRENCIES = (
    "USD EUR GBP JPY CNY INR RUB CHF AUD CAD NZD HKD SGD BRL MXN ZAR TRY KRW SEK NOK DKK PLN UAH ILS"
)
_OF_DOLLARS = {
    "us": "USD", "u.s.": "USD", "a": "AUD", "au": "AUD", "c": "CAD", "ca": "CAD", "nz": "NZD", "hk": "HKD", "r": "BRL",
    "s": "SGD",
}  # fmt: skip
CODES: dict[str, Entry] = {
    **{code.lower(): ("C", code) for code in _CURRENCIES.split()},
    **{before: ("c$", code) for before, code in _OF_DOLLARS.items()},
}
"""Currencies as three capitals, and as what stands right before “$”."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of a language that mean something here; `phrases` by their first word, the longest first."""

    language: str
    words: dict[str, Entry] = field(default_factory=dict)
    phrases: dict[str, list[tuple[tuple[str, ...], Entry]]] = field(default_factory=dict)

    def add(self, form: str, entry: Entry) -> None:
        """Take in a word or phrase; the first meaning of a form is the one that counts."""
        keys = split_words(form).keys
        if len(keys) == 1:
            self.words.setdefault(keys[0], entry)
        elif keys:
            tails = self.phrases.setdefault(keys[0], [])
            if all(tail != keys[1:] for tail, _ in tails):
                tails.append((keys[1:], entry))
                tails.sort(key=lambda one: -len(one[0]))


def base(language: str) -> str:
    """The language without its region."""
    return language.split("-")[0].split("_")[0].lower()


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of a language (ISO 639): of one that is not among ours, what dateparser and the signs give."""
    made = Lexicon(language)
    for sign, entry in SIGNS.items():
        made.words[sign] = entry
    for form, entry in entries({**WESTERN, **OTHER}.get(language, "")):
        made.add(form, entry)
    for form, entry in [*_names(language), *_adjectives(language)]:
        made.add(form, entry)
    return made


def entries(table: str) -> list[tuple[str, Entry]]:
    """The forms of a vocabulary, each with class and value."""
    found: list[tuple[str, Entry]] = []
    for line in re.split(r"[|\n]", table):
        head, separator, forms = line.strip().partition(":")
        if separator:
            letter, _, value = head.partition(" ")
            entry = letter, _typed(letter, value)
            found += [(form.strip(), entry) for form in re.split("[,،] ", forms)]
    return found


def _typed(letter: str, value: str) -> Value:
    return float(value) if letter in {"w", "s", "h", "z", "q", "o"} else value


def _names(language: str) -> list[tuple[str, Entry]]:
    """Months, weekdays and relative phrases as dateparser has them."""
    table = date_words(language)
    found: list[tuple[str, Entry]] = []
    for number, month in enumerate(MONTHS, 1):
        found += [
            (name.lower(), ("M", number))
            for name in table.get(month, ())
            if len(name) >= SHORTEST_NAME or not name.isascii()
        ]
    found.append(("sept", ("M", 9)))
    for number, day in enumerate(WEEKDAYS, 1):
        names = [name.lower() for name in table.get(day, ()) if len(name) > SHORTEST_NAME]
        named = [name for name in names if name not in AMBIGUOUS.get(language, ())]
        parts = ("", *_PARTS_OF_DAY.get(language, ()))
        found += [(name + part, ("D", number)) for name in named for part in parts]
    for phrase, forms in table.get("relative-type", {}).items():
        if match := _RELATIVE.fullmatch(phrase):
            steps = -int(match[2]) if match[2] else int(match[1])
            entry = ("R", f"{match[3][0].upper()}{steps:+d}")
            long = [form for form in forms if " " in form and len(form) > SHORTEST_RELATIVE]
            found.extend((form, entry) for form in long)
    return found


def _adjectives(language: str) -> list[tuple[str, Entry]]:
    """Words such as “zweitägig”, of a number and a unit."""
    numbers, units, endings = ADJECTIVES.get(language, ("", "", ""))
    return [
        (number + unit + ending, ("3", f"{value}{letter}"))
        for value, written in enumerate(numbers.split(), 1)
        for number in written.split("/")
        for letter, unit in (pair.split(":") for pair in units.split())
        for ending in endings.split("|")
    ]


_PARTS_OF_DAY = {"de": ("morgen", "vormittag", "mittag", "nachmittag", "abend", "nacht", "früh")}
"""What is written as one word with a weekday."""
_RELATIVE = re.compile(r"(?:in (\d)|(\d)) (day|week|month|year)(?: ago)?")
SHORTEST_RELATIVE = 7
"""Letters from which a phrase of dateparser's is taken: “last mo” and the like are abbreviations."""


@cache
def date_words(language: str) -> dict[str, Any]:
    """What dateparser knows of a language; nothing of one that it does not know.

    Its table is loaded by itself: the whole package would take as long as comparing a dozen articles.
    """
    package = find_spec("dateparser")
    places = package.submodule_search_locations if package else None
    folders = [f"{place}/data/date_translation_data" for place in places or ()]
    found = PathFinder.find_spec(language, folders) if language.isalpha() else None
    if found is None or found.loader is None:
        return {}
    table = module_from_spec(found)
    found.loader.exec_module(table)
    return dict(table.info)


@cache
def spaceless(language: str) -> tuple[re.Pattern[str], dict[str, Entry]] | None:
    """For Chinese and Japanese a pattern of the words that mean something, longest first, and what each means."""
    if language not in SPACELESS:
        return None
    table = dict(SIGNS)
    for form, entry in entries(SPACELESS[language]):
        table.setdefault(form, entry)
    for number, day in enumerate(WEEKDAYS, 1):
        for name in date_words(language).get(day, ()):
            if len(name) > 1:
                table.setdefault(name, ("D", number))
    forms = "|".join(re.escape(form) for form in sorted(table, key=lambda form: (-len(form), form)))
    digits = r"[0-9０-９]+(?:[,，.．][0-9０-９]+)*"
    return re.compile(f"({digits})|((?!百分之|千克|千米)[{HAN_DIGITS}]+)|([A-Za-z]+)|({forms})"), table


HAN_DIGITS = "〇零一二三四五六七八九十百千两兩"
