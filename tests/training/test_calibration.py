"""How many links of each score are right: the counts, their bounds, and that the picture of them repeats."""

from pathlib import Path

import pytest

from training.calibration import Bin, bins, draw, likely_share

MARKS = [(0.42, True), (0.48, False), (0.7, True), (0.79, True), (0.999, False), (1.0, True)]


def test_links_are_counted_by_tenths_and_verbatim_ones_apart() -> None:
    found = [Bin(round(one.score, 3), one.right, one.links) for one in bins(MARKS)]
    assert found == [Bin(0.45, 0.5, 2), Bin(0.745, 1, 2), Bin(0.999, 0, 1), Bin(1.0, 1, 1)]
    assert bins([]) == []


@pytest.mark.parametrize(("right", "count", "low", "high"), [(0.5, 100, 0.404, 0.596), (1.0, 10, 0.722, 1.0)])
def test_shares_of_few_links_are_less_sure(right: float, count: float, low: float, high: float) -> None:
    assert likely_share(right, count) == pytest.approx((low, high), abs=0.001)


def test_the_picture_repeats_and_shows_every_tenth_but_verbatim_links(tmp_path: Path) -> None:
    one, again, other = tmp_path / "one.svg", tmp_path / "again.svg", tmp_path / "other.svg"
    draw({"words": MARKS}, 1, one)
    draw({"words": MARKS}, 1, again)
    draw({"words": [*MARKS, (1.0, True)]}, 1, other)
    assert one.read_bytes() == again.read_bytes() == other.read_bytes()
    draw({"words": MARKS[:-3]}, 1, other)
    assert other.read_bytes() != one.read_bytes()
