"""What a comparison can have marked beside its changes."""

import pytest

from app.compare.engine import compare
from app.web.layers import layers_of
from app.web.switches import Switches
from tests.compare.comparison_texts import document

FIGURES = Switches(figures="on")


def marked(a: str, b: str, layer: str) -> tuple[list[str], list[str]]:
    """The texts that a layer marks on either side."""
    comparison = compare(document(a), document(b))
    found = layers_of(comparison, FIGURES)
    left, right = (
        [text[start:end] for name, stretches in found[side] if name == layer for start, end in stretches]
        for side, text in (("a", comparison.a.text), ("b", comparison.b.text))
    )
    return left, right


KILLED = "The storm killed {} in the old town."


@pytest.mark.parametrize(
    ("other", "left", "right"),
    [
        (KILLED.format("64 people"), ["46 people"], ["64 people"]),
        (KILLED.format("about 45 people"), [], []),
        (KILLED.format("people"), ["46 people"], []),
        ("Nobody rang the bells.", [], []),
    ],
    ids=["another", "about the same", "none", "no sentence answers"],
)
def test_a_figure_is_alone_where_what_answers_has_no_such(
    other: str, left: list[str], right: list[str]
) -> None:
    assert marked(KILLED.format("46 people"), other, "lone") == (left, right)


def test_every_figure_is_marked_alone_or_not() -> None:
    a, b = "The storm killed 46 people on Monday.", "The storm killed 64 people on Monday."
    assert marked(a, b, "figure") == (["46 people", "Monday"], ["64 people", "Monday"])


def test_nothing_is_looked_for_that_is_not_asked_for() -> None:
    comparison = compare(document("It cost 40 crowns."), document("It cost 50 crowns."))
    assert layers_of(comparison, Switches()) == {"a": (), "b": ()}
