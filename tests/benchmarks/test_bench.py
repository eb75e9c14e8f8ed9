"""The parts of `make bench` that do not measure: texts, medians of ratios, verdicts, tables, the plot."""

import json
from itertools import pairwise
from pathlib import Path

import pytest

from app.text.content import Block, Content
from benchmarks import race as races
from benchmarks.articles import case_pairs, sample_pairs
from benchmarks.generated import SHAPES
from benchmarks.growth import LARGE, SIZES, Curve
from benchmarks.large import measure
from benchmarks.many import Many
from benchmarks.peers import PEERS, VARIORUM, Method
from benchmarks.plot import draw
from benchmarks.report import bounds_table, peers_table, size_table, steps_table, verdict
from benchmarks.story import story
from benchmarks.targets import Target, targets

CURVES = [
    Curve(shape, {size: size * 1e-5 for size in SIZES}, [2.0, 2.0, 2.0, 2.5], 1.5, 120.0)
    for shape in ("revision", "independent reports")
]
PAIR = Content((Block("paragraph", "The tide rose."),)), Content((Block("paragraph", "The tide fell."),))


@pytest.mark.parametrize("shape", SHAPES)
def test_generated_texts_are_alike_in_every_run_and_as_long_as_asked(shape: str) -> None:
    a, b = SHAPES[shape](2_000)
    assert (a, b) == SHAPES[shape](2_000)
    assert a != b
    assert all(1_700 < len(text.body().split()) < 2_300 for text in (a, b))


def test_sizes_double() -> None:
    assert all(larger == 2 * smaller for smaller, larger in pairwise(SIZES))


def test_the_projects_own_articles_are_there() -> None:
    assert len(sample_pairs()) == 10
    assert len(case_pairs()) > 15


@pytest.mark.parametrize("method", [VARIORUM, *PEERS], ids=lambda method: method.name)
def test_every_method_runs(method: Method) -> None:
    assert method.seconds(*PAIR) > 0


def test_ratios_are_taken_pair_by_pair_after_a_first_round(monkeypatch: pytest.MonkeyPatch) -> None:
    ours = iter([99.0, 1.0, 2.0, 30.0])
    theirs = iter([1.0, 4.0, 4.0, 40.0])
    monkeypatch.setattr(races, "VARIORUM", Method("ours", "", lambda _a, _b: next(ours)))
    found = races.race([PAIR], [Method("theirs", "", lambda _a, _b: next(theirs))], rounds=3)
    assert [(result.seconds, result.ratio) for result in found] == [(2.0, 1.0), (4.0, 0.5)]


def test_bounds_are_upper_ones() -> None:
    target = Target(2.4, 2.1)
    assert [verdict(x, target) for x in (2.5, 2.4, 2.1)] == ["**missed**", "holds", "aim reached"]


def test_every_bound_is_printed() -> None:
    names = {method.name for method in PEERS} | {"jsdiff, diffWords"}
    assert targets("peers").keys() <= names
    judged = peers_table([races.Result(method, 0.01, 0.5) for method in PEERS], judged=True)
    assert "0.25 ×" in judged
    assert "0.25 ×" not in peers_table([races.Result(PEERS[0], 0.01, 0.5)], judged=False)
    bounds = bounds_table(CURVES, 13.0, Many(451.0, 20.0, 20.0, 2.0, 2.9, 700.0))
    assert bounds.count("**missed**") == 5  # the worst doubling of both shapes, collations, their memory
    assert bounds.count("aim reached") == 4  # memory of both shapes, one version more either way
    assert f"{LARGE:,}" in bounds
    assert size_table(CURVES).count("\n") == len(SIZES) + 1


def test_the_plot_is_the_same_bytes_each_time(tmp_path: Path) -> None:
    one, other = tmp_path / "one.svg", tmp_path / "other.svg"
    draw(CURVES, one)
    draw(CURVES, other)
    assert one.read_bytes() == other.read_bytes()
    assert "independent reports" in one.read_text(encoding="utf-8")


def test_large_texts_report_time_and_memory() -> None:
    found = measure("revision", 300)
    assert found["seconds"] > 0
    assert found["megabytes"] > 10


def test_the_javascript_peer_is_pinned_without_an_address() -> None:
    folder = Path(races.__file__).parent / "jsdiff"
    lock = (folder / "package-lock.json").read_text(encoding="utf-8")
    package = json.loads(lock)["packages"]["node_modules/diff"]
    wanted = json.loads((folder / "package.json").read_text(encoding="utf-8"))["dependencies"]["diff"]
    assert package["version"] == wanted
    assert package["integrity"].startswith("sha512-")
    assert "resolved" not in lock
    assert "://" not in lock


def test_a_generated_story_has_the_versions_and_words_asked_for() -> None:
    versions = story(9, 300)
    assert versions == story(9, 300)
    assert len({version.digest() for version in versions}) == 9
    assert all(290 < len(version.body().split()) < 380 for version in versions)
    assert story(12, 300)[:5] != story(12, 300, seed=2)[:5]


def test_what_collating_costs_is_printed_by_pair() -> None:
    line = steps_table([(10, 1600, 0.9)]).splitlines()[-1]
    assert [cell.strip() for cell in line.strip("|").split("|")] == ["10", "1,600", "45", "0.90", "20.0"]
