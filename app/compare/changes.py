"""Word changes: two texts as runs of equal and differing words, with code-point offsets.

What was tried before: differences of characters pepper words with tiny changes ("st[r]ay"); the longest common
subsequence of words keeps a "the" here and a comma there, so that a rewritten clause reads like confetti. So:

1. units (see app.compare.units) are matched whole, by their match form: the longest common block first, then what
   lies on both sides of it (Ratcliff and Obershelp 1988, difflib), while the steps allow; else the longest common
   subsequence (rapidfuzz);
2. a deletion or insertion that could stand at several places stands where white space bounds it, else the last:
       in [MATH] [EQUATION] → in [EQUATION]    cut "[MATH] ", not "MATH] ["
3. an island between two changes joins them if it is one weak word (a mark, or up to three letters) and something was
   replaced beside it, or if what differs around it far outweighs it:
       crews of the night shift → drivers of the day shift      replace "crews of the night"
4. a matched word that is printed differently (case) is a replacement; what typesetting changes (quotes, dashes) is
   not, nor a capital that is owed to the place, at the head of one side's sentence only:
       Ships sailed → Two ships sailed         added "Two "
5. a space belongs to an equal run where both sides have one, else to the change:
       the old house → the big house           equal "the ", replace "old" by "big", equal " house"
"""

from difflib import SequenceMatcher
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from app.compare.comparison import Change, ChangeOp
from app.compare.limits import MIDDLE_REPLACED, REPLACED_WHOLE, Limits
from app.compare.reading import printed
from app.compare.units import Passage, Units, begins_sentence, split_units
from app.text.normalize import typographic_form
from app.text.words import is_word, split_words

MAX_STEPS = 20_000
"""Pairs of equal units up to which the longest blocks are looked for; a pair of sentences has some 100."""
MAX_CELLS = 25_000_000
"""Units of one side times units of the other, beyond which what lies between common head and tail is replaced whole."""
WEAK_LENGTH = 3
"""Letters of a weak word."""
MAX_WORDS = 100_000
"""Words of one side beyond which it is replaced whole."""
OUTWEIGHED = 18
"""Differing units around an island, for each of its own, from which it joins them whatever it is."""


class _Run(NamedTuple):
    """Units `[a0, a1)` against `[b0, b1)`."""

    same: bool
    a0: int
    a1: int
    b0: int
    b1: int

    @property
    def one_sided(self) -> bool:
        return not self.same and (self.a0 == self.a1 or self.b0 == self.b1)

    @property
    def differing(self) -> int:
        return self.a1 - self.a0 + self.b1 - self.b0


class _Pair(NamedTuple):
    """Two passages and their units."""

    a: Passage
    b: Passage
    in_a: Units
    in_b: Units


def title_changes(a: str | None, b: str | None, limits: Limits | None = None) -> tuple[Change, ...]:
    """The changes between two titles, as offsets into them; nothing where a side has no title."""
    if not a or not b:
        return ()
    if printed(a) == printed(b):
        return no_changes(0, len(a), 0, len(b))
    return word_changes(_whole(a), _whole(b), limits or Limits())


def no_changes(a_start: int, a_end: int, b_start: int, b_end: int) -> tuple[Change, ...]:
    """The changes between two passages that print the same."""
    return (Change("equal", a_start, a_end, b_start, b_end),) if a_end > a_start or b_end > b_start else ()


def word_changes(a: Passage, b: Passage, limits: Limits) -> tuple[Change, ...]:
    """Runs of words that are equal or differ, in order; joined they give each passage whole, without a gap.

    For passages that do not print the same; for others see `no_changes`.

    Equal and other runs take turns; no run is empty on both sides. Where several differences are equally short, the
    result may depend on which side comes first (app.compare.engine sees to it that it does not show).
    """
    if max(a.last - a.first, b.last - b.first) > MAX_WORDS:
        limits.hit(REPLACED_WHOLE)
        return (Change("replace", a.start, a.end, b.start, b.end),)
    pair = _Pair(a, b, split_units(a), split_units(b))
    runs = _join(_match(pair.in_a.keys, pair.in_b.keys, limits))
    runs = _join([piece for run in _slid(runs, pair) for piece in _by_print(run, pair)])
    runs = _join([_levelled(run, pair) for run in runs])
    return _spaced(_join(_without_islands(runs, pair.in_a)), pair)


