"""Word changes: two texts as runs of equal and differing words, with code-point offsets.

What was tried before: differences of characters pepper words with tiny changes ("st[r]ay"); plain word differences leave
islands, one "the" or a comma kept between two changes, so that a rewritten clause reads like confetti. So:

1. words and marks are matched whole, by their match form (longest common subsequence, rapidfuzz);
2. an island that holds no more than `ISLAND` weak words (marks, or words of up to three letters) between two changes joins them;
3. a matched word that is printed differently (case) is a replacement; what typesetting changes (quotes, dashes) is not;
4. a space belongs to an equal run where both sides have one, else to the change.

    the old | house, and      →   equal "the ", replace "old"/"big", equal " house"
    the big | house
"""

from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from app.compare.comparison import Change, ChangeOp
from app.compare.reading import printed
from app.text.normalize import typographic_form
from app.text.words import Words, is_word, split_words

MAX_CELLS = 25_000_000
"""Words of one side times words of the other, beyond which what lies between common head and tail is replaced whole."""
ISLAND = 2
WEAK_LENGTH = 3


class Passage(NamedTuple):
    """A stretch `[start, end)` of a text, and its words `[first, last)`; no word stands across its borders."""

    text: str
    start: int
    end: int
    words: Words
    first: int
    last: int


class _Run(NamedTuple):
    """Words `[a0, a1)` against `[b0, b1)`, counted from the passages' first words."""

    same: bool
    a0: int
    a1: int
    b0: int
    b1: int


def title_changes(a: str | None, b: str | None) -> tuple[Change, ...]:
    """The changes between two titles, as offsets into them; nothing where a side has no title."""
    if not a or not b:
        return ()
    return word_changes(_whole(a), _whole(b))


def word_changes(a: Passage, b: Passage) -> tuple[Change, ...]:
    """Runs of words that are equal or differ, in order; joined they give each passage whole, without a gap.

    Equal and other runs take turns; no run is empty on both sides. The result depends on which side comes first only
    where several differences are equally short (see app.compare.engine).
    """
    if printed(a.text[a.start : a.end]) == printed(b.text[b.start : b.end]):
        same = Change("equal", a.start, a.end, b.start, b.end)
        return (same,) if a.end > a.start or b.end > b.start else ()
    runs = _match(a.words.keys[a.first : a.last], b.words.keys[b.first : b.last])
    runs = _join([piece for run in runs for piece in _by_print(run, a, b)])
    runs = _join([_levelled(run, a, b) for run in runs])
    return _spaced(_join(_without_islands(runs, a)), a, b)


def _whole(text: str) -> Passage:
    words = split_words(text)
    return Passage(text, 0, len(text), words, 0, len(words))


def _match(a: tuple[str, ...], b: tuple[str, ...]) -> list[_Run]:
    head = 0
    while head < min(len(a), len(b)) and a[head] == b[head]:
        head += 1
    tail = 0
    while tail < min(len(a), len(b)) - head and a[-1 - tail] == b[-1 - tail]:
        tail += 1
    a1, b1 = len(a) - tail, len(b) - tail
    runs = [_Run(True, 0, head, 0, head)]
    if (a1 - head) * (b1 - head) > MAX_CELLS:
        runs.append(_Run(False, head, a1, head, b1))
    else:
        numbers: dict[str, int] = {}  # small numbers, so that no two words ever share a hash
        left = [numbers.setdefault(key, len(numbers)) for key in a[head:a1]]
        right = [numbers.setdefault(key, len(numbers)) for key in b[head:b1]]
        for code in LCSseq.opcodes(left, right):
            places = head + code.src_start, head + code.src_end, head + code.dest_start, head + code.dest_end
            runs.append(_Run(code.tag == "equal", *places))
    runs.append(_Run(True, a1, len(a), b1, len(b)))
    return runs


