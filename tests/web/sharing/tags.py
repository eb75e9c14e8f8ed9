"""What stands in the head of a page, read with a parser."""

from html.parser import HTMLParser

from starlette.testclient import TestClient


class _Head(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "meta" and "content" in given:
            self.found[given.get("property") or given.get("name", "")] = given["content"]
        if tag == "link":
            self.found[given.get("type") or given["rel"]] = given["href"]


def head(client: TestClient, path: str, **headers: str) -> dict[str, str]:
    """Properties and names of metadata with their contents; relations or types of links with their addresses."""
    answer = client.get(path, headers=headers)
    assert answer.status_code == 200
    parser = _Head()
    parser.feed(answer.text)
    return parser.found
