"""Documents for the tests, from texts written for them, and strategies that make more."""

from hypothesis import strategies as st

from app.text.content import Block, Content
from app.text.document import Document, read_document

HARBOUR = """The ferry Marigold ran aground off Pell Point late on Friday with 212 passengers aboard.
Nobody was hurt, the coastguard said. Two tugs pulled the vessel free at dawn.

"We heard a long scrape and then the lights went out," said Ines Okafor, a nurse from Dunmere.

The Harbour Board has opened an inquiry into the grounding, the third on that reef in ten years.

The operator, Sound Lines, cancelled every sailing until Monday and promised refunds."""

WIRE = """A passenger ferry hit a reef near Pell Point on Friday night, and an inquiry has begun.

The Marigold was carrying 212 people. Tugs freed it at dawn and nobody was hurt.

Sailings are off until Monday, Sound Lines said; passengers will have their money back.

It was raining in the hills."""


def document(text: str, title: str | None = None, language: str = "en") -> Document:
    """A version whose paragraphs are parted by blank lines."""
    blocks = tuple(Block("paragraph", part.strip()) for part in text.split("\n\n") if part.strip())
    return read_document(Content(blocks, title=title), language=language)


def sentences(side: Document) -> list[str]:
    return [side.sentence_text(k) for k in range(len(side.sentences))]


_WORDS = (
    "the",
    "a",
    "of",
    "and",
    "in",
    "port",
    "ferry",
    "tug",
    "reef",
    "mayor",
    "Pell",
    "Okafor",
    "12",
    "212",
    "said",
)
_MARKS = (".", "!", "?", ", then", " — but", '"')


@st.composite
def _sentence(draw: st.DrawFn) -> str:
    words = draw(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=9))
    return " ".join(words).capitalize() + draw(st.sampled_from(_MARKS)) + "."


newsy = st.lists(st.lists(_sentence(), min_size=1, max_size=3).map(" ".join), max_size=7).map("\n\n".join)
"""Texts of few words, so that two of them have much in common."""
wild = st.text(st.characters(), max_size=120)
"""Any text at all, lone surrogates and unassigned code points among it."""
documents = st.builds(
    document, newsy | newsy | wild, st.none() | newsy, st.sampled_from(["en", "en", "de", "zh"])
)
