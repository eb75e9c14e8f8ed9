"""What training learns: a direction that parts right from wrong, to the digit the same each time."""

import sys
from pathlib import Path

import numpy as np
import pytest

from app.compare import weights
from app.compare.features import MEANING_FEATURES, WORD_FEATURES
from tests.compare.comparison_texts import document
from tests.compare.labelled_cases import pairs
from training import alignment
from training.alignment import DECIMALS, Example, dev_pairs, learn, read_example, seed_pairs, stories, written


def example(figures: list[list[float]], right: list[float]) -> Example:
    side = document("A tug sank.")
    return Example(pairs()[0], 0, side, side, None, np.array(figures), np.array(right))


def made_up(seed: int = 0) -> tuple[list[Example], np.ndarray[tuple[int, int], np.dtype[np.float64]]]:
    """Examples of three figures: the first speaks for a link, the second against it, the third says nothing."""
    rng = np.random.default_rng(seed)
    figures = rng.normal(size=(400, 3)) * [1.0, 10.0, 1.0] + [0.0, 3.0, 0.0]
    right = (figures[:, 0] - (figures[:, 1] - 3) / 10 + rng.normal(size=400) * 0.3 > 0).astype(float)
    half = [example(figures[k::2].tolist(), right[k::2].tolist()) for k in (0, 1)]
    return half, figures


def test_learning_finds_what_parts_right_from_wrong() -> None:
    examples, _ = made_up()
    constant, speaks_for, against, nothing = learn(examples)
    assert speaks_for > 1
    assert -speaks_for / 5 < against < -speaks_for / 20  # its figures are ten times as large
    assert abs(nothing) < speaks_for / 10
    rows = np.concatenate([one.figures for one in examples])
    right = np.concatenate([one.right for one in examples])
    said = constant + rows @ [speaks_for, against, nothing] > 0
    assert np.mean(said == right) > 0.9


def test_learning_is_repeatable_to_the_digit() -> None:
    first, again = learn(made_up()[0]), learn(made_up()[0])
    assert first == again
    assert all(round(one, DECIMALS) == one for one in first)


def test_doubtful_labels_teach_nothing() -> None:
    examples, _ = made_up()
    doubtful = example([[9.0, -90.0, 9.0]] * 50, [float("nan")] * 50)
    assert learn([*examples, doubtful]) == learn(examples)


def test_a_figure_that_is_always_the_same_gets_no_weight() -> None:
    learned = learn([example([[0.0, 7.0], [1.0, 7.0], [0.2, 7.0], [0.8, 7.0]], [0.0, 1.0, 0.0, 1.0])])
    assert learned[1] > 0
    assert learned[2] == 0


@pytest.mark.parametrize(
    ("marks", "groups"),
    [
        ([], []),
        ([{"a"}, {"b"}, {"c"}], [{0}, {1}, {2}]),
        ([{"a", "x"}, {"b"}, {"x", "c"}], [{0, 2}, {1}]),
        ([{"a", "b"}, {"c", "d"}, {"b", "c"}], [{0, 1, 2}]),  # the third joins the first two
        ([{"a"}, {"a"}, {"b"}, {"a", "b"}], [{0, 1, 2, 3}]),
    ],
)
def test_stories_are_what_chains_of_marks_join(marks: list[set[str]], groups: list[set[int]]) -> None:
    numbers = stories(marks)
    found = [{k for k, one in enumerate(numbers) if one == number} for number in dict.fromkeys(numbers)]
    assert found == groups


def test_examples_are_read_off_labelled_pairs() -> None:
    for pair in pairs()[:4]:
        one = read_example(pair, 7, None)
        assert one.story == 7
        assert one.figures.shape == (len(one.right), len(WORD_FEATURES))
        assert {0.0, 1.0} <= set(one.right[~np.isnan(one.right)].tolist())


def test_the_module_is_what_is_written_of_its_weights() -> None:
    text = Path(str(weights.__file__)).read_text(encoding="utf-8")
    assert written(weights.WORDS, weights.MEANING) == text
    names = ["constant", *WORD_FEATURES, "constant", *WORD_FEATURES, *MEANING_FEATURES]
    assert [line.split("# ")[1] for line in text.splitlines() if "# " in line] == names


def test_training_without_its_data_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(alignment, "GOLD", tmp_path / "alignment")
    monkeypatch.setattr(sys, "argv", ["alignment", "--check"])
    with pytest.raises(SystemExit, match=r"^skipped: there is no alignment data beside the project$"):
        alignment.main()


def test_the_weights_are_those_that_the_data_teach() -> None:
    if not alignment.GOLD.is_dir():
        pytest.skip("there is no labelled data beside the project")
    found, marks = dev_pairs()
    told = [read_example(pair, story, None) for pair, story in zip(found, stories(marks), strict=True)]
    told += [read_example(pair, -1, None) for pair in seed_pairs()]
    assert learn(told) == weights.WORDS
