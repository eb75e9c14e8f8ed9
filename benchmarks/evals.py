"""Every score, of the project's own cases and of ../shared/evals, beside its floor and aim: `make evals`.

Exits 1 where a score is under its floor or cannot be had. Where ../shared is absent it says that it skips, and exits 0.
What the project does not do yet is listed and not counted.
"""

import argparse
import json
import shlex
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.abilities import has
from benchmarks.targets import SHARED, Series, Target, number, series
from tests.compare.floors import measured

Figures = dict[str, dict[str, object]]
"""The figures a script printed, by what stands before them on the line."""
UNDER = "UNDER ITS FLOOR"
VARIORUM = shlex.quote(str(Path(sys.executable).with_name("variorum")))


class NoScoreError(Exception):
    """A script failed, or printed no such figure."""


@dataclass(frozen=True, slots=True)
class Row:
    """One score, as printed."""

    series: str
    score: str
    shown: str
    target: Target
    verdict: str


def parse(printed: str) -> Figures:
    """The lines `LABEL {JSON}` of a script's output; other lines are left out."""
    found: Figures = {}
    for line in printed.splitlines():
        label, brace, rest = line.partition("{")
        if brace:
            found[label.strip()] = json.loads(brace + rest)
    return found


def judge(value: float, target: Target) -> str:
    if value < target.floor:
        return UNDER
    return "aim reached" if value >= target.aim else "holds"


def rows(one: Series, figures: Figures, plain: Figures | None = None) -> list[Row]:
    """The scores of one series, less those of `plain` if given; raises NoScoreError where one was not printed."""
    try:
        line = figures[one.line]
        shown = {name: str(line[name]) for name in one.scores}
        if plain is not None:
            shown = {
                name: f"{number(line[name]) - number(plain[one.line][name]):+.3f}" for name in one.scores
            }
        return [
            Row(one.name, name, shown[name], target, judge(number(shown[name]), target))
            for name, target in one.scores.items()
        ]
    except (KeyError, ValueError) as error:
        raise NoScoreError(f"the script printed no figure {error}") from None


def own_rows() -> list[Row]:
    """The scores of the cases in the repository, which have no aim but to be perfect."""
    return [
        Row(name, score, f"{found[score]:.3f}", Target(floor, 1.0), judge(found[score], Target(floor, 1.0)))
        for name, found, floors in measured()
        for score, floor in floors.items()
    ]


def run_script(*command: str) -> Figures:
    """What a scoring script prints; raises NoScoreError with its last words."""
    done = subprocess.run([sys.executable, *command], capture_output=True, text=True, check=False)
    if done.returncode:
        words = (done.stderr.strip() or done.stdout.strip() or f"exit status {done.returncode}").splitlines()
        raise NoScoreError(words[-1] if words[-1].strip("─╰╯ ") else words[-2].strip("│ "))
    return parse(done.stdout)


def measure(
    wanted: list[Series], run: Callable[[str, str], Figures], able: Callable[[str], bool]
) -> tuple[list[Row], list[str], bool]:
    """Rows, notes, and whether every floor holds. `run` takes a script's name and a stand-in's; each is run once."""
    table: list[Row] = []
    notes: list[str] = []
    seen: dict[tuple[str, str], Figures] = {}
    holds = True

    def figures(script: str, tool: str) -> Figures:
        if (script, tool) not in seen:
            seen[script, tool] = run(script, tool)
        return seen[script, tool]

    for one in wanted:
        if one.needs and not able(one.needs):
            notes.append(f"not yet: {one.name} ({one.needs})")
            continue
        try:
            plain = figures(one.script, "") if one.gain else None
            found = rows(one, figures(one.script, one.tool), plain)
        except NoScoreError as error:
            holds = False
            notes.append(f"NO SCORE: {one.name}: {error}")
            continue
        table += found
        if any(row.verdict == UNDER for row in found):
            holds = False
            notes += [f"{one.name}: {one.note}"] if one.note else []
    return table, notes, holds


def render(table: list[Row]) -> str:
    head = f"{'':<52}{'score':<13}{'got':>9}{'floor':>8}{'aim':>8}"
    return "\n".join([head] + [_line(row) for row in table])


def _line(row: Row) -> str:
    figures = f"{row.shown:>9}{row.target.floor:>8.3g}{row.target.aim:>8.3g}"
    return f"{row.series:<52}{row.score:<13}{figures}  {row.verdict}"


def main(arguments: list[str] | None = None, shared: Path = SHARED) -> int:
    """Measure, print, and give the exit status."""
    parser = argparse.ArgumentParser(description="Score the engine against labelled data.")
    parser.add_argument("--tool", default=VARIORUM, help="the command to score")
    tool = parser.parse_args(arguments).tool
    own = own_rows()
    print(render(own))
    holds = all(row.verdict != UNDER for row in own)
    if not (shared / "evals").is_dir():
        print("evals: the rest is skipped, there is no ../shared/evals here")
        return 0 if holds else 1

    def run(script: str, stand_in: str) -> Figures:
        if script.startswith("benchmarks."):
            return run_script("-m", script)
        command = f"{sys.executable} -m {stand_in}" if stand_in else tool
        return run_script(str(shared / "evals" / f"{script}.py"), "--tool", command)

    table, notes, shared_holds = measure(series(), run, lambda ability: has(tool, ability))
    holds = holds and shared_holds
    print(f"\n{render(table)}")
    for note in notes:
        print(f"— {note}")
    print("Every floor holds." if holds else "A floor is missed.")
    return 0 if holds else 1


if __name__ == "__main__":
    sys.exit(main())
