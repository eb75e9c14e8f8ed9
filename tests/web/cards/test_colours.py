"""The colours of the cards."""

import re

import pytest

from app.resources import STATIC
from app.web.cards.colours import COLOURS, palette, rgb


@pytest.mark.parametrize("name", COLOURS)
def test_they_are_those_of_the_pages_in_the_light(name: str) -> None:
    tokens = (STATIC / "tokens.css").read_text(encoding="utf-8")
    light = re.search(rf"--{name}: (#[0-9a-f]{{6}});", tokens)
    assert light
    assert light[1] == COLOURS[name]


def test_all_of_them_and_no_more_than_a_picture_may_number() -> None:
    assert {rgb(name) for name in COLOURS} <= set(palette())
    assert len(palette()) <= 256
