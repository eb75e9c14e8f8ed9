"""What a comparison, or a row of it, is called where there is room for a line: in titles, and on other sites."""

from app.text.content import display_title
from app.web.counts import percent
from app.web.directions import isolated
from app.web.pages import Shown, Side
from app.web.sharing.chosen import ChosenRow
from app.web.sharing.cut import shortened
from app.web.sharing.quotation import quoted

NAME_LENGTH = 40
"""Code points of an outlet's name."""
HEADLINE_LENGTH = 64
"""Code points of a headline beside two names."""
QUOTED_LENGTH = 96
"""Code points that are quoted of either side of a row."""
TITLE_LENGTH = 160
"""No title is longer, in code points."""
DESCRIPTION_LENGTH = 300
"""No description is longer, in code points."""


def title_of(shown: Shown, chosen: ChosenRow | None = None) -> str:
    """Who is compared, and what: the left headline, or what the chosen row is. At most `TITLE_LENGTH`.

    Where a side's outlet is not known, both headlines stand for both names.
    """
    names = f"{name(shown.left)} and {name(shown.right)}"
    if chosen:
        return f"{names}: one row, {kind_of(shown, chosen)}"
    if shown.left.content.outlet and shown.right.content.outlet:
        return f"{names}: {isolated(shortened(display_title(shown.left.content), HEADLINE_LENGTH))}"
    return f"{_headline(shown.left)} and {_headline(shown.right)}"


def description_of(shown: Shown, chosen: ChosenRow | None = None) -> str:
    """What both share, in figures, or what both sides of the chosen row say. At most `DESCRIPTION_LENGTH`."""
    if chosen:
        return f"{_said(shown.left, chosen.left)} {_said(shown.right, chosen.right)}"
    if shown.identical:
        return "Both versions are exactly the same, headline included."
    summary = shown.summary
    left, right = places(shown)
    return (
        f"{percent(summary.shared)} shared, {percent(summary.verbatim)} verbatim; sentences: "
        f"{shown.only_left} only in {left}, {shown.only_right} only in {right}, "
        f"{summary.moved} moved."
    )


def kind_of(shown: Shown, chosen: ChosenRow) -> str:
    """What a row is, where left and right cannot be seen."""
    alone = dict(zip(("only-a", "only-b"), places(shown), strict=True)).get(chosen.row.css)
    return f"only in {alone}" if alone else chosen.row.word


def places(shown: Shown) -> tuple[str, str]:
    """What either side goes by after “only in”, where left and right cannot be seen: its name, if that tells it apart."""
    sides = shown.left, shown.right
    if shown.left.name != shown.right.name and all(side.content.outlet for side in sides):
        return name(shown.left), name(shown.right)
    return "the first", "the second"


def name(side: Side) -> str:
    """The name of a side, at most `NAME_LENGTH` code points and the signs that keep it apart."""
    return isolated(shortened(side.name, NAME_LENGTH))


def _said(side: Side, text: str) -> str:
    return f"{name(side)}: {quoted(text, QUOTED_LENGTH) if text else 'no counterpart found'}."


def _headline(side: Side) -> str:
    return quoted(display_title(side.content), HEADLINE_LENGTH)
