"""A real server and a real browser for the tests of the pages."""

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests.web.waiting import PATIENCE

START = [sys.executable, "-c", "from app.cli import main; main()", "serve", "--port", "0"]
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of `variorum serve` on its first start, on loopback; ended with SIGTERM, which must end it well."""
    folder = tmp_path_factory.mktemp("site")
    with serving(folder) as address:
        yield address


class serving:  # noqa: N801 - reads as what it does
    """Start `variorum serve` in a folder; end it at the end."""

    def __init__(self, folder: Path) -> None:
        self.log = (folder / "log.txt").open("w+", encoding="utf-8")
        self.url = f"sqlite:///{folder / 'variorum.db'}"

    def __enter__(self) -> str:
        environment = os.environ | {"VARIORUM_DATABASE_URL": self.url}
        self.process = subprocess.Popen(START, stdout=self.log, stderr=subprocess.STDOUT, env=environment)
        for _ in range(1200):  # importing the sample takes long where much else is done
            found = re.search(
                r"running on (http://127\.0\.0\.1:\d+)", Path(self.log.name).read_text(encoding="utf-8")
            )
            if found:
                return found[1]
            try:
                self.process.wait(0.1)
            except subprocess.TimeoutExpired:
                continue
            break
        self.__exit__()
        raise AssertionError(Path(self.log.name).read_text(encoding="utf-8"))

    def __exit__(self, *_: object) -> None:
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(60)
        finally:
            self.process.kill()
            self.process.wait()
            self.log.close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Headless Chromium. Where there is none: a failure in CI, elsewhere a skip that says so."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        message = "there is no Chromium here; install Debian's package 'chromium' to test the pages"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    expect.set_options(timeout=PATIENCE * 1000)
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield opened
        opened.close()
