"""The page of a story's matrix: over the sample, and over small stories of its own."""

import re
from collections.abc import Iterator
from html import unescape
from itertools import pairwise

import pytest
from starlette.testclient import TestClient

from app.compare.figures.comparing import number_given
from app.compare.story.disputes import find_disputes
from app.main import create_app
from app.settings import Settings
from app.store.schema import upgrade
from app.store.store import Store
from app.text.content import Block, Content
from app.web.library import CollatedStory, Library
from app.web.story.columns import choose
from app.web.story.matrix import FIRST_ROWS, ROWS, first_rows
from app.web.story.matrix_rows import ROOMY, SQUEEZED, CellView, MatrixTable
from app.web.story.matrix_switches import MatrixSwitches

GATE = "The sea gate failed at noon on Friday, and the lower town was flooded."
HOMES = "The water flooded 240 homes in Lowgate, the police said."
HOMES_420 = "The water flooded 420 homes in Lowgate, the police said."
QUOTE = "“We shall rebuild the gate before the winter,” the mayor, Ada Fell, said."
RAIN = "It had been raining in the hills."


def content(outlet: str, *paragraphs: str, title: str = "Flood", published: str | None = None) -> Content:
    return Content(
        tuple([Block("paragraph", one) for one in paragraphs]), title, outlet=outlet, published=published
    )


STORIES = {
    "Flood": [
        content("Coast Agency", GATE, HOMES, QUOTE),
        content("The Ledger", HOMES_420, GATE, RAIN),
        content("Hill Post", GATE, "A bridge over the river was closed.", QUOTE),
    ],
    "Alone": [content("Coast Agency", RAIN, HOMES)],
    "Apart": [content("Coast Agency", GATE), content("Hill Post", "The bakery won a prize for its bread.")],
    "Full": [content("Coast Agency", *[f"Item {k} is number {k}." for k in range(ROWS)])],
    "Long": [content("Coast Agency", *[f"Item {k} is number {k}." for k in range(ROWS + 1)])],
    "Wide": [content(f"Outlet {k}", GATE, f"Outlet {k} says so.") for k in range(SQUEEZED + 1)],
}


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> str:
    made = f"sqlite:///{tmp_path_factory.mktemp('matrix') / 'v.db'}"
    upgrade(made)
    with Store(made) as store:
        for title, versions in STORIES.items():
            for one in versions:
                store.add_version(one, raw=b"", story_title=title, article_key=f"{title} {one.outlet}")
    return made


@pytest.fixture(scope="module")
def client(url: str) -> Iterator[TestClient]:
    with TestClient(create_app(Settings(database_url=url))) as opened:
        yield opened


def ids() -> dict[str, str]:
    return {one.outlet or "": one.id() for one in STORIES["Flood"]}


def rows(text: str) -> list[list[str]]:
    """The cells of every row of statements, as a reader sees them: the words in one line."""
    found = re.findall(r'<tr id="[^"]+">(.*?)</tr>', text, re.DOTALL)
    return [[seen(cell) for cell in re.findall(r"<td.*?</td>", row, re.DOTALL)] for row in found]


def seen(html: str) -> str:
    html = re.sub(r'<span class="who".*?</span>', "", html, flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", "", html)).split())


def headings(text: str) -> list[str]:
    return [seen(one) for one in re.findall(r'class="group">(.*?)</tr>', text, re.DOTALL)]


def matrix(client: TestClient, query: str = "", story: str = "flood") -> str:
    answer = client.get(f"/stories/{story}/matrix{query}")
    assert answer.status_code == 200
    return answer.text


def test_a_cell_shows_the_sentence_and_how_it_stands_to_the_base(client: TestClient) -> None:
    text = matrix(client, f"?base={ids()['Coast Agency']}")
    table = rows(text)
    assert len(table) == 5
    assert ["Coast Agency" in one for one in headings(text)] == [True, True]
    gate = next(row for row in table if any(GATE in cell for cell in row))
    assert sorted(cell.replace(GATE, "").strip() for cell in gate) == [
        "= verbatim as Coast Agency",
        "= verbatim as Coast Agency",
        "• base of this row",
    ]
    rain = next(row for row in table if any(RAIN in cell for cell in row))
    assert sorted(rain) == [f"{RAIN} ◦ only here", *["—not found in the captured text"] * 2]


def test_the_base_is_named_in_its_own_column_and_only_read_out_in_the_others(client: TestClient) -> None:
    text = matrix(client, f"?base={ids()['Coast Agency']}")
    shown = re.sub(r'<span class="hidden">.*?</span>', "", text, flags=re.DOTALL)
    assert "verbatim as Coast Agency" in seen(text)
    assert "verbatim as" not in seen(shown)
    assert seen(shown).count("= verbatim") >= 2


def test_conflicting_figures_are_marked_and_said(client: TestClient) -> None:
    text = matrix(client)
    assert sorted(re.findall(r"<mark>(.*?)</mark>", text)[1:]) == ["240 homes", "420 homes"]
    flooded = next(row for row in rows(text) if any(HOMES in cell for cell in row))
    told = next(cell for cell in flooded if HOMES in cell)
    assert "≠ conflicting: “240 homes” here, “420 homes” in The Ledger" in told


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("?sort=coverage", ["In 3 of 3 versions", "In 2 of 3 versions", "In 1 of 3 versions"]),
        ("?sort=all", ["In 3 of 3 versions", "Not in all of them"]),
        ("?sort=one", ["In 1 of 3 versions", "In several of them"]),
        ("?sort=disputed", ["Versions contradict each other", "One wording"]),
    ],
)
def test_orders_have_headings(client: TestClient, query: str, expected: list[str]) -> None:
    assert headings(matrix(client, query)) == expected


