"""Which statements links make: chains, cliques, sentences that say two things, sentences that were split."""

from collections.abc import Sequence
from random import Random
from typing import NamedTuple

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.compare.limits import FEWER_LINKS, Limits
from app.compare.statements import ALONE, MOST_LINKS, ON_AVERAGE, TIE, Members, Place, find_statements


class Tie(NamedTuple):
    """Sentences of two versions that correspond; those of a side stand one after the other."""

    one: Members
    other: Members
    probability: float


A, B, C, D, E = (Place(version, 0) for version in range(5))


def tie(one: Place, other: Place, probability: float = 0.9) -> Tie:
    return Tie((one,), (other,), probability)


def statements(ties: Sequence[Tie], limits: Limits | None = None) -> list[Members]:
    rows = [(*one[0], len(one), *other[0], len(other), probability) for one, other, probability in ties]
    return find_statements(np.array(rows, TIE), limits or Limits())


CASES: dict[str, tuple[list[Tie], list[set[Place]]]] = {
    "a weak chain makes no giant": ([tie(A, B, 0.7), tie(B, C, 0.7), tie(C, D, 0.7)], [{A, B}, {B, C}, {C, D}]),
    "nor does a strong one": (
        [tie(A, B, 0.99), tie(B, C, 0.98), tie(C, D, 0.97), tie(D, E, 0.96)],
        [{A, B}, {B, C}, {C, D}, {D, E}],
    ),
    "all linked to all": ([tie(A, B), tie(A, C), tie(A, D), tie(B, C), tie(B, D), tie(C, D)], [{A, B, C, D}]),
    "one link missed": ([tie(A, B), tie(A, C), tie(A, D), tie(B, C), tie(B, D)], [{A, B, C, D}]),
    "too weak to rest on": ([tie(A, B, ALONE - 0.01)], []),
    "just strong enough to rest on": ([tie(A, B, ALONE)], [{A, B}]),
    "too weak alone, borne by others": ([tie(A, B), tie(A, C), tie(B, C, 0.3)], [{A, B, C}]),
    "the average is just enough": ([tie(A, B, 0.9), tie(A, C, 2 * ON_AVERAGE - 0.25), tie(B, C, 0.25)], [{A, B, C}]),
    "the average is not": ([tie(A, B, 0.9), tie(A, C, 2 * ON_AVERAGE - 0.26), tie(B, C, 0.25)], [{A, B}, {A, C}]),
    "a star has no centre that holds it together": ([tie(A, B), tie(A, C), tie(A, D)], [{A, B}, {A, C}, {A, D}]),
    "one that says two things": (
        [tie(A, B), tie(A, Place(2, 1)), tie(Place(2, 1), D)],
        [{A, B}, {A, Place(2, 1)}, {Place(2, 1), D}],
    ),
    "two things, each said by three": (
        [tie(A, B), tie(B, C), tie(A, C), tie(A, D), tie(D, E), tie(A, E)],
        [{A, B, C}, {A, D, E}],
    ),
    "a sentence split in two": ([Tie((A,), (B, Place(1, 1)), 0.9)], [{A, B, Place(1, 1)}]),
    "two sentences with two links": ([tie(A, B), tie(A, Place(1, 1))], [{A, B}, {A, Place(1, 1)}]),
    "a version that says it twice": (
        [tie(A, B), tie(A, C), tie(B, C), tie(Place(2, 1), A), tie(Place(2, 1), B)],
        [{A, B, C, Place(2, 1)}],
    ),
    "nothing": ([], []),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_statements(name: str) -> None:
    ties, expected = CASES[name]
    assert sorted(map(set, statements(ties)), key=sorted) == sorted(expected, key=sorted)


places = st.builds(Place, st.integers(0, 4), st.integers(0, 3))
ties = st.lists(
    st.builds(tie, places, places, st.floats(0.01, 1.0)).filter(lambda t: t.one[0].version != t.other[0].version),
    max_size=40,
)  # fmt: skip


@settings(deadline=None)
@given(ties, st.randoms(use_true_random=False))
def test_of_any_links(ties: list[Tie], random: Random) -> None:
    found = statements(ties)
    held = {pair for members in found for pair in pairs(members)}
    probabilities: dict[tuple[Place, Place], float] = {}
    for one in ties:
        pair = pairs((one.one[0], one.other[0])).pop()
        probabilities[pair] = max(one.probability, probabilities.get(pair, 0.0))
    for pair, probability in probabilities.items():
        assert pair in held or probability < ALONE
    for members in found:
        assert members == tuple(sorted(set(members)))
        assert not any(set(members) < set(other) for other in found)
        for member in members:
            others = [other for other in members if other.version != member.version]
            sure = sum(probabilities.get(pairs((member, other)).pop(), 0.0) for other in others)
            assert sure >= ON_AVERAGE * len(others) - 1e-9
    shuffled = ties[:]
    random.shuffle(shuffled)
    turned = [Tie(one.other, one.one, one.probability) for one in shuffled]
    assert statements(turned) == found


def pairs(members: tuple[Place, ...]) -> set[tuple[Place, Place]]:
    return {(one, other) for one in members for other in members if one < other}


def test_many_versions_that_are_alike_take_few_steps() -> None:
    """Thirty versions of forty sentences: 17,400 links, forty statements."""
    versions, sentences = range(30), range(40)
    made = [
        tie(Place(v, s), Place(w, s), 1.0) for v in versions for w in versions if v < w for s in sentences
    ]
    found = statements(made)
    assert found == [tuple(Place(v, s) for v in versions) for s in sentences]


@pytest.mark.parametrize(("count", "reasons"), [(MOST_LINKS, ()), (MOST_LINKS + 1, (FEWER_LINKS,))])
def test_a_sentence_that_all_others_answer_to(count: int, reasons: tuple[str, ...]) -> None:
    """Beyond the limit the least sure links are left out, wherever they come among the others."""
    limits = Limits()
    made = [tie(A, Place(1, k), 0.7 + k / 1000) for k in range(count)]
    found = statements(made, limits)
    assert limits.reasons() == reasons
    assert {members[1].sentence for members in found} == set(range(count - MOST_LINKS, count))
