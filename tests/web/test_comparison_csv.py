"""A comparison as a table."""

import csv
import io

from starlette.testclient import TestClient


def test_every_link_and_every_sentence_alone_has_a_row(
    client: TestClient, sample_ids: dict[str, str]
) -> None:
    path = f"/compare/{sample_ids['04-tellan-r4']}/{sample_ids['08-the-sarrow-islander']}"
    answer = client.get(f"{path}.csv")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    headlines, *rows = csv.DictReader(io.StringIO(answer.text, newline=""))
    data = client.get(f"{path}.json").json()
    assert [headlines[name] for name in ("kind", "a", "text_a")] == ["headline", "", data["a"]["title"]]
    assert headlines["text_b"] == data["b"]["title"]
    assert len(rows) == len(data["links"]) + len(data["only_a"]) + len(data["only_b"])
    for row in rows:
        for side in "ab":
            own = [data[side]["sentences"][int(at)]["text"] for at in row[side].split()]
            assert all(text in row[f"text_{side}"] for text in own)
    linked = [row["kind"] for row in rows if row["a"] and row["b"]]
    assert sorted(linked) == sorted(link["kind"] for link in data["links"])