def test_the_reading_order_is_that_of_the_base(client: TestClient) -> None:
    text = matrix(client, f"?base={ids()['The Ledger']}")
    assert headings(text) == ["In the order of The Ledger", "Not found in The Ledger"]
    own = [
        next(cell for cell in row if "base of this row" in cell or "only here" in cell) for row in rows(text)
    ]
    assert [one[: len(RAIN)] for one in own[:3]] == [one[: len(RAIN)] for one in (HOMES_420, GATE, RAIN)]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("?outlet={The Ledger}", {HOMES_420, GATE, RAIN}),
        ("?lacks={The Ledger}", {QUOTE, "A bridge over the river was closed."}),
        ("?outlet={Hill Post}&lacks={The Ledger}", {QUOTE, "A bridge over the river was closed."}),
        ("?with=quotes", {QUOTE}),
        ("?with=figures&lacks={Hill Post}", {HOMES_420}),
        ("?outlet=&lacks=&base=", {HOMES_420, GATE, RAIN, QUOTE, "A bridge over the river was closed."}),
    ],
)
def test_filters(client: TestClient, query: str, expected: set[str]) -> None:
    for outlet, version in ids().items():
        query = query.replace(f"{{{outlet}}}", version)
    table = rows(matrix(client, query))
    assert {text for text in expected if any(text in cell for row in table for cell in row)} == expected
    assert len(table) == len(expected)


def test_every_choice_stays_in_the_addresses_of_the_others(client: TestClient) -> None:
    known = ids()
    query = f"?base={known['Hill Post']}&sort=one&outlet={known['Hill Post']}&with=figures"
    text = matrix(client, query)
    links = [unescape(one) for one in re.findall(r'href="(/stories/flood/matrix\?[^"]*)"', text)]
    for one in [link for link in links if "sort=coverage" in link]:
        assert f"base={known['Hill Post']}" in one
        assert f"outlet={known['Hill Post']}" in one
        assert "with=figures" in one
    assert any(f"base={known['Coast Agency']}" in link and "sort=one" in link for link in links)
    assert '<input type="hidden" name="sort" value="one">' in text
    assert f'<option value="{known["Hill Post"]}" selected>' in text
    assert 'value="figures" checked' in text


def test_no_statement_is_like_that(client: TestClient) -> None:
    known = ids()
    text = matrix(client, f"?outlet={known['The Ledger']}&lacks={known['The Ledger']}")
    assert "No statement matches these choices." in text
    assert '<a href="/stories/flood/matrix">Show all 5</a>' in text


def test_versions_can_be_chosen_and_what_names_others_is_passed_over(client: TestClient) -> None:
    known = ids()
    shown = f"?version={known['The Ledger']}&version={known['Hill Post']}"
    assert len(rows(matrix(client, shown))[0]) == 2
    text = matrix(client, f"{shown}&base={known['Coast Agency']}&outlet={known['Coast Agency']}")
    assert "Coast Agency, chosen to hold the others against, is not among the versions shown." in unescape(
        text
    )
    assert len(rows(text)) == len(rows(matrix(client, shown)))


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("?sort=none", 422),
        ("?page=0", 422),
        ("?page=2", 404),
        ("?with=pictures", 422),
        ("?base=aaaaaaaaaaaaaaaa", 404),
        ("?version=aaaaaaaaaaaaaaaa", 404),
        ("?utm_source=post", 200),
    ],
)
def test_wrong_choices(client: TestClient, query: str, status: int) -> None:
    assert client.get(f"/stories/flood/matrix{query}").status_code == status
    assert client.get("/stories/none/matrix").status_code == 404


def test_a_cell_leads_to_its_row_of_the_comparison(client: TestClient) -> None:
    text = matrix(client)
    links = re.findall(r'<a href="(/compare/[^"#]+)#([lr]-[^"]+)"', text)
    assert len(links) == 7  # three of the gate, two of the homes, two of the mayor
    for page, anchor in links:
        assert f'id="{anchor}"' in client.get(page).text
    ((page, anchor), *_) = re.findall(r'<a href="(/versions/[^"#]+)#(s-[^"]+)"', text)
    assert f'id="{anchor}"' in client.get(page).text


