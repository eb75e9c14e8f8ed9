"""The API over the sample in a real database."""

import pytest
from starlette.testclient import TestClient

from app.web.tables.all_tables import TABLES

SLUG = "port-ennick-tidal-barrier-failure"
STORY = f"/api/v1/stories/{SLUG}"


def test_stories_and_one_of_them(client: TestClient) -> None:
    listed = client.get("/api/v1/stories").json()
    assert (listed["total"], listed["stories"][0]["slug"]) == (1, SLUG)
    story = client.get(STORY).json()
    assert [len(article["versions"]) for article in story["articles"]].count(4) == 1
    for address in [story["collation"], *story["tables"].values()]:
        assert client.get(address).status_code == 200, address
    assert set(story["tables"]) == set(TABLES)


@pytest.mark.parametrize("name", TABLES)
def test_a_table_as_json_and_as_csv(client: TestClient, name: str) -> None:
    rows = client.get(f"{STORY}/{name}?versions=all").json()["rows"]
    answer = client.get(f"{STORY}/{name}.csv?versions=all")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["content-disposition"] == f'attachment; filename="{name}.csv"'
    assert answer.text.splitlines()[0].split(",") == list(TABLES[name].row.model_fields)
    assert rows or name == "incomplete"  # the sample's versions are whole


def test_versions_are_chosen_as_on_the_pages(client: TestClient) -> None:
    story = client.get(STORY).json()
    ids = [article["versions"][0]["id"] for article in story["articles"]][:2]
    answer = client.get(f"{STORY}/collation", params={"version": ids}).json()
    assert sorted(one["id"] for one in answer["versions"]) == sorted(ids)
    assert len(client.get(f"{STORY}/versions?versions=all").json()["rows"]) == 8


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/api/v1/stories/nothing", 404),
        (f"{STORY}/nothing", 404),
        (f"{STORY}/quotes?version=aaaaaaaaaaaaaaaa", 404),
        (f"{STORY}/quotes?versions=some", 422),
        (f"{STORY}/quotes?" + "&".join(["version=a"] * 51), 422),
        ("/api/v1/stories?limit=-1", 422),
        ("/api/v1/stories?limit=201", 422),
        ("/api/v1/stories?offset=10000001", 422),
    ],
)
def test_what_is_refused_is_refused_in_json(client: TestClient, path: str, status: int) -> None:
    answer = client.get(path)
    assert answer.status_code == status
    assert set(answer.json()) == {"error", "detail"}


@pytest.mark.parametrize("path", ["/api/v1/stories?limit=200", "/api/v1/stories?offset=10000000"])
def test_limits_themselves_are_allowed(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 200


def test_the_api_describes_itself(client: TestClient) -> None:
    described = client.get("/api/v1/openapi.json").json()
    assert f"/api/v1/stories/{{slug}}/{next(iter(TABLES))}.csv" in described["paths"]
    assert "/" not in described["paths"]
    columns = described["components"]["schemas"]["QuoteRow"]["properties"]
    assert columns["said_by"]["description"] == "the speaker that this version gives"
