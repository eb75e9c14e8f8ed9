"""The share panel: of a comparison, and of a row of it."""

import re
from html import unescape

import pytest
from starlette.testclient import TestClient

HERE = "http://testserver"


def test_a_comparison_offers_all_that_can_be_taken(client: TestClient, path: str) -> None:
    text = unescape(client.get(path).text)
    panel = text[text.index('<details class="share">') :]
    panel = panel[: panel.index("</details>")]
    for kind in ("html", "json", "csv", "txt", "png"):
        assert f'href="{path}.{kind}"' in panel
    assert f'<iframe src="{HERE}/embed{path}"' in panel
    assert f"Variorum, {HERE}{path}</p>" in panel
    assert "Add the day of access." in panel
    assert panel.count(" readonly") == 1
    assert "accessed" not in panel


def test_a_row_s_panel_is_a_part_of_a_page_and_the_same_on_the_page(
    client: TestClient, path: str, row: str
) -> None:
    answer = client.get(f"{path}/share?row={row}")
    assert answer.status_code == 200
    assert answer.headers["x-robots-tag"] == "noindex"
    part = answer.text.strip()
    assert part.startswith('<details class="share of-row">')
    assert part in client.get(f"{path}?row={row}").text
    panel = unescape(part)
    assert f"{HERE}{path}?row={row}#{row}" in panel
    assert f'<iframe src="{HERE}/embed{path}?row={row}"' in panel
    assert f'src="{path}.png?row={row}"' in panel
    assert re.search(r"Tellan News Agency \(14 March 2026, 17:10 UTC\): .+\nThe Morning Tack \(.+\): ", panel)
    again = client.get(f"{path}/share?row={row}", headers={"if-none-match": answer.headers["etag"]})
    assert again.status_code == 304


def test_the_frame_of_a_row_keeps_the_view(client: TestClient, path: str, row: str) -> None:
    part = unescape(client.get(f"{path}/share?view=one&row={row}").text)
    assert f"/embed{path}?view=one&row={row}" in part


@pytest.mark.parametrize("name", ["", "l-aaaaaaaa", "<script>"])
def test_there_is_no_panel_for_what_is_no_row(client: TestClient, path: str, name: str) -> None:
    assert client.get(f"{path}/share", params={"row": name}).status_code == 404


def test_a_page_is_the_same_bytes_for_everyone(client: TestClient, path: str, row: str) -> None:
    for address in (path, f"{path}?row={row}", f"{path}/share?row={row}", f"/embed{path}"):
        assert client.get(address).content == client.get(address).content
