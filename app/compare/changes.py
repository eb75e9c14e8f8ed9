"""Word changes: two texts as runs of equal and differing words, with code-point offsets.

What was tried before: differences of characters pepper words with tiny changes ("st[r]ay"); the longest common
subsequence of words keeps a "the" here and a comma there, so that a rewritten clause reads like confetti. So:

1. units (see app.compare.units) are matched whole, by their match form (see app.compare.matching);
2. a deletion or insertion that could stand at several places stands where white space bounds it, else the last:
       in [MATH] x [EQUATION] → in x [EQUATION]    cut "[MATH] ", not "MATH] x ["
3. an island between two changes joins them if it is one weak word (a mark, or up to three letters) and something was
   replaced beside it, or if what differs around it far outweighs it:
       crews of the night shift → drivers of the day shift      replace "crews of the night"
4. a matched word that is printed differently (case) is a replacement; what typesetting changes (quotes, dashes) is
   not, nor a capital that is owed to the place, at the head of one side's sentence only:
       Ships sailed → Two ships sailed         added "Two "
5. a run that differs on both sides is one replacement, or two edits side by side (see app.compare.borders);
6. a space belongs to an equal run where both sides have one, else to the change:
       the old house → the big house           equal "the ", replace "old" by "big", equal " house"
"""

from app.compare.borders import split
from app.compare.comparison import Change
from app.compare.limits import REPLACED_WHOLE, Limits
from app.compare.matching import match
from app.compare.reading import printed
from app.compare.runs import Pair, Run, join
from app.compare.spacing import spaced
from app.compare.units import Passage, Units, begins_sentence, split_units
from app.text.normalize import typographic_form
from app.text.words import is_word, split_words

WEAK_LENGTH = 3
"""Letters of a weak word."""
MAX_WORDS = 100_000
"""Words of one side beyond which it is replaced whole."""
OUTWEIGHED = 18
"""Differing units around an island, for each of its own, from which it joins them whatever it is."""


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

    No two runs of one kind meet, and no run is empty on both sides; where two changes meet, they are two edits, and at
    least one of them is one-sided. Where several differences are equally short, the result may depend on which side
    comes first (app.compare.engine sees to it that it does not show).
    """
    if max(a.last - a.first, b.last - b.first) > MAX_WORDS:
        limits.hit(REPLACED_WHOLE)
        return (Change("replace", a.start, a.end, b.start, b.end),)
    pair = Pair(a, b, split_units(a), split_units(b))
    return spaced(_bordered(matched_runs(pair, limits), pair), pair)


def matched_runs(pair: Pair, limits: Limits) -> list[Run]:
    """Runs of units that are the same and runs that are not, taking turns: steps 1 to 4."""
    runs = _slid(join(match(pair.in_a.keys, pair.in_b.keys, limits)), pair)
    runs = _levelled(join([piece for run in runs for piece in _by_print(run, pair)]), pair)
    return join(_without_islands(runs, pair.in_a))


def _whole(text: str) -> Passage:
    words = split_words(text)
    return Passage(text, 0, len(text), words, 0, len(words))


def _slid(runs: list[Run], pair: Pair) -> list[Run]:
    """Deletions and insertions at the best of the places where they could stand."""
    slid = list(runs)
    for k in range(1, len(slid) - 1):
        if not slid[k].one_sided:
            continue
        before, run, after = slid[k - 1 : k + 2]
        by = _slide(before, run, after, pair)
        slid[k - 1] = before._replace(a1=before.a1 + by, b1=before.b1 + by)
        slid[k] = Run(False, run.a0 + by, run.a1 + by, run.b0 + by, run.b1 + by)
        slid[k + 1] = after._replace(a0=after.a0 + by, b0=after.b0 + by)
    return slid


def _slide(before: Run, run: Run, after: Run, pair: Pair) -> int:
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


def _by_print(run: Run, pair: Pair) -> list[Run]:
    """An equal run cut where a word's case differs."""
    if not run.same or pair.in_a.prints[run.a0 : run.a1] == pair.in_b.prints[run.b0 : run.b1]:
        return [run]
    places = zip(range(run.a0, run.a1), range(run.b0, run.b1), strict=True)
    return [Run(_same_print(pair, i, j), i, i + 1, j, j + 1) for i, j in places]


def _same_print(pair: Pair, i: int, j: int) -> bool:
    one, other = pair.in_a.prints[i], pair.in_b.prints[j]
    if one == other:
        return True
    return begins_sentence(pair.in_a, i) != begins_sentence(pair.in_b, j) and one[1:] == other[1:]


def _levelled(runs: list[Run], pair: Pair) -> list[Run]:
    """Changes whose sides differ only in typesetting ("…" against "...") made equal."""
    if pair.a.text.isascii() and pair.b.text.isascii():
        return runs
    return join([run._replace(same=run.same or _is_typesetting(run, pair)) for run in runs])


def _is_typesetting(run: Run, pair: Pair) -> bool:
    if run.one_sided:
        return False
    left = pair.a.text[pair.in_a.starts[run.a0] : pair.in_a.ends[run.a1 - 1]]
    right = pair.b.text[pair.in_b.starts[run.b0] : pair.in_b.ends[run.b1 - 1]]
    return _ink(left) == _ink(right) and printed(left) == printed(right)


def _ink(text: str) -> str:
    """What `printed` makes of a text, without its borders between words."""
    return "".join(typographic_form(text).split())


def _without_islands(runs: list[Run], units: Units) -> list[Run]:
    kept = list(runs)
    for k in range(1, len(runs) - 1):
        if runs[k].same and _is_island(runs[k - 1], runs[k], runs[k + 1], units):
            kept[k] = runs[k]._replace(same=False)
    return kept


def _is_island(before: Run, run: Run, after: Run, units: Units) -> bool:
    length = run.a1 - run.a0
    if before.size + after.size >= OUTWEIGHED * length:
        return True
    return length == 1 and _is_weak(units.keys[run.a0]) and not (before.one_sided and after.one_sided)


def _is_weak(key: str) -> bool:
    return len(key) <= WEAK_LENGTH or not is_word(key)


def _bordered(runs: list[Run], pair: Pair) -> list[Run]:
    """Runs that differ on both sides, as the edits they are made of."""
    edits: list[Run] = []
    for run in runs:
        if run.same or run.one_sided:
            edits.append(run)
        else:
            edits += split(run, pair)
    return edits
