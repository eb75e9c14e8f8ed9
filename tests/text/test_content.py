"""What a version says, and the hash that names it."""

from dataclasses import replace

import pytest

from app.text.content import Block, Content, display_title, first_words

CONTENT = Content(
    blocks=(
        Block("heading", "A gate stuck"),
        Block("paragraph", "Water came in."),
        Block("caption", "The quay"),
        Block("boilerplate", "Sign up"),
    ),
    title="Gate fails",
    standfirst="What is known.",
    outlet="Coast Agency",
    published="2026-03-14",
)


def test_id_is_the_same_on_every_machine() -> None:
    assert CONTENT.id() == "2oplxqxmpertxl5t"


@pytest.mark.parametrize(
    "other",
    [
        replace(CONTENT, title="Gate fails "),
        replace(CONTENT, title=None),
        replace(CONTENT, outlet="The Ledger"),
        replace(CONTENT, published="2026-03-15"),
        replace(CONTENT, standfirst=None),
        replace(CONTENT, blocks=CONTENT.blocks[::-1]),
        replace(CONTENT, blocks=(Block("paragraph", "A gate stuck"), *CONTENT.blocks[1:])),
    ],
)
def test_whatever_a_reader_could_see_differently_changes_the_id(other: Content) -> None:
    assert other.id() != CONTENT.id()


def test_compared_and_set_apart_hold_everything() -> None:
    assert [block.text for block in CONTENT.compared()] == [
        "What is known.",
        "A gate stuck",
        "Water came in.",
    ]
    assert [block.text for block in CONTENT.set_apart()] == ["The quay", "Sign up"]
    assert CONTENT.body() == "A gate stuck\n\nWater came in."


def test_display_title() -> None:
    assert display_title(CONTENT) == "Gate fails"
    untitled = replace(
        CONTENT, title=None, standfirst=None, blocks=(Block("paragraph", "a b c d e f g h i j k"),)
    )
    assert display_title(untitled) == "a b c d e f g h i j …"
    assert display_title(Content(blocks=())) == ""
    assert first_words("a b", 2) == "a b"
