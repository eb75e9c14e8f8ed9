"""The wheel carries everything that the program needs, so that it works from any folder."""

import subprocess
import sys
import zipfile
from pathlib import Path

from app.resources import SAMPLE, STATIC, TEMPLATES

ROOT = Path(__file__).resolve().parent.parent


def test_the_wheel_carries_templates_static_files_sample_and_migrations(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = tmp_path.glob("variorum-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        packed = {name.removeprefix("app/"): archive.read(name) for name in archive.namelist()}
    for folder, inside in ((TEMPLATES, "templates"), (STATIC, "static"), (SAMPLE, "data/sample")):
        for file in folder.iterdir():
            assert packed[f"{inside}/{file.name}"] == file.read_bytes()
    assert {"store/migrations/versions/0001_first_tables.py", "web/cards/card.typ"} <= packed.keys()
    (metadata,) = (text for name, text in packed.items() if name.endswith(".dist-info/METADATA"))
    assert b"Requires-Dist: onnxruntime>=1.20; extra == 'semantic'" in metadata
    assert b"\nRequires-Dist: onnxruntime>=1.20\n" not in metadata
    assert not any(name.startswith(("tests/", "benchmarks/", "docs/")) for name in packed)


def test_no_pin_names_an_address() -> None:
    for file in ROOT.glob("requirements*.txt"):
        lines = file.read_text(encoding="utf-8").splitlines()
        assert not [line for line in lines if "://" in line or line.startswith("--")], file.name
