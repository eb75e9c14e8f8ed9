"""Waiting for what a page brings about by itself: a test that reads too early depends on which of the two is faster."""

import json
from time import monotonic

import pytest
from playwright.sync_api import BrowserContext, Page, expect

PATIENCE = 30.0
"""Seconds until something is taken for never coming; a machine with much to do takes long for what is simple."""

_KEEPING = """() => {
  window.told = [];
  const keep = () => {
    const status = document.querySelector("[role=status]");
    if (status?.textContent && status.checkVisibility()) window.told.push(status.textContent);
  };
  new MutationObserver(keep).observe(document, { childList: true, subtree: true });
}"""


def scripts_run(page: Page) -> None:
    """Wait for the scripts of a comparison, and for what they fetch: it moves what stands below it when it comes."""
    expect(page.locator("[data-step]")).to_have_count(2)
    expect(page.locator("[aria-busy]")).to_have_count(0)


def eventually(page: Page, expression: str) -> None:
    """Wait until an expression is true, or promises so.

    It is asked again from here: the policy of the pages forbids to evaluate text, and `wait_for_function` takes a
    promise for what it promises.
    """
    end = monotonic() + PATIENCE
    while not page.evaluate(expression):
        if monotonic() > end:
            pytest.fail(f"never: {expression}")
        page.wait_for_timeout(50)


def keep_what_is_said(context: BrowserContext) -> None:
    """Keep what the pages of a context say in passing: it goes after a while, whoever has read it."""
    context.add_init_script(f"({_KEEPING})()")


def is_said(page: Page, words: str) -> None:
    """Wait until the page says these words, or said them since this was asked last."""
    eventually(page, f"window.told.includes({json.dumps(words)})")
    page.evaluate("window.told = []")


def resize(page: Page, width: int, height: int = 900) -> None:
    """Give the window another size, and wait until the page is laid out in it."""
    page.set_viewport_size({"width": width, "height": height})
    eventually(page, f"innerWidth === {width} && innerHeight === {height}")
