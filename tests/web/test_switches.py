"""The switches of a comparison: in the address, and in what is shown."""

import re

import pytest
from starlette.testclient import TestClient

from app.web.switches import Switches


@pytest.mark.parametrize(
    ("switches", "other", "query"),
    [
        (Switches(), {}, ""),
        (Switches(), {"view": "one"}, "?view=one"),
        (Switches(view="one", reuse="on"), {}, "?view=one&reuse=on"),
        (Switches(view="one", reuse="on"), {"view": "columns"}, "?reuse=on"),
        (Switches(words="off"), {"words": "on"}, ""),
        (Switches(view="one", row="l-abc"), {"view": "columns"}, "?row=l-abc"),
        (Switches(row="l-abc"), {"row": ""}, ""),
    ],
)
def test_only_what_is_otherwise_stands_in_the_address(
    switches: Switches, other: dict[str, str], query: str
) -> None:
    assert switches.query(**other) == query


@pytest.mark.parametrize(
    ("switches", "before"), [(Switches(), "?row="), (Switches(view="one", row="r-x"), "?view=one&row=")]
)
def test_what_stands_before_a_row(switches: Switches, before: str) -> None:
    assert switches.rows() == before


@pytest.mark.parametrize(
    ("row", "swapped"), [("", ""), ("l-abc-2", "r-abc-2"), ("r-abc", "l-abc"), ("x", "x"), ("l", "l")]
)
def test_a_row_goes_by_its_other_name_when_the_sides_are_swapped(row: str, swapped: str) -> None:
    assert Switches(row=row).swapped().row == swapped
    assert Switches(row=row).swapped().swapped().row == row


@pytest.fixture
def path(sample_ids: dict[str, str]) -> str:
    return f"/compare/{sample_ids['02-tellan-r2']}/{sample_ids['04-tellan-r4']}"


def body(client: TestClient, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return re.sub(r"(?s).*<ol class=\"rows", "", answer.text)


@pytest.mark.parametrize("query", ["view=both", "words=", "folds=half"])
def test_another_value_is_refused(client: TestClient, path: str, query: str) -> None:
    assert client.get(f"{path}?{query}").status_code == 422


def test_what_others_add_to_a_link_does_no_harm(client: TestClient, path: str) -> None:
    assert body(client, f"{path}?view=one&fbclid=x") == body(client, f"{path}?view=one")


def test_without_words_nothing_is_struck_or_underlined(client: TestClient, path: str) -> None:
    assert "<del>" in body(client, path)
    assert not re.search("<del>|<ins>", body(client, f"{path}?words=off"))


def test_without_moves_every_sentence_stands_where_the_left_has_it(client: TestClient, path: str) -> None:
    assert "moved" in body(client, path)
    off = body(client, f"{path}?moves=off")
    assert 'class="row stub' not in off
    assert not re.search(r'class="row [^"]*moved', off)


def test_changes_only_shows_no_row_that_is_alike_outside_a_fold(client: TestClient, path: str) -> None:
    shown = re.sub(r"(?s)<details>.*?</details>", "", body(client, f"{path}?view=changes"))
    assert 'class="row edited' in shown
    assert not re.search(r'class="row verbatim (?!moved)[^"]*"', shown)


def test_one_column_holds_both_sides_of_an_edit_in_one_text(client: TestClient, path: str) -> None:
    shown = body(client, f"{path}?view=one")
    cell = re.search(r'(?s)<div class="cell both".*?</div>', re.sub(r"(?s)^.*?row edited", "", shown))
    assert cell
    assert "<del>" in cell[0] or "<ins>" in cell[0]


@pytest.mark.parametrize("view", ["columns", "one", "changes"])
def test_every_sentence_can_be_named_in_every_view(client: TestClient, path: str, view: str) -> None:
    ids = set(re.findall(r'<span id="([lr]-[^"]+)"', body(client, path)))
    assert ids <= set(re.findall(r'<span id="([lr]-[^"]+)"', body(client, f"{path}?view={view}")))


def test_what_moved_together_has_one_number_at_both_its_places(client: TestClient, path: str) -> None:
    shown = body(client, path)
    rows = re.findall(r'(?s)<li class="row (?:stub|[^"]*moved).*?</li>', shown)
    assert [re.findall(r'<b class="move">(\d+)</b>', row) for row in rows] == [["1"]] * 4
    assert ["row stub" in row for row in rows].count(True) == 1


@pytest.mark.parametrize("view", ["columns", "one"])
@pytest.mark.parametrize(
    ("layer", "css", "text"),
    [("quotes", "quoted", "One gate of nine failed"), ("figures", "figure", "46 injured")],
)
def test_quotations_and_figures_are_marked_where_asked_for(
    client: TestClient, path: str, view: str, layer: str, css: str, text: str
) -> None:
    shown = body(client, f"{path}?view={view}&folds=open&{layer}=on")
    assert any(text in one for one in re.findall(rf'<mark class="{css}">([^<]*)</mark>', shown))
    assert "<mark" not in body(client, f"{path}?view={view}&folds=open")
