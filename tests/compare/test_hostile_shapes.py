"""Shapes that make comparisons hang or fail elsewhere: each gives a valid result, in a number of steps that is bounded."""

from collections.abc import Callable

import pytest

from app.compare.anchors import anchors
from app.compare.engine import compare, compare_sentences
from app.compare.rows import rows
from app.text.content import Block, Content
from app.text.document import Document, read_document, read_sentence
from tests.compare.test_engine import assert_valid


def paragraphs(*texts: str) -> Document:
    return read_document(Content(tuple(Block("paragraph", text) for text in texts)), language="en")


def alike(town: str, start: int) -> Document:
    return paragraphs(
        *(f"Item {k} says the council of the {town} voted for the plan." for k in range(start, start + 300))
    )


SHAPES: dict[str, Callable[[], tuple[Document, Document]]] = {
    "two letters": lambda: (paragraphs("a b " * 1000), paragraphs("b a a " * 700)),
    "one sentence 5,000 times": lambda: (
        paragraphs(*["It rained."] * 5000),
        paragraphs(*["It rained."] * 5000),
    ),
    "one sentence, and another": lambda: (
        paragraphs(*["It rained."] * 3000),
        paragraphs(*["It snowed."] * 3000),
    ),
    "300 near-identical paragraphs": lambda: (alike("town", 0), alike("city", 7)),
    "300 paragraphs, numbered by sevens": lambda: (
        paragraphs(*(f"The council of the town voted {k % 7} times again." for k in range(300))),
        paragraphs(*(f"The council of the city voted {k % 5} times again." for k in range(300))),
    ),
    "one word against 100,000": lambda: (paragraphs("word"), paragraphs("word other " * 50_000)),
    "no space in a million letters": lambda: (paragraphs("x" * 1_000_000), paragraphs("x" * 999_999 + "y")),
    "nothing but marks": lambda: (paragraphs("!?" * 40_000), paragraphs("?!?" * 30_000)),
    "no space in Chinese": lambda: (paragraphs("东京很大" * 2000), paragraphs("东很京大" * 2000)),
    "a thousand accents on one letter": lambda: (
        paragraphs("a" + "\u0301" * 9000),
        paragraphs("a" + "\u0300" * 9000),
    ),
    "half surrogate pairs": lambda: (
        paragraphs("\ud800 ran. \udfff hid."),
        paragraphs("\udfff ran. Nobody hid."),
    ),
    "a thousand clauses": lambda: (paragraphs(*["a b c, " * 500] * 5), paragraphs(*["c b a, " * 500] * 5)),
    "nothing": lambda: (paragraphs(), paragraphs("It rained.")),
}


@pytest.mark.parametrize("name", SHAPES)
def test_hostile_shapes(name: str) -> None:
    a, b = SHAPES[name]()
    comparison = compare(a, b)
    assert_valid(comparison)
    shown = rows(comparison)
    assert [i for row in shown for i in row.a] == list(range(len(a.sentences)))
    assert len(set(anchors(a))) == len(a.sentences)


def test_a_sentence_of_100_000_words_is_replaced_whole() -> None:
    a, b = (read_sentence(text * 60_000, language="en") for text in ("a b ", "b a "))
    (link,) = compare_sentences(a, b).links
    assert [change.op for change in link.changes] == ["replace"]
