"""The page of a version: each sentence's coverage, what others report, and captures that look incomplete."""

import re
from collections.abc import Iterator
from html import unescape

import pytest
from starlette.testclient import TestClient

from app.main import create_app
from app.settings import Settings
from app.store.schema import upgrade
from app.store.store import Store
from app.text.content import Block, Content
from app.web.story.coverage_view import FIRST_OMISSIONS, NAMED
from tests.web.story.test_matrix import seen

GATE = "The sea gate failed at noon on Friday, and the lower town was flooded."
QUAY = "Water reached the old quay within the hour."
RAIN = "It had been raining in the hills."
CUT = "The mayor said on Friday evening that the council would not wait for the"


def content(outlet: str, *paragraphs: str, title: str = "Flood", **facts: str) -> Content:
    return Content(tuple([Block("paragraph", one) for one in paragraphs]), title, outlet=outlet, **facts)


LONG_ENOUGH = "The harbour office, the port and the town keep a record of every tide. " * 4
FIRST = content("Coast Agency", GATE, published="2026-05-01")
ITEMS = [f"Item {k} is number {k}." for k in range(FIRST_OMISSIONS + 1)]
STORIES = {
    "Flood": [
        FIRST,
        content("Coast Agency", f"{GATE} {QUAY}", title="Flood rises", published="2026-05-02"),
        content("The Ledger", GATE, QUAY),
        content("Hill Post", GATE, RAIN, standfirst="Rain without end."),
    ],
    "Alone": [content("Coast Agency", RAIN), content("Coast Agency", RAIN, QUAY, title="More rain")],
    "Few": [content("Coast Agency", GATE), content("The Ledger", *ITEMS[:-1])],
    "Many": [content("Hill Post", GATE), content("The Ledger", *ITEMS)],
    "Cut": [content("Coast Agency", LONG_ENOUGH, CUT), content("The Ledger", LONG_ENOUGH, QUAY)],
    "Wide": [content(f"Outlet {k}", QUAY if k < NAMED + 2 else RAIN, f"Outlet {k} says so.") for k in range(NAMED + 4)],
}  # fmt: skip


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    url = f"sqlite:///{tmp_path_factory.mktemp('coverage') / 'v.db'}"
    upgrade(url)
    with Store(url) as store:
        for title, versions in STORIES.items():
            for one in versions:
                store.add_version(one, raw=b"", story_title=title, article_key=f"{title} {one.outlet}")
    with TestClient(create_app(Settings(database_url=url))) as opened:
        yield opened


def page(client: TestClient, story: str, number: int = 0, query: str = "") -> str:
    answer = client.get(f"/versions/{STORIES[story][number].id()}{query}")
    assert answer.status_code == 200
    return answer.text


def covers(text: str) -> list[tuple[str, str]]:
    """What stands behind each sentence: as seen, and as read out."""
    found = re.findall(
        r'<a class="cover[^>]*><span aria-hidden="true">(.*?)</span><span class="hidden">(.*?)</span></a>',
        text,
    )
    return [(seen(shown), seen(told)) for shown, told in found]


def omissions(text: str) -> list[str]:
    (section,) = re.findall(r'<section class="omissions".*?</section>', text, re.DOTALL)
    return [seen(one) for one in re.findall(r"<li\b.*?</li>", section, re.DOTALL)]


def test_each_sentence_says_how_many_have_it_and_who(client: TestClient) -> None:
    assert covers(page(client, "Flood", 1)) == [
        ("3/3 in all of them", "(in 3 of 3 versions: this one; Hill Post; The Ledger)"),
        ("2/3 all but Hill Post", "(in 2 of 3 versions: this one; The Ledger)"),
    ]
    assert [shown for shown, _ in covers(page(client, "Flood", 3))] == [
        "1/3 only here",
        "3/3 in all of them",
        "1/3 only here",
    ]


def test_an_earlier_version_is_counted_with_the_latest_of_the_others(client: TestClient) -> None:
    """Not with the later version of its own article."""
    text = page(client, "Flood", 0)
    assert [told for _, told in covers(text)] == ["(in 3 of 3 versions: this one; Hill Post; The Ledger)"]
    assert len(omissions(text)) == 3
    assert any(one.startswith(f"{QUAY} 1/3") for one in omissions(text))


