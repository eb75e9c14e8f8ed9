"""The form in which text is matched. What is shown is always the text as printed.

Two spellings match when they differ only in what typesetting changes: composed or decomposed accents, curly or straight
quotes, kinds of dash and space, soft hyphens and other invisible marks, half- or full-width forms, and case.
"""

import re
import unicodedata

QUOTES = "‘’‚‛′`´ʼ＇"
DOUBLE_QUOTES = "“”„‟″«»＂「」『』〝〞〟"
DASHES = "‐‑‒–—―−－﹣"
INVISIBLE = "\u00ad\u061c\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"

_BREAK = re.compile(r"[\t\n\r\u2028\u2029]+")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")

_TABLE = {
    **dict.fromkeys(map(ord, QUOTES), "'"),
    **dict.fromkeys(map(ord, DOUBLE_QUOTES), '"'),
    **dict.fromkeys(map(ord, DASHES), "-"),
    **dict.fromkeys(map(ord, INVISIBLE), None),
    ord("…"): "...",
}


def typographic_form(text: str) -> str:
    """NFC with plain quotes, dashes and spaces; case kept. Two words that a reader calls the same word share it."""
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).translate(_TABLE))


def match_form(text: str) -> str:
    r"""`typographic_form` without case: the key under which words are matched.

    >>> match_form("Cafe\u0301") == match_form("CAFÉ")
    True
    """
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFC", typographic_form(text).casefold())


def visible_form(text: str) -> str:
    r"""One line in which every sign can be seen: line breaks and tabs become spaces, other controls U+FFFD.

    >>> visible_form("Red \x1b[31m\ntext")
    'Red �[31m text'
    """
    return _CONTROL.sub("\ufffd", _BREAK.sub(" ", text))
