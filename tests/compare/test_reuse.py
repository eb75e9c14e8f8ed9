"""Reuse: which runs of words two texts share, and what holds of them for any two texts."""

import sys
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.compare import reuse
from app.compare.comparison import Reuse
from app.compare.limits import REPEATED_RUNS, Limits
from app.compare.reuse import LEAST, LEAST_SIGNS, Reused, find_reuse
from app.text.document import Document
from tests.compare.comparison_texts import document, documents

few = st.lists(st.sampled_from("abc"), max_size=60).map(" ".join).map(document)
"""Texts of so few words that nearly everything is repeated."""
quick = settings(max_examples=100, deadline=None)


def found(a: Document, b: Document) -> Reused:
    return find_reuse(a, b, Limits())


def texts(a: Document, b: Document) -> list[tuple[str, str]]:
    return [(a.text[run.a_start : run.a_end], b.text[run.b_start : run.b_end]) for run in found(a, b).runs]


CASES = {
    "six words": ("x one two three four five six y", "z one two three four five six w", ["one two three four five six"]),
    "five words are too few": ("x one two three four five y", "z one two three four five w", []),
    "across sentences and paragraphs": (
        "It rained. The gate failed.\n\nNobody was hurt there.",
        "He said: it rained. The gate failed. Nobody was hurt; the port stayed shut.",
        ["It rained. The gate failed.\n\nNobody was hurt"],
    ),
    "quotes, dashes, case and accents": (
        "“The Cafe\u0301 isn’t open” – not until four o’clock",
        "the café isn't open, not until FOUR o'clock",
        ["The Cafe\u0301 isn’t open” – not until four o’clock"],
    ),
    "a symbol that differs parts a run": ("he got all of $5 million in cash", "he got all of €5 million in cash", []),
    "a percent sign counts as no word": ("x rose 5 % in one year y", "z rose 5 % in one year w", []),
    "said twice on the left": (
        "a b c d e f x a b c d e f",
        "z a b c d e f",
        ["a b c d e f", "a b c d e f"],
    ),
    "the longer of two partners": ("a b c d e f g h", "a b c d e f x a b c d e f g h", ["a b c d e f", "a b c d e f g h"]),
    "repeated on both sides, in order": ("a b c d e f x a b c d e f", "a b c d e f y a b c d e f", ["a b c d e f"] * 2),
    "runs that overlap": ("a b c d e f g h", "a b c d e f g y b c d e f g h", ["a b c d e f g", "b c d e f g h"]),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_runs(name: str) -> None:
    a, b, expected = CASES[name]
    assert [left for left, _ in texts(document(a), document(b))] == expected


def test_a_repeated_passage_answers_to_the_one_that_stands_where_it_does() -> None:
    a, b = (document(f"a b c d e f {word} a b c d e f") for word in "xy")
    assert [(run.a_start, run.b_start) for run in found(a, b).runs] == [(0, 0), (14, 14)]


def test_shares_count_each_word_once() -> None:
    a, b = document("a b c d e f x a b c d e f"), document("a b c d e f g y, b c d e f g h")
    assert (found(a, b).share_a, found(a, b).share_b) == (12 / 13, 6 / 15)
    assert found(document(""), document("a")) == Reused((), 0.0, 0.0)


def test_signs_without_spaces_need_more_of_them() -> None:
    shared = "港口的闸门在中午失灵了但无人受伤"
    a, b = document(f"据悉{shared}。", language="zh"), document(f"昨天{shared}。", language="zh")
    assert texts(a, b) == [(shared, shared)]
    short = shared[: LEAST_SIGNS - 1]
    assert not texts(document(f"据悉{short}。", language="zh"), document(f"昨天{short}。", language="zh"))


def keys(side: Document, start: int, end: int) -> list[str]:
    """The words and symbols of a stretch, without punctuation."""
    words = side.words
    places = [k for k in range(len(words)) if start <= words.starts[k] and words.ends[k] <= end]
    return [words.keys[k] for k in places if not reuse.is_passed_over(words.keys[k])]


def covered(runs: tuple[Reuse, ...], side: Document, which: str) -> set[int]:
    """The words of one side that stand in a run, by index."""
    spans = [(run.a_start, run.a_end) if which == "a" else (run.b_start, run.b_end) for run in runs]
    words = side.words
    return {
        k
        for start, end in spans
        for k in range(len(words))
        if start <= words.starts[k] and words.ends[k] <= end and words.keys[k].isalnum()
    }


@quick
@given(few | documents, few | documents)
def test_runs_are_verbatim_on_both_sides_maximal_and_mirrored(a: Document, b: Document) -> None:
    answer = found(a, b)
    assert list(answer.runs) == sorted(set(answer.runs))
    for run in answer.runs:
        assert run.words >= LEAST
        left, right = keys(a, run.a_start, run.a_end), keys(b, run.b_start, run.b_end)
        assert left == right
        before = keys(a, 0, run.a_start)[-1:], keys(b, 0, run.b_start)[-1:]
        after = keys(a, run.a_end, len(a.text))[:1], keys(b, run.b_end, len(b.text))[:1]
        for one, other in (before, after):
            assert one != other or not one
    mirrored = sorted(Reuse(r.b_start, r.b_end, r.a_start, r.a_end, r.words) for r in answer.runs)
    assert found(b, a) == Reused(tuple(mirrored), answer.share_b, answer.share_a)


@quick
@given(few, few)
def test_every_word_of_a_shared_run_is_held_and_no_other(a: Document, b: Document) -> None:
    answer = found(a, b)
    for one, other, which, share in ((a, b, "a", answer.share_a), (b, a, "b", answer.share_b)):
        grams = {other.words.keys[k : k + LEAST] for k in range(len(other.words) - LEAST + 1)}
        shared = {
            k + step
            for k in range(len(one.words) - LEAST + 1)
            if one.words.keys[k : k + LEAST] in grams
            for step in range(LEAST)
        }
        assert covered(answer.runs, one, which) == shared
        assert share == (len(shared) / len(one.words) if len(one.words) else 0.0)


SHAPES: dict[str, Callable[[int], tuple[str, str]]] = {
    "all alike": lambda n: (numbers(n), numbers(n)),
    "one sentence over and over": lambda n: ("it rained again. " * (n // 3), "it rained again. " * (n // 4)),
    "two letters": lambda n: ("a b " * (n // 2), "b a a " * (n // 3)),
    "one letter, parted": lambda n: (
        " ".join(f"a a a a a a a {k}" for k in range(n // 8)),
        "a " * n,
    ),
    "symbols": lambda n: ("$ " * n, "$ " * n + "a b"),
    "a block of six, shuffled": lambda n: (
        " ".join(f"a b c d e f {k}" for k in range(n // 7)),
        " ".join(f"a b c d e f {-k}" for k in range(n // 7)),
    ),
}


def numbers(count: int) -> str:
    return " ".join(f"w{k}" for k in range(count))


def steps(a: Document, b: Document) -> int:
    """Lines of app.compare.reuse that are run."""
    count = 0

    def trace(frame: object, event: str, _: object) -> object:
        nonlocal count
        count += event == "line"
        code = getattr(frame, "f_code", None)
        return trace if code is not None and code.co_filename == reuse.__file__ else None

    sys.settrace(trace)  # type: ignore[arg-type]
    try:
        found(a, b)
    finally:
        sys.settrace(None)
    return count


@pytest.mark.parametrize("name", SHAPES)
def test_twice_the_text_takes_about_twice_the_steps(name: str) -> None:
    small, large = (tuple(map(document, SHAPES[name](n))) for n in (1000, 2000))
    assert steps(*large) < 2.6 * steps(*small)
    assert len(found(*large).runs) <= 2 * 2000 / LEAST


def test_a_limit_on_places_is_said_only_beyond_it() -> None:
    for count, reasons in ((reuse.PLACES, ()), (reuse.PLACES + 1, (REPEATED_RUNS,))):
        passage = "a b c d e f"
        many = document(" ".join(f"{passage} {k}" for k in range(count)))
        limits = Limits()
        find_reuse(document(passage), many, limits)
        assert limits.reasons() == reasons


def test_many_places_still_give_every_word() -> None:
    passages = [f"a b c d e f {k}" for k in range(100)]
    a, b = document(" ".join(passages)), document(" ".join(reversed(passages)))
    assert found(a, b).share_a == found(a, b).share_b == 1.0
