"""A version read into sentences and words: what comparison works on."""

from bisect import bisect_left
from dataclasses import dataclass

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
    words: Words

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
    sentences = []
    word = 0
    for start, end, block in spans:
        first = word
        word = bisect_left(words.starts, end, lo=first)
        sentences.append(Sentence(start, end, block, first, word))
    return Document(title, language, text, blocks, tuple(sentences), words)
