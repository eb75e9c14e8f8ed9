"""Text that a sentence of ours quotes: “…” stands around it, so that its own double quotation marks become single."""

from unicodedata import east_asian_width

from app.web.directions import isolated
from app.web.sharing.cut import shortened

_CURLED = {"“": "‘", "”": "’"}


def quoted(text: str, limit: int) -> str:
    """The text in one line of at most `limit` code points, as `shortened` cuts it, between quotation marks.

    >>> quoted("“The sirens came late”: a town counts", 64)
    '“‘The sirens came late’: a town counts”'
    """
    return f"“{isolated(shortened(_inner(text), limit))}”"


def _inner(text: str) -> str:
    """The text with “…” and "…" as ‘…’, a sign for a sign; other marks are told apart from ours as they are.

    1. “a” and ”a” become ‘a’ and ’a’
    2. "a" becomes ‘a’; alone, or after a figure (6"), the sign is not one of a quotation and stays
    3. „a“ and „a” stay: what closes them belongs to what opens them
    """
    signs = list(text)
    low = False
    straight: int | None = None
    for at, sign in enumerate(signs):
        if sign == "„":
            low = True
        elif sign in "“”" and low:
            low = False
        elif sign in _CURLED:
            signs[at] = _CURLED[sign]
        elif sign == '"' and straight is None and _may_open(text, at):
            straight = at
        elif sign == '"' and straight is not None and _may_close(text, at):
            signs[straight], signs[at], straight = "‘", "’", None
    return "".join(signs)


def _may_open(text: str, at: int) -> bool:
    return not text[at + 1 : at + 2].isspace() and not _is_tied(text[at - 1 : at])


def _may_close(text: str, at: int) -> bool:
    return not text[at - 1].isspace() and not (_is_tied(text[at - 1]) and _is_tied(text[at + 1 : at + 2]))


def _is_tied(sign: str) -> bool:
    """Whether a mark beside this sign may be part of a word or a figure: not in scripts that put no spaces between words."""
    return sign.isalnum() and east_asian_width(sign) not in "WF"