def _whole(text: str) -> Passage:
    words = split_words(text)
    return Passage(text, 0, len(text), words, 0, len(words))


def _match(a: list[str], b: list[str], limits: Limits) -> list[_Run]:
    head = 0
    while head < min(len(a), len(b)) and a[head] == b[head]:
        head += 1
    tail = 0
    while tail < min(len(a), len(b)) - head and a[-1 - tail] == b[-1 - tail]:
        tail += 1
    a1, b1 = len(a) - tail, len(b) - tail
    middle = [
        _Run(same, head + i0, head + i1, head + j0, head + j1)
        for same, i0, i1, j0, j1 in _match_middle(a[head:a1], b[head:b1], limits)
    ]
    return [_Run(True, 0, head, 0, head), *middle, _Run(True, a1, len(a), b1, len(b))]


def _match_middle(a: list[str], b: list[str], limits: Limits) -> list[tuple[bool, int, int, int, int]]:
    """Runs of what is left between the common head and tail."""
    counts: dict[str, int] = {}
    for key in b:
        counts[key] = counts.get(key, 0) + 1
    if sum(counts.get(key, 0) for key in a) <= MAX_STEPS:
        codes = SequenceMatcher(None, a, b, autojunk=False).get_opcodes()
        return [(tag == "equal", i0, i1, j0, j1) for tag, i0, i1, j0, j1 in codes]
    if len(a) * len(b) > MAX_CELLS:
        limits.hit(MIDDLE_REPLACED)
        return [(False, 0, len(a), 0, len(b))]
    numbers: dict[str, int] = {}  # small numbers, so that no two words ever share a hash
    left = [numbers.setdefault(key, len(numbers)) for key in a]
    right = [numbers.setdefault(key, len(numbers)) for key in b]
    return [
        (code.tag == "equal", code.src_start, code.src_end, code.dest_start, code.dest_end)
        for code in LCSseq.opcodes(left, right)
    ]


def _join(runs: list[_Run]) -> list[_Run]:
    """Neighbours of the same sort joined, empty runs dropped."""
    joined: list[_Run] = []
    for run in runs:
        if run.a0 == run.a1 and run.b0 == run.b1:
            continue
        if joined and joined[-1].same == run.same:
            last = joined.pop()
            joined.append(_Run(run.same, last.a0, run.a1, last.b0, run.b1))
        else:
            joined.append(run)
    return joined


def _slid(runs: list[_Run], pair: _Pair) -> list[_Run]:
    """Deletions and insertions at the best of the places where they could stand."""
    slid = list(runs)
    for k in range(1, len(slid) - 1):
        if not slid[k].one_sided:
            continue
        before, run, after = slid[k - 1 : k + 2]
        by = _slide(before, run, after, pair)
        slid[k - 1] = before._replace(a1=before.a1 + by, b1=before.b1 + by)
        slid[k] = _Run(False, run.a0 + by, run.a1 + by, run.b0 + by, run.b1 + by)
        slid[k + 1] = after._replace(a0=after.a0 + by, b0=after.b0 + by)
    return slid


def _slide(before: _Run, run: _Run, after: _Run, pair: _Pair) -> int:
    """By how many units to move a one-sided run; at least one unit stays equal on either side of it."""
    units, start, end = (pair.in_a, run.a0, run.a1) if run.a0 < run.a1 else (pair.in_b, run.b0, run.b1)
    least = most = 0
    while least > before.a0 + 1 - before.a1 and units.keys[start + least - 1] == units.keys[end + least - 1]:
        least -= 1
    while most < after.a1 - after.a0 - 1 and units.keys[start + most] == units.keys[end + most]:
        most += 1
    return max(
        range(least, most + 1), key=lambda by: (_loose(units, start + by) + _loose(units, end + by), by)
    )


def _loose(units: Units, index: int) -> bool:
    """Whether white space stands before a unit."""
    return 0 < index < len(units.starts) and units.ends[index - 1] < units.starts[index]


