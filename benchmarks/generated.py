"""Pairs of texts of any size from a seeded vocabulary, in the two shapes that comparisons have.

Words are drawn by Zipf's law (the k-th word as often as 1/k), so that few are everywhere and most are rare, as in news.
"""

import random
from collections.abc import Callable
from itertools import accumulate

from app.text.content import Block, Content

VOCABULARY = 30_000
_SYLLABLES = [
    consonant + vowel for consonant in "bdfgklmnprstvw" for vowel in ("a", "e", "i", "o", "u", "ai", "ou")
]
Pair = tuple[Content, Content]
Sentences = list[list[str]]


class _Words:
    """Draws words."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self._words = sorted(
            {"".join(rng.choices(_SYLLABLES, k=rng.randint(1, 4))) for _ in range(VOCABULARY * 2)}
        )
        rng.shuffle(self._words)
        self._words = self._words[:VOCABULARY]
        self._weights = list(accumulate(1 / rank for rank in range(1, len(self._words) + 1)))

    def draw(self, count: int) -> list[str]:
        """Words as they come, with a name or a figure among them now and then."""
        words = self.rng.choices(self._words, cum_weights=self._weights, k=count)
        for k in range(count):
            roll = self.rng.random()
            if roll < 0.04:
                words[k] = words[k].capitalize()
            elif roll < 0.07:
                words[k] = str(self.rng.randint(1, 9999))
        return words

    def sentence(self) -> list[str]:
        return self.draw(max(4, round(self.rng.gauss(21, 8))))


def revision(words: int, seed: int = 1) -> Pair:
    """A text of so many words, and its next state: sentences cut and added, words changed, paragraphs moved."""
    source = _Words(random.Random(seed))  # noqa: S311
    rng = source.rng
    old = _sentences(source, words)
    paragraphs = _paragraphs(old, rng)
    edited = [[new for sentence in part for new in _edit(sentence, source)] for part in paragraphs]
    for _ in range(len(edited) // 40):
        edited.insert(rng.randrange(len(edited)), edited.pop(rng.randrange(len(edited))))
    return _content(paragraphs), _content(edited)


def reports(words: int, seed: int = 1) -> Pair:
    """Two independent texts of about so many words on the same events.

    Each tells six in ten of the same facts, in nearly the same order: most of a fact's words, others between them. One
    sentence in twenty is quoted alike in both.
    """
    source = _Words(random.Random(seed))  # noqa: S311
    facts = _sentences(source, round(words * 1.45))
    said = [source.rng.random() < 0.05 for _ in facts]
    return _report(facts, said, source), _report(facts, said, source)


SHAPES: dict[str, Callable[[int], Pair]] = {"revision": revision, "independent reports": reports}


def _report(facts: Sentences, said: list[bool], source: _Words) -> Content:
    rng = source.rng
    told: list[tuple[float, list[str]]] = []
    for place, fact in enumerate(facts):
        if said[place]:
            told.append((place, fact))
        elif rng.random() < 0.6:
            kept = [word for word in fact if rng.random() < 0.6]
            told.append((place + rng.gauss(0, 3), kept[:1] + source.draw(len(fact) // 2) + kept[1:]))
    told.sort(key=lambda item: item[0])
    return _content(_paragraphs([sentence for _, sentence in told], rng))


def _sentences(source: _Words, words: int) -> Sentences:
    found: Sentences = []
    while words > 0:
        found.append(source.sentence())
        words -= len(found[-1])
    return found


def _paragraphs(sentences: Sentences, rng: random.Random) -> list[Sentences]:
    found: list[Sentences] = []
    at = 0
    while at < len(sentences):
        size = rng.randint(1, 4)
        found.append(sentences[at : at + size])
        at += size
    return found


def _edit(sentence: list[str], source: _Words) -> Sentences:
    roll = source.rng.random()
    if roll < 0.05:
        return []
    if roll < 0.10:
        return [source.sentence(), sentence]
    if roll < 0.25:
        at = source.rng.randrange(len(sentence))
        return [[*sentence[:at], *source.draw(source.rng.randint(1, 3)), *sentence[at + 1 :]]]
    return [sentence]


def _content(paragraphs: list[Sentences]) -> Content:
    texts = [" ".join(map(_printed, paragraph)) for paragraph in paragraphs if paragraph]
    return Content(tuple(Block("paragraph", text) for text in texts), language="en")


def _printed(sentence: list[str]) -> str:
    text = " ".join(sentence)
    return text[:1].upper() + text[1:] + "."
