"""How far the engine's links agree with labelled ones.

Sentences of the labels and sentences of the engine are two divisions of one text. They answer to each other where at
least half of one lies in the other.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from app.compare.comparison import Comparison
from app.compare.engine import compare
from app.text.content import Block, Content
from app.text.document import Document, read_document
from tests.compare.labelled_cases import Pair, Telling

Places = set[tuple[int, int]]


@dataclass(slots=True)
class Tally:
    """Right answers, answers given, and answers wanted, over any number of pairs."""

    right: int = 0
    said: int = 0
    wanted: int = 0

    def f1(self) -> float:
        return 2 * self.right / max(1, self.said + self.wanted)

    def recall(self) -> float:
        return self.right / max(1, self.wanted)


def read_telling(telling: Telling) -> Document:
    """An article as an import would give it; the language is detected."""
    return read_document(
        Content(tuple(Block("paragraph", " ".join(p)) for p in telling.paragraphs), telling.title)
    )


def compare_tellings(pair: Pair) -> Comparison:
    """The engine's comparison of a pair."""
    return compare(read_telling(pair.a), read_telling(pair.b))


def score(
    pairs: Iterable[Pair], compared: Callable[[Pair], Comparison] = compare_tellings
) -> dict[str, float]:
    """`primary F1`: is each sentence's best link one that a reader would draw, and is one without a counterpart left alone?

    `links F1`: all linked pairs of sentences. `same recall`: labels "same" that are linked at all. "related" counts
    neither way. `compared` gives the comparison of each pair.
    """
    primary, links, same = Tally(), Tally(), Tally()
    for pair in pairs:
        linked = _linked(compared(pair), pair)
        wanted, doubtful = pair.labelled("same", "partial"), pair.labelled("related")
        links.right += len(linked.keys() & wanted)
        links.said += len(linked.keys() - doubtful)
        links.wanted += len(wanted)
        same.right += len(linked.keys() & pair.labelled("same"))
        same.wanted += len(pair.labelled("same"))
        for axis, telling in enumerate((pair.a, pair.b)):
            for sentence in range(len(telling.sentences())):
                _judge(sentence, axis, linked, wanted, doubtful, primary)
    return {"primary F1": primary.f1(), "links F1": links.f1(), "same recall": same.recall()}


def right_links(pair: Pair, comparison: Comparison) -> Iterator[tuple[float, bool]]:
    """The score of every link that is no doubtful one, and whether labels say that it is right."""
    back_a, back_b = answering(comparison.a, pair.a.paragraphs), answering(comparison.b, pair.b.paragraphs)
    for link in comparison.links:
        places = {(i, j) for a in link.a for i in back_a[a] for b in link.b for j in back_b[b]}
        right = bool(places & pair.labelled("same", "partial"))
        if right or not places <= pair.labelled("related"):
            yield link.score, right


def _judge(
    sentence: int,
    axis: int,
    linked: dict[tuple[int, int], float],
    wanted: Places,
    doubtful: Places,
    tally: Tally,
) -> None:
    """Count one sentence: the best-scored of its links against the labels it has."""
    mine = {place: value for place, value in linked.items() if place[axis] == sentence}
    best = max(mine.values(), default=0.0)
    chosen = {place for place, value in mine.items() if value == best}
    gold = {place for place in wanted if place[axis] == sentence}
    tally.wanted += bool(gold)
    tally.right += bool(chosen & gold)
    tally.said += bool(chosen) and (bool(chosen & gold) or not chosen <= doubtful)


def _linked(comparison: Comparison, pair: Pair) -> dict[tuple[int, int], float]:
    """The labelled sentences that the engine links, with the best score of any link between them."""
    back_a, back_b = answering(comparison.a, pair.a.paragraphs), answering(comparison.b, pair.b.paragraphs)
    linked: dict[tuple[int, int], float] = {}
    for link in comparison.links:
        for i in {i for found in link.a for i in back_a[found]}:
            for j in {j for found in link.b for j in back_b[found]}:
                linked[i, j] = max(linked.get((i, j), 0.0), link.score)
    return linked


def answering(document: Document, paragraphs: Iterable[Iterable[str]]) -> dict[int, set[int]]:
    """For each of the document's sentences, those of `paragraphs` (counted through) that answer to it."""
    back: dict[int, set[int]] = defaultdict(set)
    for number, (start, end) in enumerate(_spans(document.text, paragraphs)):
        for found, sentence in enumerate(document.sentences):
            shared = min(end, sentence.end) - max(start, sentence.start)
            if 2 * shared >= min(end - start, sentence.end - sentence.start):
                back[found].add(number)
    return back


def _spans(text: str, paragraphs: Iterable[Iterable[str]]) -> Iterable[tuple[int, int]]:
    at = 0
    for paragraph in paragraphs:
        for sentence in paragraph:
            start = text.index(sentence, at)
            at = start + len(sentence)
            yield start, at
