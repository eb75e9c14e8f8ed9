"""Headlines of many versions, aligned word by word in slots.

Only words that two different headlines have can stand beneath each other, so only they are aligned:

    Three dead as         | jammed |         | gate | lets storm surge into | Port Ennick  |
    Inquiry ordered after | jammed | barrier | gate | floods                | Port Ennick, | killing three

1. the headlines begin with the two that have most in common; the one that has most in common with any of them follows;
2. each is aligned with the columns of those before it: the heaviest common subsequence, a word weighing as much as it is
   rare, for every headline that has it in that column;
3. columns that the same headlines have, with nothing between that differs, are one slot; what stands between two slots is
   a slot of its own, in which nothing agrees;
4. a slot whose words are all common ones, such as “in the”, is no agreement and falls to its neighbours.

Headlines are worked on once each and in an order that their words give, so neither the order of versions nor how many have
the same headline can show.

Method: progressive alignment (Feng and Doolittle 1987), each step by Needleman and Wunsch (1970).
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from rapidfuzz.distance import LCSseq

from app.text.rarity import word_rarity
from app.text.words import is_word, split_words

MOST_WORDS = 40
"""Words of a headline that are aligned; the rest stands behind them."""
MOST_STEPS = 400_000
"""Steps of alignment for all headlines together; those that come after stand alone."""
LEAST_WEIGHT = 0.45
"""Rarity that the words of a slot must reach together."""

Stretch = tuple[int, int]
"""`[start, end)`, code points of a headline."""


@dataclass(frozen=True, slots=True)
class Headline:
    """A headline, and the language of its version (a code)."""

    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Slot:
    """A column: `agreed` where all headlines that have words in it have the same ones."""

    agreed: bool
    count: int
    """How many headlines have words in it."""


@dataclass(frozen=True, slots=True)
class HeadlineRow:
    """One headline: for every slot its words there, None where it has none; `alone` where it agrees with no other.

    The words of a row that is `alone` stand in no slot: its cells are empty.
    """

    cells: tuple[Stretch | None, ...]
    alone: bool


@dataclass(frozen=True, slots=True)
class HeadlineGrid:
    """Headlines in slots: a row for each, in the order in which they were given. No slots where none agrees with another.

    `coarse`: the limit on steps was met, and some headlines stand alone for that.
    """

    slots: tuple[Slot, ...]
    rows: tuple[HeadlineRow, ...]
    coarse: bool


@dataclass(frozen=True, slots=True)
class _Read:
    """A headline as words: their match forms, their stretches (which cover the headline), their weights."""

    text: str
    keys: tuple[str, ...]
    stretches: tuple[Stretch, ...]
    weights: tuple[float, ...]


def align_headlines(headlines: Sequence[Headline]) -> HeadlineGrid:
    """Headlines in slots. Another order of the headlines gives the same with the rows in that order."""
    distinct = sorted(set(headlines), key=lambda one: (one.text, one.language))
    texts = [_read(one) for one in distinct]
    columns, coarse = _columns(texts)
    slots = _slots(texts, columns)
    made = {one: _cells(texts[number], number, slots) for number, one in enumerate(distinct)}
    rows = tuple([made[one] for one in headlines])
    counts = (
        [sum(row.cells[k] is not None for row in rows) for k in range(2 * len(slots) + 1)] if slots else []
    )
    return _without_empty(rows, [Slot(k % 2 == 1, count) for k, count in enumerate(counts)], coarse=coarse)


# A column holds, for each headline that has its word there, the word's index.
_Column = dict[int, int]


def _read(headline: Headline) -> _Read:
    words = split_words(headline.text)
    kept = [k for k, key in enumerate(words.keys) if is_word(key)]
    keys = tuple([words.keys[k] for k in kept])
    return _Read(
        headline.text,
        keys,
        _stretches(headline.text, [(words.starts[k], words.ends[k]) for k in kept]),
        word_rarity(keys, headline.language),
    )


def _stretches(text: str, words: Sequence[Stretch]) -> tuple[Stretch, ...]:
    """The words with the marks beside them: those before white space with the word before, the others with the next."""
    borders = [0]
    for (_, end), (start, _) in pairwise(words):
        gap = text[end:start]
        borders.append(
            end + len(gap) - len(gap.lstrip()) if gap[:1].isspace() else end + len(gap.split(" ")[0])
        )
    borders.append(len(text))
    return tuple(pairwise(borders)) if words else ()


def _columns(texts: Sequence[_Read]) -> tuple[list[_Column], bool]:
    """The columns of words that at least two headlines have, in an order that all of them keep."""
    holders = Counter([key for one in texts for key in set(one.keys[:MOST_WORDS])])
    shared = [[k for k, key in enumerate(one.keys[:MOST_WORDS]) if holders[key] > 1] for one in texts]
    columns: list[_Column] = []
    steps = 0
    coarse = False
    for number in _order(texts, shared):
        steps += len(columns) * len(shared[number])
        if steps > MOST_STEPS:
            coarse = True
            break
        columns = _merged(columns, number, shared[number], texts)
    return [column for column in columns if len(column) > 1], coarse


def _order(texts: Sequence[_Read], shared: Sequence[Sequence[int]]) -> list[int]:
    """The order in which headlines are aligned: those that have most in common with one before them first."""
    keys = [[one.keys[k] for k in kept] for one, kept in zip(texts, shared, strict=True)]
    common = defaultdict(int)
    for i, j in combinations(range(len(texts)), 2):
        common[i, j] = common[j, i] = LCSseq.similarity(keys[i], keys[j])
    left = list(range(len(texts)))
    nearest = [max([common[i, j] for j in left if j != i], default=0) for i in left]
    order: list[int] = []
    while left:
        chosen = max(left, key=lambda one: (nearest[one], -one))
        left.remove(chosen)
        if not order:
            nearest = [0] * len(texts)
        order.append(chosen)
        for one in left:
            nearest[one] = max(nearest[one], common[one, chosen])
    return order


def _merged(
    columns: list[_Column], number: int, kept: Sequence[int], texts: Sequence[_Read]
) -> list[_Column]:
    """The columns with one more headline: its words in the columns that have them, the others in columns of their own."""
    own = texts[number]
    names = [texts[holder].keys[at] for holder, at in (next(iter(column.items())) for column in columns)]
    gain = [
        [len(column) * max(own.weights[k], 0.01) if name == own.keys[k] else 0.0 for k in kept]
        for name, column in zip(names, columns, strict=True)
    ]
    met = _heaviest(gain, len(columns), len(kept))
    made: list[_Column] = []
    column = word = 0
    for at, k in [*met, (len(columns), len(kept))]:
        made += columns[column:at]
        made += [{number: one} for one in kept[word:k]]
        if at < len(columns):
            made.append(columns[at] | {number: kept[k]})
        column, word = at + 1, k + 1
    return made


def _heaviest(gain: Sequence[Sequence[float]], height: int, width: int) -> list[tuple[int, int]]:
    """The heaviest common subsequence, as pairs of indices."""
    best = [[0.0] * (width + 1) for _ in range(height + 1)]
    for i in range(height - 1, -1, -1):
        row, below, gains = best[i], best[i + 1], gain[i]
        for j in range(width - 1, -1, -1):
            row[j] = max(below[j], row[j + 1], below[j + 1] + gains[j] if gains[j] else 0.0)
    met = []
    i = j = 0
    while i < height and j < width:
        if gain[i][j] and best[i][j] == best[i + 1][j + 1] + gain[i][j]:
            met.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return met


def _slots(texts: Sequence[_Read], columns: Sequence[_Column]) -> list[list[_Column]]:
    """Runs of columns that the same headlines have, with nothing between that differs; light ones left out."""
    runs = _joined(texts, columns)
    while True:
        kept = [run for run in runs if _weight(texts, run) >= LEAST_WEIGHT]
        if len(kept) == len(runs):
            return kept
        runs = _joined(texts, [column for run in kept for column in run])


def _joined(texts: Sequence[_Read], columns: Sequence[_Column]) -> list[list[_Column]]:
    runs: list[list[_Column]] = []
    for column in columns:
        if runs and column.keys() == runs[-1][-1].keys():
            last = runs[-1][-1]
            between = {texts[holder].keys[last[holder] + 1 : column[holder]] for holder in column}
            if len(between) == 1:
                runs[-1].append(column)
                continue
        runs.append([column])
    return runs


def _weight(texts: Sequence[_Read], run: Sequence[_Column]) -> float:
    """What the words of a run weigh: the most that they do in the language of any headline."""
    return max(sum(texts[holder].weights[column[holder]] for column in run) for holder in run[0])


def _cells(one: _Read, number: int, slots: Sequence[Sequence[_Column]]) -> HeadlineRow:
    """A headline's stretch in every slot and between them."""
    if not any(number in run[0] for run in slots):
        return HeadlineRow((None,) * (2 * len(slots) + 1 if slots else 0), alone=True)
    cells: list[Stretch | None] = []
    at = waiting = 0
    for run in slots:
        if number not in run[0]:
            cells += [None, None]
            continue
        first, last = run[0][number], run[-1][number]
        cells += [None, _stretch(one, first, last + 1)]
        cells[waiting] = _stretch(one, at, first)
        at, waiting = last + 1, len(cells)
    cells.append(None)
    cells[waiting] = _stretch(one, at, len(one.keys))
    return HeadlineRow(tuple(cells), alone=False)


def _stretch(one: _Read, first: int, last: int) -> Stretch | None:
    """The words `[first, last)` without the white space around them."""
    if first >= last:
        return None
    start, end = one.stretches[first][0], one.stretches[last - 1][1]
    piece = one.text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())


def _without_empty(rows: Sequence[HeadlineRow], slots: Sequence[Slot], *, coarse: bool) -> HeadlineGrid:
    kept = [k for k, slot in enumerate(slots) if slot.count]
    return HeadlineGrid(
        slots=tuple([slots[k] for k in kept]),
        rows=tuple([HeadlineRow(tuple([row.cells[k] for k in kept]), row.alone) for row in rows]),
        coarse=coarse,
    )
