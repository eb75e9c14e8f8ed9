"""Text as a card can set it: one line, every sign visible and in some face, no run without a place to break."""

import regex

from app.web.cards.faces import missing

MARKS = 6
"""Combining marks that may stand on one letter; further ones are left out."""
UNBROKEN = 24
"""Code points on end without a space or a hyphen, beyond which a run may be broken; scripts without spaces may anyway."""
CAPITALS = 16
"""The same for capitals, which are wider."""
_STEP = 12
LONG, LONGEST = 10, 3
"""Code points of a word that may not fit in a line, and how many such words of a text are measured."""
UNSEEN = "\ufffd"
"""Stands for a sign that no face has."""
_SHAPING = "\u200c\u200d\u200e\u200f\u061c"
_DROPPED = regex.compile(
    rf"[[\p{{Cc}}\p{{Cf}}\p{{Co}}\p{{Cn}}\uFE00-\uFE0F\u20E3]--[{_SHAPING}\s]]", flags=regex.VERSION1
)
_LONE = regex.compile(r"\p{Cs}")
_SPACE = regex.compile(r"\s+")
_HEAPED = regex.compile(rf"(\p{{M}}{{{MARKS}}})\p{{M}}+")
_SPACELESS = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
_RUN = regex.compile(rf"[^\s\-\u200b{_SPACELESS}]{{{UNBROKEN + 1},}}|\p{{Lu}}{{{CAPITALS + 1},}}")
_HYPHEN, _NO_HYPHEN = "\u00ad", "\u200b"
_BREAK = regex.compile(rf"[\s\-{_HYPHEN}{_NO_HYPHEN}]+")
_BREAKABLE = regex.compile(f"[{_SPACELESS}]")
_CLUSTER = regex.compile(r"\X")


def one_line(text: str) -> str:
    """The text in one line, without what cannot be seen: controls, what sets a direction, heaps of marks on one letter."""
    return _HEAPED.sub(r"\1", _SPACE.sub(" ", _DROPPED.sub("", _LONE.sub(UNSEEN, text))))


def legible(text: str) -> str:
    """The text for a card: in one line, signs that no face has as `UNSEEN`, with places to break in what has none."""
    text = one_line(text)
    gone = missing(text) - set(_SHAPING)
    if gone:
        text = "".join(UNSEEN if sign in gone else sign for sign in text)
    return _RUN.sub(lambda run: _broken(run[0]), text)


def longest_words(text: str) -> list[str]:
    """The longest ones of what cannot be broken, which have to fit in a line: at most `LONGEST`."""
    words = {word for word in _BREAK.split(text) if len(word) >= LONG and not _BREAKABLE.search(word)}
    return sorted(words, key=lambda word: (-len(word), word))[:LONGEST]


def unseen_share(text: str) -> float:
    """How much of a text cannot be shown: the share of `UNSEEN` among its signs that are no space."""
    signs = [sign for sign in text if not sign.isspace()]
    return signs.count(UNSEEN) / len(signs) if signs else 0.0


def _broken(run: str) -> str:
    """A run with a place to break every now and then: a hyphen is set there in what is letters alone."""
    clusters = _CLUSTER.findall(run)
    parts = ["".join(clusters[at : at + _STEP]) for at in range(0, len(clusters), _STEP)]
    return (_HYPHEN if all(map(str.isalpha, run)) else _NO_HYPHEN).join(parts)
