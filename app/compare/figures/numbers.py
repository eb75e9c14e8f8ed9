"""The values of numbers in digits and words.

Digits are grouped by points, commas, spaces or apostrophes, as the language has it:

    en, zh, ja, hi …   1,234.5 · 1,23,456 · 1,500        de, fr, es, ru …   1.234,5 · 1 234,5 · 1.500 · 1,5
    de-CH              1’234.5                           any                1.234.567 · 1,234,567 · 1,234.5 · 1.234,5

Where both signs stand in one number, or one of them twice, they say themselves which they are.
"""

import re
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from text_to_num import text2num

from app.compare.figures.lexicon import NUMBER_LANGUAGES, Entry

DECIMAL_POINT = frozenset(
    {"en", "zh", "ja", "ko", "hi", "th", "he", "ar", "bn", "ta", "te", "ur", "ms", "sw", "cy", "ga", "mt"}
)
"""Languages that part decimals by a point; all others do by a comma."""
MOST_DIGITS = 18
"""Digits of a number: a longer run is no figure of a news report."""
_HAN = {sign: value for value, sign in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2, "兩": 2}
_HAN_SCALES = {"十": 10, "百": 100, "千": 1000}


@lru_cache(maxsize=8192)
def digits_value(raw: str, language: str) -> Decimal | None:
    """The value of digits as printed, in whatever script; None where they make no number."""
    if sum(map(str.isdigit, raw)) > MOST_DIGITS or ":" in raw:
        return None
    text = (
        re.sub(r"[’'\s\u00a0\u202f\u2009٬]", "", raw).replace("٫", ".").replace("，", ",").replace("．", ".")
    )
    points, commas = text.count("."), text.count(",")
    if points and commas:
        decimal = "." if text.rindex(".") > text.rindex(",") else ","
    elif points + commas != 1:
        decimal = ""
    elif "٫" in raw or "'" in raw or "’" in raw:
        decimal = "." if points else ","
    else:
        decimal = _mark(text, "." if points else ",", language)
    groups = text.replace("," if decimal == "." else ".", "") if decimal else re.sub("[.,]", "", text)
    if not decimal and not _grouped(text):
        return None
    try:
        return Decimal(groups.replace(",", "."))
    except InvalidOperation:
        return None


def _mark(text: str, sign: str, language: str) -> str:
    """The sign if it parts decimals, else nothing."""
    whole, _, rest = text.partition(sign)
    if len(rest) != 3 or len(whole) > 3 or whole == "0":
        return sign
    usual = "." if language in DECIMAL_POINT else ","
    return sign if sign == usual else ""


def _grouped(text: str) -> bool:
    """Whether points or commas stand where groups of digits are parted, the Indian way among them."""
    parts = re.split("[.,]", text)
    return all(len(part) in {2, 3} for part in parts[1:]) and (len(parts) == 1 or len(parts[-1]) == 3)


def han_value(text: str) -> Decimal | None:
    """The value of a number in Chinese signs below ten thousand, or of digits one by one (二〇二四)."""
    if len(text) > 1 and all(sign in _HAN for sign in text):
        return Decimal("".join(str(_HAN[sign]) for sign in text[:MOST_DIGITS]))
    total, digit = 0, 0
    for sign in text:
        if sign in _HAN:
            digit = _HAN[sign]
        else:
            total += (digit or 1) * _HAN_SCALES[sign]
            digit = 0
    return Decimal(total + digit)


@lru_cache(maxsize=16384)
def word_value(form: str, language: str) -> int | None:
    """The value of a number word, or of several joined as one, by text2num; None for any other word."""
    if language not in NUMBER_LANGUAGES or not form.replace("-", "").replace(" ", "").isalpha():
        return None
    try:
        return int(text2num(form, language))
    except ValueError:
        return None


def words_value(parts: Sequence[Entry]) -> tuple[Decimal, int] | None:
    """The value of a run of number words and scales, and how many of them make it up; None where the first does not.

    Smaller numbers add to greater ones, scales multiply what stands before them: “two hundred and forty billion”.
    """
    total, current, used, last = Decimal(0), Decimal(0), 0, 0
    half = False
    for at, (letter, value) in enumerate(parts):
        if letter in "-&i":
            continue
        number = Decimal(str(value))
        if letter in "w0":
            if not _adds(current, number):
                break
            current += number
        elif letter == "h" and used and last == at - 2:
            current += number
        elif letter == "h" and not used:
            half = True
        elif number < 1000 and letter in "sz":
            current = (current or 1) * number
        elif letter in "sz":
            total, current = (
                (total + (current or 1) * number, Decimal(0))
                if not _after(total, number)
                else (total * number, current)
            )
        used, last = at + 1, at
    if not used:
        return None
    together = total + current
    return (together / 2 if half else together), used


def _after(total: Decimal, scale: Decimal) -> bool:
    """Whether a scale multiplies all that stands before it: “mil millones”."""
    return 0 < total < scale


def _adds(current: Decimal, number: Decimal) -> bool:
    """Whether a number may follow on another within one: twenty-five, hundred twelve; not two three.

    Units before tens are Arabic.
    """
    if not current:
        return True
    if current < 10 and number in range(20, 100, 10):
        return True
    if current % 1:
        return False
    room = 10 ** (len(str(int(current))) - len(str(int(current)).rstrip("0")))
    return number < room and (current != 10 or number > 10)


def plain(number: Decimal) -> str:
    """A number without exponent, sign of its own, or zeros at its end.

    >>> plain(Decimal("2.40E+11")), plain(Decimal("1.50"))
    ('240000000000', '1.5')
    """
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
