"""The pages of quotations and figures, over a story told by three outlets and a revision."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from app.main import create_app
from app.settings import Settings
from app.store.schema import upgrade
from app.store.store import Store
from app.text.content import Block, Content
from tests.web.story.made import PATH, served, told

TEXTS = {
    "Quay Gazette": (
        "The ferry Corrin sank off Pell Point on Friday and 12 people drowned.",
        "“We heard one bang, and then the deck was gone,” said Ines Aldmar, a passenger.",
        "The owners put the loss at $4 million.",
    ),
    "Northern Post": (
        "The ferry Corrin sank off Pell Point on Friday and 14 people drowned.",
        "“The deck was gone,” said Ines Aldmar, who was aboard.",
        "The owners put the loss at 4 million dollars.",
    ),
    "The Bell": (
        "A so-called “dry gala” opened in Arden with music from six villages.",
        "Its organisers hope for a dry weekend.",
    ),
}
STORY = "/stories/corrin"


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    url = f"sqlite:///{tmp_path_factory.mktemp('facts') / 'v.db'}"
    upgrade(url)
    with Store(url) as store:
        for outlet, paragraphs in TEXTS.items():
            content = Content(
                tuple(Block("paragraph", text) for text in paragraphs),
                title=f"{outlet} on the Corrin",
                outlet=outlet,
                published="2026-03-14",
                language="en",
            )
            store.add_version(content, raw=outlet.encode(), story_title="Corrin")
    with TestClient(create_app(Settings(database_url=url))) as client:
        yield client


def test_one_utterance_as_each_outlet_prints_it(pages: TestClient) -> None:
    text = pages.get(f"{STORY}/quotes").text
    assert re.findall(r'<article class="utterance" id="(q-[^"]+)"', text)
    assert "<del>We heard one bang, and then </del>The deck was gone" in text
    assert "Not quoted in <bdi>The Bell</bdi>" in text
    assert ">Ines Aldmar<" in text


def labels(page: str) -> list[tuple[str, set[str]]]:
    """What is said of each utterance of several versions, and of its wordings."""
    found = []
    for article in page.split('<article class="utterance"')[1:]:
        whole = re.search(r"versions · (the same words|trimmed|reworded)", article)
        if whole:
            found.append((whole[1], set(re.findall(r'class="says">([^<]+)<', article))))
    return found


@pytest.mark.parametrize(
    ("one", "other", "label"),
    [
        (
            "“The U.S. firms were good, and we said so,”",
            "“The US firms were good and we said so.”",
            "the same words",
        ),
        (
            "“The harbour gate held against the flood, and we went home,”",
            "“The harbour gate held against the flood.”",
            "trimmed",
        ),
        (
            "“The harbour gate held against the flood, and we went home,”",
            "“The harbour gate stood against the flood, and we went home.”",
            "reworded",
        ),
        (
            "“The gate held,” said Ana Ruiz, “and then we went home.” So",
            "“The gate held, and then we went home,”",
            "the same words",
        ),
    ],
)
def test_an_utterance_and_its_wordings_are_labelled_by_one_rule(
    tmp_path: Path, one: str, other: str, label: str
) -> None:
    versions = [
        told(f"{words} said Ana Ruiz, the keeper of the harbour.", outlet=outlet)
        for words, outlet in ((one, "The Bell"), (other, "Quay Gazette"))
    ]
    with served(tmp_path, versions) as (client, _):
        page = client.get(f"{PATH}/quotes").text
    ((whole, parts),) = labels(page)
    assert whole == label
    assert parts <= {"the fullest", label, "a part of it"}
    assert (label == "reworded") == ("<ins>" in page.partition('class="utterance"')[2])


def test_no_wording_of_the_sample_differs_more_than_its_utterance(client: TestClient) -> None:
    order = ["the fullest", "a part of it", "the same words", "trimmed", "reworded"]
    found = labels(client.get("/stories/port-ennick-tidal-barrier-failure/quotes?versions=all&show=all").text)
    assert len(found) > 3
    for whole, parts in found:
        assert all(order.index(part) <= order.index(whole) for part in parts)
        assert not parts or whole == "the same words" or whole in parts


def test_one_utterance_has_an_address_of_its_own(pages: TestClient) -> None:
    text = pages.get(f"{STORY}/quotes").text
    (own,) = re.findall(r'<article class="utterance" id="(q-[^"]+)"', text)
    alone = pages.get(f"{STORY}/quotes?utterance={own}").text
    assert alone.count('<article class="utterance"') == 1
    assert "no quotation of that name" in pages.get(f"{STORY}/quotes?utterance=q-none").text


def test_terms_held_up_with_marks_stand_apart(pages: TestClient) -> None:
    assert "dry gala" not in pages.get(f"{STORY}/quotes?show=all").text
    assert "dry gala" in pages.get(f"{STORY}/quotes?show=terms").text


def test_values_that_exclude_each_other_stand_first_with_their_sentences(pages: TestClient) -> None:
    text = pages.get(f"{STORY}/figures").text
    first = re.search(r'(?s)<article class="fact conflict".*?</article>', text)
    assert first
    assert "in conflict" in first[0]
    assert sorted(re.findall(r"<mark>(\d\d)[^<]*</mark>", first[0])) == ["12", "14"]
    assert text.index("fact conflict") < text.index("4 million")


@pytest.mark.parametrize(
    ("query", "held", "not_held"),
    [
        ("show=conflicts", "12", "$4 million"),
        ("kind=money", "$4 million", "drowned"),
        ("show=one", "six", "drowned"),
        ("show=all", "six", "no figure of that name"),
        ("fact=f-none", "no figure of that name", "drowned"),
    ],
)
def test_the_address_chooses_the_figures(pages: TestClient, query: str, held: str, not_held: str) -> None:
    text = pages.get(f"{STORY}/figures?{query}").text
    shown = re.sub(r"(?s)<form.*?</form>", "", text)
    assert held in shown
    assert not_held not in shown


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/quotes?show=some", 422),
        ("/figures?kind=colour", 422),
        ("/quotes?version=aaaaaaaaaaaaaaaa", 404),
        ("/figures?version=%00", 404),
        ("/quotes?speaker=Nobody", 200),
        ("/quotes?utterance=%ff", 200),
    ],
)
def test_odd_addresses(pages: TestClient, path: str, status: int) -> None:
    assert pages.get(STORY + path).status_code == status


def test_a_version_alone_has_no_utterance_in_several(pages: TestClient) -> None:
    (bell,) = re.findall(
        r'value="([a-z2-7]{16})" ?(?:checked)?> <bdi>The Bell', pages.get(f"{STORY}/quotes").text
    )
    text = pages.get(f"{STORY}/quotes?version={bell}").text
    assert "None of these versions quotes anyone." in text
