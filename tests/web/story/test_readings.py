"""The page of a base text with the readings of others."""

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from app.text.content import Content
from tests.web.story.made import PATH, served, told

STORY = "/stories/port-ennick-tidal-barrier-failure/readings"
BASE = (
    "The harbour gate jammed at 11:42 p.m. on Friday with the tide still rising.\n\nThree people were killed."
)
STUCK = "The harbour gate stuck at 11:42 p.m. on Friday with the tide still rising."
BIG = "The big harbour gate jammed at 11:42 p.m. on Friday with the tide still rising.\n\nThree people were killed."


def plain(html: str) -> str:
    """What a page says, without tags and in one line."""
    return " ".join(re.sub(r"<[^>]+>", "", html).split())


def sentence(html: str, number: int) -> str:
    """A sentence of the page with its margin."""
    found: list[str] = re.findall(r'<li class="sentence.*?</li>', html, flags=re.DOTALL)
    return found[number]


def test_words_are_marked_by_the_number_of_versions(tmp_path: Path) -> None:
    versions = [
        told(BASE, outlet="Wire", published="2031-05-16"),
        told(STUCK, outlet="Echo"),
        told(STUCK, outlet="Post", published="2031-05-17"),
        told(BIG, outlet="Star", published="2031-05-17"),
    ]
    with served(tmp_path, versions) as (client, ids):
        html = client.get(f"{PATH}/readings").text
        first, second = sentence(html, 0), sentence(html, 1)
        assert '<span class="h2" title="2 say it differently">jammed</span>' in first
        assert '<span class="more h1" title="1 has more here"></span>' in first
        assert re.search(r'class="count h3">3</span> of 3 say it differently', first)
        assert "gate <del>jammed</del> <ins>stuck</ins> at" in re.sub(r"</del><ins>", "</del> <ins>", first)
        assert "≈ edited: Post; Echo" in plain(first)
        assert "not in 2 of 3" in plain(second)
        assert "= the same: Star" in plain(second)
        assert "lacks" in second.split(">")[0]
        assert f"/compare/{ids[0]}/{ids[1]}#l-" in first


def test_a_reading_leads_to_its_row(client: TestClient) -> None:
    html = client.get(STORY).text
    for address, anchor in re.findall(r'href="(/compare/[^"#]*)#(l-[^"]*)"', html)[:5]:
        assert f'id="{anchor}"' in client.get(address).text


def test_another_base(client: TestClient, sample_ids: dict[str, str]) -> None:
    base = sample_ids["06-the-morning-tack"]
    html = client.get(f"{STORY}?base={base}&folds=open").text
    assert f'id="base-text" class="base-name"><a href="/versions/{base}">' in html
    assert "<details open>" in html
    assert "<details open>" not in client.get(STORY).text


def test_a_base_that_is_not_among_the_chosen_is_read_against_all_of_them(
    client: TestClient, sample_ids: dict[str, str]
) -> None:
    answer = client.get(f"{STORY}?base={sample_ids['01-tellan-r1']}")
    assert "of 5 say it differently" in plain(answer.text)


@pytest.mark.parametrize(
    ("query", "status"),
    [("base=aaaaaaaaaaaaaaaa", 404), ("folds=x", 422), ("versions=x", 422), ("base=", 200)],
)
def test_wrong_choices(client: TestClient, query: str, status: int) -> None:
    assert client.get(f"{STORY}?{query}").status_code == status


@pytest.mark.parametrize(
    ("versions", "expected"),
    [
        ([told(BASE)], ["There is no other version to read it against."]),
        ([told("", agency="Coast", outlet="Coast"), told(BASE)], ["This version has no text to read."]),
        ([told(BASE, agency="Coast", outlet="Coast"), told("")], ["not in 1 of 1"]),
        (
            [told(BASE, outlet="Echo"), told(BASE + "\n\nIt rained.", outlet="Post")],
            ["the same in the other"],
        ),
    ],
)
def test_what_there_is_not_is_said(tmp_path: Path, versions: list[Content], expected: list[str]) -> None:
    with served(tmp_path, versions) as (client, _):
        answer = client.get(f"{PATH}/readings")
        assert answer.status_code == 200
        assert [words for words in expected if words not in plain(answer.text)] == []


def test_more_than_twelve_versions(tmp_path: Path) -> None:
    versions = [
        told(f"{BASE}\n\nOutlet {number} adds this.", outlet=f"Outlet {number}") for number in range(14)
    ]
    with served(tmp_path, versions) as (client, _):
        html = client.get(f"{PATH}/readings").text
        assert "the same in all 13" in plain(html)
        assert len(re.findall(r'<li><span class="h\d">', html)) == 5
        assert client.get(f"{PATH}/own").status_code == 200
