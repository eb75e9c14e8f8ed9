"""Lighthouse on the pages that readers come to first, on a phone and on a wide screen."""

import json
import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.audit.figure import Figure

BOUNDS = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
RUNS = 3
"""Runs of a page, of whose performance the median counts; all else is the same in each."""
TRIES = 3
FORMS = {"phone": (), "desktop": ("--preset=desktop",)}
_CHROMIUM = "--chrome-flags=--headless=new --no-sandbox --disable-gpu"


@dataclass(frozen=True, slots=True)
class Tool:
    """Where Lighthouse and the browser are."""

    packages: Path
    chromium: str

    def run(self, url: str, *options: str) -> dict[str, Any]:
        """One run: its report. Where the browser was not ready, it is made again; RuntimeError where it never is."""
        for _ in range(TRIES):
            with TemporaryDirectory() as folder:
                report = Path(folder) / "report.json"
                program = self.packages / "lighthouse" / "cli" / "index.js"
                command = ["node", str(program), url, "--quiet", "--output=json", f"--output-path={report}"]
                done = subprocess.run(
                    [*command, _CHROMIUM, *options],
                    env=os.environ | {"CHROME_PATH": self.chromium},
                    capture_output=True,
                    text=True,
                    check=False,
                )
                if done.returncode == 0:
                    found: dict[str, Any] = json.loads(report.read_text(encoding="utf-8"))
                    return found
        raise RuntimeError(done.stderr)


def lighthouse(tool: Tool, urls: dict[str, str]) -> Iterator[Figure]:
    """A figure for each category of each page, by its name, in each form."""
    for name, url in urls.items():
        for form, options in FORMS.items():
            yield from _figures(f"{name}, {form}", [tool.run(url, *options) for _ in range(RUNS)])


def _figures(name: str, reports: list[dict[str, Any]]) -> Iterator[Figure]:
    for category, bound in BOUNDS.items():
        scores = [100 * (report["categories"][category]["score"] or 0) for report in reports]
        score = median(scores) if category == "performance" else min(scores)
        told = () if score >= bound else tuple(shortfalls(reports[-1], category))
        yield Figure(f"Lighthouse {category}: {name}", round(score), bound, "at least", told=told)


def shortfalls(report: dict[str, Any], category: str) -> Iterator[str]:
    """The audits of a category that cost points."""
    for reference in report["categories"][category]["auditRefs"]:
        audit = report["audits"][reference["id"]]
        if reference["weight"] and audit["score"] is not None and audit["score"] < 1:
            items = (audit.get("details") or {}).get("items", [])[:2]
            yield f"{reference['id']} {audit['score']} {audit.get('displayValue', '')} {json.dumps(items)[:300]}"
