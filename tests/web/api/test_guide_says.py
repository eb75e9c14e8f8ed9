"""The page for programmers leaves nothing unsaid."""

import re

from starlette.testclient import TestClient


def test_every_parameter_and_field_is_explained(client: TestClient) -> None:
    page = client.get("/api/docs").text
    rows = re.findall(
        r'<th scope="row"><code>(\w+)</code></th><td>(.*?)</td><td>(.*?)</td>', page, flags=re.DOTALL
    )
    assert len(rows) > 100
    assert [name for name, _, says in rows if not says.strip()] == []


def test_every_type_is_explained_where_it_is_named(client: TestClient) -> None:
    page = client.get("/api/docs").text
    led = set(re.findall(r'<td>[^<]* ?<a href="#([\w-]+)">\w+</a></td>', page))
    assert {one.rpartition("-")[2] for one in led} == {"StoryItem", "ArticleItem", "VersionItem"}
    assert all(page.count(f'<div id="{one}">') == 1 for one in led)


def test_what_stands_between_backticks_is_code(client: TestClient) -> None:
    page = client.get("/api/docs").text
    assert "none for those of <code>versions</code>" in page
    assert "`" not in page


def test_every_address_has_an_example_that_is_answered(client: TestClient) -> None:
    page = client.get("/api/docs").text
    examples = re.findall(r'For example <a href="([^"]+)">', page)
    assert len(examples) == page.count('class="address"')
    for example in examples:
        assert client.get(example).status_code == 200
