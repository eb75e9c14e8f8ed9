"""The five articles that the project was given: read as a careful reader did, whose notes lie outside the repository."""

import json
from pathlib import Path
from typing import Any

import pytest

from app.ingest.plain_text import read_text_file
from app.text.content import Content

SHARED = Path(__file__).parents[3] / "shared"
NOTES = SHARED / "gold" / "metadata" / "seeds.json"
SENTENCES = SHARED / "gold" / "alignment" / "seeds.json"

pytestmark = pytest.mark.skipif(
    not NOTES.exists(), reason="../shared is not there: the articles are not in the repository"
)


def _notes() -> dict[str, dict[str, Any]]:
    if not NOTES.exists():
        return {}
    files: dict[str, dict[str, Any]] = json.loads(NOTES.read_text(encoding="utf-8"))["files"]
    return files


def _read(name: str) -> Content:
    return read_text_file((SHARED / "seeds" / name).read_bytes(), name).content


@pytest.mark.parametrize("name", sorted(_notes()))
def test_fields_and_frame(name: str) -> None:
    notes, content = _notes()[name], _read(name)
    for key in ("title", "byline", "dateline", "agency", "published", "language"):
        assert getattr(content, key) == notes[key], key
    assert (content.standfirst or "").startswith(notes.get("standfirst", ""))
    assert bool(content.standfirst) == ("standfirst" in notes)
    assert content.body().startswith(notes["first"])
    assert content.body().endswith(notes["last"])
    assert [block.text for block in content.blocks if block.kind == "heading"] == notes["headings"]
    assert [text for text in notes["not_body"] if text in content.body()] == []


@pytest.mark.parametrize("name", sorted(_notes()))
def test_compared_text_is_the_sentences_and_nothing_else(name: str) -> None:
    left = " ".join(" ".join(block.text for block in _read(name).compared()).split())
    captions = " ".join(
        " ".join(block.text for block in _read(name).blocks if block.kind == "caption").split()
    )
    sentences = json.loads(SENTENCES.read_text(encoding="utf-8"))["sentences"][name[:3]]
    for sentence in (" ".join(text.split()) for text in sentences):
        assert sentence in left or sentence in captions
        left = left.replace(sentence, "", 1)
    assert left.split() == []