def test_every_id_stands_once_and_every_row_has_one(client: TestClient) -> None:
    for story in ("flood", "long", "wide"):
        found = re.findall(r'\bid="([^"]+)"', matrix(client, story=story))
        assert len(found) == len(set(found))


@pytest.mark.parametrize(("story", "pages"), [("full", 1), ("long", 2)])
def test_rows_come_by_pages(client: TestClient, story: str, pages: int) -> None:
    first = matrix(client, story=story)
    assert len(rows(first)) == ROWS
    assert ("Next statements" in first) == (pages == 2)
    assert client.get(f"/stories/{story}/matrix?page={pages + 1}").status_code == 404
    if pages == 2:
        assert f'href="/stories/{story}/matrix?page=2"' in first
        second = matrix(client, "?page=2", story)
        assert len(rows(second)) == 1
        (row,) = re.findall(r'<tr id="([^"]+)">', second)
        named = matrix(client, f"?row={row}", story)
        assert (
            named.replace(f"matrix?row={row}</p>", "matrix?page=2</p>") == second
        )  # but for its own address
        assert "names is not among those shown" in matrix(client, "?row=s-nothing", story)


def test_a_single_version_says_what_to_do(client: TestClient) -> None:
    text = matrix(client, story="alone")
    assert "One version is shown" in text
    assert len(rows(text)) == 2


@pytest.mark.parametrize(
    ("count", "size"),
    [(ROOMY, "roomy"), (ROOMY + 1, "tight"), (SQUEEZED, "tight"), (SQUEEZED + 1, "wide")],
)
def test_columns_are_squeezed_and_then_scroll(client: TestClient, count: int, size: str) -> None:
    known = "&".join(f"version={one.id()}" for one in STORIES["Wide"][:count])
    assert f'class="matrix-frame {size}"' in matrix(client, f"?{known}", "wide")


def first(url: str, story: str) -> MatrixTable | None:
    with Store(url, read_only=True) as store:
        collated = Library(store).collated(story)
        return first_rows(collated, choose(collated))


def test_the_first_rows_are_the_disputed_and_the_most_covered(url: str) -> None:
    table = first(url, "flood")
    assert table is not None
    (section,) = table.sections
    assert sorted(row.coverage for row in section.rows) == [2, 2, 3]
    assert any(cell.objections for row in section.rows for cell in row.cells)
    assert first(url, "apart") is None
    assert first(url, "long") is None
    wide = first(url, "wide")
    assert wide is not None
    assert 0 < len(wide.sections[0].rows) <= FIRST_ROWS


def test_an_address_holds_what_is_not_so_by_itself() -> None:
    assert MatrixSwitches().query() == ""
    chosen = MatrixSwitches.model_validate(
        {"sort": "one", "with": ("quotes",), "page": 3, "version": ("a", "b")}
    )
    assert chosen.query() == "?version=a&version=b&sort=one&with=quotes"
    assert chosen.query(page=4, sort="reading") == "?version=a&version=b&with=quotes&page=4"


@pytest.fixture
def story(sample_url: str) -> CollatedStory:
    """The sample."""
    with Store(sample_url, read_only=True) as store:
        return Library(store).collated("port-ennick-tidal-barrier-failure")


def test_a_sentence_that_stands_in_the_row_above_too_says_so(story: CollatedStory) -> None:
    for which in ("latest", "all"):
        choice = choose(story, which=which)
        table = first_rows(story, choice)
        assert table
        (section,) = table.sections
        assert [cell.again for cell in section.rows[0].cells] == [False] * len(table.columns)
        for above, row in pairwise(section.rows):
            for one, other in zip(above.cells, row.cells, strict=True):
                assert other.again == bool(other.passages and said(one) == said(other))
    assert any(cell.again for row in section.rows for cell in row.cells)


def said(cell: CellView) -> list[str]:
    """The sentences of a cell."""
    return ["".join([piece.text for piece in one.pieces]) for passage in cell.passages for one in passage]


def test_all_that_stand_in_one_row_with_a_conflict_of_figures_are_marked(story: CollatedStory) -> None:
    choice = choose(story, which="all")
    collation = choice.collation
    found = find_disputes(collation)
    conflicts = [fact for fact in collation.figures if fact.agreement == "conflict"]
    assert conflicts
    for fact in conflicts:
        for number, statement in enumerate(collation.statements):
            held = dict(statement.members)
            here = [one for one in fact.members if one.figure.sentence in held.get(one.version, ())]
            if len({number_given(one.figure.value) for one in here}) > 1:
                assert {one.version for one in here} <= set(found[number])
