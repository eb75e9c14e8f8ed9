"""Text in runs, as a page marks it: changed or not, and how strongly; reused or not."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from app.compare.comparison import Change, Comparison
from app.compare.tints import Tint, Tone, tints

Stretch = tuple[int, int]
"""`[start, end)` in code points of a compared text."""


Layer = Literal["reused", "quoted", "figure", "lone"]


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one side, changed against the other or not.

    `reused`: the other has it verbatim, here or elsewhere; `quoted`: between quotation marks; `figure`: a figure or date,
    `lone`: one that what answers on the other side has not. Of a changed word, `finer` is the part that differs. `light` is
    what is only printed differently (case, quotes), which is not called changed.
    """

    text: str
    changed: bool
    reused: bool = False
    quoted: bool = False
    figure: bool = False
    lone: bool = False
    finer: bool = False
    light: bool = False


def tinted(changes: Sequence[Change], a: str, b: str, side: str) -> tuple[Tint, ...]:
    """The tints of side `a` or `b` of all changes between two texts, in order."""
    which = 0 if side == "a" else 1
    return tuple([tint for change in changes for tint in tints(change, a, b)[which]])


def clip(text: str, shades: Sequence[Tint], start: int, end: int) -> tuple[Run, ...]:
    """The runs of a text that lie in `[start, end)`; one unchanged run where there are no tints.

    White space at the ends of a change is left unmarked, as there is nothing to see in it.
    """
    clipped = [Tint(max(s, start), min(e, end), tone) for s, e, tone in shades] or [Tint(start, end, "same")]
    clipped = [tint for tint in clipped if tint.start < tint.end]
    runs: list[Run] = []
    for k, tint in enumerate(clipped):
        opens = k == 0 or not _is_one_change(clipped[k - 1], tint)
        closes = k == len(clipped) - 1 or not _is_one_change(tint, clipped[k + 1])
        runs += _inked(text[tint.start : tint.end], tint.tone, opens=opens, closes=closes)
    return tuple(runs)


def _is_one_change(tint: Tint, following: Tint) -> bool:
    """Whether two neighbours are parts of one change: then either is finer."""
    return {tint.tone, following.tone} == {"changed", "finer"}


def _inked(text: str, tone: Tone, *, opens: bool, closes: bool) -> Iterator[Run]:
    if tone == "same" or not text.strip():
        yield Run(text, changed=tone != "same" and not (opens or closes))
        return
    first = len(text) - len(text.lstrip()) if opens else 0
    last = len(text.rstrip()) if closes else len(text)
    light = tone == "light"
    if first:
        yield Run(text[:first], changed=False)
    yield Run(text[first:last], changed=not light, finer=tone == "finer", light=light)
    if last < len(text):
        yield Run(text[last:], changed=False)


def reused_stretches(comparison: Comparison, side: str) -> tuple[Stretch, ...]:
    """Where side `a` or `b` has what the other has verbatim: in order, apart from each other."""
    if side == "a":
        spans = sorted([(run.a_start, run.a_end) for run in comparison.reuse])
    else:
        spans = sorted([(run.b_start, run.b_end) for run in comparison.reuse])
    return apart(spans)


def apart(spans: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """The spans, ascending, with those that meet made one."""
    merged: list[Stretch] = []
    for start, end in spans:
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return tuple(merged)


def with_layer(
    runs: tuple[Run, ...], start: int, stretches: Sequence[Stretch], layer: Layer
) -> tuple[Run, ...]:
    """The runs, the first of which begins at `start`, cut where a stretch begins or ends, and marked as `layer` within.

    `stretches` are in order, apart from each other.
    """
    if not stretches:
        return runs
    cut: list[Run] = []
    for run in runs:
        cut += _cut(run, start, stretches, layer)
        start += len(run.text)
    return tuple(cut)


def _marked(run: Run, text: str, layer: Layer) -> Run:
    match layer:
        case "reused":
            return replace(run, text=text, reused=True)
        case "quoted":
            return replace(run, text=text, quoted=True)
        case "figure":
            return replace(run, text=text, figure=True)
        case "lone":
            return replace(run, text=text, lone=True)


def _cut(run: Run, start: int, stretches: Sequence[Stretch], layer: Layer) -> Iterator[Run]:
    end = start + len(run.text)
    at = start
    k = max(0, bisect_right(stretches, (start, end)) - 1)
    while k < len(stretches) and stretches[k][0] < end:
        first, last = max(at, stretches[k][0]), min(end, stretches[k][1])
        if first < last:
            if at < first:
                yield replace(run, text=run.text[at - start : first - start])
            yield _marked(run, run.text[first - start : last - start], layer)
            at = last
        k += 1
    if at < end:
        yield replace(run, text=run.text[at - start :])
