"""Colours that carry a meaning are told apart by every eye, and every text can be read on what it stands on.

Distances are CIEDE2000, contrast is that of WCAG 2.1; how colours look to a colour-blind eye is simulated as coloraide does:
protanopia and deuteranopia after Viénot, Brettel and Mollon (1999), tritanopia after Brettel, Viénot and Mollon (1997).
"""

from collections.abc import Mapping

import pytest
from coloraide import Color

from app.web.tokens import THEMES, blocks, colours, contrast

FORCED = "(forced-colors: active)"
EYES = (None, "protan", "deutan", "tritan")

# Two that must be told apart, and how far they are at least. About 2 is just seen side by side; 10 is seen at a glance.
APART = {
    ("left", "right"): 28,
    ("cut", "added"): 20,
    ("cut-finer", "added-finer"): 20,
    ("left-pale", "right-pale"): 9,
    ("cut", "cut-finer"): 7,
    ("added", "added-finer"): 7,
    ("left-pale", "cut"): 7,
    ("right-pale", "added"): 7,
    ("left-pale", "paper"): 4,
    ("right-pale", "paper"): 4,
    ("conflict", "quiet"): 10,
    ("moved", "left"): 12,
    ("moved", "right"): 12,
    ("chosen", "left"): 10,
    ("chosen", "right"): 8,
    ("amount-1", "amount-2"): 3,
    ("amount-2", "amount-3"): 3,
    ("amount-3", "amount-4"): 3,
    ("amount-4", "amount-5"): 3,
    ("paper", "amount-1"): 3,
    ("accent", "quiet"): 15,
}

GROUNDS = ("paper", "sheet", "faint", "left-pale", "right-pale")
# What is read, and all that it stands on somewhere.
READ = {
    "ink": (
        *GROUNDS,
        *("cut", "cut-finer", "added", "added-finer"),
        *(f"amount-{step}" for step in range(1, 6)),
    ),
    "quiet": GROUNDS,
    "link": GROUNDS,
    "left": GROUNDS,
    "right": GROUNDS,
    "accent": GROUNDS,
    "paper": ("ink", "chosen"),
}
# Lines, frames, marks and the borders of fields, and what they stand on.
SEEN = {
    "control": ("paper", "sheet", "faint"),
    "chosen": GROUNDS,
    "left": ("cut", "cut-finer"),
    "right": ("added", "added-finer"),
    "accent": tuple(f"amount-{step}" for step in range(1, 4)),
    "quiet": ("cut", "added"),
}


def seen(colour: str, eye: str | None) -> Color:
    """A colour as an eye sees it."""
    return Color(colour).filter(eye, 1) if eye else Color(colour)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("one", "other"), APART, ids=lambda name: str(name))
def test_every_eye_tells_them_apart(theme: str, one: str, other: str) -> None:
    values = colours(theme)
    distances = {
        eye or "usual": seen(values[one], eye).delta_e(seen(values[other], eye), method="2000")
        for eye in EYES
    }
    assert min(distances.values()) >= APART[one, other], distances


def below(theme: str, pairs: Mapping[str, tuple[str, ...]], least: float) -> list[tuple[str, str, float]]:
    values = colours(theme)
    return [
        (text, ground, round(found, 2))
        for text, grounds in pairs.items()
        for ground in grounds
        if (found := contrast(values[text], values[ground])) < least
    ]


@pytest.mark.parametrize("theme", THEMES)
def test_text_is_read_on_all_that_it_stands_on(theme: str) -> None:
    assert below(theme, READ, 4.5) == []


@pytest.mark.parametrize("theme", THEMES)
def test_marks_are_seen_on_all_that_they_stand_on(theme: str) -> None:
    assert below(theme, SEEN, 3) == []


@pytest.mark.parametrize("theme", ["light, more contrast", "dark, more contrast"])
def test_who_asks_for_more_contrast_gets_it(theme: str) -> None:
    texts = dict.fromkeys(("ink", "quiet", "link", "left", "right", "accent"), ("paper", "sheet"))
    assert below(theme, texts, 7) == []


def test_both_themes_give_every_colour() -> None:
    plain = {query: {name for name, value in given.items() if "#" in value} for query, given in blocks()}
    assert plain[""] == plain["screen and (prefers-color-scheme: dark)"]


def test_forced_colours_leave_no_colour_of_our_own() -> None:
    forced = dict(blocks())[FORCED]
    assert set(dict(blocks())[""]) >= set(forced)
    assert set(forced) >= set(colours("light")) - {
        "conflict",
        "moved",
        "reuse",
        "quote",
        "figure",
    }
    assert not [value for value in forced.values() if "#" in value or "rgb" in value]


def test_a_difference_too_small_is_found() -> None:
    near = seen("#5a3d8c", "deutan").delta_e(seen("#1b5289", "deutan"), method="2000")
    assert near < 5  # a violet beside the blue of the left: told apart by some, not by all


@pytest.mark.parametrize("theme", THEMES)
def test_the_contrast_that_the_style_page_tells_is_the_one_of_a_library(theme: str) -> None:
    values = colours(theme)
    for name, value in values.items():
        told = contrast(value, values["paper"])
        assert told == pytest.approx(
            Color(value).contrast(Color(values["paper"]), method="wcag21"), abs=0.01
        ), name
