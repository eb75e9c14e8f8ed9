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
