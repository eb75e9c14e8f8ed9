"""Whatever the rules make of a text, its words stay: each in a field or in a block, in order and as often."""

from collections import Counter

import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from app.errors import InputError
from app.ingest.plain_text import read_body, read_text_file
from app.text.content import Content

LINES = [
    "Sea wall gives way", "By Anna Berg", "By Tuesday the water had come.", "Reuters", "May 16, 2026", "# Harbour",
    "## What now", "HALDEN (AP) — The wall gave way on Monday, the mayor said.", "China Tea", "Advertisement",
    "Published: May 17, 2024 3:05 pm | Updated: May 18, 2024", "“No.”", "Why now?", "- one", "- two", "1. three",
    "The wall at Halden gave way early on Tuesday, and the water ran into three hundred houses near the",
    "quay, officials said. Comments 2", "Leave a Reply", "Bo says:", "Photo: Bo Lind/AFP", "Staff Writer",
    "* * *", "~~~",
    "Related: the lamp", "Originally published by the Ledger", "Anna Berg contributed to this report.",
    "Bo Lind", "**Bold**",
    "date 2026-05-16 Lamps go dark",
    "– No end –", "3 Comments",
    "哈尔登海堤", "决口。", "World", "Anna Berg | May 16, 2026",
    "The mayor said so. Lena Falk in Orsk contributed to this story.", "\u200b", "\u00a0",
    "\t tabbed \u00a0 text \t", "—", "___",
]  # fmt: skip
_WORD = regex.compile(r"[\p{L}\p{N}]+")
_DROPPED = Counter({"by": 99, "date": 1})
"""What a field says by its name: "By" before a byline, "date" before a dated title."""


def _words(text: str) -> Counter[str]:
    return Counter(word.casefold() for word in _WORD.findall(text))


def _kept(content: Content) -> str:
    fields = (content.title, content.standfirst, content.byline, content.published)
    return "\n".join([*filter(None, fields), *(block.text for block in content.blocks)])


TEXTS = st.lists(
    st.tuples(
        st.sampled_from(LINES) | st.text(max_size=40),
        st.sampled_from(["\n", "\n\n", "\r\n", "\r\n\r\n", "\n\n\n"]),
    ),
    max_size=14,
)


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_every_word_is_in_a_field_or_a_block(parts: list[tuple[str, str]]) -> None:
    text = "".join(line + end for line, end in parts)
    try:
        content = read_text_file(text.encode("utf-8"), "drawn.txt").content
    except InputError as error:
        assert str(error).startswith("drawn.txt")  # noqa: PT017
        return
    shown = regex.sub(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]", "", text)
    assert not _words(shown) - _words(_kept(content)) - _DROPPED
    assert any(block.kind == "paragraph" for block in content.blocks)
    assert all(block.text.strip() and "\n\n" not in block.text for block in content.blocks)


@settings(max_examples=100, deadline=None)
@given(TEXTS, st.none() | st.just("A title"))
def test_reading_twice_gives_the_same(parts: list[tuple[str, str]], title: str | None) -> None:
    text = "".join(line + end for line, end in parts)
    try:
        assert read_body(text, title).id() == read_body(text, title).id()
    except InputError as error:
        assert str(error)  # noqa: PT017
