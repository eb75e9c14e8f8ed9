"""Text as a card can set it: one line, every sign visible and in some face, no run without a place to break."""

import regex

from app.text.normalize import visible_form
from app.web.cards.faces import missing

MARKS = 6
"""Combining marks that may stand on one letter; further ones are left out."""
UNBROKEN = 24
"""Code points on end without a space or a hyphen, beyond which a run may be broken; scripts without spaces may anyway."""
UNSEEN = "\ufffd"
"""Stands for a sign that no face has."""
_SHAPING = "\u200c\u200d\u200e\u200f\u061c"
_DROPPED = regex.compile(rf"[[\p{{Cf}}\p{{Co}}\p{{Cn}}\u00ad]--[{_SHAPING}]]", flags=regex.VERSION1)
_LONE = regex.compile(r"\p{Cs}")
_SPACE = regex.compile(r"\s+")
_HEAPED = regex.compile(rf"(\p{{M}}{{{MARKS}}})\p{{M}}+")
_SPACELESS = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
_RUN = regex.compile(rf"[^\s\-\u200b{_SPACELESS}]{{{UNBROKEN + 1},}}")
_CLUSTER = regex.compile(r"\X")


def legible(text: str) -> str:
    """The text for a card. What sets or ends a direction of its own is left out: the card isolates every text."""
    text = _DROPPED.sub("", _LONE.sub(UNSEEN, visible_form(text)))
    text = _HEAPED.sub(r"\1", _SPACE.sub(" ", text))
    gone = missing(text) - set(_SHAPING)
    if gone:
        text = "".join(UNSEEN if sign in gone else sign for sign in text)
    return _RUN.sub(lambda run: "\u200b".join(_broken(run[0])), text)


def unseen_share(text: str) -> float:
    """How much of a text cannot be shown: the share of `UNSEEN` among its signs that are no space."""
    signs = [sign for sign in text if not sign.isspace()]
    return signs.count(UNSEEN) / len(signs) if signs else 0.0


def _broken(run: str) -> list[str]:
    clusters = _CLUSTER.findall(run)
    half = UNBROKEN // 2
    return ["".join(clusters[at : at + half]) for at in range(0, len(clusters), half)]
