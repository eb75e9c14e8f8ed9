"""A collation written out: as JSON, as a view for pages, as one page that needs nothing else."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from app.compare.collating import MOST_VERSIONS
from app.errors import InputError
from app.text.content import Block, Content
from app.web.formats.collation_html import collation_html
from app.web.formats.collation_json import collation_json
from app.web.formats.collation_subject import Collated
from app.web.formats.collation_view import view_collation
from tests.web.barriers import barriers
from tests.web.waiting import resize

GATE = "The gate failed at noon on Friday, and the lower town was flooded."
QUAY = "Water reached the old quay within the hour."
MAYOR = "The mayor promised an inquiry into the gate."


def version(*sentences: str, outlet: str | None = None, language: str = "en") -> Content:
    return Content(
        tuple(Block("paragraph", one) for one in sentences), "Flood", outlet=outlet, language=language
    )


def three() -> Collated:
    return Collated.of(
        [
            version(GATE, QUAY, outlet="Coast Agency"),
            version(GATE, MAYOR, QUAY, outlet="The Ledger"),
            version("It was raining in the hills.", outlet="Hill Post"),
        ]
    )


def test_the_json_of_three_versions() -> None:
    answer = collation_json(three())
    assert list(answer) == [
        "engine", "versions", "similarity", "statements", "tables", "quotes", "figures", "coarse", "coarse_because",
    ]  # fmt: skip
    assert json.loads(json.dumps(answer)) == answer
    first = answer["versions"][0]
    assert first["id"] == three().versions[0].id()
    assert (first["title"], first["outlet"]) == ("Flood", "Coast Agency")
    assert first["sentences"][1] == {"text": QUAY, "start": 68, "end": 111, "block": 1}
    assert answer["statements"] == [
        {"members": {"0": [0], "1": [0]}, "coverage": 2},
        {"members": {"2": [0]}, "coverage": 1},
        {"members": {"1": [1]}, "coverage": 1},
        {"members": {"0": [1], "1": [2]}, "coverage": 2},
    ]
    assert answer["similarity"][0] == [1.0, answer["similarity"][1][0], 0.0]
    assert 0.5 < answer["similarity"][0][1] < 1.0


def test_a_view_tells_how_versions_word_it_and_what_stands_alone() -> None:
    view = view_collation(three())
    assert [column.label for column in view.table.columns] == ["Coast Agency", "The Ledger", "Hill Post"]
    (section,) = view.table.sections
    assert [row.coverage for row in section.rows] == [2, 2]
    first = section.rows[0].cells
    assert [
        ["".join(piece.text for piece in said.pieces) for said in cell.passages[0]] for cell in first[:2]
    ] == [
        [GATE],
        [GATE],
    ]
    assert [cell.css for cell in first] == ["first", "verbatim", "absent"]
    assert [cell.against for cell in first] == [None, "Coast Agency", None]
    assert {cell.href for cell in first} == {None}
    assert view.shared == 2
    assert [[said.text for said in one.alone] for one in view.versions] == [
        [],
        [MAYOR],
        ["It was raining in the hills."],
    ]


def test_the_grid_of_a_file_leads_nowhere() -> None:
    grid = view_collation(three()).grid
    assert [line.label for line in grid.rows] == ["Coast Agency", "The Ledger", "Hill Post"]
    assert all(
        (cell is None) == (i == j) for i, row in enumerate(grid.rows) for j, cell in enumerate(row.cells)
    )
    assert "/compare/" not in collation_html(three())


def test_names_that_are_not_alone_are_told_apart() -> None:
    collated = Collated.of([version(GATE, outlet="Coast Agency")] * 2)
    assert [column.label for column in view_collation(collated).table.columns] == [
        "Coast Agency, undated (1)",
        "Coast Agency, undated (2)",
    ]


def test_every_id_stands_once() -> None:
    """The same sentence over and over, and the same version twice."""
    repeated = version(*["It rained."] * 4, GATE, GATE)
    page = collation_html(Collated.of([repeated, version("It rained.", GATE), repeated]))
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("count", "message"), [(0, "nothing to collate"), (MOST_VERSIONS + 1, "limit is 50")]
)
def test_too_few_and_too_many_are_refused(count: int, message: str) -> None:
    with pytest.raises(InputError, match=message):
        Collated.of([version(GATE)] * count)


def test_one_version_alone_is_a_page_too() -> None:
    page = collation_html(Collated.of([version(GATE)]))
    assert "1 version, statement by statement" in page
    assert GATE in page


def test_a_version_without_sentences_of_its_own_says_so() -> None:
    page = collation_html(three())
    assert "<bdi>Coast Agency</bdi>: nothing that no other version has." in page
    assert "<bdi>The Ledger</bdi>: 1 sentence<" in page


def test_text_stays_text() -> None:
    hostile = "<script>document.title='taken'</script> & \"quoted\" {{ 7*7 }}"
    page = collation_html(
        Collated.of([version(hostile, outlet=hostile), version(hostile, GATE, outlet="<b>Ledger")])
    )
    assert "<script" not in page
    assert "<b>Ledger" not in page
    assert "&lt;script&gt;" in page
    assert "{{ 7*7 }}" in page


@pytest.mark.xdist_group("browser")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_has_no_barrier_and_fits_every_window(browser: Browser, tmp_path: Path, scheme: str) -> None:
    many = [version(GATE, QUAY, MAYOR, outlet=f"Outlet {k}") for k in range(7)]
    rtl = version("انهارت البوابة ظهر الجمعة.", GATE, outlet="صحيفة الميناء", language="ar")
    context = browser.new_context(color_scheme="dark" if scheme == "dark" else "light")
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    found = {}
    for name, collated in {"three": three(), "many": Collated.of([*many, rtl])}.items():
        file = tmp_path / f"{name}.html"
        file.write_text(collation_html(collated), encoding="utf-8")
        for width in (390, 768, 1440):
            resize(page, width)
            page.goto(file.as_uri())
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            expect(page.locator("tbody tr td").first).to_be_visible()
            page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
            if shown := barriers(page):
                found[f"{name}, {width}"] = shown
    context.close()
    assert found == {}
    assert complaints == []
