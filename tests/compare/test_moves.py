"""What moved: the least set of words without which the rest stands in order, and never a copy of a repeated line."""

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.compare import verbatim
from app.compare.comparison import Comparison
from app.compare.engine import compare
from app.compare.limits import REPEATED, Limits
from app.compare.mirroring import mirror
from app.compare.moves import Place, out_of_order
from app.compare.verbatim import ascending_pairs
from tests.compare.comparison_texts import document

PLACES = st.lists(st.builds(Place, st.integers(0, 5), st.integers(0, 5), st.integers(1, 9)), max_size=7)
SENTENCES = {
    "S": "The ferry Adler sank off the western mole at dawn.",
    "P": "Nobody aboard was hurt, the harbour master told reporters.",
    "Q": "Two tugs will lift the wreck when the weather allows it.",
    "R": "Her owners had sold another boat to a museum in spring.",
    "x": "Sign up to our morning letter.",
    "y": "Sign up to our evening letter.",
    "h": "Read more on our pages.",
}


def in_order(one: Place, other: Place) -> bool:
    first, second = sorted((one[:2], other[:2]))
    return first[0] <= second[0] and first[1] <= second[1]


def heaviest(places: list[Place]) -> int:
    """The weight of the heaviest set of places of which any two are in order."""
    return max(
        sum(place.weight for place in some)
        for count in range(len(places) + 1)
        for some in combinations(places, count)
        if all(in_order(*two) for two in combinations(some, 2))
    )


@given(PLACES)
def test_what_stays_is_in_order_and_nothing_heavier_is(places: list[Place]) -> None:
    moved = out_of_order(places)
    stays = [place for k, place in enumerate(places) if k not in moved]
    assert all(in_order(*two) for two in combinations(stays, 2))
    assert sum(place.weight for place in stays) == heaviest(places)


@pytest.mark.parametrize(
    ("places", "moved"),
    [
        ([], set()),
        ([(0, 0, 1)], set()),
        ([(0, 1, 5), (1, 0, 4)], {1}),
        ([(0, 1, 4), (1, 0, 5)], {0}),
        ([(0, 2, 3), (1, 3, 3), (2, 0, 4), (3, 1, 4)], {0, 1}),  # a block moves as one
        ([(0, 3, 9), (1, 0, 4), (2, 1, 4), (3, 2, 4)], {0}),
        ([(0, 0, 1), (0, 1, 1), (1, 1, 1)], set()),  # sharing a sentence is no disorder
    ],
)
def test_the_smaller_side_moves(places: list[tuple[int, int, int]], moved: set[int]) -> None:
    assert out_of_order([Place(*place) for place in places]) == moved


def compared(old: str, new: str) -> Comparison:
    """Two versions written in signs: paragraphs parted by spaces, a sign of `SENTENCES` for each sentence."""
    a, b = (
        document("\n\n".join(" ".join(SENTENCES[sign] for sign in part) for part in side.split()))
        for side in (old, new)
    )
    comparison = compare(a, b)
    assert compare(b, a) == mirror(comparison)
    return comparison


def shown(comparison: Comparison) -> str:
    """Links in signs, as 0-1 (sentence 0 of the old version, 1 of the new), moved ones with a star."""
    links = [
        f"{'+'.join(map(str, link.a))}-{'+'.join(map(str, link.b))}{'*' if link.moved else ''}"
        for link in comparison.links
    ]
    return " ".join(links)


@pytest.mark.parametrize(
    ("old", "new", "links"),
    [
        ("S P Q", "P Q S", "0-2* 1-0 2-1"),
        ("S x P x Q x", "S x P x Q x", "0-0 1-1 2-2 3-3 4-4 5-5"),
        ("Sx P Q R", "S P Q Rx", "0-0 1-4* 2-1 3-2 4-3"),  # the only one of its kind: it moved
        ("Sx P Qx R", "S Px Q Rx", "0-0 2-1 3-3 5-4"),
        ("Sx Px Q R", "S P Qx Rx", "0-0 2-1 4-2 5-4"),
        ("Sx Px Qx R", "Px Qx R Sx", "0-5* 1-6* 2-0 3-1 4-2 5-3 6-4"),  # it moves with its paragraph
        ("S x P x Q x R", "P x Q x R S x", "0-5* 1-6* 2-0 3-1 4-2 5-3 6-4"),
        ("Sx P Q x", "P Q Sx", "0-2* 1-3* 2-0 3-1"),
        ("S x P Q x", "P Q S x", "0-2* 2-0 3-1 4-3"),  # a paragraph of its own stays if it can
        ("Px Q R xS", "xS Px Q R", "0-2 1-3 2-4 3-5 4-0* 5-1*"),
        ("x x x", "x x", "0-0 1-1"),
        ("xhx", "hxh", "1-0 2-1"),
        ("Sx Px Qx Rx", "Sx Py Qx Rx", "0-0 1-1 2-2 3-3 4-4 5-5 6-6 7-7"),  # one copy edited, in its place
        ("Sx Px Qx Rx", "Sy Py Qy Ry", "0-0 1-1 2-2 3-3 4-4 5-5 6-6 7-7"),
    ],
)
def test_a_repeated_line_moves_only_with_what_it_stands_beside(old: str, new: str, links: str) -> None:
    assert shown(compared(old, new)) == links


SIGNS = st.text("SPQRxxh ", max_size=14)


@given(SIGNS, SIGNS)
def test_what_is_not_moved_stands_in_order(old: str, new: str) -> None:
    comparison = compared(old, new)
    rows = [link for link in comparison.links if not link.moved and link.kind == "verbatim"]
    assert all(one.a[-1] < other.a[0] and one.b[-1] < other.b[0] for one, other in pairwise(rows))


NUMBERS = st.lists(st.integers(0, 3), max_size=8)


@given(NUMBERS, NUMBERS)
def test_ascending_pairs_are_the_longest_common_order(left: list[int], right: list[int]) -> None:
    pairs = ascending_pairs(left, right, Limits())
    assert all(left[i] == right[j] for i, j in pairs)
    assert all(one[0] < other[0] and one[1] < other[1] for one, other in pairwise(pairs))
    longest = max(
        count
        for count in range(min(len(left), len(right)) + 1)
        if set(combinations(left, count)) & set(combinations(right, count))
    )
    assert len(pairs) == longest


@given(NUMBERS, NUMBERS)
def test_beyond_the_limit_pairs_still_ascend(left: list[int], right: list[int]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(verbatim, "MAX_CELLS", 3)
        limits = Limits()
        pairs = ascending_pairs(left, right, limits)
    assert all(left[i] == right[j] for i, j in pairs)
    assert all(one[0] < other[0] and one[1] < other[1] for one, other in pairwise(pairs))
    assert bool(pairs) == bool(set(left) & set(right))
    assert limits.reasons() == ((REPEATED,) if len(left) * len(right) > 3 else ())
