"""The style page: made of the parts that the pages are made of, so that it cannot tell otherwise than they do."""

import re

import pytest
from playwright.sync_api import Browser, expect
from starlette.testclient import TestClient

from app.resources import STATIC
from app.web.tokens import blocks, colours, contrast


@pytest.fixture(scope="module")
def page(sample_url: str) -> str:
    from app.main import create_app
    from app.settings import Settings

    with TestClient(create_app(Settings(database_url=sample_url), ahead=False)) as client:
        answer = client.get("/about/style")
    assert answer.status_code == 200
    return answer.text


@pytest.mark.parametrize(
    "part",
    [
        *("row verbatim", "row edited", "row reworded", "row only-a", "row only-b", "row stub", " moved"),
        *("<del>", "<ins>", 'class="light"', 'class="reused"', 'class="quoted"', 'class="figure"'),
        *(f'class="figure s{step}"' for step in range(11)),
        *(
            '<td class="verbatim"',
            '<td class="edited"',
            '<td class="reworded"',
            '<td class="absent"',
            "conflicting",
        ),
        *('class="utterance"', 'class="fact conflict"', 'class="cover', 'class="cover sole"'),
        *(
            'class="mark first"',
            'class="mark retitled"',
            'class="bar-of-day"',
            'class="strip"',
            'class="seen"',
        ),
        *('class="left-out"', *(f'class="h{step}"' for step in range(1, 6)), 'class="more'),
        *('class="problems"', 'class="note empty"', 'class="sections"', 'class="pages"', 'class="hint"'),
        *('class="share"', 'class="share of-row"'),
        *(
            'class="masthead"',
            'class="find"',
            'class="seek"',
            'class="crumbs"',
            'class="footer"',
            'class="failure"',
        ),
        *('class="stories"', 'class="articles"', 'class="versions"', 'class="hits"', "not in the latest"),
        *(
            'class="bar"',
            'class="heads"',
            'class="picker"',
            'class="choices"',
            'class="fold"',
            'class="keys"',
        ),
        *('class="map"', 'class="newer"', 'class="slope', 'class="headline-grid"', 'class="agreed"'),
        *('class="is-hover"', 'class="is-focus"', "aria-current=page"),
        *('aria-current="true"', "☑", "☐", 'type="checkbox"', 'type="number"', "<textarea", 'dir="rtl"'),
    ],
)
def test_it_shows_every_part_in_every_state(page: str, part: str) -> None:
    assert part in page


def test_it_names_every_colour_with_its_contrast(page: str) -> None:
    light, dark = colours("light"), colours("dark")
    for name in light:
        line = re.search(rf"<code>{name}</code></th>(.*?)</tr>", page, re.DOTALL)
        assert line, name
        shares = [f"{contrast(theme[name], theme['paper']):.1f}" for theme in (light, dark)]
        assert re.findall(r"<td>([\d.]+)</td>", line[1]) == shares


def test_it_shows_every_step_of_the_scales_in_its_measure(page: str) -> None:
    rules = (STATIC / "style.css").read_text(encoding="utf-8")
    for name in blocks()[0][1]:
        if name.startswith(("type-", "space-")):
            assert f"<code>{name}</code>" in page
            assert f".{name} {{" in rules
            assert f"var(--{name})" in rules


def test_no_two_parts_have_one_id_and_what_leads_nowhere_cannot_be_used(page: str) -> None:
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert sorted(ids) == sorted(set(ids))
    usable = re.sub(r"<div[^>]* inert>.*?\n</section>", "</section>", page, flags=re.DOTALL)
    assert not re.search(r'href="/(?:versions|compare/|stories/)', usable)


def test_it_is_found_from_the_page_that_explains_and_by_no_search_engine(
    page: str, client: TestClient
) -> None:
    assert 'href="/about/style"' in client.get("/about").text
    assert '<meta name="robots" content="noindex, nofollow">' in page
    assert "/about/style" not in client.get("/sitemap.xml").text


def test_states_are_the_rules_of_the_pages_with_a_class_in_the_place_of_the_state(client: TestClient) -> None:
    answer = client.get("/about/style/states.css")
    assert answer.headers["content-type"].startswith("text/css")
    assert "@layer components { .find button.is-hover { background: var(--faint); } }" in answer.text
    assert "@layer base { .is-focus { outline: " in answer.text
    sheets = "".join(path.read_text(encoding="utf-8") for path in STATIC.glob("*.css"))
    assert "is-hover" not in sheets
    assert ":hover" not in answer.text
    assert answer.text.count("{") == answer.text.count("}")


DRAWN = """one => {
  const style = getComputedStyle(one);
  return [style.backgroundColor, style.color, style.outlineStyle];
}"""


def test_a_part_that_is_shown_pointed_at_looks_as_under_a_pointer(browser: Browser, site: str) -> None:
    with browser.new_context(base_url=site) as context:
        page = context.new_page()
        page.goto("/about/style")
        shown = page.locator(".in-states .do .main")
        rest, pointed, focused = [shown.nth(at).evaluate(DRAWN) for at in range(3)]
        real = page.locator(".texts .do .main")
        page.evaluate("document.querySelectorAll('[inert]').forEach(one => { one.inert = false; })")
        real.hover()
        expect(real).to_have_css("background-color", pointed[0])
        assert real.evaluate(DRAWN)[:2] == pointed[:2] != rest[:2]
        assert (rest[2], focused[2]) == ("none", "solid")
