"""The share panel: of a comparison, and of a row of it."""

import re
from html import escape, unescape

import pytest
from starlette.testclient import TestClient

from app.web.sharing.embedded import MOST_ROWS
from tests.web.sharing.tags import head

HERE = "http://testserver"


def test_a_comparison_offers_all_that_can_be_taken(client: TestClient, path: str) -> None:
    text = unescape(client.get(path).text)
    panel = text[text.index('<details class="share">') :]
    panel = panel[: panel.index("</details>")]
    for kind in ("html", "json", "csv", "txt", "png"):
        assert f'href="{path}.{kind}"' in panel
    assert f'<iframe src="{HERE}/embed{path}"' in panel
    assert f"Variorum, {HERE}{path}</p>" in panel
    assert "Add today’s date" in panel
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


SWITCHED = "?view=one&words=off&figures=on"


def test_what_is_shared_is_switched_as_the_page_is(client: TestClient, path: str, row: str) -> None:
    whole = unescape(client.get(f"{path}{SWITCHED}&folds=closed&utm_source=x").text)
    assert f'href="{path}{SWITCHED}" data-link' in whole
    assert f"Variorum, {HERE}{path}{SWITCHED}</p>" in whole
    assert f'<iframe src="{HERE}/embed{path}{escape(SWITCHED)}"' in whole
    assert f"Variorum, {HERE}{path}{SWITCHED}: left, version" in whole
    assert f'href="{SWITCHED}&row={row}#{row}"' in whole
    address = f"{path}{SWITCHED}&row={row}"
    part = unescape(client.get(f"{path}/share{SWITCHED}&row={row}").text)
    assert part.count(f"{HERE}{address}#{row}") == 3  # link, citation, text
    assert f'<iframe src="{HERE}/embed{escape(address)}"' in part
    assert f'href="/embed{address}"' in part


def test_what_programs_are_told_of_is_the_pair_alone(client: TestClient, path: str) -> None:
    bare, switched = (head(client, f"{path}{query}") for query in ("", SWITCHED))
    assert switched == bare


def test_a_frame_leads_to_the_comparison_switched_as_it_is(client: TestClient, path: str, row: str) -> None:
    whole, one = (
        unescape(client.get(f"/embed{path}{SWITCHED}{query}").text) for query in ("", f"&row={row}")
    )
    assert f'<a class="whole" href="{path}{SWITCHED}"' in whole
    assert whole.count(f'href="{path}{SWITCHED}&row=') == MOST_ROWS
    assert f'<a class="whole" href="{path}{SWITCHED}&row={row}#{row}"' in one


@pytest.mark.parametrize("name", ["", "l-aaaaaaaa", "<script>"])
def test_there_is_no_panel_for_what_is_no_row(client: TestClient, path: str, name: str) -> None:
    assert client.get(f"{path}/share", params={"row": name}).status_code == 404


def test_a_page_is_the_same_bytes_for_everyone(client: TestClient, path: str, row: str) -> None:
    for address in (path, f"{path}?row={row}", f"{path}/share?row={row}", f"/embed{path}"):
        assert client.get(address).content == client.get(address).content
