"""Text that would like to be more than text: shown as it is, and inert even where no policy guards the page."""

import json
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Dialog, expect

from app.store.schema import upgrade
from app.store.store import Store
from app.text.content import Block, Content
from app.web.formats.comparison_html import comparison_html
from app.web.formats.comparison_json import compared_json
from app.web.formats.comparison_text import comparison_text
from app.web.formats.subject import Compared
from tests.web.conftest import serving

pytestmark = pytest.mark.xdist_group("browser")

STRINGS = [
    "<script>document.title='taken'</script>",
    '" onmouseover="document.title=1" x="',
    "x onmouseover=alert(1)",
    "javascript:alert(1)",
    "<svg/onload=alert(1)>",
    "<math><mglyph><style><img src=x onerror=alert(1)></style></mglyph></math>",
    "{{7*7}} {% raw %}",
    "</script></style></title>",
    "]]>",
    "=HYPERLINK(1)",
    "\u202ereversed",
    "e" + "\u0301" * 500,
    "<b>one</b> <i>split",
    "A" * 4000,
]


def hostile(text: str) -> Content:
    return Content(
        blocks=(
            Block("heading", text),
            *(Block("paragraph", f"{text} The gate failed at noon, {string}") for string in STRINGS),
            Block("boilerplate", text),
            Block("caption", text),
        ),
        title=text,
        standfirst=text,
        byline=text,
        dateline=text,
        agency=text,
        outlet=text,
        published=text,
        language="en",
    )


@pytest.fixture(scope="module")
def site_with_hostile_text(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str, list[str]]]:
    """The address of a server, the slug of its story and the ids of its versions."""
    server = serving(tmp_path_factory.mktemp("hostile"))
    upgrade(server.url)
    with Store(server.url) as store:
        added = [
            store.add_version(
                hostile(text), raw=b"x", url="javascript:alert(1)", article_key=text, story_title=STRINGS[0]
            )
            for text in STRINGS[:4] + STRINGS[10:12] + STRINGS[13:]
            if len(text) <= 500
        ]
    with server as address:
        yield address, added[0].story_slug, [one.version_id for one in added]


def test_no_script_runs_even_without_the_policy(
    browser: Browser, site_with_hostile_text: tuple[str, str, list[str]]
) -> None:
    address, slug, ids = site_with_hostile_text
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    dialogs: list[str] = []

    def on_dialog(dialog: Dialog) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", on_dialog)
    paths = ["/", f"/stories/{slug}", f"/versions/{ids[0]}", f"/compare/{ids[0]}/{ids[1]}?folds=open"]
    paths += [
        f"/compare/{ids[2]}/{ids[3]}/versions",
        "/search?q=gate+script*",
        "/search?q=<script>document.title='taken'</script>",
    ]
    for path in paths:
        page.goto(address + path)
        page.locator("a, .row, h1, h2").evaluate_all(
            "all => all.forEach(one => one.dispatchEvent(new MouseEvent('mouseover', { bubbles: true })))"
        )
        assert page.title() not in {"taken", "1"}
        forbidden = (
            "main script:not(.hint + script), main svg:not([data-map]), main math, "
            "main :not(.card > a) > img, [onmouseover]"
        )
        expect(page.locator(forbidden)).to_have_count(0)
        expect(page.locator("a[href^='javascript:' i]")).to_have_count(0)
        if path in paths[2:4]:
            assert "{{7*7}}" in page.locator("main").inner_text()
    assert page.evaluate("document.documentElement.scrollWidth") <= page.evaluate("innerWidth")
    context.close()
    assert dialogs == []


def test_layout_holds_on_a_phone(
    browser: Browser, site_with_hostile_text: tuple[str, str, list[str]]
) -> None:
    address, _, ids = site_with_hostile_text
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    for path in [f"/versions/{ids[-1]}", f"/compare/{ids[0]}/{ids[-1]}?folds=open", "/search?q=gate"]:
        page.goto(address + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
    context.close()


@pytest.mark.parametrize("text", STRINGS, ids=range(len(STRINGS)))
def test_every_format_gives_the_text_back(text: str) -> None:
    a, b = hostile(text), hostile("another thing")
    compared = Compared.of(a, b)
    answer = json.loads(json.dumps(compared_json(compared)))
    assert answer["a"]["title"] == text
    assert any(text in sentence["text"] for sentence in answer["a"]["sentences"])
    assert text in comparison_text(compared)
    page = comparison_html(compared)
    assert not re.search(r"<(script|svg|math|img)\b", page)


def test_control_characters_do_not_reach_a_terminal() -> None:
    content = Content(
        blocks=(Block("paragraph", "Red \x1b[31m text, \x9b31m too, and a \x07 bell."),), language="en"
    )
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", comparison_text(Compared.of(content, content)))
    other = Content(blocks=(Block("paragraph", "Red \x1b[32m text and a bell."),), language="en")
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", comparison_text(Compared.of(content, other)))


def test_a_coarse_comparison_says_so_in_every_format() -> None:
    content = Content(blocks=(Block("paragraph", "word " * 5000),), title="t", language="en")
    other = Content(blocks=(Block("paragraph", "other word " * 3000),), title="t", language="en")
    compared = Compared.of(content, other)
    assert compared.comparison.coarse
    answer = compared_json(compared)
    assert answer["coarse"] is True
    assert answer["coarse_because"] == list(compared.comparison.coarse)
    assert "coarser than usual" in comparison_text(compared)
    assert "coarser than usual" in comparison_html(compared)
    assert compared_json(Compared.of(hostile("a b"), hostile("a b")))["coarse"] is False


def test_data_for_programs_stays_data_under_the_policy(
    browser: Browser, site_with_hostile_text: tuple[str, str, list[str]]
) -> None:
    address, slug, ids = site_with_hostile_text
    page = browser.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    for path in [
        "/",
        f"/stories/{slug}",
        f"/versions/{ids[0]}",
        *[f"/compare/{ids[0]}/{one}" for one in ids],
    ]:
        page.goto(address + path)
        blocks = page.locator('script[type="application/ld+json"]')
        assert blocks.count() == 1
        assert json.loads(blocks.inner_text())["url"].startswith(address)
        assert page.locator("head > :not(meta, link, title, script)").count() == 0
        assert page.locator("body > :not(a.skip, header, main, footer, p.citation)").count() == 0
    for path in [f"/embed/compare/{ids[0]}/{one}" for one in ids]:
        page.goto(address + path)
        assert page.locator("script, img, svg, iframe").count() == 0
        assert page.evaluate("document.documentElement.scrollWidth") <= page.evaluate("innerWidth")
    page.close()
    assert complaints == []