def _by_print(run: _Run, pair: _Pair) -> list[_Run]:
    """An equal run cut where a word's case differs."""
    if not run.same:
        return [run]
    places = zip(range(run.a0, run.a1), range(run.b0, run.b1), strict=True)
    return [_Run(_same_print(pair, i, j), i, i + 1, j, j + 1) for i, j in places]


def _same_print(pair: _Pair, i: int, j: int) -> bool:
    one, other = pair.in_a.prints[i], pair.in_b.prints[j]
    if one == other:
        return True
    return begins_sentence(pair.in_a, i) != begins_sentence(pair.in_b, j) and one[1:] == other[1:]


def _levelled(run: _Run, pair: _Pair) -> _Run:
    """A change whose sides differ only in typesetting ("…" against "...") is none."""
    if run.same or run.one_sided:
        return run
    left = pair.a.text[pair.in_a.starts[run.a0] : pair.in_a.ends[run.a1 - 1]]
    right = pair.b.text[pair.in_b.starts[run.b0] : pair.in_b.ends[run.b1 - 1]]
    if _ink(left) == _ink(right) and printed(left) == printed(right):
        return run._replace(same=True)
    return run


def _ink(text: str) -> str:
    """What `printed` makes of a text, without its borders between words."""
    return "".join(typographic_form(text).split())


def _without_islands(runs: list[_Run], units: Units) -> list[_Run]:
    kept = list(runs)
    for k in range(1, len(runs) - 1):
        if runs[k].same and _is_island(runs[k - 1], runs[k], runs[k + 1], units):
            kept[k] = runs[k]._replace(same=False)
    return kept


def _is_island(before: _Run, run: _Run, after: _Run, units: Units) -> bool:
    length = run.a1 - run.a0
    if before.differing + after.differing >= OUTWEIGHED * length:
        return True
    return length == 1 and _is_weak(units.keys[run.a0]) and not (before.one_sided and after.one_sided)


def _is_weak(key: str) -> bool:
    return len(key) <= WEAK_LENGTH or not is_word(key)


def _spaced(runs: list[_Run], pair: _Pair) -> tuple[Change, ...]:
    """Runs of units to runs of text: every white space goes to one of its neighbours."""
    changes: list[Change] = []
    a_at, b_at = pair.a.start, pair.b.start
    for k, run in enumerate(runs):
        if k == len(runs) - 1:
            a_end, b_end = pair.a.end, pair.b.end
        else:
            a_end, b_end = _border(run, runs[k + 1], pair)
        changes.append(Change(_op(run, a_end - a_at, b_end - b_at), a_at, a_end, b_at, b_end))
        a_at, b_at = a_end, b_end
    return tuple(changes)


def _border(run: _Run, following: _Run, pair: _Pair) -> tuple[int, int]:
    """Where one run ends and the next begins, on both sides."""
    a_left, a_right = _gap(pair.a, pair.in_a, run.a1)
    b_left, b_right = _gap(pair.b, pair.in_b, run.b1)
    change = following if run.same else run
    # the equal run takes the space only if it has one on both sides; of a one-sided change, one space has no answer
    keep = a_right > a_left and b_right > b_left
    if change.one_sided:
        keep = keep and _led_by_space(change, pair) == run.same
    return (a_right, b_right) if keep == run.same else (a_left, b_left)


def _led_by_space(change: _Run, pair: _Pair) -> bool:
    """Whether white space stands before a deletion or insertion, on the side that has it."""
    passage, units, at = (
        (pair.a, pair.in_a, change.a0) if change.a0 < change.a1 else (pair.b, pair.in_b, change.b0)
    )
    left, right = _gap(passage, units, at)
    return right > left


def _gap(passage: Passage, units: Units, index: int) -> tuple[int, int]:
    """The white space before a unit (or after the last one), as offsets."""
    left = units.ends[index - 1] if index else passage.start
    right = units.starts[index] if index < len(units.starts) else passage.end
    return left, right


def _op(run: _Run, a_length: int, b_length: int) -> ChangeOp:
    if run.same:
        return "equal"
    if a_length == 0:
        return "insert"
    return "delete" if b_length == 0 else "replace"
