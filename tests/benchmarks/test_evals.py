"""The table and exit status of `make evals`, with scripts that print what they are told to."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks import abilities, evals
from benchmarks.cut_as_scored import split_blocks
from benchmarks.targets import Series, Target, number, series, targets
from benchmarks.with_model import gather

ALIGNMENT = Series("links", "alignment", {"F1": Target(0.8, 0.9)}, line="dev", note="why it may be missed")


def scorer(*lines: str) -> Callable[[str, str], evals.Figures]:
    return lambda _script, _stand_in: evals.parse("\n".join(lines))


def always(_ability: str) -> bool:
    return True


@pytest.mark.parametrize(
    ("value", "verdict", "holds"),
    [
        (0.79, "UNDER ITS FLOOR", False),
        (0.8, "holds", True),
        (0.9, "aim reached", True),
        ("4/5", "holds", True),
        ("0/5", "UNDER ITS FLOOR", False),
    ],
)
def test_a_score_is_held_against_floor_and_aim(value: object, verdict: str, holds: bool) -> None:
    run = scorer("other " + json.dumps({"F1": 1.0}), "dev " + json.dumps({"F1": value}))
    table, notes, held = evals.measure([ALIGNMENT], run, always)
    assert [row.verdict for row in table] == [verdict]
    assert held is holds
    assert notes == ([] if holds else ["links: why it may be missed"])
    assert f"{value}" in evals.render(table)


@pytest.mark.parametrize("line", ["", 'seeds {"F1": 1.0}', 'dev {"recall": 1.0}', 'dev {"F1": "none"}'])
def test_a_figure_that_is_not_printed_fails(line: str) -> None:
    table, notes, held = evals.measure([ALIGNMENT], scorer(line), always)
    assert (table, held) == ([], False)
    assert notes[0].startswith("NO SCORE: links")


def test_what_is_not_there_yet_is_named_and_does_not_fail() -> None:
    later = Series("stories", "grouping", {"F1": Target(0.9, 1.0)}, needs="group")
    assert evals.measure([later], scorer(), lambda _: False) == ([], ["not yet: stories (group)"], True)


def test_each_script_runs_once() -> None:
    calls: list[tuple[str, str]] = []

    def run(script: str, stand_in: str) -> evals.Figures:
        calls.append((script, stand_in))
        return {"dev": {"F1": 1.0}, "seeds": {"F1": 1.0}}

    stand_in = Series("again", "alignment", {"F1": Target(0.8, 0.9)}, line="dev", tool="stand_in")
    seeds = Series("seeds", "alignment", {"F1": Target(0.8, 0.9)}, line="seeds")
    evals.measure([ALIGNMENT, seeds, stand_in], run, always)
    assert calls == [("alignment", ""), ("alignment", "stand_in")]


@pytest.mark.parametrize(
    ("score", "verdict"), [(0.82, "holds"), (0.819, "UNDER ITS FLOOR"), (0.9, "aim reached")]
)
def test_a_gain_is_held_against_its_own_bounds(score: float, verdict: str) -> None:
    gain = Series("gain", "alignment", {"F1": Target(0.02, 0.05)}, line="dev", tool="stand_in", gain=True)
    table, _, held = evals.measure(
        [gain], lambda _script, tool: {"dev": {"F1": score if tool else 0.8}}, always
    )
    assert [row.verdict for row in table] == [verdict]
    assert held is (verdict != "UNDER ITS FLOOR")


def test_gathers_a_model(tmp_path: Path) -> None:
    folder = gather(gather(tmp_path / "model"))
    assert {path.name for path in folder.iterdir() if path.exists()} == {"model.onnx", "tokenizer.json"}


@pytest.mark.parametrize(("score", "status"), [(0.7, 0), (0.6, 1)])
def test_where_the_data_is_absent_the_own_cases_decide(
    score: float,
    status: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(evals, "measured", lambda: [("own cases", {"F1": score}, {"F1": 0.7})])
    assert evals.main([], tmp_path) == status
    assert "skipped" in capsys.readouterr().out


@pytest.fixture
def no_own_cases(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(evals, "measured", list)


@pytest.mark.usefixtures("no_own_cases")
@pytest.mark.parametrize(("score", "status"), [(1.0, 0), (0.1, 1)])
def test_exit_status(
    score: float,
    status: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "evals").mkdir()
    script = tmp_path / "evals" / "alignment.py"
    script.write_text(
        f"import sys\nassert '--tool' in sys.argv\nprint('dev {{\"F1\": {score}}}')\n", encoding="utf-8"
    )
    monkeypatch.setattr(evals, "series", lambda: [ALIGNMENT])
    assert evals.main(["--tool", "anything"], tmp_path) == status
    assert str(score) in capsys.readouterr().out


@pytest.mark.usefixtures("no_own_cases")
def test_a_script_that_fails_is_quoted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "evals").mkdir()
    (tmp_path / "evals" / "alignment.py").write_text("raise SystemExit('no such file')\n", encoding="utf-8")
    monkeypatch.setattr(evals, "series", lambda: [ALIGNMENT])
    assert evals.main([], tmp_path) == 1
    assert "no such file" in capsys.readouterr().out


def test_targets_are_in_form() -> None:
    for one in series():
        assert one.scores
        assert all(0 < target.floor <= target.aim <= 1 for target in one.scores.values()), one.name
    for table in ("peers", "size"):
        assert all(0 < target.aim <= target.floor for target in targets(table).values())


def test_numbers() -> None:
    assert (number("3/4"), number(0.5), number("0/0")) == (0.75, 0.5, 0.0)
    with pytest.raises(ValueError, match="is no score"):
        number(None)


def test_abilities_are_asked_of_the_command_line() -> None:
    assert abilities.has(evals.VARIORUM, "compare")
    assert not abilities.has(evals.VARIORUM, "no-such-command")


def test_cuts_sentences_as_the_script_does() -> None:
    text = "“It is late,” Mr. Pell said. Nobody came.  “Go.”"
    (spans,) = split_blocks([text])
    assert [text[start:end] for start, end in spans] == [
        "“It is late,”",
        "Mr.",
        "Pell said.",
        "Nobody came.",
        "“Go.”",
    ]
