"""A version read into sentences and words: what comparison works on."""

from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np

from app.text.content import Block, Content
from app.text.language import detect_language
from app.text.sentences import split_blocks, trim
from app.text.words import Words, split_words

SEPARATOR = "\n\n"
"""Stands between two blocks of the compared text."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: code-point offsets into the compared text, its block, and its words as a range of word indices."""

    start: int
    end: int
    block: int
    first_word: int
    last_word: int
    """One past the sentence's last word."""


@dataclass(frozen=True, slots=True)
class Document:
    """The compared text of a version, its sentences in order and its words.

    `blocks` are the compared blocks; `text` is their texts joined by `SEPARATOR`.
    """

    title: str | None
    language: str
    text: str
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    words: Words = field(compare=False)
    """Those of `text`."""

    def sentence_text(self, index: int) -> str:
        """The sentence as printed."""
        sentence = self.sentences[index]
        return self.text[sentence.start : sentence.end]


def read_document(content: Content, *, language: str | None = None) -> Document:
    """Read the compared blocks of a version; the language is the one given, the version's own, or detected."""
    blocks = content.compared()
    text = SEPARATOR.join(block.text for block in blocks)
    language = language or content.language or detect_language(text)
    split = iter(split_blocks([block.text for block in blocks if block.kind != "heading"], language))
    spans: list[tuple[int, int, int]] = []
    at = 0
    for number, block in enumerate(blocks):
        pieces = [trim(block.text, 0, len(block.text))] if block.kind == "heading" else next(split)
        spans += [(at + start, at + end, number) for start, end in pieces if start < end]
        at += len(block.text) + len(SEPARATOR)
    return _document(content.title, language, text, blocks, spans)


def read_sentence(text: str, *, language: str | None = None) -> Document:
    """Read a text as one single sentence, wherever its full stops are."""
    language = language or detect_language(text)
    spans = [(0, len(text), 0)] if text.strip() else []
    return _document(None, language, text, (Block("paragraph", text),), spans)


def _document(
    title: str | None, language: str, text: str, blocks: tuple[Block, ...], spans: list[tuple[int, int, int]]
) -> Document:
    words = split_words(text)
    # a sentence has the words that start before its end, and after that of the one before it
    lasts = np.searchsorted(words.start_of, [end for _, end, _ in spans]).tolist()
    sentences = tuple([Sentence(*span, *own) for span, own in zip(spans, pairwise([0, *lasts]), strict=True)])
    return Document(title, language, text, blocks, sentences, words)
