"""What a comparison does not wait for: modules that are slow to load and have no part in it."""

import json
import subprocess
import sys
from pathlib import Path

SLOW = (
    "sqlalchemy",
    "fastapi",
    "pydantic_settings",
    "dateparser",
    "yaml",
    "charset_normalizer",
    "py3langid",
    "onnxruntime",
)


def test_comparing_two_bodies_loads_only_what_it_needs(tmp_path: Path) -> None:
    file = tmp_path / "pairs.jsonl"
    text = "The barrier held for an hour and then it failed, said the engineer who had been there."
    file.write_text(json.dumps({side: {"title": "Barrier", "text": text} for side in "ab"}), encoding="utf-8")
    run = subprocess.run(
        [sys.executable, "-c", "import sys; from app.cli import app\n"
         f"app(['compare', '--batch', {str(file)!r}], standalone_mode=False)\n"
         f"sys.exit(' '.join(name for name in {SLOW} if name in sys.modules))"],
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert run.stderr.strip() == ""
    assert json.loads(run.stdout)["links"][0]["kind"] == "verbatim"
