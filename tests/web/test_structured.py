"""What pages say of themselves as JSON-LD: valid, true, escaped, and no more than they show."""

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from starlette.testclient import TestClient

from app.store.records import Article, Story, Version, VersionHead
from app.text.content import Content
from app.web.rendering import environment
from app.web.structured import LISTED, NAME_LENGTH, article_page, comparison_page, story_page, version_page
from tests.web.sharing.made import NAMES

HERE = "http://testserver"
STORY = "/stories/port-ennick-tidal-barrier-failure"
ARTICLE = Article("a" * 16, "a-story", "A story", "The Ledger", "https://ledger.example/1", None)


def data(client: TestClient, path: str) -> dict[str, object]:
    """The one block of data of a page."""
    blocks = re.findall(r'(?s)<script type="application/ld\+json">(.*?)</script>', client.get(path).text)
    assert len(blocks) == 1
    found: dict[str, object] = json.loads(blocks[0])
    assert found["@context"] == "https://schema.org"
    return found


def head(name: str | None = "A gate fails", number: int = 0) -> VersionHead:
    return VersionHead(
        f"v{number}", "a" * 16, 1, 1, 1, name, name, name or "words", name, datetime(2026, 1, 1, tzinfo=UTC), name, 9
    )  # fmt: skip


def strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from strings(one)
    elif isinstance(value, list):
        for one in value:
            yield from strings(one)


def test_home_can_be_searched(client: TestClient) -> None:
    home = data(client, "/")
    action = home["potentialAction"]
    assert home["@type"] == "WebSite"
    assert isinstance(action, dict)
    assert action["@type"] == "SearchAction"
    template = action["target"]["urlTemplate"]
    assert template == f"{HERE}/search?q={{words}}"
    assert client.get(template.replace("{words}", "gate")).status_code == 200


def test_a_story_lists_its_articles(client: TestClient, sample_ids: dict[str, str]) -> None:
    story = data(client, STORY)
    listed = story["mainEntity"]
    assert story["@type"] == "CollectionPage"
    assert isinstance(listed, dict)
    assert listed["@type"] == "ItemList"
    assert listed["numberOfItems"] == len(listed["itemListElement"]) == 5
    items = [one["item"] for one in listed["itemListElement"]]
    assert f"{HERE}/versions/{sample_ids['04-tellan-r4']}" in {one["url"] for one in items}
    assert {"Tellan News Agency", "The Morning Tack"} <= {one["publisher"]["name"] for one in items}
    for one in items:
        assert client.get(one["url"]).status_code == 200


def test_a_comparison_is_about_two_articles_that_others_published(
    client: TestClient, sample_ids: dict[str, str]
) -> None:
    path = f"/compare/{sample_ids['04-tellan-r4']}/{sample_ids['06-the-morning-tack']}"
    found = data(client, path)
    assert (found["@type"], found["url"]) == ("WebPage", HERE + path)
    about = found["about"]
    assert isinstance(about, list)
    assert [one["publisher"]["name"] for one in about] == ["Tellan News Agency", "The Morning Tack"]
    assert [one["datePublished"] for one in about] == [
        "2026-03-14T17:10:00+00:00",
        "2026-03-14T11:30:00+00:00",
    ]
    assert {one["@type"] for one in about} == {"NewsArticle"}
    assert "publisher" not in found
    assert data(client, f"{path}?view=one&row=l-aaaaaaaa") == found


def test_a_version_is_based_on_its_article(client: TestClient, sample_ids: dict[str, str]) -> None:
    found = data(client, f"/versions/{sample_ids['04-tellan-r4']}")
    entity = found["mainEntity"]
    assert isinstance(entity, dict)
    assert (entity["@type"], entity["publisher"]["name"]) == ("NewsArticle", "Tellan News Agency")
    article = entity["isBasedOn"]["@id"].removeprefix(HERE)
    told = data(client, article)["mainEntity"]
    assert isinstance(told, dict)
    assert told["url"] == HERE + article
    assert f'href="{told["sameAs"]}"' in client.get(article).text