def _by_print(run: _Run, a: Passage, b: Passage) -> list[_Run]:
    """An equal run cut where a word's case differs."""
    if not run.same:
        return [run]
    pieces = []
    for k in range(run.a1 - run.a0):
        i, j = run.a0 + k, run.b0 + k
        pieces.append(_Run(_print(a, i) == _print(b, j), i, i + 1, j, j + 1))
    return pieces


def _print(passage: Passage, word: int) -> str:
    k = passage.first + word
    return typographic_form(passage.text[passage.words.starts[k] : passage.words.ends[k]])


def _join(runs: list[_Run]) -> list[_Run]:
    """Neighbours of the same sort joined, empty runs dropped."""
    joined: list[_Run] = []
    for run in runs:
        if run.a0 == run.a1 and run.b0 == run.b1:
            continue
        if joined and joined[-1].same == run.same:
            last = joined.pop()
            run = _Run(run.same, last.a0, run.a1, last.b0, run.b1)
        joined.append(run)
    return joined


def _without_islands(runs: list[_Run], a: Passage) -> list[_Run]:
    kept = list(runs)
    for k in range(1, len(runs) - 1):
        if runs[k].same and _is_island(runs[k], a):
            kept[k] = runs[k]._replace(same=False)
    return kept


def _is_island(run: _Run, a: Passage) -> bool:
    keys = a.words.keys[a.first + run.a0 : a.first + run.a1]
    return len(keys) <= ISLAND and not any(is_word(key) and len(key) > WEAK_LENGTH for key in keys)


def _levelled(run: _Run, a: Passage, b: Passage) -> _Run:
    """A change whose sides differ only in typesetting ("…" against "...") is none."""
    if run.same or run.a0 == run.a1 or run.b0 == run.b1:
        return run
    left = a.text[a.words.starts[a.first + run.a0] : a.words.ends[a.first + run.a1 - 1]]
    right = b.text[b.words.starts[b.first + run.b0] : b.words.ends[b.first + run.b1 - 1]]
    return run._replace(same=True) if printed(left) == printed(right) else run


def _gap(passage: Passage, word: int) -> tuple[int, int]:
    """The white space before a word (or after the last one), as offsets."""
    k = passage.first + word
    left = passage.start if word == 0 else passage.words.ends[k - 1]
    right = passage.end if k == passage.last else passage.words.starts[k]
    return left, right


def _spaced(runs: list[_Run], a: Passage, b: Passage) -> tuple[Change, ...]:
    """Runs of words to runs of text: every white space goes to one of its neighbours."""
    changes: list[Change] = []
    a_at, b_at = a.start, b.start
    for k, run in enumerate(runs):
        if k == len(runs) - 1:
            a_end, b_end = a.end, b.end
        else:
            a_end, b_end = _border(run, runs[k + 1], a, b)
        changes.append(Change(_op(run, a_end - a_at, b_end - b_at), a_at, a_end, b_at, b_end))
        a_at, b_at = a_end, b_end
    return tuple(changes)


def _border(run: _Run, following: _Run, a: Passage, b: Passage) -> tuple[int, int]:
    """Where one run ends and the next begins, on both sides."""
    a_left, a_right = _gap(a, run.a1)
    b_left, b_right = _gap(b, run.b1)
    both = a_right > a_left and b_right > b_left
    change = following if run.same else run
    if change.a0 < change.a1 and change.b0 < change.b1:
        keep = both
    else:
        keep = both and _takes_left(change, a, b) == run.same
    if run.same:
        return (a_right, b_right) if keep else (a_left, b_left)
    return (a_left, b_left) if keep else (a_right, b_right)


def _takes_left(change: _Run, a: Passage, b: Passage) -> bool:
    """Whether the one space at the empty side of a deletion or insertion answers to the space before the change."""
    one_sided, at = (a, change.a0) if change.a0 < change.a1 else (b, change.b0)
    left, right = _gap(one_sided, at)
    return right > left


def _op(run: _Run, a_length: int, b_length: int) -> ChangeOp:
    if run.same:
        return "equal"
    if a_length == 0:
        return "insert"
    return "delete" if b_length == 0 else "replace"
