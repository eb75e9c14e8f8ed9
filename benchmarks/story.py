"""A story of any number of versions, of any length, made of the sample's articles: the same in every run.

The first versions are the sample's own, one of each outlet; every further one is an earlier one of these, edited again:
sentences dropped, moved, reworded and split, words changed, and sentences taken in from other outlets' articles.
"""

import random
from collections.abc import Sequence

from app.text.content import Block, Content
from app.text.document import read_document
from benchmarks.articles import sample

WORDS = 800
"""Words of a version, unless asked otherwise."""


def story(versions: int, words: int = WORDS, seed: int = 1) -> list[Content]:
    """So many versions of about so many words."""
    rng = random.Random(seed)  # noqa: S311
    told = [_sentences(article) for article in sample()]
    pool = [sentence for article in told for sentence in article]
    made = [_of_length(article, words, pool, rng) for article in told]
    while len(made) < versions:
        made.append(_of_length(_edited(made[rng.randrange(len(made))], pool, rng), words, pool, rng))
    return [_content(number, sentences, rng) for number, sentences in enumerate(made[:versions])]


def _sentences(article: Content) -> list[str]:
    document = read_document(article)
    return [document.sentence_text(at) for at in range(len(document.sentences))]


def _of_length(sentences: Sequence[str], words: int, pool: Sequence[str], rng: random.Random) -> list[str]:
    """As many of the sentences as make so many words; where there are too few, others of the pool with words changed."""
    taken: list[str] = []
    count = 0
    for sentence in sentences:
        if count >= words:
            break
        taken.append(sentence)
        count += len(sentence.split())
    while count < words:
        sentence = _reworded(rng.choice(pool), pool, rng, 4)
        taken.append(sentence)
        count += len(sentence.split())
    return taken


def _edited(sentences: Sequence[str], pool: Sequence[str], rng: random.Random) -> list[str]:
    """The next state of a text: six in ten of its sentences stay as they are."""
    edited: list[str] = []
    for sentence in sentences:
        roll = rng.random()
        if roll < 0.06:
            continue
        if roll < 0.12:
            edited.append(_reworded(rng.choice(pool), pool, rng, 2))
        if roll < 0.32:
            edited.append(_reworded(sentence, pool, rng, rng.randint(1, 3)))
        elif roll < 0.40:
            first, _, second = sentence.partition(", ")
            edited += [one for one in (first, second) if one]
        else:
            edited.append(sentence)
    for _ in range(len(edited) // 12):
        edited.insert(rng.randrange(len(edited)), edited.pop(rng.randrange(len(edited))))
    return edited


def _reworded(sentence: str, pool: Sequence[str], rng: random.Random, runs: int) -> str:
    """With some runs of words replaced by those of other sentences."""
    words = sentence.split()
    for _ in range(runs):
        other = rng.choice(pool).split()
        at, start = rng.randrange(len(words)), rng.randrange(len(other))
        words[at : at + rng.randint(0, 3)] = other[start : start + rng.randint(1, 3)]
    return " ".join(words)


def _content(number: int, sentences: Sequence[str], rng: random.Random) -> Content:
    blocks: list[Block] = []
    at = 0
    while at < len(sentences):
        size = rng.randint(1, 3)
        blocks.append(Block("paragraph", " ".join(sentences[at : at + size])))
        at += size
    return Content(
        tuple(blocks),
        title=f"Barrier fails, version {number + 1}",
        published=f"2026-03-{14 + number // 24:02}T{number % 24:02}:00:00+00:00",
        language="en",
        outlet=f"Outlet {number + 1}",
    )