def test_of_many_versions_some_are_named_and_all_are_read_out(client: TestClient) -> None:
    shown, told = covers(page(client, "Wide"))[0]
    assert shown == "5/7 also in Outlet 1; Outlet 2; Outlet 3 and 1 more"
    assert told == "(in 5 of 7 versions: this one; Outlet 1; Outlet 2; Outlet 3; Outlet 4)"


def test_what_others_report_comes_with_the_most_covered_first(client: TestClient) -> None:
    text = page(client, "Flood", 3)
    assert [one.split(" · ")[0] for one in omissions(text)] == [
        f"{QUAY} 2/3 of the versions: Coast Agency; The Ledger"
    ]
    assert "1 statement of the other versions was not found in the captured text, which looks" in seen(text)
    assert "incomplete because it has 24 words in all." in seen(text)


def test_margins_and_omissions_lead_to_their_rows(client: TestClient) -> None:
    for number in (0, 3):
        text = page(client, "Flood", number)
        links = [unescape(one) for one in re.findall(r'href="(/(?:compare|stories)/[^"]+#[^"]+)"', text)]
        assert len(links) >= 3
        for one in links:
            address, anchor = one.split("#")
            assert f'id="{anchor}"' in client.get(address).text, one


@pytest.mark.parametrize(("story", "more"), [("Few", False), ("Many", True)])
def test_a_long_list_is_cut_and_can_be_had_whole(client: TestClient, story: str, more: bool) -> None:
    text = page(client, story)
    assert len(omissions(text)) == FIRST_OMISSIONS
    assert (f"Show all {FIRST_OMISSIONS + 1}" in text) == more
    if more:
        assert len(omissions(page(client, story, 0, "?omissions=all"))) == FIRST_OMISSIONS + 1


def test_a_capture_that_looks_incomplete_says_so_above_what_was_not_found(client: TestClient) -> None:
    text = seen(page(client, "Cut"))
    why = "it ends in mid-sentence (“council would not wait for the”)"
    assert f"This capture looks incomplete: {why}." in text
    assert (
        f"not found in the captured text, which looks incomplete because {why}. The article itself may have them."
        in text
    )
    assert text.index("This capture looks incomplete") < text.index("Reported by others, not found here")
    whole = seen(page(client, "Cut", 1))
    assert "looks incomplete" not in whole
    assert "not found in the captured text." in whole


def test_coverage_is_a_switch(client: TestClient) -> None:
    text = page(client, "Flood", 1, "?coverage=off")
    assert covers(text) == []
    assert 'class="omissions"' not in text
    assert f'<a href="/versions/{STORIES["Flood"][1].id()}">Show which' in text
    assert GATE in seen(text)
    assert f'href="/versions/{STORIES["Flood"][1].id()}?coverage=off"' in page(client, "Flood", 1)
    for query in ("?coverage=yes", "?omissions=none"):
        assert client.get(f"/versions/{FIRST.id()}{query}").status_code == 422


def test_an_article_alone_in_its_story_shows_neither(client: TestClient) -> None:
    text = page(client, "Alone", 1)
    assert covers(text) == []
    assert 'class="omissions"' not in text
    assert "coverage=off" not in text


def test_a_version_that_is_not_collated_says_so(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.web.library.MOST_VERSIONS", 3)
    text = page(client, "Flood", 0)
    assert "more versions than are collated" in text
    assert covers(text) == []
    assert GATE in seen(text)


@pytest.mark.parametrize("waits", [True, False])
def test_a_reader_does_not_wait_for_a_long_story(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, waits: bool
) -> None:
    monkeypatch.setattr("app.web.library.Library.is_waiting", lambda *_: waits)
    text = page(client, "Flood", 1)
    assert ("come back in a few minutes" in text) == waits
    story = client.get("/stories/flood/matrix")
    assert (story.status_code, story.headers.get("retry-after")) == ((503, "30") if waits else (200, None))
    assert bool(covers(text)) != waits
    assert GATE in seen(text)


def test_the_text_is_whole_and_each_sentence_can_be_named(client: TestClient) -> None:
    text = page(client, "Flood", 3, "?coverage=off")
    assert [seen(one) for one in re.findall(r'<span class="sentence" id="s-[^"]+">(.*?)</span>', text)] == [
        "Rain without end.",
        GATE,
        RAIN,
    ]
    assert len(re.findall('class="standfirst"', text)) == 1