@pytest.mark.parametrize("page", [STORY, "article", "version", "comparison"])
def test_crumbs_lead_from_home_to_the_page(client: TestClient, sample_ids: dict[str, str], page: str) -> None:
    a, b = sample_ids["04-tellan-r4"], sample_ids["06-the-morning-tack"]
    article = re.findall(r'href="(/articles/\w+)"', client.get(STORY).text)[0]
    path = {"article": article, "version": f"/versions/{a}", "comparison": f"/compare/{a}/{b}"}.get(
        page, page
    )
    crumbs = data(client, path)["breadcrumb"]
    assert isinstance(crumbs, dict)
    steps = crumbs["itemListElement"]
    assert [one["position"] for one in steps] == list(range(1, len(steps) + 1))
    assert (steps[0]["item"], steps[-1]["item"]) == (f"{HERE}/", HERE + path)
    for one in steps:
        assert client.get(one["item"]).status_code == 200


def version(article: Article, content: Content) -> Version:
    return Version("v", article, 1, 1, 1, datetime(2026, 1, 1, tzinfo=UTC), content)


def test_a_version_is_named_by_its_place_and_its_date(client: TestClient, sample_ids: dict[str, str]) -> None:
    path = f"/versions/{sample_ids['04-tellan-r4']}"
    name = "version 4 of 4, 14 March 2026, 17:10 UTC"
    crumbs = data(client, path)["breadcrumb"]
    assert isinstance(crumbs, dict)
    assert crumbs["itemListElement"][-1]["name"] == name
    assert f'<li aria-current="page">{name}</li>' in client.get(path).text


@pytest.mark.parametrize("name", NAMES)
def test_odd_names_stay_data(name: str | None) -> None:
    content = Content((), title=name, outlet=name, published=name, language=name)
    article = Article("a" * 16, "s", name or "", name, None, name)
    pages = [
        version_page(version(article, content), "version 1 of 1"),
        article_page(article, head(name)),
        story_page(Story(1, "s", name or "", datetime(2026, 1, 1, tzinfo=UTC)), [head(name)]),
        comparison_page(article, name or "", "", "/c.png", [("v", content), ("w", content)]),
    ]
    for page in pages:
        assert json.loads(json.dumps(page)) == page
        assert max(len(one) for one in strings(page)) <= NAME_LENGTH + 20
        assert "datePublished" not in str(page)
        assert name is None or "None" not in str(page)


def test_what_a_source_does_not_say_is_left_out() -> None:
    entity = version_page(version(ARTICLE, Content(())), "version 1 of 1")["mainEntity"]
    assert isinstance(entity, dict)
    assert set(entity) == {"@type", "@id", "url", "isBasedOn"}


def test_only_the_article_s_page_tells_its_own_address() -> None:
    assert "ledger.example" in str(article_page(ARTICLE, head()))
    assert "ledger.example" not in str(version_page(version(ARTICLE, Content(())), "version 1 of 1"))
    assert "ledger.example" not in str(comparison_page(ARTICLE, "", "", "", [("v", Content(()))] * 2))


@pytest.mark.parametrize("count", [LISTED, LISTED + 1])
def test_a_long_story_lists_its_first_articles(count: int) -> None:
    story = Story(1, "s", "S", datetime(2026, 1, 1, tzinfo=UTC))
    listed = story_page(story, [head(number=number) for number in range(count)])["mainEntity"]
    assert isinstance(listed, dict)
    assert listed["numberOfItems"] == count
    assert len(listed["itemListElement"]) == LISTED


def test_the_script_of_a_page_cannot_be_closed_by_its_data() -> None:
    template = environment().from_string(
        '{% from "_structured.html" import data_block %}{{ data_block(said) }}'
    )
    for name in NAMES:
        said = {"name": f"{name}</script><!--\u2028&'"}
        text = template.render(said=said)
        inner = text.strip().removeprefix('<script type="application/ld+json">').removesuffix("</script>")
        assert not set("<>&'\u2028") & set(inner)
        assert json.loads(inner) == said
