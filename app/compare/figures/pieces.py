"""A version as pieces: its words, each with the class and value that the lexicon gives it, and numbers read.

The classes, one letter each, make up a string, in which the grammar (app.compare.figures.grammar) finds figures with
ordinary patterns: “more than $240 billion” is `Q$n`.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from app.compare.figures.lexicon import CODES, Entry, Lexicon, Value, base, lexicon, spaceless
from app.compare.figures.numbers import DECIMAL_POINT, digits_value, han_value, word_value, words_value
from app.text.document import Document, Sentence

CAPITALISED = frozenset({"en", "de"})
"""Languages that write months and weekdays with a capital."""
ORDINAL_ENDINGS = {
    "en": {"st", "nd", "rd", "th"}, "fr": {"er", "re", "e", "ème", "eme", "ère", "nd", "nde"}, "nl": {"e", "ste", "de"},
    "es": {"º", "ª", "er", "o", "a"}, "pt": {"º", "ª", "o", "a"}, "it": {"º", "ª", "°"},
    "ru": {"й", "я", "го", "е", "м", "ой", "ый", "му", "ю"},
}  # fmt: skip
SHORT_SCALES = {"k": 1000, "m": 1_000_000, "b": 1_000_000_000}
"""Scales of money of one letter, right behind digits."""
MOST_PARTS, MOST_SIGNS = 24, 40
"""Words of one number, and signs of one in digits: longer runs are several."""
FIRST_YEAR, LAST_YEAR, LAST_DAY = 1500, 2199, 31
_DIGITS = re.compile(r"((?:\d+[.,:’'])*\d+)(\D*)")
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_DECADE = re.compile(r"(?:1[5-9]|20)\d0")
_NUMBER = re.compile(r"0(?:-?s)*(?:0s?)*|(?:hi?(?=[sz])|i-?(?=[sz]))?[wsz](?:(?:-|&|-&-)?[wsz]|&ih)*")
_HAN_NUMBER = re.compile(r"[0w](?:s+[0w]?)*")
_BREAK: Entry = ("|", "")


class Piece(NamedTuple):
    """A word, or a number of several, `[start, end)` in the text."""

    letter: str
    value: Value | Decimal
    start: int
    end: int


class Pieces(NamedTuple):
    """The pieces of a version in order, and their letters as one string."""

    code: str
    items: tuple[Piece, ...]


def read_pieces(document: Document) -> Pieces:
    """The pieces of a version; between two sentences stands a piece of no length, with the letter “|”."""
    language = base(document.language)
    items = list(_spaceless(document, language) if spaceless(language) else _spaced(document, language))
    items = list(_numbered(items, document.text, language))
    return Pieces("".join([piece.letter for piece in items]), tuple(items))


def _spaced(document: Document, language: str) -> Iterator[Piece]:
    """The words of a language with spaces between them; of a sentence without anything to make a figure of, none."""
    words, known = document.words, lexicon(language)
    entries = [_entries(*one, known) for one in zip(words.prints, words.forms, strict=True)]
    marks = [_mark(form, of, known) for form, of in zip(words.forms, entries, strict=True)]
    print_of = words.print_of.tolist()
    marked = "".join([marks[k] for k in print_of])
    for sentence in document.sentences:
        phrases = {}
        core = bool(_CORE.search(marked, sentence.first_word, sentence.last_word))
        for match in _STARTER.finditer(marked, sentence.first_word, sentence.last_word):
            if found := _phrase(words.keys, match.start(), sentence.last_word, known):
                phrases[match.start()] = found
                core = core or bool(_CORE.match(_letter(found[0][0])))
        if core:
            yield from _sentence(
                document,
                sentence,
                [entries[k] for k in print_of[sentence.first_word : sentence.last_word]],
                phrases,
            )
        yield Piece(*_BREAK, sentence.end, sentence.end)


_CORE = re.compile(r"[0wszohqMDUYEX823R%pu$#+!]")
"""Letters without one of which no figure is told."""
_STARTER = re.compile("[?!]")
Entries = tuple[tuple[str, Value, int], ...]
"""The pieces of a word: letter, value, and length."""


def _mark(form: str, entries: Entries, known: Lexicon) -> str:
    """The letter of a word; “?” where a phrase may begin with it, “!” if it may tell a figure alone; “+” for two pieces."""
    if len(entries) > 1:
        return "+"
    letter = entries[0][0]
    return letter if form not in known.phrases else "!" if _CORE.match(letter) else "?"


def _sentence(
    document: Document, sentence: Sentence, entries: Sequence[Entries], phrases: dict[int, tuple[Entry, int]]
) -> Iterator[Piece]:
    """The pieces of one sentence; `phrases` by the index of their first word."""
    words, first = document.words, sentence.first_word
    passed = first
    for at, pieces in enumerate(entries, first):
        if at < passed:
            continue
        start = words.starts[at]
        if at in phrases:
            (name, value), length = phrases[at]
            passed = at + length
            yield Piece(_letter(name), value, start, words.ends[passed - 1])
            continue
        for letter, value, length in pieces:
            yield Piece(letter, value, start, start + length)
            start += length


def _phrase(keys: tuple[str, ...], at: int, end: int, known: Lexicon) -> tuple[Entry, int] | None:
    for tail, entry in known.phrases[keys[at]]:
        if keys[at + 1 : min(end, at + 1 + len(tail))] == tail:
            return entry, 1 + len(tail)
    return None


def _entries(print_: str, form: str, known: Lexicon) -> Entries:
    """What a word is: mostly one piece, of digits with something behind them two."""
    length = len(print_)
    if form[:1].isdecimal():
        return _digit_entries(form, length, known)
    entry = known.words.get(form)
    if entry is None and (bare := _bare(form, known.language)):
        entry = known.words.get(bare)
    if entry is None and print_.isupper() and form in CODES:
        entry = CODES[form]
    if entry is None and (number := word_value(form, known.language)) is not None:
        entry = ("w", number)
    if entry is None or (entry[0] in "MD" and known.language in CAPITALISED and not print_[0].isupper()):
        return (("x" if form[:1].isalpha() else "_", "", length),)
    return ((_letter(entry[0]), entry[1], length),)


def _bare(form: str, language: str) -> str:
    """A word without the ending or the particle that is written with it, where it may have one; else nothing."""
    if "'" in form:
        return form.removesuffix("'s") if language == "en" else form.rpartition("'")[2]
    if language == "ar" and len(form) > SHORTEST_STEM and form[0] in "وبلف":
        return form[1:]
    return ""


SHORTEST_STEM = 3
"""Letters of an Arabic word that may yet have a particle before it."""
_LETTERS = {"pp": "p", "c$": "K", "C": "$", "&&": "g"}


def _letter(name: str) -> str:
    return _LETTERS.get(name, name)


def _digit_entries(form: str, length: int, known: Lexicon) -> Entries:
    match = _DIGITS.fullmatch(form)
    if not match:
        return (("x", "", length),)
    digits, suffix = match[1], match[2]
    if not suffix:
        dotted = _DOTTED.fullmatch(digits)
        return (
            (("8", f"{dotted[3]}-{int(dotted[2]):02}-{int(dotted[1]):02}", length),)
            if dotted
            else (("0", digits, length),)
        )
    if suffix in ORDINAL_ENDINGS.get(known.language, ()) and digits.isdecimal():
        return (("o", float(int(digits)), length),)
    if suffix == "s" and _DECADE.fullmatch(digits):
        return (("X", digits[:3] + "X", length),)
    entry = known.words.get(suffix)
    if suffix in SHORT_SCALES:
        entry = ("k", suffix)
    if entry is None:
        return (("x", "", length),)
    return ("0", digits, len(digits)), (_letter(entry[0]), entry[1], length - len(digits))


def _spaceless(document: Document, language: str) -> Iterator[Piece]:
    """The words of Chinese or Japanese that mean something, and what lies between them."""
    found = spaceless(language)
    assert found is not None  # noqa: S101
    pattern, table = found
    for sentence in document.sentences:
        at = sentence.start
        for match in pattern.finditer(document.text, sentence.start, sentence.end):
            if document.text[at : match.start()].strip():
                yield Piece("x", "", at, match.start())
            at = match.end()
            yield _spaceless_piece(match, table)
        if at < sentence.end:
            yield Piece("x", "", at, sentence.end)
        yield Piece(*_BREAK, sentence.end, sentence.end)


def _spaceless_piece(match: re.Match[str], table: dict[str, Entry]) -> Piece:
    start, end = match.span()
    if match[1]:
        return Piece("0", match[1], start, end)
    if match[2]:
        return Piece("w", match[2], start, end)
    if match[3]:
        entry = CODES.get(match[3].lower(), ("x", ""))
        return Piece(_letter(entry[0]), entry[1], start, end)
    letter, value = table[match[4]]
    return Piece(_letter(letter), value, start, end)


def _numbered(items: list[Piece], text: str, language: str) -> Iterator[Piece]:
    """The pieces with numbers read: `y` where one may be a year, `e` a day of a month, `n` any other."""
    items = list(_joined_digits(items, text, language))
    code = "".join([piece.letter for piece in items])
    at = 0
    for match in (_HAN_NUMBER if spaceless(language) else _NUMBER).finditer(code):
        if match.start() < at:
            continue
        yield from items[at : match.start()]
        at = match.start()
        while at < match.end():
            piece, used = _number(items[at : min(match.end(), at + MOST_PARTS)], text, language)
            yield piece
            at += used
    yield from items[at:]


def _joined_digits(items: list[Piece], text: str, language: str) -> Iterator[Piece]:
    """Digits in groups of three that spaces part, and in Arabic marks, as one piece each."""
    held: Piece | None = None
    for piece in items:
        if held and piece.letter == "0" and _continues(held, piece, text, language):
            held = Piece("0", text[held.start : piece.end], held.start, piece.end)
            continue
        if held and piece.letter == "'" and piece.start == held.end:
            held = Piece("0", f"{held.value}{text[piece.start : piece.end]}", held.start, piece.end)
            continue
        if held:
            yield held
            held = None
        if piece.letter == "0":
            held = piece
        else:
            yield piece
    if held:
        yield held


def _continues(held: Piece, piece: Piece, text: str, language: str) -> bool:
    gap = text[held.end : piece.start]
    if piece.end - held.start > MOST_SIGNS:
        return False
    if not gap:
        return str(held.value)[-1] in "٫٬"
    if len(gap) != 1 or (gap == " " and language in DECIMAL_POINT):
        return False
    first = re.split(r"\s", str(held.value))
    return (
        gap.isspace()
        and len(first[0]) <= 3
        and str(held.value)[-1].isdecimal()
        and bool(
            re.fullmatch(r"\d{3}(?:[.,]\d+)?", str(piece.value)) and not re.search("[.,]", str(held.value))
        )
    )


def _number(parts: list[Piece], text: str, language: str) -> tuple[Piece, int]:
    """The number that a run of pieces begins with, and how many of them it takes; a dash where they make none."""
    first = parts[0]
    if first.letter == "0" or spaceless(language):
        return _from_digits(parts, language)
    found = words_value([(piece.letter, _plain_value(piece)) for piece in parts])
    if language == "fr" and (whole := word_value(text[first.start : parts[-1].end].lower(), language)):
        found = Decimal(whole), len(parts)  # quatre-vingt-dix
    if found is None or (first.letter == "s" and len(parts) == 1 and language == "en"):
        return Piece("x", "", first.start, first.end), 1
    value, used = found
    while parts[used - 1].letter in "-&i":
        used -= 1
    return Piece("n", value, first.start, parts[used - 1].end), used


def _plain_value(piece: Piece) -> Value:
    return piece.value if not isinstance(piece.value, Decimal) else float(piece.value)


def _digits(piece: Piece, language: str) -> Decimal | None:
    """The value of digits, or of a number in Chinese signs."""
    if piece.letter == "w" and isinstance(piece.value, str):
        return han_value(piece.value)
    return digits_value(str(piece.value), language) if piece.letter == "0" else None


def _from_digits(parts: list[Piece], language: str) -> tuple[Piece, int]:
    first = parts[0]
    raw = str(first.value)
    value = _digits(first, language)
    if value is None:
        return Piece("x", "", first.start, first.end), 1
    total, used = Decimal(0), 1
    for at, piece in enumerate(parts[1:], 1):
        if piece.letter == "s":
            value *= Decimal(str(piece.value))
            used = at + 1
        elif piece.letter != "-":
            more = _digits(piece, language)
            if more is None or more >= value or piece.start != parts[at - 1].end or used == 1:
                break
            total, value, used = total + value, more, at + 1
    letter = "n"
    if used == 1 and raw.isdecimal():
        letter = (
            "y" if len(raw) == 4 and FIRST_YEAR <= value <= LAST_YEAR else "e" if value <= LAST_DAY else "n"
        )
    return Piece(letter, total + value, first.start, parts[used - 1].end), used
